package org.wgan4j.gan.classifier;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Dropout;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;

/** The layers of the classifier: a trunk from an image to its features, and a head from the features to ten logits. */
final class ClassifierLayers {
    /** The shape of its input. */
    static final ImageShape IMAGE = new ImageShape(1, 28, 28);

    static final int FEATURES = 64;
    static final int CLASSES = 10;
    private static final double SLOPE = 0.1;
    private static final Init INIT = new Init.FanInUniform();
    private static final Init ZEROS = new Init.Constant(0);

    private ClassifierLayers() {}

    /** One 3x3 convolution, three that halve the image, and a layer of 64 features. */
    static NetworkSpec trunk() {
        List<Layer> layers = new ArrayList<>();
        add(layers, new Convolution(24, 3, 1, new Padding.Symmetric(1), false, INIT, ZEROS));
        add(layers, new Convolution(48, 4, 2, new Padding.Symmetric(1), false, INIT, ZEROS));
        add(layers, new Convolution(64, 4, 2, new Padding.Symmetric(1), false, INIT, ZEROS));
        add(layers, new Convolution(96, 4, 2, new Padding.Symmetric(1), false, INIT, ZEROS));
        Shape input = Shape.of(IMAGE.channels(), IMAGE.height(), IMAGE.width());
        Shape maps = new NetworkSpec(input, layers).output();
        layers.add(new Reshape(Shape.of(maps.elements())));
        add(layers, new Linear(FEATURES, false, INIT, ZEROS));
        return new NetworkSpec(input, layers);
    }

    private static void add(List<Layer> layers, Layer layer) {
        layers.add(layer);
        layers.add(BatchNorm.pytorch());
        layers.add(new LeakyRelu(SLOPE));
    }

    /** Dropout in training, then one logit a class. */
    static NetworkSpec head() {
        return new NetworkSpec(Shape.of(FEATURES), List.of(new Dropout(0.3), new Linear(CLASSES, true, INIT, ZEROS)));
    }
}

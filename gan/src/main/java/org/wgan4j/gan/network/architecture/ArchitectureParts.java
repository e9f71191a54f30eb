package org.wgan4j.gan.network.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Dropout;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.PaddingStyle;

/** Checks and groups of layers that the built-in architectures share. */
final class ArchitectureParts {
    static final Init GLOROT = new Init.GlorotUniform();
    static final Init ZEROS = new Init.Constant(0);

    private ArchitectureParts() {}

    static Shape shape(ImageShape image) {
        return Shape.of(image.channels(), image.height(), image.width());
    }

    static void requireMultiplesOf4(ImageShape image) {
        if (image.height() % 4 != 0 || image.width() % 4 != 0) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The generator enlarges twice by 2, so height and width must be multiples of 4, but the images are %s: crop or pad them first, or set network.generator to mlp.",
                    image));
        }
    }

    static void requireImages(String role, Architecture architecture, ImageShape image) {
        if (image.height() == 1 && image.width() == 1) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The %s %s convolves images, but the samples are single points of %d numbers: set network.%s to mlp.",
                    role,
                    architecture.name(),
                    image.channels(),
                    role));
        }
    }

    /** Features, flattened, with a linear layer that scores them. */
    static NetworkSpec scored(ImageShape image, List<Layer> features, Linear head) {
        Shape shape = new NetworkSpec(shape(image), features).output();
        List<Layer> layers = new ArrayList<>(features);
        layers.add(new Reshape(Shape.of(shape.elements())));
        layers.add(head);
        return new NetworkSpec(shape(image), layers);
    }

    static Padding padding(NetworkSettings settings, long kernel) {
        return settings.padding() == PaddingStyle.SAME ? new Padding.Same() : new Padding.Symmetric((kernel - 1) / 2);
    }

    static void normalise(List<Layer> layers, boolean enabled, BatchNorm batchNorm) {
        if (enabled) {
            layers.add(batchNorm);
        }
    }

    static void dropOut(List<Layer> layers, NetworkSettings settings) {
        if (settings.criticDropout() > 0) {
            layers.add(new Dropout(settings.criticDropout()));
        }
    }
}

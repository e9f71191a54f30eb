package org.wgan4j.gan.network.architecture;

import static org.wgan4j.gan.network.architecture.ArchitectureParts.dropOut;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.normalise;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.shape;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OutputKind;

/** Multilayer perceptrons, for images or points. Immutable and safe for use by several threads. */
public final class MlpArchitecture implements Architecture {
    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String summary() {
        return "Multilayer perceptrons of network.hiddenLayers layers of network.hiddenUnits units, for points or images.";
    }

    /**
     * The plain generator: for images, without batch norm and with 3 layers of 512 units, the MLP of Arjovsky, Chintala and Bottou (2017),
     * section 4.3.
     */
    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < settings.hiddenLayers(); i++) {
            layers.add(new Linear(settings.hiddenUnits(), true, init, init));
            normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0));
        }
        layers.add(new Linear(image.size(), true, init, init));
        layers.add(new Reshape(Shape.of(image.channels(), image.height(), image.width())));
        if (settings.output() == OutputKind.TANH) {
            layers.add(new OutputActivation(OutputActivation.Nonlinearity.TANH));
        }
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The plain critic. */
    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        Shape input = shape(image);
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(Shape.of(input.elements())));
        for (int i = 0; i < settings.hiddenLayers(); i++) {
            layers.add(new Linear(settings.hiddenUnits(), true, init, init));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        layers.add(new Linear(1, true, init, init));
        return new NetworkSpec(input, layers);
    }
}

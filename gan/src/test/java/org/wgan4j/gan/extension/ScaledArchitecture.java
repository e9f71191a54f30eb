package org.wgan4j.gan.extension;

import java.util.List;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architecture;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OptionDeclaration;

/** Two small networks with a layer of one's own in each. */
public final class ScaledArchitecture implements Architecture {
    private static final Init INIT = new Init.FanInUniform();

    @Override
    public String name() {
        return "scaled";
    }

    @Override
    public String summary() {
        return "Two small networks with scaled layers.";
    }

    @Override
    public List<OptionDeclaration> options() {
        return List.of(new OptionDeclaration("channels", 4, "[1, 64]", "channels of the critic's convolution"));
    }

    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        return new NetworkSpec(
                Shape.of(settings.latentSize()),
                List.of(
                        new Linear(image.size(), true, INIT, INIT),
                        new Scale(),
                        new Reshape(Shape.of(image.channels(), image.height(), image.width()))));
    }

    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        long channels = (long) settings.option("channels");
        return new NetworkSpec(
                Shape.of(image.channels(), image.height(), image.width()),
                List.of(
                        new Convolution(channels, 3, 1, new Padding.Symmetric(1), true, INIT, INIT),
                        new Scale(),
                        new LeakyRelu(0.2),
                        new Reshape(Shape.of(channels * image.height() * image.width())),
                        new Linear(1, true, INIT, INIT)));
    }
}

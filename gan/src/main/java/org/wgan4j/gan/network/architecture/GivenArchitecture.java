package org.wgan4j.gan.network.architecture;

import java.util.function.BiFunction;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.recipe.NetworkSettings;

/** An architecture made of functions. */
record GivenArchitecture(
        String name,
        BiFunction<NetworkSettings, ImageShape, NetworkSpec> ofGenerator,
        BiFunction<NetworkSettings, ImageShape, NetworkSpec> ofCritic)
        implements Architecture {
    @Override
    public String summary() {
        return "Networks given in code.";
    }

    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        return ofGenerator.apply(settings, image);
    }

    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        return ofCritic.apply(settings, image);
    }
}

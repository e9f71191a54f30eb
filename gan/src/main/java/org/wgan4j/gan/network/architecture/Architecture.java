package org.wgan4j.gan.network.architecture;

import java.util.Locale;
import java.util.function.BiFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.recipe.ArchitectureDescription;
import org.wgan4j.gan.recipe.NetworkSettings;

/**
 * An architecture that recipes can name: it makes a generator, a critic, or both, for samples of a given shape.
 *
 * <p>To add one, write a class with a public constructor without arguments and name it in
 * {@code META-INF/services/org.wgan4j.gan.recipe.ArchitectureDescription}, or pass an instance in code. It is stateless and safe for use by
 * several threads.
 */
public interface Architecture extends ArchitectureDescription {
    /**
     * The generator: it maps {@code network.latentSize} numbers to one sample.
     *
     * @param settings with complete {@linkplain NetworkSettings#options options}
     * @param image the shape of one sample; a point of the plane is an image of one pixel
     * @throws ActionableException if there is none for that shape
     */
    default NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        throw new ActionableException(String.format(
                Locale.ROOT, "The architecture %s has no generator: choose another network.generator.", name()));
    }

    /**
     * The critic: it maps one sample to one score.
     *
     * @param settings with complete {@linkplain NetworkSettings#options options}
     * @param image the shape of one sample
     * @throws ActionableException if there is none for that shape
     */
    default NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        throw new ActionableException(String.format(
                Locale.ROOT, "The architecture %s has no critic: choose another network.critic.", name()));
    }

    /**
     * An architecture of given networks, to be passed in code.
     *
     * @param name by which recipes refer to it
     * @param generator from the settings and the shape of a sample
     * @param critic from the settings and the shape of a sample
     */
    static Architecture of(
            String name,
            BiFunction<NetworkSettings, ImageShape, NetworkSpec> generator,
            BiFunction<NetworkSettings, ImageShape, NetworkSpec> critic) {
        return new GivenArchitecture(name, generator, critic);
    }
}

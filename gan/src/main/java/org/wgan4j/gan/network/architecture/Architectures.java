package org.wgan4j.gan.network.architecture;

import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.ArchitectureDescription;
import org.wgan4j.gan.recipe.NetworkSettings;

/** Finds architectures by name and makes their networks. Safe for use by several threads. */
public final class Architectures {
    private Architectures() {}

    /**
     * The architectures on the class path.
     *
     * @throws ActionableException if one has a description and no layers
     */
    public static Catalog<Architecture> installed() {
        List<Architecture> architectures = ArchitectureDescription.installed().entries().stream()
                .map(Architectures::architecture)
                .toList();
        return Catalog.of(architectures);
    }

    private static Architecture architecture(ArchitectureDescription description) {
        if (description instanceof Architecture architecture) {
            return architecture;
        }
        throw new ActionableException(String.format(
                Locale.ROOT,
                "The architecture %s (%s) has no layers: implement Architecture.",
                description.name(),
                description.getClass().getName()));
    }

    /** The generator that settings name, from the architectures on the class path. */
    public static NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        return generator(settings, image, installed());
    }

    /** The critic that settings name, from the architectures on the class path. */
    public static NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        return critic(settings, image, installed());
    }

    /**
     * The generator that settings name, from the architectures of a catalog.
     *
     * @throws ActionableException if it is not there, it has no generator for such samples, or the generator does not make them
     */
    public static NetworkSpec generator(
            NetworkSettings settings, ImageShape image, Catalog<Architecture> architectures) {
        Architecture architecture = named("generator", settings.generator(), architectures);
        NetworkSpec generator = architecture.generator(completed(settings, architectures), image);
        Shape latents = Shape.of(settings.latentSize());
        Shape sample = ArchitectureParts.shape(image);
        if (!generator.input().equals(latents) || !generator.output().equals(sample)) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The generator of the architecture %s maps %s to %s, but the recipe wants %s to %s: correct the architecture or choose another.",
                    architecture.name(),
                    generator.input(),
                    generator.output(),
                    latents,
                    sample));
        }
        return generator;
    }

    /**
     * The critic that settings name, from the architectures of a catalog.
     *
     * @throws ActionableException if it is not there, it has no critic for such samples, or the critic does not score them
     */
    public static NetworkSpec critic(NetworkSettings settings, ImageShape image, Catalog<Architecture> architectures) {
        Architecture architecture = named("critic", settings.critic(), architectures);
        NetworkSpec critic = architecture.critic(completed(settings, architectures), image);
        Shape sample = ArchitectureParts.shape(image);
        if (!critic.input().equals(sample) || critic.output().elements() != 1) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The critic of the architecture %s maps %s to %s, but it must map %s to one score: correct the architecture or choose another.",
                    architecture.name(),
                    critic.input(),
                    critic.output(),
                    sample));
        }
        return critic;
    }

    private static NetworkSettings completed(NetworkSettings settings, Catalog<Architecture> architectures) {
        Architecture generator = named("generator", settings.generator(), architectures);
        Architecture critic = named("critic", settings.critic(), architectures);
        try {
            return settings.completedFor(generator, critic);
        } catch (IllegalArgumentException refused) {
            throw new ActionableException("network." + refused.getMessage() + ".", refused);
        }
    }

    private static Architecture named(String role, String name, Catalog<Architecture> architectures) {
        return architectures
                .find(name)
                .orElseThrow(() -> new ActionableException(String.format(
                        Locale.ROOT,
                        "The architecture %s of the %s is not on the class path, which has %s: add the jar that holds it, or pass it in code.",
                        name,
                        role,
                        String.join(", ", architectures.names()))));
    }
}

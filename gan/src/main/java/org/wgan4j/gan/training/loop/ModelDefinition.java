package org.wgan4j.gan.training.loop;

import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.objective.Objectives;
import org.wgan4j.gan.recipe.Recipe;

/**
 * The model of a recipe without weights: both networks and the objective. Immutable and safe for use by several threads.
 *
 * @param generator from latents to samples
 * @param critic from samples to scores
 */
public record ModelDefinition(NetworkSpec generator, NetworkSpec critic, Objective objective) {
    /** The networks and the objective that a recipe names, from those on the class path. */
    public static ModelDefinition of(Recipe recipe, ImageShape image) {
        return of(recipe, image, Components.installed());
    }

    /**
     * The networks and the objective that a recipe names.
     *
     * @param image the shape of one sample
     * @throws org.wgan4j.gan.ActionableException if one is not among the components, or does not suit the samples or the settings
     */
    public static ModelDefinition of(Recipe recipe, ImageShape image, Components components) {
        return new ModelDefinition(
                Architectures.generator(recipe.network(), image, components.architectures()),
                Architectures.critic(recipe.network(), image, components.architectures()),
                Objectives.create(recipe.objective(), components.objectives()));
    }
}

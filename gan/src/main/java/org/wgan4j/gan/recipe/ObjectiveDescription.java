package org.wgan4j.gan.recipe;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.Named;

/**
 * The description of an objective for recipes and reports: its name, its settings and defaults, its schedules, and the meaning of its curves.
 * {@code ObjectiveFactory} in the package {@code objective} adds the losses.
 *
 * <p>Providers are listed in {@code META-INF/services/org.wgan4j.gan.recipe.ObjectiveDescription}. They are stateless and safe for use by
 * several threads.
 */
public interface ObjectiveDescription extends Named {
    /** The objective in a heading, without an article: {@code Wasserstein GAN with gradient penalty}. */
    default String title() {
        return name();
    }

    /** The settings that the objective prefers, as YAML of a recipe; they take precedence over the declared defaults, and a recipe over them. */
    default String defaults() {
        return "";
    }

    /** Which of {@code penalty}, {@code clip} and {@code clipped} of the group {@code objective} it reads. */
    default Set<String> settings() {
        return Set.of();
    }

    /** The options of its own, set in {@code objective.options}. */
    default List<OptionDeclaration> options() {
        return List.of();
    }

    /** Why a schedule does not fit it, as a clause that ends with what to use instead; empty where it fits. */
    default Optional<String> refusal(Schedule schedule) {
        return Optional.empty();
    }

    /** Whether E f(x) - E f(G(z)) estimates a Wasserstein distance, up to the critic's Lipschitz constant. */
    boolean estimatesWasserstein(ObjectiveSettings settings);

    /** The presentation of its logged terms. */
    default ObjectiveCurves curves(ObjectiveSettings settings) {
        return ObjectiveCurves.plain(name());
    }

    /** The objectives on the class path. */
    static Catalog<ObjectiveDescription> installed() {
        return Catalog.installed(ObjectiveDescription.class);
    }

    /** The description of a recipe's objective; one with the name alone where the objective is not on the class path. */
    static ObjectiveDescription of(ObjectiveSettings settings) {
        return installed().find(settings.name()).orElseGet(() -> new Unknown(settings.name()));
    }

    /** An objective that is not on the class path. */
    record Unknown(String name) implements ObjectiveDescription {
        @Override
        public String summary() {
            return "An objective that is not on the class path.";
        }

        @Override
        public String title() {
            return "GAN with the objective " + name;
        }

        @Override
        public boolean estimatesWasserstein(ObjectiveSettings settings) {
            return false;
        }
    }
}

package org.wgan4j.gan.objective;

import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/** Finds objectives by name and makes them from settings. Safe for use by several threads. */
public final class Objectives {
    private Objectives() {}

    /**
     * The objectives on the class path.
     *
     * @throws ActionableException if one has a description and no losses
     */
    public static Catalog<ObjectiveFactory> installed() {
        List<ObjectiveFactory> factories = ObjectiveDescription.installed().entries().stream()
                .map(Objectives::factory)
                .toList();
        return Catalog.of(factories);
    }

    private static ObjectiveFactory factory(ObjectiveDescription description) {
        if (description instanceof ObjectiveFactory factory) {
            return factory;
        }
        throw new ActionableException(String.format(
                Locale.ROOT,
                "The objective %s (%s) has no losses: implement ObjectiveFactory.",
                description.name(),
                description.getClass().getName()));
    }

    /**
     * The objective that settings name, from those on the class path.
     *
     * @throws ActionableException if it is not there
     */
    public static Objective create(ObjectiveSettings settings) {
        return create(settings, installed());
    }

    /**
     * The objective that settings name, from those of a catalog.
     *
     * @throws ActionableException if it is not there, the schedule does not fit it, or an option is unknown or out of range
     */
    public static Objective create(ObjectiveSettings settings, Catalog<ObjectiveFactory> objectives) {
        ObjectiveFactory factory = objectives
                .find(settings.name())
                .orElseThrow(() -> new ActionableException(String.format(
                        Locale.ROOT,
                        "The objective %s is not on the class path, which has %s: add the jar that holds it, or pass it in code.",
                        settings.name(),
                        String.join(", ", objectives.names()))));
        try {
            return factory.create(settings.completedFor(factory));
        } catch (IllegalArgumentException refused) {
            throw new ActionableException("objective." + refused.getMessage() + ".", refused);
        }
    }
}

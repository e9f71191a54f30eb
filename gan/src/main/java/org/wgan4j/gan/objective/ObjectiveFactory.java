package org.wgan4j.gan.objective;

import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/**
 * A factory of objectives that recipes can name, with their description.
 *
 * <p>To add one, write a class with a public constructor without arguments and name it in
 * {@code META-INF/services/org.wgan4j.gan.recipe.ObjectiveDescription}, or pass an instance in code. It is stateless and safe for use by
 * several threads.
 */
public interface ObjectiveFactory extends ObjectiveDescription {
    /**
     * The objective with the numbers of the settings.
     *
     * @param settings with complete {@linkplain ObjectiveSettings#options options}
     */
    Objective create(ObjectiveSettings settings);

    @Override
    default boolean estimatesWasserstein(ObjectiveSettings settings) {
        return create(settings).estimatesWasserstein();
    }
}

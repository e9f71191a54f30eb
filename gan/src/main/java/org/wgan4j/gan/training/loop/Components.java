package org.wgan4j.gan.training.loop;

import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.network.architecture.Architecture;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.objective.ObjectiveFactory;
import org.wgan4j.gan.objective.Objectives;

/**
 * The objectives and architectures that a recipe can name: those on the class path, and others passed in code. Immutable and safe for use by
 * several threads.
 *
 * <p>A run's files hold names only, so that a run with a part that was passed in code needs it again when it goes on.
 *
 * @param objectives by name
 * @param architectures by name
 */
public record Components(Catalog<ObjectiveFactory> objectives, Catalog<Architecture> architectures) {
    /** What is on the class path. */
    public static Components installed() {
        return new Components(Objectives.installed(), Architectures.installed());
    }

    /**
     * These and another objective.
     *
     * @throws org.wgan4j.gan.ActionableException if its name is taken or cannot be a name
     */
    public Components with(ObjectiveFactory objective) {
        return new Components(objectives.with(objective), architectures);
    }

    /**
     * These and another architecture.
     *
     * @throws org.wgan4j.gan.ActionableException if its name is taken or cannot be a name
     */
    public Components with(Architecture architecture) {
        return new Components(objectives, architectures.with(architecture));
    }
}

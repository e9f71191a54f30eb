package org.wgan4j.gan.recipe;

import java.util.List;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.Named;

/**
 * What recipes know of an architecture: its name and the settings of its own. It knows no layers; {@code Architecture} in the package
 * {@code network} adds them.
 *
 * <p>Providers are listed in {@code META-INF/services/org.wgan4j.gan.recipe.ArchitectureDescription}. They are stateless and safe for use by
 * several threads.
 */
public interface ArchitectureDescription extends Named {
    /** The numbers of its own, to be set in {@code network.options}. */
    default List<OptionDeclaration> options() {
        return List.of();
    }

    /** The architectures on the class path. */
    static Catalog<ArchitectureDescription> installed() {
        return Catalog.installed(ArchitectureDescription.class);
    }
}

package org.wgan4j.gan.recipe;

import java.util.List;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.Named;

/**
 * The name and the options of an architecture, which recipes refer to; {@code Architecture} in the package {@code network.architecture} adds the
 * layers.
 *
 * <p>Providers are listed in {@code META-INF/services/org.wgan4j.gan.recipe.ArchitectureDescription}. They are stateless and safe for use by
 * several threads.
 */
public interface ArchitectureDescription extends Named {
    /** The options of its own, set in {@code network.options}. */
    default List<OptionDeclaration> options() {
        return List.of();
    }

    /** The architectures on the class path. */
    static Catalog<ArchitectureDescription> installed() {
        return Catalog.installed(ArchitectureDescription.class);
    }
}

/** Architectures that a recipe can name, found on the class path. */
@NullMarked
package org.wgan4j.gan.network.architecture;

import org.jspecify.annotations.NullMarked;

/** Picture files as pixels: decoded, upright, in sRGB. Knows no other package but the exceptions of the module. */
@NullMarked
package org.wgan4j.gan.picture;

import org.jspecify.annotations.NullMarked;

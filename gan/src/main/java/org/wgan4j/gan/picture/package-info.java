/** Decoding of picture files: pixels in sRGB, turned upright. */
@NullMarked
package org.wgan4j.gan.picture;

import org.jspecify.annotations.NullMarked;

/** Samples held against real images: which real ones, seen by which classifier. */
@NullMarked
package org.wgan4j.gan.judge;

import org.jspecify.annotations.NullMarked;

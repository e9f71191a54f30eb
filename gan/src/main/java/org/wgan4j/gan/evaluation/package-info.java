/** Samples held against real images: which real ones, seen by which classifier. */
@NullMarked
package org.wgan4j.gan.evaluation;

import org.jspecify.annotations.NullMarked;

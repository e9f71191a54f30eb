/** Data sets: images, points and labels in memory or read when needed, their sources, and the order of batches. */
@NullMarked
package org.wgan4j.gan.data;

import org.jspecify.annotations.NullMarked;

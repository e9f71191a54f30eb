/** Divergences to compare with transport distances: KL, JS, total variation, Hellinger. */
@NullMarked
package org.wgan4j.transport.divergence;

import org.jspecify.annotations.NullMarked;

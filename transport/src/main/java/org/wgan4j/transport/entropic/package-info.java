/** Transport regularised by entropy: Sinkhorn in the log domain, its divergence, unbalanced and partial transport, barycenters. */
@NullMarked
package org.wgan4j.transport.entropic;

import org.jspecify.annotations.NullMarked;

/** Exact transport between any masses under any cost: the transportation simplex on a short list of arcs. */
@NullMarked
package org.wgan4j.transport.exact.simplex;

import org.jspecify.annotations.NullMarked;

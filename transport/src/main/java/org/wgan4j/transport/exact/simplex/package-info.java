/** Exact solvers, one algorithm a file: the line, the circle, assignments, the network simplex, flows on grids. */
@NullMarked
package org.wgan4j.transport.exact.simplex;

import org.jspecify.annotations.NullMarked;

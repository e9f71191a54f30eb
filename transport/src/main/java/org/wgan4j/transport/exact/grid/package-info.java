/** Exact transport between histograms on a regular grid. */
@NullMarked
package org.wgan4j.transport.exact.grid;

import org.jspecify.annotations.NullMarked;

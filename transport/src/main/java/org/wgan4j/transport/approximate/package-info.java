/** Distances and bounds in n log n or from moments alone: sliced, Gaussian, energy, lower bounds of a transport cost. */
@NullMarked
package org.wgan4j.transport.approximate;

import org.jspecify.annotations.NullMarked;

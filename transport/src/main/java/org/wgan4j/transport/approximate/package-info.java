/** Distances and bounds in n log n or from moments alone: sliced, Gaussian, energy distance, lower bounds. */
@NullMarked
package org.wgan4j.transport.approximate;

import org.jspecify.annotations.NullMarked;

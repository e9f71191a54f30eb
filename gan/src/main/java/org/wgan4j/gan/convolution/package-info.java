/** Convolutions apart from how they are computed, and the exact algorithms to compute them. */
@NullMarked
package org.wgan4j.gan.convolution;

import org.jspecify.annotations.NullMarked;

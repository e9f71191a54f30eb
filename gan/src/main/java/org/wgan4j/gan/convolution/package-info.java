/** Specifications of convolutions, and exact algorithms that compute them. */
@NullMarked
package org.wgan4j.gan.convolution;

import org.jspecify.annotations.NullMarked;

/** Images and the order in which training meets them; no tensors. */
@NullMarked
package org.wgan4j.gan.data;

import org.jspecify.annotations.NullMarked;

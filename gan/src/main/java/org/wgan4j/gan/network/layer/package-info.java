/** Layers as data: shapes, parameters, and the forward pass of a batch. */
@NullMarked
package org.wgan4j.gan.network.layer;

import org.jspecify.annotations.NullMarked;

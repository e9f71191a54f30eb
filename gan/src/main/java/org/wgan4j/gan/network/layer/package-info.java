/** Layers: shapes, parameters, and forward passes. */
@NullMarked
package org.wgan4j.gan.network.layer;

import org.jspecify.annotations.NullMarked;

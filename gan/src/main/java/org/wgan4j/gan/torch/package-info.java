/** Access to libtorch: loading, threads, devices, memory scopes, random streams, conversions between arrays and tensors. */
@NullMarked
package org.wgan4j.gan.torch;

import org.jspecify.annotations.NullMarked;

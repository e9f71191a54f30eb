/** Access to libtorch: loading, threads, devices, memory scopes, random streams, arrays to tensors and back. */
@NullMarked
package org.wgan4j.gan.torch;

import org.jspecify.annotations.NullMarked;

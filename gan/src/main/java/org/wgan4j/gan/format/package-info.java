/** Byte formats and nothing else: IDX, npy and npz, safetensors, protobuf and TensorBoard event files. */
@NullMarked
package org.wgan4j.gan.format;

import org.jspecify.annotations.NullMarked;

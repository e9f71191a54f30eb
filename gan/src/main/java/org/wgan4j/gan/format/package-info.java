/** Readers and writers of file formats: IDX, npy and npz, safetensors, CSV, protobuf and TensorBoard event files. */
@NullMarked
package org.wgan4j.gan.format;

import org.jspecify.annotations.NullMarked;

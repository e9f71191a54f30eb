package org.wgan4j.gan;

import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.torch.Tensors;

/** Values computed with TensorFlow and Keras by tools/make_keras_reference.py. */
public final class KerasReference {
    private static final SortedMap<String, FloatTensor> TENSORS = Safetensors.read(
                    Objects.requireNonNull(KerasReference.class.getResourceAsStream("/golden/keras.safetensors")),
                    "keras.safetensors")
            .tensors();

    private KerasReference() {}

    /** The names of all values. */
    public static Set<String> names() {
        return TENSORS.keySet();
    }

    /** The values in row-major order. */
    public static float[] values(String name) {
        return stored(name).values();
    }

    /** The shape. */
    public static long[] shape(String name) {
        return stored(name).shape();
    }

    /** The values as a tensor. */
    public static Tensor tensor(String name) {
        return Tensors.of(values(name), shape(name));
    }

    private static FloatTensor stored(String name) {
        return Objects.requireNonNull(TENSORS.get(name), name);
    }
}

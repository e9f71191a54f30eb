package org.wgan4j.gan.network.layer;

import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * The tensors of one layer by their names within it. It borrows tensors that the network owns.
 */
public record Weights(Map<String, Tensor> tensors) {
    public Weights {
        tensors = Map.copyOf(tensors);
    }

    /** The tensor of that name, which the layer declared. */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no tensor %s among %s", name, tensors.keySet()));
        }
        return tensor;
    }

    /** The layer's bias in the precision of the pass if it has one, as libtorch wants it. */
    TensorOptional bias(boolean present, ForwardContext context) {
        return present ? new TensorOptional(context.compute().toComputePrecision(get("bias"))) : new TensorOptional();
    }
}

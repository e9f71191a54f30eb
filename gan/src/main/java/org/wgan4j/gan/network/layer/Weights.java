package org.wgan4j.gan.network.layer;

import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * The tensors of one layer by their names within it. The network owns them; for use by the thread that uses the network.
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

    /** The layer's bias in compute precision, if it has one. */
    TensorOptional bias(boolean present, ForwardContext context) {
        return present ? new TensorOptional(context.compute().toComputePrecision(get("bias"))) : new TensorOptional();
    }
}

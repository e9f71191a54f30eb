package org.wgan4j.gan.network.layer;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * A layer that is linear between its kinks, so that its input gradient is again a layer: the transposed map, with the kinks' pattern held.
 *
 * <p>Chained backwards, such maps give a critic's input gradient as an ordinary network of its weights. The gradient penalty then needs one
 * backward pass instead of a double one; see docs/decisions/0003-penalty-without-double-backward.md. A layer of one's own keeps no state between calls.
 */
public interface PiecewiseLinear extends Layer {
    /** Maps a batch, and keeps what the transposed map needs. */
    Linearization linearize(Tensor x, Weights weights, ForwardContext context);

    /**
     * The layer at one batch.
     *
     * @param output of the layer
     * @param pullBack maps a gradient with respect to the output to one with respect to the input, differentiable in the weights
     */
    record Linearization(Tensor output, UnaryOperator<Tensor> pullBack) {}
}

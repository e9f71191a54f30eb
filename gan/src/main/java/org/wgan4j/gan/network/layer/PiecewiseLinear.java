package org.wgan4j.gan.network.layer;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * A piecewise linear layer, whose input gradient is the transposed linear map at the given input.
 *
 * <p>Chained backwards, these maps give the input gradient of a critic as a differentiable function of its weights, so that the gradient penalty
 * needs one backward pass instead of a double one; see docs/decisions/0003-penalty-without-double-backward.md. Implementations are immutable and
 * safe for use by several threads.
 */
public interface PiecewiseLinear extends Layer {
    /** Maps a batch, and gives the transposed map at it. */
    Linearization linearize(Tensor x, Weights weights, ForwardContext context);

    /**
     * The linearisation of the layer at one batch. It holds tensors of the memory scope in which it was made, for use on one thread.
     *
     * @param output of the layer
     * @param pullBack maps a gradient with respect to the output to one with respect to the input, differentiable in the weights
     */
    record Linearization(Tensor output, UnaryOperator<Tensor> pullBack) {}
}

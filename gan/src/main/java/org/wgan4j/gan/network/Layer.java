package org.wgan4j.gan.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.convolution.ConvolutionSpec;

/**
 * One layer of a network, as data: what it does to shapes, which tensors it has, and how it maps a batch.
 *
 * <p>A summary, a checkpoint's names, an export and the arithmetic all read the same list of layers.
 */
public sealed interface Layer permits PiecewiseLinear, BatchNorm, OutputActivation {
    /** The shape of the output for an input shape; an input that does not fit is refused with its shape. */
    Shape output(Shape input);

    /** The tensors that the layer has for an input shape. */
    default List<Parameter> parameters(Shape input) {
        return List.of();
    }

    /** Maps a batch {@code [n, input]} to {@code [n, output]}. */
    Tensor forward(Tensor x, Weights weights, ForwardContext pass);

    /** The convolution that the layer is, for an input shape, or nothing. */
    default Optional<ConvolutionSpec> imageMap(Shape input) {
        return Optional.empty();
    }

    /** The layer in a few words, for summaries: {@code convolution 64 -> 128, 5x5, stride 2, padding 2}. */
    String description();
}

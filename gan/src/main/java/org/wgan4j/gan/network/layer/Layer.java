package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.network.Network;

/**
 * One layer of a network, as data: what it does to shapes, which tensors it has, and how it maps a batch.
 *
 * <p>A summary, a checkpoint's names, an export and the arithmetic all read the same list of layers. Layers of one's own implement this
 * interface, or {@link PiecewiseLinear} where they are linear between kinks. A layer holds numbers only, never tensors: its weights are
 * declared by {@link #parameters}, drawn and owned by the {@link Network}, and handed to {@link #forward}; it is safe for use by several
 * threads.
 */
public interface Layer {
    /** The shape of the output for an input shape; an input that does not fit is refused with its shape. */
    Shape output(Shape input);

    /** The tensors that the layer has for an input shape. */
    default List<Parameter> parameters(Shape input) {
        return List.of();
    }

    /**
     * Maps a batch {@code [n, input]} to {@code [n, output]}. Called inside a memory scope, which frees the tensors that it makes.
     *
     * @param weights of this layer, by the names that {@link #parameters} declares
     */
    Tensor forward(Tensor x, Weights weights, ForwardContext context);

    /** How many multiplications {@link #forward} makes for one sample of an input shape; 0 where they do not count. */
    default long multiplications(Shape input) {
        return 0;
    }

    /** Whether the output for a sample depends on the other samples of its batch, as with batch norm. */
    default boolean mixesSamples() {
        return false;
    }

    /** The convolution that the layer is, for an input shape, or nothing. */
    default Optional<ConvolutionSpec> imageMap(Shape input) {
        return Optional.empty();
    }

    /** The layer in a few words, for summaries: {@code convolution 64 -> 128, 5x5, stride 2, padding 2}. */
    String description();
}

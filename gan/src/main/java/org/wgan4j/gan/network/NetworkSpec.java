package org.wgan4j.gan.network;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.PiecewiseLinear;
import org.wgan4j.gan.network.layer.Shape;

/**
 * The specification of a network without weights: the shape of one sample and the layers, whose shapes are checked.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param input shape of one sample
 * @param layers from input to output, at least one
 */
public record NetworkSpec(Shape input, List<Layer> layers) {
    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one layer, found none");
        }
        Shape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
    }

    /**
     * A layer at its position in the network. Immutable and safe for use by several threads.
     *
     * @param index from 0
     * @param input shape of one sample
     * @param output shape of one sample
     * @param parameters of the layer for that input
     */
    public record PlacedLayer(int index, Layer layer, Shape input, Shape output, List<Parameter> parameters) {
        /** The number of elements of its tensors. */
        public long parameterCount() {
            return parameters.stream().mapToLong(p -> p.shape().elements()).sum();
        }

        /** The multiplications of a forward pass of one sample. */
        public long multiplications() {
            return layer.multiplications(input);
        }

        /** The number of those that an optimiser updates. */
        public long trainableParameterCount() {
            return parameters.stream()
                    .filter(p -> p.role().trainable())
                    .mapToLong(p -> p.shape().elements())
                    .sum();
        }

        /** The name of a tensor in checkpoints: {@code <index>.<name>}, as in PyTorch's Sequential. */
        public String tensorName(Parameter parameter) {
            return index + "." + parameter.name();
        }
    }

    /** The layers with their positions, shapes and parameters. */
    public List<PlacedLayer> placedLayers() {
        List<PlacedLayer> placed = new ArrayList<>();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            placed.add(new PlacedLayer(i, layer, shape, layer.output(shape), layer.parameters(shape)));
            shape = layer.output(shape);
        }
        return placed;
    }

    /** The shape of one result. */
    public Shape output() {
        List<PlacedLayer> placed = placedLayers();
        return placed.get(placed.size() - 1).output();
    }

    /** The number of elements of all tensors, moving statistics included, as Keras counts. */
    public long parameterCount() {
        return placedLayers().stream().mapToLong(PlacedLayer::parameterCount).sum();
    }

    /** The number of those that an optimiser updates. */
    public long trainableParameterCount() {
        return placedLayers().stream()
                .mapToLong(PlacedLayer::trainableParameterCount)
                .sum();
    }

    /** Whether all layers are piecewise linear, so that the input gradient needs no double backward pass. */
    public boolean piecewiseLinear() {
        return layers.stream().allMatch(PiecewiseLinear.class::isInstance);
    }
}

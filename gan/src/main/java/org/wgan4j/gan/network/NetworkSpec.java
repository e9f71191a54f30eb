package org.wgan4j.gan.network;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.PiecewiseLinear;
import org.wgan4j.gan.network.layer.Shape;

/**
 * A network before it has weights: the shape of one sample and the layers, checked to fit each other.
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

    /** One layer in its place. */
    public record Row(int index, Layer layer, Shape input, Shape output, List<Parameter> parameters) {
        /** How many numbers its tensors hold. */
        public long numbers() {
            return parameters.stream().mapToLong(p -> p.shape().elements()).sum();
        }

        /** How many multiplications the layer makes for one sample, forward. */
        public long multiplications() {
            return layer.multiplications(input);
        }

        /** How many of them an optimiser updates. */
        public long trainableNumbers() {
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

    /** The layers with their shapes and tensors. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            rows.add(new Row(i, layer, shape, layer.output(shape), layer.parameters(shape)));
            shape = layer.output(shape);
        }
        return rows;
    }

    /** The shape of one result. */
    public Shape output() {
        List<Row> rows = rows();
        return rows.get(rows.size() - 1).output();
    }

    /** How many numbers all tensors hold, moving statistics among them, as Keras counts. */
    public long numbers() {
        return rows().stream().mapToLong(Row::numbers).sum();
    }

    /** How many of them an optimiser updates. */
    public long trainableNumbers() {
        return rows().stream().mapToLong(Row::trainableNumbers).sum();
    }

    /** Whether the network is linear between its kinks, so that its input gradient is a network itself. */
    public boolean piecewiseLinear() {
        return layers.stream().allMatch(PiecewiseLinear.class::isInstance);
    }
}

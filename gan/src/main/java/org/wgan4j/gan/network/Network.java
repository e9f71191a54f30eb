package org.wgan4j.gan.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.PiecewiseLinear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * A sequential network with weights: it maps batches {@code [n, input]} to {@code [n, output]}.
 *
 * <p>It owns the weights, which live outside any memory scope; closing it frees them. Use it on one thread at a time.
 */
public final class Network implements AutoCloseable {
    private final NetworkSpec spec;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Weights> weights = new ArrayList<>();
    private ConvolutionPlan convolutionPlan = ConvolutionPlan.PLAIN;

    private Network(NetworkSpec spec) {
        this.spec = spec;
    }

    /** A network with weights drawn from the stream, each tensor from the child stream of its name. */
    public static Network create(NetworkSpec spec, Compute compute, RandomStream random) {
        Network network = new Network(spec);
        NativeScope.run(() -> {
            for (NetworkSpec.PlacedLayer row : spec.placedLayers()) {
                Map<String, Tensor> ofLayer = new LinkedHashMap<>();
                for (Parameter parameter : row.parameters()) {
                    String name = row.tensorName(parameter);
                    Tensor tensor = NativeScope.keep(compute.place(draw(parameter, random.child(name))));
                    tensor.requires_grad_(parameter.role().trainable());
                    ofLayer.put(parameter.name(), tensor);
                    network.tensors.put(name, tensor);
                    network.parameters.put(name, parameter);
                }
                network.weights.add(new Weights(ofLayer));
            }
        });
        return network;
    }

    private static Tensor draw(Parameter parameter, RandomStream random) {
        long[] shape =
                parameter.shape().sizes().stream().mapToLong(Long::longValue).toArray();
        return parameter.init().draw(shape, parameter.fanIn(), parameter.fanOut(), random);
    }

    /**
     * Sets the algorithms and the memory layout of the convolutions. The results stay the same up to rounding; kernels are laid out anew in memory,
     * their names, shapes and values stay.
     */
    public void use(ConvolutionPlan chosen) {
        convolutionPlan = chosen;
        NativeScope.run(() -> spec.placedLayers().forEach(this::applyLayout));
    }

    private void applyLayout(NetworkSpec.PlacedLayer row) {
        row.layer().convolution(row.input()).ifPresent(spec -> {
            Tensor weight = weights.get(row.index()).get("weight");
            weight.set_data(convolutionPlan.layoutOf(spec).of(weight.detach()));
        });
    }

    /** The algorithms and the memory layout of the convolutions. */
    public ConvolutionPlan convolutionPlan() {
        return convolutionPlan;
    }

    /** Maps a batch to float32 results. */
    public Tensor forward(Tensor x, ForwardContext context) {
        Tensor y = x;
        for (int i = 0; i < weights.size(); i++) {
            if (!isFusedIntoLinear(i, y)) {
                y = spec.layers().get(i).forward(y, weights.get(i), contextOfLayer(context, i));
            }
        }
        return context.compute().toFloat32(y);
    }

    /** Whether a layer only flattens channels-last images for a linear layer after it, which reads them without a copy. */
    private boolean isFusedIntoLinear(int layer, Tensor x) {
        return convolutionPlan.layout() == MemoryLayout.CHANNELS_LAST
                && x.dim() == 4
                && spec.layers().get(layer) instanceof Reshape
                && layer + 1 < weights.size()
                && spec.layers().get(layer + 1) instanceof Linear;
    }

    /**
     * The gradient of the sum of all outputs with respect to the input, differentiable in the weights.
     *
     * <p>Only for {@linkplain NetworkSpec#piecewiseLinear piecewise linear} networks. The forward pass that finds the kinks'
     * pattern runs outside autograd; the chain of transposed layers inside it, so that the result is differentiable in the weights.
     *
     * @param x of shape {@code [n, input]}
     * @return of the shape of x, float32
     */
    public Tensor inputGradient(Tensor x, ForwardContext context) {
        List<UnaryOperator<Tensor>> pullBacks = new ArrayList<>();
        Tensor output = Tensors.withoutGradients(() -> {
            Tensor y = x.detach();
            for (int i = 0; i < weights.size(); i++) {
                if (isFusedIntoLinear(i, y)) {
                    continue;
                }
                if (!(spec.layers().get(i) instanceof PiecewiseLinear layer)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "layer %d (%s) is not piecewise linear",
                            i,
                            spec.layers().get(i).description()));
                }
                PiecewiseLinear.Linearization linearization =
                        layer.linearize(y, weights.get(i), contextOfLayer(context, i));
                pullBacks.add(linearization.pullBack());
                y = linearization.output();
            }
            return y;
        });
        Tensor gradient = torch.ones_like(output);
        for (int i = pullBacks.size() - 1; i >= 0; i--) {
            gradient = pullBacks.get(i).apply(gradient);
        }
        return context.compute().toFloat32(gradient);
    }

    private ForwardContext contextOfLayer(ForwardContext context, int layer) {
        ForwardContext ofNetwork = context.with(convolutionPlan);
        return ofNetwork.dropout() ? ofNetwork.with(ofNetwork.random().child(layer)) : ofNetwork;
    }

    /** The layers. */
    public NetworkSpec spec() {
        return spec;
    }

    /** All tensors by name, in the order of the layers: {@code 0.weight}, {@code 1.running_mean}. */
    public Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** The tensor of that name. */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no tensor %s in a network of %s", name, tensors.keySet()));
        }
        return tensor;
    }

    /** The parameter of that name. */
    public Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no tensor %s in a network of %s", name, tensors.keySet()));
        }
        return parameter;
    }

    /** The tensors that an optimiser updates. */
    public Map<String, Tensor> trainable() {
        return withRole(Parameter.Role::trainable);
    }

    /** The tensors whose role passes the test. */
    public Map<String, Tensor> withRole(Predicate<Parameter.Role> test) {
        Map<String, Tensor> chosen = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (test.test(parameter(name).role())) {
                chosen.put(name, tensor);
            }
        });
        return chosen;
    }

    /** Runs the work with weights that require no gradient. */
    public <T> T frozen(Supplier<T> work) {
        Map<String, Tensor> trainable = trainable();
        trainable.values().forEach(tensor -> tensor.requires_grad_(false));
        try {
            return work.get();
        } finally {
            trainable.values().forEach(tensor -> tensor.requires_grad_(true));
        }
    }

    /** Overwrites every tensor with the one of the same name; the names and sizes must be the same. */
    public void copyFrom(Network other) {
        NativeScope.run(() ->
                Tensors.withoutGradients(() -> tensors.forEach((name, tensor) -> tensor.copy_(other.tensor(name)))));
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
    }
}

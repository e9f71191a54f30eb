package org.wgan4j.gan.objective;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * A penalty on the norm of the critic's gradient between real and generated samples (Gulrajani et al. 2017, Algorithm 1): a point is drawn
 * uniformly between each real sample and a generated one, and the norm over all of its numbers is penalised there.
 *
 * <p>Immutable and safe for use by several threads; its tensors belong to the caller's memory scope.
 *
 * @param weight lambda in the paper, above 0
 * @param ofNorms maps the norms {@code [n]} to the penalty of each point {@code [n]}, differentiably
 */
public record GradientPenalty(double weight, UnaryOperator<Tensor> ofNorms) {
    /** Under the root, so that the norm has a gradient where the critic is flat. */
    private static final double NORM_EPSILON = 1e-12;

    /** The reason why the split schedule does not suit a gradient penalty. */
    static final String NEEDS_BOTH =
            "the gradient penalty needs real and fake images in one step: use alternating or simultaneous";

    private static final int CHECKED_SAMPLES = 4;

    /** Refuses a weight that is not above 0. */
    public GradientPenalty {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("the weight of the gradient penalty is above 0, found " + weight);
        }
    }

    /**
     * The weighted penalty, with the terms {@code gradient_penalty} (the mean without the weight), {@code gradient_norm_mean} and
     * {@code gradient_norm_max}.
     *
     * @param real {@code [n, channels, height, width]}
     * @param fake of the same shape
     */
    public Loss loss(Critic critic, Tensor real, Tensor fake, ForwardContext context) {
        Tensor between = torch.lerp(real, fake.detach(), mixing(real.size(0), context));
        Tensor norms = norms(critic.inputGradient(between, context));
        Tensor mean = ofNorms.apply(norms).mean();
        Map<String, Tensor> terms = new LinkedHashMap<>();
        terms.put("gradient_penalty", mean);
        terms.put("gradient_norm_mean", norms.mean());
        terms.put("gradient_norm_max", norms.max());
        return new Loss(mean.mul(new Scalar((float) weight)), terms);
    }

    /** The interpolation weights that {@link #loss} uses in the same context: {@code [n, 1, 1, 1]}, in [0, 1). */
    public static Tensor mixing(long n, ForwardContext context) {
        return context.random().child("mixing").uniform(context.compute(), n, 1, 1, 1);
    }

    private static Tensor norms(Tensor gradients) {
        return gradients
                .reshape(gradients.size(0), -1)
                .square()
                .sum(1)
                .add(new Scalar(NORM_EPSILON))
                .sqrt();
    }

    /**
     * Refuses a critic under which the penalty would train without an error and yet bound nothing.
     *
     * @throws ActionableException if samples of a batch share their gradients, or the penalty has no gradient in a kernel or matrix
     */
    public void check(Critic critic, Compute compute) {
        refuseMixedSamples(critic.network().spec());
        refuseDeadWeights(critic, compute);
    }

    private static void refuseMixedSamples(NetworkSpec critic) {
        critic.layers().stream().filter(Layer::mixesSamples).findFirst().ifPresent(layer -> {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The critic has %s, and under a gradient penalty each image needs a gradient of its own, which that layer mixes (Gulrajani et al. 2017, section 4): set network.criticBatchNorm to false, or objective.name to wgan or gan.",
                    layer.description()));
        });
    }

    /** The squared norm, which is 0 for a constant critic alone; the penalty itself can be 0 for others. */
    private void refuseDeadWeights(Critic critic, Compute compute) {
        Network network = critic.network();
        RandomStream random = RandomStream.root(0).child("preflight");
        long[] shape = network.spec().input().batched(CHECKED_SAMPLES);
        Tensor real = random.child("real").uniform(compute, shape);
        Tensor fake = random.child("fake").uniform(compute, shape);
        ForwardContext context = ForwardContext.training(compute, random).with(ForwardContext.Statistics.BATCH);
        Tensor penalty = new GradientPenalty(weight, Tensor::square)
                .loss(critic, real, fake, context)
                .total();
        Map<String, Tensor> weights =
                network.withRole(role -> role == Parameter.Role.CONVOLUTION_KERNEL || role == Parameter.Role.MATRIX);
        TensorVector gradients =
                Tensors.gradients(penalty, new TensorVector(weights.values().toArray(new Tensor[0])), false, false);
        long i = 0;
        for (String name : weights.keySet()) {
            Tensor gradient = gradients.get(i++);
            if (!gradient.defined() || gradient.norm().item_double() == 0) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "The gradient penalty does not reach the critic's tensor %s (%s), so it would hold nothing: check the critic's layers.",
                        name,
                        layerOf(network, name)));
            }
        }
    }

    private static String layerOf(Network network, String tensor) {
        int layer = Integer.parseInt(tensor.split("\\.", 2)[0]);
        return network.spec().layers().get(layer).description();
    }
}

package org.wgan4j.gan.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.torch.Tensors;

/**
 * The network that scores samples: it maps images {@code [n, channels, height, width]} to one score each, without a sigmoid. In the original GAN it is
 * called the discriminator, and its score is a logit.
 *
 * <p>It owns its network: closing it frees the weights. Use it on one thread at a time.
 */
public record Critic(Network network) implements AutoCloseable {
    public Critic {
        NetworkSpec spec = network.spec();
        if (spec.output().elements() != 1) {
            throw new IllegalArgumentException("a critic gives one score an image, found " + spec.output());
        }
    }

    /** The scores f(x), of shape {@code [n]}. */
    public Tensor score(Tensor x, ForwardContext context) {
        return network.forward(x, context).reshape(x.size(0));
    }

    /**
     * The gradient of each image's score with respect to its pixels, of the shape of x and differentiable in the weights.
     *
     * <p>A piecewise-linear critic gives it without a double backward pass; any other goes through autograd.
     */
    public Tensor inputGradient(Tensor x, ForwardContext context) {
        return network.spec().piecewiseLinear()
                ? network.inputGradient(x, context)
                : inputGradientByAutograd(x, context);
    }

    /** The same by autograd with a graph of the gradient, for any critic. */
    public Tensor inputGradientByAutograd(Tensor x, ForwardContext context) {
        Tensor point = x.detach().requires_grad_(true);
        Tensor total = score(point, context).sum();
        return Tensors.gradients(total, new TensorVector(point), true, true).get(0);
    }

    @Override
    public void close() {
        network.close();
    }
}

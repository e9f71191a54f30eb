package org.wgan4j.gan.network;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.torch.RandomStream;

/**
 * The network that generates samples: it maps latents, standard normal noise {@code [n, latentSize]}, to images {@code [n, channels, height, width]} in
 * [-1, 1].
 *
 * <p>It owns its network: closing it frees the weights. Use it on one thread at a time.
 */
public record Generator(Network network) implements AutoCloseable {
    public Generator {
        NetworkSpec spec = network.spec();
        if (spec.input().rank() != 1 || spec.output().rank() != 3) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a generator maps flat latents to channels x height x width, found %s to %s",
                    spec.input(),
                    spec.output()));
        }
    }

    /** The size of one latent vector. */
    public long latentSize() {
        return network.spec().input().size(0);
    }

    /** The shape of one image. */
    public ImageShape imageShape() {
        Shape shape = network.spec().output();
        return new ImageShape((int) shape.size(0), (int) shape.size(1), (int) shape.size(2));
    }

    /** The images of the given latents. */
    public Tensor generate(Tensor latents, ForwardContext context) {
        return network.forward(latents, context);
    }

    /** Images of n latents drawn from the stream. */
    public Tensor sample(long n, RandomStream random, ForwardContext context) {
        return generate(random.normal(context.compute(), n, latentSize()), context);
    }

    @Override
    public void close() {
        network.close();
    }
}

package org.wgan4j.gan.network.layer;

import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;

/**
 * The settings of a forward pass: the statistics of batch norm, whether dropout is on, device and precision, random numbers.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param compute device and precision
 * @param statistics that batch norm divides by
 * @param dropout whether dropout is on
 * @param random the stream of the random numbers of this pass, such as dropout masks
 * @param convolutionPlan the algorithms of convolutions; a network passes its own to its layers
 */
public record ForwardContext(
        Compute compute, Statistics statistics, boolean dropout, RandomStream random, ConvolutionPlan convolutionPlan) {
    /** A forward pass with the convolution plan of the network. */
    public ForwardContext(Compute compute, Statistics statistics, boolean dropout, RandomStream random) {
        this(compute, statistics, dropout, random, ConvolutionPlan.PLAIN);
    }

    /** The statistics that batch norm normalises with. */
    public enum Statistics {
        /** Those of the batch, which also update the moving ones. Keras's {@code training=True}. */
        BATCH_AND_UPDATE,
        /** Those of the batch; the moving ones do not change. */
        BATCH,
        /** The moving ones. Keras's {@code training=False} and {@code predict}. */
        MOVING
    }

    /** A forward pass in training: batch statistics, dropout on. */
    public static ForwardContext training(Compute compute, RandomStream random) {
        return new ForwardContext(compute, Statistics.BATCH_AND_UPDATE, true, random);
    }

    /** A forward pass in inference: moving statistics, no dropout. */
    public static ForwardContext inference(Compute compute) {
        return new ForwardContext(compute, Statistics.MOVING, false, RandomStream.root(0));
    }

    /** This context with another random stream. */
    public ForwardContext with(RandomStream other) {
        return new ForwardContext(compute, statistics, dropout, other, convolutionPlan);
    }

    /** This context with other statistics. */
    public ForwardContext with(Statistics other) {
        return new ForwardContext(compute, other, dropout, random, convolutionPlan);
    }

    /** This context with another convolution plan. */
    public ForwardContext with(ConvolutionPlan other) {
        return new ForwardContext(compute, statistics, dropout, random, other);
    }
}

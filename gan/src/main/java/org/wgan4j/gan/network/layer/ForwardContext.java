package org.wgan4j.gan.network.layer;

import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;

/**
 * How a network is passed through: which statistics batch norm uses, whether dropout drops, and where the arithmetic runs.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param compute device and precision
 * @param statistics that batch norm divides by
 * @param dropout whether dropout is on
 * @param random the stream of the dropout masks of this pass
 * @param convolutionPlan how convolutions are computed: a network passes its own to its layers
 */
public record ForwardContext(
        Compute compute, Statistics statistics, boolean dropout, RandomStream random, ConvolutionPlan convolutionPlan) {
    /** A pass whose kernels are the network's. */
    public ForwardContext(Compute compute, Statistics statistics, boolean dropout, RandomStream random) {
        this(compute, statistics, dropout, random, ConvolutionPlan.PLAIN);
    }

    /** What batch norm normalises with. */
    public enum Statistics {
        /** Those of the batch; the moving ones follow. Keras's {@code training=True}. */
        BATCH_AND_UPDATE,
        /** Those of the batch; the moving ones stay. */
        BATCH,
        /** The moving ones. Keras's {@code training=False} and {@code predict}. */
        MOVING
    }

    /** A pass in training: batch statistics, dropout on. */
    public static ForwardContext training(Compute compute, RandomStream random) {
        return new ForwardContext(compute, Statistics.BATCH_AND_UPDATE, true, random);
    }

    /** A pass for use: moving statistics, no dropout. */
    public static ForwardContext inference(Compute compute) {
        return new ForwardContext(compute, Statistics.MOVING, false, RandomStream.root(0));
    }

    /** The same pass with the masks of another stream. */
    public ForwardContext with(RandomStream other) {
        return new ForwardContext(compute, statistics, dropout, other, convolutionPlan);
    }

    /** The same pass with other statistics. */
    public ForwardContext with(Statistics other) {
        return new ForwardContext(compute, other, dropout, random, convolutionPlan);
    }

    /** The same pass with other kernels. */
    public ForwardContext with(ConvolutionPlan other) {
        return new ForwardContext(compute, statistics, dropout, random, other);
    }
}

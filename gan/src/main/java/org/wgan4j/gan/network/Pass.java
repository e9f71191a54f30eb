package org.wgan4j.gan.network;

import org.wgan4j.gan.kernel.Kernels;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;

/**
 * How a network is passed through: which statistics batch norm uses, whether dropout drops, and where the arithmetic runs.
 *
 * @param compute device and precision
 * @param statistics that batch norm divides by
 * @param dropout whether dropout is on
 * @param random the stream of the dropout masks of this pass
 * @param kernels how convolutions are computed: a network passes its own to its layers
 */
public record Pass(Compute compute, Statistics statistics, boolean dropout, RandomStream random, Kernels kernels) {
    /** A pass whose kernels are the network's. */
    public Pass(Compute compute, Statistics statistics, boolean dropout, RandomStream random) {
        this(compute, statistics, dropout, random, Kernels.PLAIN);
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
    public static Pass training(Compute compute, RandomStream random) {
        return new Pass(compute, Statistics.BATCH_AND_UPDATE, true, random);
    }

    /** A pass for use: moving statistics, no dropout. */
    public static Pass inference(Compute compute) {
        return new Pass(compute, Statistics.MOVING, false, RandomStream.root(0));
    }

    /** The same pass with the masks of another stream. */
    public Pass with(RandomStream other) {
        return new Pass(compute, statistics, dropout, other, kernels);
    }

    /** The same pass with other statistics. */
    public Pass with(Statistics other) {
        return new Pass(compute, other, dropout, random, kernels);
    }

    /** The same pass with other kernels. */
    Pass with(Kernels other) {
        return new Pass(compute, statistics, dropout, random, other);
    }
}

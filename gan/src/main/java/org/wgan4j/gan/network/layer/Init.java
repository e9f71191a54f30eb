package org.wgan4j.gan.network.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;

/** An initialisation of a weight tensor. Implementations are immutable and safe for use by several threads. */
public interface Init {
    /**
     * Draws the tensor.
     *
     * @param shape of the tensor
     * @param fanIn the number of inputs of one output
     * @param fanOut the number of outputs of one input
     */
    Tensor draw(long[] shape, long fanIn, long fanOut, RandomStream random);

    /** Every element the same. */
    record Constant(double value) implements Init {
        @Override
        public Tensor draw(long[] shape, long fanIn, long fanOut, RandomStream random) {
            return torch.full(shape, new Scalar((float) value));
        }
    }

    /** Normal with mean 0 and the given standard deviation. */
    record Normal(double standardDeviation) implements Init {
        @Override
        public Tensor draw(long[] shape, long fanIn, long fanOut, RandomStream random) {
            return random.normal(Compute.CPU, shape).mul(new Scalar((float) standardDeviation));
        }
    }

    /** Uniform within sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio 2010): Keras's default. */
    record GlorotUniform() implements Init {
        @Override
        public Tensor draw(long[] shape, long fanIn, long fanOut, RandomStream random) {
            return random.uniformWithin(Math.sqrt(6.0 / (double) (fanIn + fanOut)), shape);
        }
    }

    /** Uniform within 1 / sqrt(fanIn) (He et al. 2015 with a = sqrt 5): PyTorch's default for weights and biases. */
    record FanInUniform() implements Init {
        @Override
        public Tensor draw(long[] shape, long fanIn, long fanOut, RandomStream random) {
            return random.uniformWithin(1 / Math.sqrt((double) fanIn), shape);
        }
    }
}

package org.wgan4j.gan.training;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Updates named tensors from their gradients, and knows its own state by name so that a checkpoint can hold it.
 *
 * <p>Ours rather than libtorch's because the two great libraries place epsilon differently and a run must resume to the bit.
 */
sealed interface Optimizer extends AutoCloseable permits Adam, RmsProp {
    /** The tensors that it updates, by name, in the order of the gradients. */
    Map<String, Tensor> parameters();

    /**
     * One step against the gradients, which come in the order of the parameters; an undefined one leaves its tensor alone.
     *
     * @param learningRate of this step
     */
    void step(TensorVector gradients, double learningRate);

    /** The moving averages by name, such as {@code 0.weight.square}. */
    Map<String, Tensor> state();

    /** How many steps were made. */
    long steps();

    /** Sets the number of steps made, when a checkpoint is loaded. */
    void restoreSteps(long steps);

    @Override
    default void close() {
        state().values().forEach(Tensor::close);
    }
}

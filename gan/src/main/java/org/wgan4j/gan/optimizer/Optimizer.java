package org.wgan4j.gan.optimizer;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.torch.Tensors;

/**
 * An optimiser of named tensors, with a named state that checkpoints store.
 *
 * <p>Implemented here, since PyTorch and Keras place epsilon differently and a resumed run must equal an uninterrupted one to the bit.
 *
 * <p>It owns its state and updates the given tensors in place; closing it frees the state alone. Use it on one thread at a time.
 */
public sealed interface Optimizer extends AutoCloseable permits Adam, RmsProp {
    /** The optimiser of the settings for the given tensors. */
    static Optimizer of(OptimizerSettings settings, Map<String, Tensor> parameters) {
        return switch (settings.name()) {
            case ADAM -> new Adam(settings, parameters);
            case RMSPROP -> new RmsProp(settings, parameters);
        };
    }

    /** The tensors that it updates, by name, in the order of the gradients. */
    Map<String, Tensor> parameters();

    /**
     * One step against the gradients, which come in the order of the parameters; a tensor with an undefined one is not changed.
     *
     * @param learningRate of this step
     */
    void step(TensorVector gradients, double learningRate);

    /** The moving averages that it keeps, by name, such as {@code 0.weight.square}. */
    Map<String, Tensor> state();

    /** The gradients of a loss with respect to the parameters, in their order; undefined where it does not depend on one. */
    default TensorVector gradients(Tensor loss, boolean retainGraph) {
        return Tensors.gradients(
                loss, new TensorVector(parameters().values().toArray(new Tensor[0])), retainGraph, false);
    }

    /** One step against the gradient of the loss with respect to the parameters. */
    default void descend(Tensor loss, double learningRate) {
        step(gradients(loss, false), learningRate);
    }

    /** How many steps were made. */
    long steps();

    /** Sets the number of steps made, when a checkpoint is loaded. */
    void restoreSteps(long steps);

    /** The update of one parameter, in place. */
    @FunctionalInterface
    interface Update {
        /** Moves the weight of that name against its gradient. */
        void apply(String name, Tensor weight, Tensor gradient);
    }

    /** Applies the update to each parameter whose gradient is defined, outside autograd. */
    default void updateEach(TensorVector gradients, Update update) {
        Tensors.withoutGradients(() -> {
            long i = 0;
            for (Map.Entry<String, Tensor> parameter : parameters().entrySet()) {
                Tensor gradient = gradients.get(i++);
                if (gradient.defined()) {
                    update.apply(parameter.getKey(), parameter.getValue(), gradient);
                }
            }
        });
    }

    @Override
    default void close() {
        state().values().forEach(Tensor::close);
    }
}

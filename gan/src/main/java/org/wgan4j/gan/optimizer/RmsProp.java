package org.wgan4j.gan.optimizer;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerSettings;

/** RMSprop (Tieleman and Hinton 2012) without momentum, with epsilon inside the root as in Keras or outside as in libtorch. */
final class RmsProp implements Optimizer {
    private final Map<String, Tensor> parameters;
    private final OptimizerSettings settings;
    private final Moments square;
    private long steps;

    RmsProp(OptimizerSettings settings, Map<String, Tensor> parameters) {
        this.settings = settings;
        this.parameters = parameters;
        this.square = Moments.zeros("square", parameters);
    }

    @Override
    public void step(TensorVector gradients, double learningRate) {
        steps++;
        Scalar decay = new Scalar(settings.rho());
        Scalar gain = new Scalar(1 - settings.rho());
        Scalar epsilon = new Scalar(settings.epsilon());
        Scalar rate = new Scalar(-learningRate);
        boolean inside = settings.epsilonPlacement() == EpsilonPlacement.INSIDE_ROOT;
        updateEach(gradients, (name, weight, gradient) -> {
            Tensor v = square.of(name);
            v.mul_(decay).addcmul_(gradient, gradient, gain);
            Tensor root = inside ? v.add(epsilon).sqrt_() : v.sqrt().add_(epsilon);
            weight.addcdiv_(gradient, root, rate);
        });
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> state() {
        return Moments.state(square);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void restoreSteps(long made) {
        steps = made;
    }
}

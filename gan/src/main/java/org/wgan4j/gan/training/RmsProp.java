package org.wgan4j.gan.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.torch.Tensors;

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
        Tensors.withoutGradients(() -> {
            long i = 0;
            for (Map.Entry<String, Tensor> parameter : parameters.entrySet()) {
                Tensor gradient = gradients.get(i++);
                if (gradient.defined()) {
                    Tensor v = square.of(parameter.getKey());
                    v.mul_(decay).addcmul_(gradient, gradient, gain);
                    Tensor root = inside ? v.add(epsilon).sqrt_() : v.sqrt().add_(epsilon);
                    parameter.getValue().addcdiv_(gradient, root, rate);
                }
            }
        });
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        square.addTo(state);
        return state;
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

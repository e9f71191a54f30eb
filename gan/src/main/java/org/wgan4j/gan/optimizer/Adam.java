package org.wgan4j.gan.optimizer;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerSettings;

/**
 * Adam (Kingma and Ba 2015).
 *
 * <p>With epsilon outside the root it is added to the corrected root mean square, as in Algorithm 1 of the paper and in libtorch; before the
 * correction it is the paper's epsilon hat of section 2, as in Keras.
 */
final class Adam implements Optimizer {
    private final Map<String, Tensor> parameters;
    private final OptimizerSettings settings;
    private final Moments mean;
    private final Moments square;
    private long steps;

    Adam(OptimizerSettings settings, Map<String, Tensor> parameters) {
        this.settings = settings;
        this.parameters = parameters;
        this.mean = Moments.zeros("mean", parameters);
        this.square = Moments.zeros("square", parameters);
    }

    @Override
    public void step(TensorVector gradients, double learningRate) {
        steps++;
        double meanCorrection = 1 - Math.pow(settings.beta1(), (double) steps);
        double rootCorrection = Math.sqrt(1 - Math.pow(settings.beta2(), (double) steps));
        boolean correctedRoot = settings.epsilonPlacement() == EpsilonPlacement.OUTSIDE_ROOT;
        Scalar divisor = new Scalar(correctedRoot ? rootCorrection : 1);
        Scalar rate = new Scalar(-learningRate / meanCorrection * (correctedRoot ? 1 : rootCorrection));
        Scalar meanGain = new Scalar(1 - settings.beta1());
        Scalar squareDecay = new Scalar(settings.beta2());
        Scalar squareGain = new Scalar(1 - settings.beta2());
        Scalar epsilon = new Scalar(settings.epsilon());
        updateEach(gradients, (name, weight, gradient) -> {
            Tensor m = mean.of(name);
            Tensor v = square.of(name);
            m.lerp_(gradient, meanGain);
            v.mul_(squareDecay).addcmul_(gradient, gradient, squareGain);
            Tensor root = v.sqrt().div_(divisor).add_(epsilon);
            weight.addcdiv_(m, root, rate);
        });
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> state() {
        return Moments.state(mean, square);
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

package org.wgan4j.gan.extension;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.objective.ObjectiveFactory;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.recipe.OptionDeclaration;

/** The least-squares GAN (Mao et al. 2017): real scores are drawn to a target, generated ones to 0. */
public record LeastSquares(double target) implements Objective {
    @Override
    public Tensor realLoss(Tensor realScores) {
        return realScores.sub(new Scalar((float) target)).square().mean();
    }

    @Override
    public Tensor fakeLoss(Tensor fakeScores) {
        return fakeScores.square().mean();
    }

    @Override
    public Tensor generatorLoss(Tensor fakeScores) {
        return realLoss(fakeScores);
    }

    /** Its provider. */
    public static final class Factory implements ObjectiveFactory {
        @Override
        public String name() {
            return "least-squares";
        }

        @Override
        public String summary() {
            return "The least-squares GAN (Mao et al. 2017).";
        }

        @Override
        public String defaults() {
            return "objective: {criticSteps: 2}\ncriticOptimizer: {learningRate: 3e-4}\n";
        }

        @Override
        public List<OptionDeclaration> options() {
            return List.of(new OptionDeclaration("target", 1, "(0, 100]", "the score of real images"));
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new LeastSquares(settings.option("target"));
        }
    }
}

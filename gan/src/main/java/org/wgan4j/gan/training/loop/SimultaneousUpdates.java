package org.wgan4j.gan.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.torch.NativeScope;

/**
 * One forward pass of one real and one fake batch from which both networks are updated with the gradients at the old weights: the
 * training step of TensorFlow's DCGAN tutorial.
 */
record SimultaneousUpdates(StepContext context) implements UpdateSchedule {
    @Override
    public StepResult run(long step, LearningRates rates) {
        LossAccumulator terms = new LossAccumulator();
        NativeScope.run(() -> bothSteps(step, rates, terms));
        context.timer().criticStep(step);
        Map<String, Double> means = terms.means();
        Map<String, Double> seed = new LinkedHashMap<>();
        seed.put("disc_loss", means.getOrDefault("critic_loss", Double.NaN));
        seed.put("gen_loss", means.getOrDefault("generator_loss", Double.NaN));
        return new StepResult(means, seed);
    }

    private void bothSteps(long step, LearningRates rates, LossAccumulator terms) {
        TrainingState trainingState = context.trainingState();
        Objective objective = trainingState.objective();
        ForwardContext forward = context.criticForward(step);
        Tensor real = context.real(step);
        Tensor fake = context.fakesForGenerator(real.size(0), step);
        Tensor realScores =
                trainingState.critic().score(real, forward.with(forward.random().child("real")));
        Tensor fakeScores =
                trainingState.critic().score(fake, forward.with(forward.random().child("fake")));

        Loss criticLoss = objective.criticLoss(trainingState.critic(), real, fake, realScores, fakeScores, forward);
        Tensor generatorLoss = objective.generatorLoss(fakeScores);
        terms.add(criticLoss);
        terms.add("generator_loss", generatorLoss.item_double());

        TensorVector forCritic = trainingState.criticOptimizer().gradients(criticLoss.total(), true);
        context.timer().criticStep(step);
        TensorVector forGenerator = trainingState.generatorOptimizer().gradients(generatorLoss, false);
        trainingState.generatorOptimizer().step(forGenerator, rates.generator());
        context.timer().generatorStep(step);
        trainingState.criticOptimizer().step(forCritic, rates.critic());
        objective.afterCriticStep(trainingState.critic());
    }
}

package org.wgan4j.gan.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.torch.NativeScope;

/**
 * Separate critic updates on half a batch of real and half a batch of fake images, then one generator step on a whole batch: the training loop
 * of the Keras tutorials. The real and the fake scores are computed with different weights.
 */
record SplitUpdates(StepContext context) implements UpdateSchedule {
    @Override
    public StepResult run(long step, LearningRates rates) {
        LossAccumulator terms = new LossAccumulator();
        int criticSteps = context.criticSteps();
        for (int t = 0; t < criticSteps; t++) {
            long criticStep = step * criticSteps + t;
            NativeScope.run(() -> realStep(criticStep, rates.critic(), terms));
            NativeScope.run(() -> fakeStep(criticStep, rates.critic(), terms));
            context.timer().criticStep(criticStep);
        }
        NativeScope.run(() -> generatorStep(step, rates.generator(), terms));
        context.timer().generatorStep(step);
        return result(terms.means());
    }

    private void realStep(long criticStep, double rate, LossAccumulator terms) {
        ForwardContext forward = context.criticForward(criticStep);
        Tensor scores = context.trainingState()
                .critic()
                .score(context.real(criticStep), forward.with(forward.random().child("real")));
        terms.add("critic_real", scores.mean().item_double());
        descendCritic(context.trainingState().objective().realLoss(scores), "critic_loss_on_real", rate, terms);
    }

    private void fakeStep(long criticStep, double rate, LossAccumulator terms) {
        ForwardContext forward = context.criticForward(criticStep);
        long half = context.recipe().batchSize() / 2;
        Tensor scores = context.trainingState()
                .critic()
                .score(
                        context.fakesForCritic(half, criticStep),
                        forward.with(forward.random().child("fake")));
        terms.add("critic_fake", scores.mean().item_double());
        descendCritic(context.trainingState().objective().fakeLoss(scores), "critic_loss_on_fake", rate, terms);
    }

    private void descendCritic(Tensor loss, String term, double rate, LossAccumulator terms) {
        TrainingState trainingState = context.trainingState();
        terms.add(term, loss.item_double());
        trainingState.criticOptimizer().descend(loss, rate);
        trainingState.objective().afterCriticStep(trainingState.critic());
    }

    private void generatorStep(long step, double rate, LossAccumulator terms) {
        TrainingState trainingState = context.trainingState();
        Tensor fake = context.fakesForGenerator(context.recipe().batchSize(), step);
        Loss loss =
                trainingState.objective().generatorLoss(trainingState.critic(), fake, context.generatorForward(step));
        terms.add(loss);
        trainingState.generatorOptimizer().descend(loss.total(), rate);
    }

    private StepResult result(Map<String, Double> means) {
        double onReal = means.getOrDefault("critic_loss_on_real", Double.NaN);
        double onFake = means.getOrDefault("critic_loss_on_fake", Double.NaN);
        double real = means.getOrDefault("critic_real", Double.NaN);
        double fake = means.getOrDefault("critic_fake", Double.NaN);
        double generator = means.getOrDefault("generator_loss", Double.NaN);
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("critic_loss", onReal + onFake);
        terms.put("critic_real", real);
        terms.put("critic_fake", fake);
        Objective objective = context.trainingState().objective();
        if (objective.estimatesWasserstein()) {
            terms.put("wasserstein_estimate", real - fake);
        }
        terms.put("generator_loss", generator);
        Map<String, Double> seed = new LinkedHashMap<>();
        seed.put("c1", onReal);
        seed.put("c2", onFake);
        seed.put("g", generator);
        return new StepResult(terms, seed);
    }
}

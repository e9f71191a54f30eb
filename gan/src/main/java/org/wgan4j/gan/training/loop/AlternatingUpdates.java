package org.wgan4j.gan.training.loop;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.torch.NativeScope;

/**
 * Algorithm 1 of the WGAN and WGAN-GP papers: critic steps, each on fresh real images and fresh noise, then one generator step on fresh
 * noise.
 */
record AlternatingUpdates(StepContext context) implements UpdateSchedule {
    @Override
    public StepResult run(long step, LearningRates rates) {
        LossAccumulator terms = new LossAccumulator();
        int criticSteps = context.criticSteps();
        for (int t = 0; t < criticSteps; t++) {
            long criticStep = step * criticSteps + t;
            NativeScope.run(() -> criticStep(criticStep, rates.critic(), terms));
            context.timer().criticStep(criticStep);
        }
        NativeScope.run(() -> generatorStep(step, rates.generator(), terms));
        context.timer().generatorStep(step);
        return new StepResult(terms.means(), Map.of());
    }

    private void criticStep(long criticStep, double rate, LossAccumulator terms) {
        TrainingState trainingState = context.trainingState();
        Objective objective = trainingState.objective();
        Tensor real = context.real(criticStep);
        Tensor fake = context.fakesForCritic(real.size(0), criticStep);
        Loss loss = objective.criticLoss(trainingState.critic(), real, fake, context.criticForward(criticStep));
        terms.add(loss);
        trainingState.criticOptimizer().descend(loss.total(), rate);
        objective.afterCriticStep(trainingState.critic());
    }

    private void generatorStep(long step, double rate, LossAccumulator terms) {
        TrainingState trainingState = context.trainingState();
        Critic critic = trainingState.critic();
        Tensor fake = context.fakesForGenerator(context.recipe().batchSize(), step);
        Loss loss = critic.network()
                .frozen(() -> trainingState.objective().generatorLoss(critic, fake, context.generatorForward(step)));
        terms.add(loss);
        trainingState.generatorOptimizer().descend(loss.total(), rate);
    }
}

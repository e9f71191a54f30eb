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
record AlternatingUpdates(Table table) implements UpdateSchedule {
    @Override
    public Played play(long step, LearningRates rates) {
        LossAccumulator terms = new LossAccumulator();
        int criticSteps = table.criticSteps();
        for (int t = 0; t < criticSteps; t++) {
            long criticStep = step * criticSteps + t;
            NativeScope.run(() -> criticStep(criticStep, rates.critic(), terms));
            table.laps().criticStep(criticStep);
        }
        NativeScope.run(() -> generatorStep(step, rates.generator(), terms));
        table.laps().generatorStep(step);
        return new Played(terms.means(), Map.of());
    }

    private void criticStep(long criticStep, double rate, LossAccumulator terms) {
        TrainingState players = table.players();
        Objective objective = players.objective();
        Tensor real = table.real(criticStep);
        Tensor fake = table.fakesForCritic(real.size(0), criticStep);
        Loss loss = objective.criticLoss(players.critic(), real, fake, table.criticPass(criticStep));
        terms.add(loss);
        players.criticOptimizer().descend(loss.total(), rate);
        objective.afterCriticStep(players.critic());
    }

    private void generatorStep(long step, double rate, LossAccumulator terms) {
        TrainingState players = table.players();
        Critic critic = players.critic();
        Tensor fake = table.fakesForGenerator(table.recipe().batchSize(), step);
        Loss loss = critic.network()
                .frozen(() -> players.objective().generatorLoss(critic, fake, table.generatorPass(step)));
        terms.add(loss);
        players.generatorOptimizer().descend(loss.total(), rate);
    }
}

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
 * One forward pass of one real and one fake batch from which both networks are updated, each from the other's weights before the update: the
 * training step of TensorFlow's DCGAN tutorial.
 */
record SimultaneousUpdates(Table table) implements UpdateSchedule {
    @Override
    public Played play(long step, LearningRates rates) {
        LossAccumulator terms = new LossAccumulator();
        NativeScope.run(() -> bothSteps(step, rates, terms));
        table.laps().criticStep(step);
        Map<String, Double> means = terms.means();
        Map<String, Double> seed = new LinkedHashMap<>();
        seed.put("disc_loss", means.getOrDefault("critic_loss", Double.NaN));
        seed.put("gen_loss", means.getOrDefault("generator_loss", Double.NaN));
        return new Played(means, seed);
    }

    private void bothSteps(long step, LearningRates rates, LossAccumulator terms) {
        TrainingState players = table.players();
        Objective objective = players.objective();
        ForwardContext pass = table.criticPass(step);
        Tensor real = table.real(step);
        Tensor fake = table.fakesForGenerator(real.size(0), step);
        Tensor realScores = players.critic().score(real, pass.with(pass.random().child("real")));
        Tensor fakeScores = players.critic().score(fake, pass.with(pass.random().child("fake")));

        Loss criticLoss = objective.criticLoss(players.critic(), real, fake, realScores, fakeScores, pass);
        Tensor generatorLoss = objective.generatorLoss(fakeScores);
        terms.add(criticLoss);
        terms.add("generator_loss", generatorLoss.item_double());

        TensorVector forCritic = players.criticOptimizer().gradients(criticLoss.total(), true);
        table.laps().criticStep(step);
        TensorVector forGenerator = players.generatorOptimizer().gradients(generatorLoss, false);
        players.generatorOptimizer().step(forGenerator, rates.generator());
        table.laps().generatorStep(step);
        players.criticOptimizer().step(forCritic, rates.critic());
        objective.afterCriticStep(players.critic());
    }
}

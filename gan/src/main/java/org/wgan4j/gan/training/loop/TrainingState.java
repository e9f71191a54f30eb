package org.wgan4j.gan.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.optimizer.Optimizer;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * The state of training: both networks, their optimisers, the averaged generator, and the objective. Close it to free its tensors. For use by one
 * thread.
 *
 * @param average the exponential moving average of the generator, where the recipe averages
 */
public record TrainingState(
        Generator generator,
        Critic critic,
        Objective objective,
        Optimizer generatorOptimizer,
        Optimizer criticOptimizer,
        Optional<Generator> average,
        Compute compute)
        implements AutoCloseable {
    /** The state of a recipe at step 0, with direct convolutions in the precision of the argument. */
    public static TrainingState create(Recipe recipe, ImageShape image, Compute compute) {
        return create(recipe, image, compute, TuningResult.plain(compute.precision()));
    }

    /** The state of a recipe at step 0, with the result of tuning. */
    public static TrainingState create(Recipe recipe, ImageShape image, Compute device, TuningResult tuning) {
        return create(recipe, ModelDefinition.of(recipe, image), device, tuning);
    }

    /** The state of a model at step 0, trained by the settings of the recipe. */
    public static TrainingState create(Recipe recipe, ModelDefinition model, Compute device, TuningResult tuning) {
        Compute compute = device.with(tuning.precision());
        RandomStream weights = RandomStream.root(recipe.seed()).child("weights");
        try (CloseOnFailure opened = new CloseOnFailure()) {
            Generator generator =
                    new Generator(opened.add(Network.create(model.generator(), compute, weights.child("generator"))));
            Critic critic = new Critic(opened.add(Network.create(model.critic(), compute, weights.child("critic"))));
            generator.network().use(tuning.generator());
            critic.network().use(tuning.critic());
            Optimizer generatorOptimizer = opened.add(
                    Optimizer.of(recipe.generatorOptimizer(), generatorOptimizerParameters(recipe, generator, critic)));
            Optimizer criticOptimizer = opened.add(Optimizer.of(
                    recipe.criticOptimizer(),
                    new LinkedHashMap<>(critic.network().trainable())));
            Optional<Generator> average = averageOf(recipe, model.generator(), compute, generator);
            opened.keep();
            return new TrainingState(
                    generator, critic, model.objective(), generatorOptimizer, criticOptimizer, average, compute);
        }
    }

    /** The generator's weights; in the split schedule, as in the Keras tutorial that it reproduces, those of the critic's batch norm too. */
    private static Map<String, Tensor> generatorOptimizerParameters(Recipe recipe, Generator generator, Critic critic) {
        Map<String, Tensor> parameters = new LinkedHashMap<>(generator.network().trainable());
        if (recipe.objective().schedule() == Schedule.SPLIT) {
            critic.network()
                    .withRole(role ->
                            role == Parameter.Role.NORMALISATION_SCALE || role == Parameter.Role.NORMALISATION_OFFSET)
                    .forEach((name, tensor) -> parameters.put("critic." + name, tensor));
        }
        return parameters;
    }

    private static Optional<Generator> averageOf(
            Recipe recipe, NetworkSpec spec, Compute compute, Generator generator) {
        if (recipe.averaging().halfLifeSteps() == 0) {
            return Optional.empty();
        }
        try (CloseOnFailure opened = new CloseOnFailure()) {
            Network network = opened.add(Network.create(spec, compute, RandomStream.root(recipe.seed())));
            network.use(generator.network().convolutionPlan());
            network.copyFrom(generator.network());
            opened.keep();
            return Optional.of(new Generator(network));
        }
    }

    /**
     * Checks weights and moving statistics.
     *
     * @throws NotFiniteException if one is NaN or infinite
     */
    public void checkFinite() {
        NativeScope.run(() -> {
            checkFinite("the generator's tensor ", generator.network());
            checkFinite("the critic's tensor ", critic.network());
            average.ifPresent(averaged -> checkFinite("the averaged generator's tensor ", averaged.network()));
        });
    }

    private static void checkFinite(String what, Network network) {
        network.tensors().forEach((name, tensor) -> {
            if (!torch.isfinite(tensor).all().item_bool()) {
                NotFiniteException.check(what + name, Tensors.toArray(tensor));
            }
        });
    }

    /** The generator for samples: the averaged one where there is one. */
    public Generator samplingGenerator() {
        return average.orElse(generator);
    }

    @Override
    public void close() {
        generatorOptimizer.close();
        criticOptimizer.close();
        average.ifPresent(Generator::close);
        generator.close();
        critic.close();
    }
}

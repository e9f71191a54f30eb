package org.wgan4j.gan.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.objective.GradientPenalty;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.ThreadCount;
import org.wgan4j.gan.training.TrainingSetup;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * The losses of a recipe's untrained networks on one batch, to be reproduced by other implementations.
 *
 * <p>Batch norm uses the statistics of each batch, real and fake images apart, in both networks; dropout is off, its layers left
 * out. Both losses are those of the same weights.
 *
 * <p>Immutable. {@link #write} computes on the device of the recipe, on the calling thread.
 *
 * @param criticLoss the critic's whole loss, a weighted penalty included
 * @param generatorLoss the generator's loss on the same fakes
 * @param gradientPenalty the mean of the gradient penalty without its weight, where the objective has one
 */
public record LossCheck(double criticLoss, double generatorLoss, OptionalDouble gradientPenalty) {
    private static final String CRITIC_LOSS = "critic_loss";
    private static final String GENERATOR_LOSS = "generator_loss";
    private static final String PENALTY = "gradient_penalty";

    /**
     * Computes the losses and writes them with their inputs as npz, every array float32.
     *
     * <p>{@code generator.<name>} and {@code critic.<name>} are the tensors by their names in checkpoints, in PyTorch's layout; {@code real}
     * is {@code [n, channels, height, width]} in [-1, 1], {@code latents} {@code [n, latentSize]}, {@code mixing} {@code [n, 1, 1, 1]}: the
     * penalty is taken at {@code real + mixing * (fake - real)}. The losses have the shape {@code [1]}.
     *
     * @throws ActionableException if the recipe, the data or the machine do not allow training, or the file cannot be written
     */
    public static LossCheck write(Recipe recipe, Path file) {
        Recipe checked = Recipes.override(recipe, List.of("network.criticDropout=0"));
        TrainingSetup setup = TrainingSetup.of(checked);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        LossCheck losses = ThreadCount.during(setup.runtime().threads(), runtime -> losses(setup, arrays));
        NpzFile.write(file, arrays);
        return losses;
    }

    private static LossCheck losses(TrainingSetup setup, Map<String, NpyArray> arrays) {
        try (TrainingState trainingState = setup.trainingState(setup.tune())) {
            return NativeScope.get(() -> compute(setup, trainingState, arrays));
        }
    }

    private static LossCheck compute(TrainingSetup setup, TrainingState trainingState, Map<String, NpyArray> arrays) {
        RandomStream random = RandomStream.root(setup.recipe().seed()).child("loss-check");
        ForwardContext context = new ForwardContext(
                trainingState.compute(), ForwardContext.Statistics.BATCH, false, random.child("critic-pass"));
        Tensor real = trainingState.compute().place(real(setup));
        long n = real.size(0);
        Tensor latents = random.child("latents")
                .normal(trainingState.compute(), n, trainingState.generator().latentSize());
        Tensor fake = Tensors.withoutGradients(() -> trainingState.generator().generate(latents, context));
        Objective objective = trainingState.objective();
        Loss critic = objective.criticLoss(trainingState.critic(), real, fake, context);
        Loss generator = objective.generatorLoss(trainingState.critic(), fake, context);

        put(arrays, "generator.", trainingState.generator().network());
        put(arrays, "critic.", trainingState.critic().network());
        arrays.put("real", array(real));
        arrays.put("latents", array(latents));
        arrays.put("mixing", array(GradientPenalty.mixing(n, Objective.regularisationContext(context))));
        arrays.put(CRITIC_LOSS, array(critic.total().reshape(1)));
        arrays.put(GENERATOR_LOSS, array(generator.total().reshape(1)));
        OptionalDouble penalty =
                critic.terms().containsKey(PENALTY) ? OptionalDouble.of(critic.value(PENALTY)) : OptionalDouble.empty();
        penalty.ifPresent(value ->
                arrays.put(PENALTY, new NpyArray.Float32(new int[] {1}, new float[] {(float) value})));
        return new LossCheck(critic.total().item_double(), generator.total().item_double(), penalty);
    }

    /** A whole batch in every schedule, the split one too, which trains on halves. */
    private static Tensor real(TrainingSetup setup) {
        Recipe recipe = setup.recipe();
        int[] indices = BatchOrder.of(
                        recipe.data().sampling(),
                        setup.dataset().size(),
                        recipe.batchSize(),
                        recipe.data().lastBatch(),
                        recipe.seed())
                .batch(0);
        ImageShape shape = setup.dataset().shape();
        float[] pixels = setup.dataset().scaled(indices);
        return Tensors.of(pixels, indices.length, shape.channels(), shape.height(), shape.width());
    }

    private static void put(Map<String, NpyArray> arrays, String prefix, Network network) {
        network.tensors().forEach((name, tensor) -> arrays.put(prefix + name, array(tensor)));
    }

    private static NpyArray array(Tensor tensor) {
        int[] shape =
                Arrays.stream(Tensors.shape(tensor)).mapToInt(Math::toIntExact).toArray();
        return new NpyArray.Float32(shape, Tensors.toArray(tensor));
    }
}

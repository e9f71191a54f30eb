package org.wgan4j.gan.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Tuning;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.loop.ModelDefinition;
import org.wgan4j.gan.training.loop.TuningResult;

/**
 * Measures the fastest precision, convolution algorithms and memory layout of a run on this machine.
 *
 * <p>It uses networks of its own, so that no weight or moving statistic of the run changes, and as many images as a step has, up to a limit. The
 * direct convolution is kept unless another is clearly faster, so that noise seldom makes two equal runs differ. For use by one thread.
 */
public final class Tuner {
    /** More images than these take time before the first step and change few choices. */
    private static final int MOST_IMAGES = 128;
    /** Images for the choice of the precision, whose timings differ more. */
    private static final int IMAGES_FOR_PRECISION = 64;
    /** The least speedup of another algorithm or layout over the plain one. */
    private static final double LEAST_SPEEDUP = 1.04;
    /** The least speedup of bfloat16 over float32. */
    private static final double LEAST_BFLOAT16_SPEEDUP = 1.3;

    private final Recipe recipe;
    private final ModelDefinition model;
    private final Compute compute;
    private final int images;
    private final List<TuningResult.Timing> timings = new ArrayList<>();

    /**
     * A tuner for a recipe on images of the given shape.
     *
     * @param compute the device; its precision does not matter
     */
    public Tuner(Recipe recipe, ImageShape shape, Compute compute) {
        this(recipe, ModelDefinition.of(recipe, shape), compute);
    }

    /** A tuner for the networks and the objective of a definition. */
    public Tuner(Recipe recipe, ModelDefinition model, Compute compute) {
        this.recipe = recipe;
        this.model = model;
        this.compute = compute;
        this.images = Math.min(recipe.batchSize(), MOST_IMAGES);
    }

    /** Chooses; nothing is measured where the recipe and the device leave no choice. */
    public TuningResult choose() {
        Precision precision = precision(recipe.runtime().precision());
        Compute here = compute.with(precision);
        ConvolutionPlan convolutionPlan = compute.onCpu() && recipe.runtime().tuning() == Tuning.AUTO
                ? convolutionPlan(here)
                : ConvolutionPlan.PLAIN;
        return new TuningResult(precision, convolutionPlan, convolutionPlan, timings);
    }

    /** The recipe's precision, or for {@code AUTO} bfloat16 where direct steps are faster with it. */
    private Precision precision(Precision wanted) {
        if (wanted != Precision.AUTO || !compute.onCpu()) {
            return wanted == Precision.AUTO ? Precision.FLOAT32 : wanted;
        }
        int few = Math.min(images, IMAGES_FOR_PRECISION);
        try (TuningWorkload float32 = workload(compute.with(Precision.FLOAT32), ConvolutionPlan.PLAIN, few);
                TuningWorkload bfloat16 = workload(compute.with(Precision.BFLOAT16), ConvolutionPlan.PLAIN, few)) {
            double[] times = stepTimes(float32, bfloat16);
            int best = best(times, LEAST_BFLOAT16_SPEEDUP);
            Precision chosen = best == 0 ? Precision.FLOAT32 : Precision.BFLOAT16;
            note("precision of an iteration, " + few + " images", chosen, List.of("float32", "bfloat16"), times, best);
            return chosen;
        }
    }

    private ConvolutionPlan convolutionPlan(Compute here) {
        ConvolutionPlan first = new ConvolutionPlan(MemoryLayout.CHANNELS_FIRST, algorithms(here));
        ConvolutionPlan last = first.with(MemoryLayout.CHANNELS_LAST);
        try (TuningWorkload ofFirst = workload(here, first, images);
                TuningWorkload ofLast = workload(here, last, images)) {
            double[] times = stepTimes(ofFirst, ofLast);
            int best = best(times, LEAST_SPEEDUP);
            note(
                    "layout in an iteration, " + images + " images",
                    here.precision(),
                    List.of(MemoryLayout.CHANNELS_FIRST.text(), MemoryLayout.CHANNELS_LAST.text()),
                    times,
                    best);
            return best == 0 ? first : last;
        }
    }

    /** The time of an iteration of both workloads, from one step of each kind. */
    private double[] stepTimes(TuningWorkload one, TuningWorkload other) {
        double[] critic = Stopwatch.milliseconds(List.of(one::criticStep, other::criticStep));
        double[] generator = Stopwatch.milliseconds(List.of(one::generatorStep, other::generatorStep));
        double[] times = new double[2];
        for (int i = 0; i < 2; i++) {
            times[i] = recipe.objective().criticSteps() * critic[i] + generator[i];
        }
        return times;
    }

    /** The fastest algorithm of every convolution that has more than one. */
    private Map<String, ConvolutionAlgorithm> algorithms(Compute here) {
        Map<String, ConvolutionAlgorithm> chosen = new LinkedHashMap<>();
        for (ConvolutionSpec map : maps()) {
            List<ConvolutionAlgorithm> fitting = map.algorithms();
            if (fitting.size() > 1) {
                double[] times = NativeScope.get(() -> times(map, here, fitting));
                int best = best(times, LEAST_SPEEDUP);
                chosen.put(map.toString(), fitting.get(best));
                note(
                        map + ", " + images + " images",
                        here.precision(),
                        fitting.stream().map(ConvolutionAlgorithm::text).toList(),
                        times,
                        best);
            }
        }
        return chosen;
    }

    /** The convolutions of both networks, and the transposed ones of the critic's input gradient where the objective needs it. */
    private Set<ConvolutionSpec> maps() {
        Set<ConvolutionSpec> maps = new LinkedHashSet<>();
        maps(model.generator(), Function.identity(), maps);
        maps(model.critic(), Function.identity(), maps);
        if (model.objective().passes().inputGradients() > 0) {
            maps(model.critic(), ConvolutionSpec::transpose, maps);
        }
        return maps;
    }

    private static void maps(
            NetworkSpec network, Function<ConvolutionSpec, ConvolutionSpec> direction, Set<ConvolutionSpec> maps) {
        network.placedLayers()
                .forEach(row ->
                        row.layer().convolution(row.input()).map(direction).ifPresent(maps::add));
    }

    /** The times of a map with its gradients. */
    private double[] times(ConvolutionSpec map, Compute here, List<ConvolutionAlgorithm> algorithms) {
        RandomStream random = RandomStream.root(0).child("tuning");
        ConvolutionSpec forth = map.transposed() ? map.transpose() : map;
        Tensor kernels = here.toComputePrecision(random.child("kernels")
                        .normal(here, forth.outputs(), forth.inputs(), map.kernel(), map.kernel()))
                .requires_grad_(true);
        Tensor input = here.toComputePrecision(
                random.child("images").normal(here, images, forth.inputs(), map.height(), map.width()));
        Tensor x = (map.transposed()
                        ? forth.apply(input, kernels.detach(), new TensorOptional(), ConvolutionAlgorithm.DIRECT)
                        : input)
                .requires_grad_(true);
        List<Runnable> tasks = new ArrayList<>();
        for (ConvolutionAlgorithm algorithm : algorithms) {
            tasks.add(() -> {
                // Once without gradients, once with: a run has both kinds.
                Tensors.withoutGradients(() -> {
                    map.apply(x, kernels, new TensorOptional(), algorithm);
                });
                Tensor y = map.apply(x, kernels, new TensorOptional(), algorithm);
                Tensors.gradients(y.sum(), new TensorVector(x, kernels), false, false);
            });
        }
        return Stopwatch.milliseconds(tasks);
    }

    private TuningWorkload workload(Compute here, ConvolutionPlan convolutionPlan, int count) {
        return new TuningWorkload(model, here, count, convolutionPlan);
    }

    /** The index of the least time, or 0 unless that is faster by the factor. */
    private static int best(double[] times, double leastSpeedup) {
        int best = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] * leastSpeedup < times[0] && times[i] < times[best]) {
                best = i;
            }
        }
        return best;
    }

    private void note(String what, Precision precision, List<String> alternatives, double[] times, int best) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < times.length; i++) {
            byName.put(alternatives.get(i), times[i]);
        }
        timings.add(new TuningResult.Timing(what, precision, byName, alternatives.get(best)));
    }
}

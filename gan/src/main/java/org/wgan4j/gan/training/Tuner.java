package org.wgan4j.gan.training;

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
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.kernel.Formulation;
import org.wgan4j.gan.kernel.ImageMap;
import org.wgan4j.gan.kernel.Kernels;
import org.wgan4j.gan.kernel.Layout;
import org.wgan4j.gan.network.Architectures;
import org.wgan4j.gan.network.Blueprint;
import org.wgan4j.gan.recipe.ObjectiveName;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Tuning;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * Measures, before a run begins, how its networks compute fastest on this machine: the formulation of each convolution, the layout of each
 * network, and the precision.
 *
 * <p>It works on networks of its own, so that no weight or moving statistic of the run changes, and on as many images as a step has, up to a
 * limit. The plain way is kept unless another is clearly faster, so that noise seldom makes two equal runs differ.
 */
final class Tuner {
    /** More images than these take time before the first step and change few choices. */
    private static final int MOST_IMAGES = 64;

    private static final int ROUNDS = 3;
    /** How much faster a formulation or a layout must be than the plain one. */
    private static final double WORTHWHILE = 1.05;
    /** How much faster bfloat16 must be than float32, which is the more precise. */
    private static final double WORTH_LESS_PRECISION = 1.3;

    private final Recipe recipe;
    private final ImageShape shape;
    private final Compute compute;
    private final int images;
    private final List<Tuned.Timing> timings = new ArrayList<>();

    /**
     * A tuner for a recipe on images of the given shape.
     *
     * @param compute the device; its precision does not matter
     */
    Tuner(Recipe recipe, ImageShape shape, Compute compute) {
        this.recipe = recipe;
        this.shape = shape;
        this.compute = compute;
        this.images = Math.min(recipe.batchSize(), MOST_IMAGES);
    }

    /** Chooses; nothing is measured where the recipe and the device leave no choice. */
    Tuned choose() {
        Precision wanted = recipe.runtime().precision();
        if (!compute.onCpu()) {
            return Tuned.plain(wanted == Precision.AUTO ? Precision.FLOAT32 : wanted);
        }
        if (wanted != Precision.AUTO) {
            return tuned(new Pair(wanted, kernels(compute.with(wanted))));
        }
        Pair single = new Pair(Precision.FLOAT32, kernels(compute.with(Precision.FLOAT32)));
        Pair brief = new Pair(Precision.BFLOAT16, kernels(compute.with(Precision.BFLOAT16)));
        return tuned(faster(single, brief));
    }

    /** The kernels of both networks. */
    private record Both(Kernels generator, Kernels critic) {}

    private record Pair(Precision precision, Both kernels) {}

    private Tuned tuned(Pair chosen) {
        return new Tuned(
                chosen.precision(),
                chosen.kernels().generator(),
                chosen.kernels().critic(),
                timings);
    }

    private Both kernels(Compute here) {
        if (recipe.runtime().tuning() == Tuning.OFF) {
            return new Both(Kernels.PLAIN, Kernels.PLAIN);
        }
        Kernels first = new Kernels(Layout.CHANNELS_FIRST, formulations(here));
        Kernels last = first.with(Layout.CHANNELS_LAST);
        Kernels critic = layout(
                        "critic step", here, new Both(first, first), new Both(first, last), Rehearsal::criticStep)
                .critic();
        Kernels generator = layout(
                        "generator step",
                        here,
                        new Both(first, critic),
                        new Both(last, critic),
                        Rehearsal::generatorStep)
                .generator();
        return new Both(generator, critic);
    }

    /** The fastest formulation of every convolution that has more than one. */
    private Map<String, Formulation> formulations(Compute here) {
        Map<String, Formulation> chosen = new LinkedHashMap<>();
        for (ImageMap map : maps()) {
            List<Formulation> fitting = map.formulations();
            if (fitting.size() > 1) {
                double[] times = NativeScope.get(() -> times(map, here, fitting));
                int best = best(times, WORTHWHILE);
                chosen.put(map.toString(), fitting.get(best));
                note(
                        map.toString(),
                        here.precision(),
                        fitting.stream().map(Formulation::text).toList(),
                        times,
                        best);
            }
        }
        return chosen;
    }

    /** The convolutions of both networks, and the transposed ones of the critic's input gradient where the penalty needs it. */
    private Set<ImageMap> maps() {
        Set<ImageMap> maps = new LinkedHashSet<>();
        maps(Architectures.generator(recipe.network(), shape), Function.identity(), maps);
        Blueprint critic = Architectures.critic(recipe.network(), shape);
        maps(critic, Function.identity(), maps);
        if (recipe.objective().name() == ObjectiveName.WGAN_GP) {
            maps(critic, ImageMap::back, maps);
        }
        return maps;
    }

    private static void maps(Blueprint network, Function<ImageMap, ImageMap> direction, Set<ImageMap> maps) {
        network.rows()
                .forEach(row -> row.layer().imageMap(row.input()).map(direction).ifPresent(maps::add));
    }

    /** The times of a map with its gradients. */
    private double[] times(ImageMap map, Compute here, List<Formulation> formulations) {
        RandomStream random = RandomStream.root(0).child("tuning");
        ImageMap forth = map.transposed() ? map.back() : map;
        Tensor kernels = here.lowered(random.child("kernels")
                        .normal(here, forth.outputs(), forth.inputs(), map.kernel(), map.kernel()))
                .requires_grad_(true);
        Tensor fine =
                here.lowered(random.child("images").normal(here, images, forth.inputs(), map.height(), map.width()));
        Tensor x = (map.transposed()
                        ? forth.apply(fine, kernels.detach(), new TensorOptional(), Formulation.DIRECT)
                        : fine)
                .requires_grad_(true);
        List<Runnable> works = new ArrayList<>();
        for (Formulation formulation : formulations) {
            works.add(() -> {
                // Once as in a pass that learns nothing, once with the gradients: a run has both kinds.
                Tensors.withoutGradients(() -> {
                    map.apply(x, kernels, new TensorOptional(), formulation);
                });
                Tensor y = map.apply(x, kernels, new TensorOptional(), formulation);
                Tensors.gradients(y.sum(), new TensorVector(x, kernels), false, false);
            });
        }
        return Stopwatch.milliseconds(ROUNDS, works);
    }

    /** The faster of two layouts by the time of a step. */
    private Both layout(
            String what, Compute here, Both plain, Both other, java.util.function.Consumer<Rehearsal> step) {
        try (Rehearsal first = rehearsal(here, plain);
                Rehearsal last = rehearsal(here, other)) {
            double[] times = Stopwatch.milliseconds(ROUNDS, List.of(() -> step.accept(first), () -> step.accept(last)));
            int best = best(times, WORTHWHILE);
            note(
                    "layout in a " + what,
                    here.precision(),
                    List.of(Layout.CHANNELS_FIRST.text(), Layout.CHANNELS_LAST.text()),
                    times,
                    best);
            return best == 0 ? plain : other;
        }
    }

    private Pair faster(Pair single, Pair brief) {
        try (Rehearsal precise = rehearsal(compute.with(Precision.FLOAT32), single.kernels());
                Rehearsal fast = rehearsal(compute.with(Precision.BFLOAT16), brief.kernels())) {
            double[] critic = Stopwatch.milliseconds(ROUNDS, List.of(precise::criticStep, fast::criticStep));
            double[] generator = Stopwatch.milliseconds(ROUNDS, List.of(precise::generatorStep, fast::generatorStep));
            double[] times = new double[2];
            for (int i = 0; i < 2; i++) {
                times[i] = recipe.objective().criticSteps() * critic[i] + generator[i];
            }
            int best = best(times, WORTH_LESS_PRECISION);
            Pair chosen = best == 0 ? single : brief;
            note("all steps of an iteration", chosen.precision(), List.of("float32", "bfloat16"), times, best);
            return chosen;
        }
    }

    private Rehearsal rehearsal(Compute here, Both kernels) {
        return new Rehearsal(recipe, shape, here, images, kernels.generator(), kernels.critic());
    }

    /** The first, unless another is that much faster. */
    private static int best(double[] times, double worthwhile) {
        int best = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] * worthwhile < times[0] && times[i] < times[best]) {
                best = i;
            }
        }
        return best;
    }

    private void note(String what, Precision precision, List<String> ways, double[] times, int best) {
        Map<String, Double> byWay = new LinkedHashMap<>();
        for (int i = 0; i < times.length; i++) {
            byWay.put(ways.get(i), times[i]);
        }
        timings.add(new Tuned.Timing(what + ", " + images + " images", precision, byWay, ways.get(best)));
    }
}

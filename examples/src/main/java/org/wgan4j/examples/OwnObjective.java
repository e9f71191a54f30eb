package org.wgan4j.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.objective.ObjectiveFactory;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.NewRun;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.loop.Components;

/** An objective of one's own, passed in code: the hinge loss of Lim and Ye (2017, "Geometric GAN", equations 14 and 15). */
public final class OwnObjective {
    private OwnObjective() {}

    /** The critic minimises E max(0, 1 - f(x)) + E max(0, 1 + f(G(z))), the generator -E f(G(z)). */
    record Hinge() implements Objective {
        @Override
        public Tensor realLoss(Tensor realScores) {
            return realScores.neg().add(new Scalar(1f)).relu().mean();
        }

        @Override
        public Tensor fakeLoss(Tensor fakeScores) {
            return fakeScores.add(new Scalar(1f)).relu().mean();
        }

        @Override
        public Tensor generatorLoss(Tensor fakeScores) {
            return fakeScores.mean().neg();
        }
    }

    /** The name and defaults by which recipes know the objective; named in META-INF/services, YAML could use it too. */
    static final class HingeFactory implements ObjectiveFactory {
        @Override
        public String name() {
            return "hinge";
        }

        @Override
        public String summary() {
            return "The hinge loss (Lim and Ye 2017).";
        }

        @Override
        public String defaults() {
            return "criticOptimizer: {name: adam, learningRate: 0.0002, beta1: 0, beta2: 0.9}";
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new Hinge();
        }
    }

    /** Trains on the sevens of MNIST's test images. */
    static Outcome train(Path directory, int steps) {
        HingeFactory hinge = new HingeFactory();
        Recipe recipe = Recipe.of(hinge)
                .batchSize(16)
                .steps(steps)
                .data(d -> d.name("mnist-test").digits(List.of(7)))
                .network(n -> n.generator("mlp").critic("mlp").hiddenUnits(128));
        try (TrainingRun run = NewRun.of(recipe)
                .named("hinge")
                .with(Components.installed().with(hinge))
                .startIn(directory)) {
            return run.run(event -> {}, () -> false);
        }
    }

    /** Trains for 500 generator steps in the folder that is named, or in {@code runs/hinge}. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments.length == 0 ? "runs/hinge" : arguments[0]);
        System.out.printf(Locale.ROOT, "%s in %s%n", train(directory, 500), directory);
    }
}

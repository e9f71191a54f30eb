package org.wgan4j.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architecture;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.NewRun;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.loop.Components;

/** Networks of one's own, passed in code, with a layer of one's own: residual perceptrons. */
public final class OwnNetwork {
    private static final Init INIT = new Init.FanInUniform();
    private static final Architecture RESIDUAL = Architecture.of("residual", OwnNetwork::generator, OwnNetwork::critic);

    private OwnNetwork() {}

    /** The residual layer y = x + tanh(x) W', with W of shape {@code [units, units]}. */
    record Residual() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public List<Parameter> parameters(Shape input) {
            long units = input.elements();
            return List.of(new Parameter("weight", Shape.of(units, units), INIT, units, units, Parameter.Role.MATRIX));
        }

        @Override
        public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
            // A run may compute in bfloat16.
            Tensor weight = context.compute().toComputePrecision(weights.get("weight"));
            Tensor input = context.compute().toComputePrecision(x);
            return input.add(input.tanh().matmul(weight.t()));
        }

        @Override
        public String description() {
            return "residual";
        }
    }

    private static NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        return new NetworkSpec(
                Shape.of(settings.latentSize()),
                List.of(
                        new Linear(64, true, INIT, INIT),
                        new Residual(),
                        new Linear(image.size(), true, INIT, INIT),
                        new Reshape(Shape.of(image.channels(), image.height(), image.width())),
                        new OutputActivation(OutputActivation.Nonlinearity.TANH)));
    }

    private static NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        return new NetworkSpec(
                Shape.of(image.channels(), image.height(), image.width()),
                List.of(
                        new Reshape(Shape.of(image.size())),
                        new Linear(64, true, INIT, INIT),
                        new Residual(),
                        new Linear(1, true, INIT, INIT)));
    }

    /** Trains with a gradient penalty, which any differentiable layer can have, on squares. */
    static Outcome train(Path directory, int steps) {
        Recipe recipe = Recipe.wganGp()
                .batchSize(16)
                .steps(steps)
                .network(n -> n.generator(RESIDUAL).critic(RESIDUAL).latentSize(16));
        try (TrainingRun run = NewRun.of(recipe)
                .on(OwnData.squares(512))
                .with(Components.installed().with(RESIDUAL))
                .startIn(directory)) {
            return run.run(event -> {}, () -> false);
        }
    }

    /** Trains for 500 generator steps in the folder that is named, or in {@code runs/residual}. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments.length == 0 ? "runs/residual" : arguments[0]);
        System.out.printf(Locale.ROOT, "%s in %s%n", train(directory, 500), directory);
    }
}

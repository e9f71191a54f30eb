package org.wgan4j.gan.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.objective.Gan;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.objective.Wgan;
import org.wgan4j.gan.objective.WganGp;
import org.wgan4j.gan.optimizer.Optimizer;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerName;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.TorchRuntime;

/** The check before step 1 refuses what would train without an error and yet be wrong, each with its reason. */
class RecipeCheckTest {
    private static final Init INIT = new Init.FanInUniform();
    private static final Init ZERO = new Init.Constant(0);
    private static final Layer FLAT = new Reshape(Shape.of(16));
    private static final Layer HEAD = new Linear(1, true, INIT, INIT);

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    @Test
    void aSigmoidHeadIsRefusedInEveryGame() {
        for (Objective objective : List.of(new Gan(), new WganGp(10), new Wgan(1, Parameter.Role.allTrainable()))) {
            assertRefused(
                    objective,
                    List.of(FLAT, HEAD, new OutputActivation(OutputActivation.Nonlinearity.SIGMOID)),
                    "ends in a sigmoid");
        }
    }

    @Test
    void batchNormIsRefusedUnderAPenaltyAndOnlyThere() {
        List<Layer> layers = List.of(FLAT, new Linear(8, true, INIT, INIT), BatchNorm.pytorch(), HEAD);
        assertRefused(new WganGp(10), layers, "batch norm");
        assertThat(notes(new Gan(), layers)).isEmpty();
    }

    @Test
    void aPenaltyThatCannotTeachALayerIsRefusedNamingTheTensor() {
        List<Layer> dead =
                List.of(FLAT, new Linear(8, true, INIT, INIT), new LeakyRelu(0.2), new Linear(1, true, ZERO, ZERO));
        assertRefused(new WganGp(10), dead, "does not reach the critic's tensor 1.weight (linear to 8)");
    }

    @Test
    void tensorsThatAreNotClippedAreNamed() {
        Objective partly = new Wgan(0.01, Set.of(Parameter.Role.MATRIX));
        assertThat(notes(partly, List.of(FLAT, HEAD)))
                .singleElement()
                .asString()
                .contains("1.bias");
        Objective wholly = new Wgan(0.01, Parameter.Role.allTrainable());
        assertThat(notes(wholly, List.of(FLAT, HEAD))).isEmpty();
    }

    private static void assertRefused(Objective objective, List<Layer> critic, String reason) {
        assertThatThrownBy(() -> notes(objective, critic))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining(reason);
    }

    private static List<String> notes(Objective objective, List<Layer> criticLayers) {
        RandomStream random = RandomStream.root(3);
        NetworkSpec drawing =
                new NetworkSpec(Shape.of(2), List.of(new Linear(16, true, INIT, INIT), new Reshape(Shape.of(1, 4, 4))));
        Generator generator = new Generator(Network.create(drawing, Compute.CPU, random.child("generator")));
        Critic critic = new Critic(
                Network.create(new NetworkSpec(Shape.of(1, 4, 4), criticLayers), Compute.CPU, random.child("critic")));
        OptimizerSettings adam = new OptimizerSettings(
                OptimizerName.ADAM, 1e-3, 0.9, 0.999, 0.9, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 1);
        try (TrainingState trainingState = new TrainingState(
                generator,
                critic,
                objective,
                Optimizer.of(adam, new LinkedHashMap<>(generator.network().trainable())),
                Optimizer.of(adam, new LinkedHashMap<>(critic.network().trainable())),
                Optional.empty(),
                Compute.CPU)) {
            return RecipeCheck.check(trainingState);
        }
    }
}

package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;

/** Recipes made in code equal those of YAML, and every setting can be set there. */
class RecipeInCodeTest {
    private static final Map<String, Recipe> IN_CODE = new LinkedHashMap<>();

    static {
        Recipe tutorial = Recipe.wganGp()
                .batchSize(256)
                .epochs(50)
                .samples(s -> s.rows(4).columns(4))
                .quality(q -> q.everyEpochs(1).best(BestCheckpointMetric.FRECHET_DISTANCE));
        IN_CODE.put("quick", quick());
        IN_CODE.put("wgan-gp", tutorial);
        IN_CODE.put(
                "wgan",
                Recipe.wgan()
                        .batchSize(256)
                        .epochs(50)
                        .samples(s -> s.rows(4).columns(4))
                        .quality(q -> q.everyEpochs(1).best(BestCheckpointMetric.FRECHET_DISTANCE)));
        IN_CODE.put("gan", gan());
        IN_CODE.put("tutorial-gan", tutorialGan());
        IN_CODE.put("tutorial-wgan-gp", tutorialWganGp(tutorial));
        IN_CODE.put("digit-wgan", digitWgan());
        IN_CODE.put("ring", toy("ring", 6000, 200, 500, 1000, rate(1e-3, 0.5)));
        IN_CODE.put("grid", toy("grid", 16000, 400, 1000, 2000, rate(2e-3, 0.6)));
        IN_CODE.put("swiss-roll", toy("swiss-roll", 8000, 400, 1000, 1000, rate(2e-3, 0.5)));
    }

    private static Recipe quick() {
        UnaryOperator<OptimizerSettings> adam =
                o -> o.learningRate(8e-4).beta1(0.5).beta2(0.9).decayFrom(0.5);
        return Recipe.wganGp()
                .batchSize(64)
                .steps(1300)
                .network(n -> n.generator("compact").critic("compact").latentSize(32))
                .objective(o -> o.criticSteps(2))
                .generatorOptimizer(adam)
                .criticOptimizer(adam)
                .averaging(a -> a.halfLifeSteps(100))
                .checkpoints(c -> c.everyEpochs(0).everySteps(250))
                .samples(s -> s.everyEpochs(0).everySteps(50).rows(8).columns(10))
                .quality(q -> q.everySteps(325).best(BestCheckpointMetric.FRECHET_DISTANCE));
    }

    private static Recipe gan() {
        UnaryOperator<OptimizerSettings> adam =
                o -> o.learningRate(1e-4).beta1(0.9).beta2(0.999);
        return Recipe.gan()
                .batchSize(256)
                .epochs(50)
                .network(n -> n.criticDropout(0.3))
                .generatorOptimizer(adam)
                .criticOptimizer(adam)
                .samples(s -> s.rows(4).columns(4))
                .quality(q -> q.everyEpochs(1).best(BestCheckpointMetric.FRECHET_DISTANCE));
    }

    private static Recipe tutorialGan() {
        UnaryOperator<OptimizerSettings> keras =
                o -> o.epsilon(1e-7).epsilonPlacement(EpsilonPlacement.BEFORE_CORRECTION);
        return gan().data(d -> d.lastBatch(LastBatch.KEEP))
                .network(n -> n.padding(PaddingStyle.SAME))
                .objective(o -> o.schedule(Schedule.SIMULTANEOUS))
                .generatorOptimizer(keras)
                .criticOptimizer(keras)
                .checkpoints(c -> c.everyEpochs(15).keep(0));
    }

    private static Recipe tutorialWganGp(Recipe wganGp) {
        return wganGp.data(d -> d.lastBatch(LastBatch.KEEP).repeatBatch(5))
                .network(n -> n.padding(PaddingStyle.SAME))
                .objective(o -> o.criticSteps(1).schedule(Schedule.SIMULTANEOUS))
                .generatorOptimizer(rmsprop(Recipe.wganGp().generatorOptimizer()))
                .criticOptimizer(rmsprop(Recipe.wganGp().criticOptimizer()))
                .checkpoints(c -> c.everyEpochs(15).keep(0));
    }

    private static UnaryOperator<OptimizerSettings> rmsprop(OptimizerSettings before) {
        return o -> before.name(OptimizerName.RMSPROP)
                .learningRate(5e-5)
                .rho(0.9)
                .epsilon(1e-7)
                .epsilonPlacement(EpsilonPlacement.INSIDE_ROOT);
    }

    private static Recipe digitWgan() {
        UnaryOperator<OptimizerSettings> keras =
                o -> o.rho(0.9).epsilon(1e-7).epsilonPlacement(EpsilonPlacement.INSIDE_ROOT);
        return Recipe.wgan()
                .epochs(10)
                .epochUnit(EpochUnit.GENERATOR_STEPS)
                .data(d -> d.digits(List.of(5)).sampling(Sampling.WITH_REPLACEMENT))
                .network(n -> n.generator("digit")
                        .critic("digit")
                        .latentSize(50)
                        .padding(PaddingStyle.SAME)
                        .criticBatchNorm(true))
                .objective(o -> o.clipped(ClippedTensors.CONVOLUTION_KERNELS)
                        .schedule(Schedule.SPLIT)
                        .criticFakes(GeneratorMode.MOVING_STATISTICS))
                .generatorOptimizer(keras)
                .criticOptimizer(keras)
                .samples(s -> s.rows(10).columns(10).ink(Polarity.DARK_ON_LIGHT).title(false))
                .quality(q -> q.everyEpochs(1).best(BestCheckpointMetric.FRECHET_DISTANCE));
    }

    private static UnaryOperator<OptimizerSettings> rate(double rate, double decayFrom) {
        return o -> o.learningRate(rate).beta1(0.5).beta2(0.9).decayFrom(decayFrom);
    }

    private static Recipe toy(
            String dataset,
            int steps,
            int sampleInterval,
            int qualityInterval,
            int checkpointInterval,
            UnaryOperator<OptimizerSettings> adam) {
        return Recipe.wganGp()
                .batchSize(256)
                .steps(steps)
                .data(d -> d.name(dataset))
                .network(n -> n.generator("mlp")
                        .critic("mlp")
                        .latentSize(2)
                        .generatorBatchNorm(false)
                        .hiddenUnits(128)
                        .output(OutputKind.LINEAR))
                .objective(o -> o.criticSteps(2).penalty(0.1))
                .generatorOptimizer(adam)
                .criticOptimizer(adam)
                .averaging(a -> a.halfLifeSteps(100))
                .checkpoints(c -> c.everyEpochs(0).everySteps(checkpointInterval))
                .samples(s -> s.everyEpochs(0).everySteps(sampleInterval))
                .quality(q -> q.everySteps(qualityInterval).images(2500))
                .runtime(r -> r.threads(1).precision(Precision.FLOAT32).tuning(Tuning.OFF));
    }

    static List<String> names() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBuiltInRecipeMadeInCodeEqualsItsYaml(String name) {
        assertThat(Recipes.toYaml(inCode(name))).isEqualTo(Recipes.toYaml(Recipes.load(name, List.of())));
        assertThat(inCode(name)).isEqualTo(Recipes.load(name, List.of()));
    }

    private static Recipe inCode(String name) {
        return IN_CODE.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySettingCanBeChangedInCode() throws ReflectiveOperationException {
        Recipe recipe = Recipe.wganGp();
        List<String> changed = new ArrayList<>();
        for (RecordComponent component : Recipe.class.getRecordComponents()) {
            if (component.getType().isRecord()) {
                Record group = (Record) component.getAccessor().invoke(recipe);
                changed.addAll(changedIn(group));
                UnaryOperator<Object> same = settings -> settings;
                Method change = Recipe.class.getMethod(component.getName(), UnaryOperator.class);
                assertThat(change.invoke(recipe, same)).isEqualTo(recipe);
            } else {
                assertThat(changedTo(recipe, component)).isNotNull();
                changed.add(component.getName());
            }
        }
        assertThat(changed.stream().distinct())
                .hasSizeGreaterThan(45)
                .containsAll(Recipes.settings().stream()
                        .map(setting -> setting.key().replaceFirst("^.*\\.", ""))
                        .toList());
    }

    private static List<String> changedIn(Record group) throws ReflectiveOperationException {
        List<String> changed = new ArrayList<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            assertThat(changedTo(group, component)).as(component.getName()).isEqualTo(group);
            changed.add(component.getName());
        }
        return changed;
    }

    /** The record with a component set to the value that it has, by the method of that name and type. */
    private static Object changedTo(Record record, RecordComponent component) throws ReflectiveOperationException {
        Method change = record.getClass().getMethod(component.getName(), component.getType());
        return change.invoke(record, component.getAccessor().invoke(record));
    }

    @Test
    void aLengthInEpochsTakesThePlaceOfOneInSteps() {
        assertThat(Recipe.wganGp().steps(7).epochs(3))
                .isEqualTo(Recipes.parse("steps: 7", "mine.yaml", List.of("epochs=3")));
        assertThat(Recipe.wganGp().steps(7).epochs(3).steps()).isZero();
    }

    @Test
    void aChangeLeavesTheRecipeAsItWas() {
        Recipe recipe = Recipe.wganGp();
        Recipe other = recipe.objective(o -> o.penalty(3)).batchSize(8);
        assertThat(recipe).isEqualTo(Recipe.wganGp());
        assertThat(other.objective().penalty()).isEqualTo(3);
        assertThat(Recipes.changedKeys(recipe, other)).containsExactly("batchSize", "objective.penalty");
    }
}

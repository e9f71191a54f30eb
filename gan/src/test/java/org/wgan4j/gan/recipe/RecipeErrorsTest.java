package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.recipe.setting.RecipeException;

/** What a person is told about a recipe that cannot be used. */
class RecipeErrorsTest {

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> Recipes.parse(yaml, "mine.yaml", List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessage("mine.yaml, " + message);
    }

    private static void assertOverrideRefused(String override, String message) {
        assertThatThrownBy(() -> Recipes.load("quick", List.of(override)))
                .isInstanceOf(RecipeException.class)
                .hasMessage("override " + override + ": " + message);
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearestKey() {
        assertRefused(
                "seed: 1\nobjective:\n  penalti: 5\n",
                "line 3, column 3: there is no setting 'objective.penalti'; did you mean objective.penalty?");
        assertRefused("batch_size: 3", "line 1, column 1: there is no setting 'batch_size'; did you mean batchSize?");
        assertRefused("objektive: {}", "line 1, column 1: there is no setting 'objektive'; did you mean objective?");
    }

    @Test
    void aKeyInTheWrongGroupIsFoundInTheOthers() {
        assertRefused("penalty: 5", "line 1, column 1: there is no setting 'penalty'; did you mean objective.penalty?");
        assertOverrideRefused(
                "criticoptimiser.learningrate=1",
                "there is no setting 'criticoptimiser.learningrate'; did you mean criticOptimizer.learningRate?");
        assertOverrideRefused(
                "learningRate=1",
                "there is no setting 'learningRate'; did you mean generatorOptimizer.learningRate or"
                        + " criticOptimizer.learningRate?");
    }

    @Test
    void aKeyUnlikeAnyOtherIsAnsweredWithTheNamesOfItsGroup() {
        assertRefused(
                "averaging: {xyzzyplugh: 1}",
                "line 1, column 13: there is no setting 'averaging.xyzzyplugh'; there are halfLifeSteps");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithBothPlaces() {
        assertRefused(
                "seed: 1\nepochs: 2\nseed: 3\n",
                "line 3, column 1: 'seed' stands twice, first at mine.yaml, line 1, column 1: keep one of them");
    }

    @Test
    void aValueOutOfRangeIsNamedWithTheRange() {
        assertRefused(
                "objective:\n  penalty: -1\n",
                "line 2, column 12: objective.penalty is -1, but must be a number above 0 and at most 1000000");
        assertRefused(
                "data: {digits: [3, 300]}",
                "line 1, column 16: data.digits is [3, 300], but must be all, a whole number, or a list of whole numbers"
                        + " from 0 to 255");
        assertRefused(
                "network: {criticDropout: 1}",
                "line 1, column 26: network.criticDropout is 1, but must be a number from 0 to below 1");
    }

    @Test
    void anUnknownChoiceIsAnsweredWithTheChoices() {
        assertRefused(
                "objective: {name: wgan-pg}",
                "line 1, column 19: objective.name is wgan-pg, but must be one of "
                        + String.join(", ", ObjectiveDescription.installed().names())
                        + "; did you mean wgan-gp?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"64\"    | the text \"64\", but must be a whole number from 1 to 65536, without quotes",
                "6.5       | 6.5, but must be a whole number from 1 to 65536",
                "99999999999 | 99999999999, but must be a whole number from 1 to 65536",
                "[64]      | a list, but must be a whole number from 1 to 65536",
                "{a: 1}    | a group, but must be a whole number from 1 to 65536",
                "1_000     | 1_000, but must be a whole number from 1 to 65536",
                "``        | empty, but must be a whole number from 1 to 65536",
            })
    void aValueOfTheWrongTypeIsShownBesideTheRightType(String value, String message) {
        assertOverrideRefused("batchSize=" + value, "batchSize is " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "1e999", "0x10", "1.2.3", "one"})
    void whatIsNoFiniteNumberIsRefused(String value) {
        assertThatThrownBy(() -> Recipes.load("quick", List.of("objective.penalty=" + value)))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("objective.penalty is ")
                .hasMessageContaining("but must be a number above 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "1", "'true'"})
    void aSwitchIsTrueOrFalseAndNothingElse(String value) {
        assertThatThrownBy(() -> Recipes.load("quick", List.of("samples.title=" + value)))
                .hasMessageContaining("but must be true or false");
    }

    @Test
    void settingsThatExcludeEachOtherAreRefusedAtTheirPlace() {
        assertRefused(
                "objective:\n  schedule: simultaneous\n  criticSteps: 5\n",
                "line 3, column 16: objective.criticSteps is 5, but the simultaneous schedule updates both networks from"
                        + " one batch: use 1, or alternating");
        assertRefused(
                "epochs: 0",
                "line 1, column 9: epochs is 0, but a run needs a length: give epochs or steps a number above 0");
        assertRefused(
                "batchSize: 63\nobjective: {name: wgan, schedule: split}\n",
                "line 1, column 12: batchSize is 63, but the split schedule halves each batch: use an even number");
        assertRefused(
                "data: {labels: l.gz}",
                "line 1, column 16: data.labels is l.gz, but labels go with a file of images: give data.images too");
        assertOverrideRefused(
                "objective.schedule=split",
                "objective.schedule is split, but the gradient penalty needs real and fake images in one step: use"
                        + " alternating or simultaneous");
        assertOverrideRefused(
                "samples={rows: 100, columns: 26}",
                "samples.rows is 100, but with 26 columns that is 2600 images a grid: use at most 2500");
    }

    @Test
    void yamlThatARecipeHasNoUseForIsRefused() {
        assertRefused(
                "seed: &a 1\nepochs: *a\n",
                "line 1, column 7: anchors and aliases (&name, *name) are not allowed: write the value itself");
        assertRefused("seed: !!int 1\n", "line 1, column 7: tags (!name) are not allowed: write the value alone");
        assertRefused(
                "seed: 1\n---\nseed: 2\n",
                "line 2, column 1: a second document begins, but a recipe is one: remove the line ---");
        assertRefused(
                "seed: [[[[[[[[1]]]]]]]]",
                "line 1, column 14: lists and groups are nested deeper than 8, which no setting needs");
        assertRefused("{? [a] : 1}", "line 1, column 4: a list stands where the name of a setting belongs");
        assertRefused(
                "data: 5",
                "line 1, column 7: data is 5, but must be a group with settings such as name, digits, images, labels,"
                        + " lastBatch, sampling, repeatBatch");
    }

    @Test
    void brokenYamlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Recipes.parse("seed: 1\n data: [", "mine.yaml", List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessageMatching("mine.yaml, line 2, column \\d+: is not YAML: .*");
    }

    @Test
    void greatTextsAndDeepNestingAreRefusedQuickly() {
        assertThatThrownBy(() -> Recipes.parse("[".repeat(200_000), "mine.yaml", List.of()))
                .isInstanceOf(RecipeException.class);
        assertThatThrownBy(() -> Recipes.parse("a".repeat(300_000), "mine.yaml", List.of()))
                .hasMessage("mine.yaml: has 300000 characters, but a recipe has at most 262144; is this a recipe?");
    }

    @Test
    void anOverrideWithoutAnEqualsSignIsToldTheForm() {
        assertOverrideRefused("seed", "must have the form key=value, such as seed=7");
        assertOverrideRefused("=7", "must have the form key=value, such as seed=7");
    }

    @Test
    void changesInCodeAreRefusedWithTheSentencesOfYaml() {
        Recipe recipe = Recipe.wganGp();
        assertThatThrownBy(() -> recipe.averaging(a -> a.halfLifeSteps(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("averaging.halfLifeSteps is -1, but must be a whole number from 0 to 1000000000");
        assertThatThrownBy(() -> recipe.averaging(a -> new AveragingSettings(-1)))
                .hasMessage("averaging.halfLifeSteps is -1, but must be a whole number from 0 to 1000000000");
        assertThatThrownBy(() -> recipe.checkpoints(c -> c.everySteps(-2)))
                .hasMessageContaining("checkpoints.everySteps is -2");
        assertThatThrownBy(() -> recipe.batchSize(0))
                .hasMessage("batchSize is 0, but must be a whole number from 1 to 65536");
        assertThatThrownBy(() -> recipe.objective(o -> o.name("wgan-pg")))
                .hasMessageStartingWith("objective.name is wgan-pg, but must be one of gan, wgan, wgan-gp")
                .hasMessageEndingWith("; did you mean wgan-gp?");
        assertThatThrownBy(() -> recipe.objective(o -> o.penalty(Double.NaN)))
                .hasMessage("objective.penalty is NaN, but must be a number above 0 and at most 1000000");
        assertThatThrownBy(() -> recipe.network(n -> n.criticDropout(1)))
                .hasMessage("network.criticDropout is 1, but must be a number from 0 to below 1");
        assertThatThrownBy(() -> recipe.data(d -> d.digits(List.of(3, 300)))).hasMessageContaining("[3, 300]");
        assertThatThrownBy(() -> recipe.objective(o -> o.schedule(Schedule.SPLIT)))
                .hasMessage(
                        "objective.schedule is split, but the gradient penalty needs real and fake images in one step: use"
                                + " alternating or simultaneous");
        assertThatThrownBy(() -> recipe.epochs(0))
                .hasMessage("epochs is 0, but a run needs a length: give epochs or steps a number above 0");
        assertThatThrownBy(() -> Recipe.of("wgan-pg"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("wgan-gp");
    }
}

package org.wgan4j.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.recipe.Recipes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void withoutACommandTheHelpIsPrintedAsAnError() {
        Answer answer = Answer.to();
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Usage: wgan4j", "recipes", "data", "doctor");
    }

    @Test
    void theVersionNamesTheProgramAndItsJava() {
        Answer answer = Answer.to("--version");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("wgan4j ")
                .contains(Runtime.version().toString());
    }

    @Test
    void theListOfRecipesHasALineForEachWithItsSentence() {
        Answer answer = Answer.to("recipes");
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines()).hasSameSizeAs(Recipes.names());
        for (String name : Recipes.names()) {
            assertThat(answer.out().lines())
                    .anyMatch(line -> line.startsWith(name + " ") && line.endsWith(Recipes.about(name)));
        }
    }

    @Test
    void aPrintedRecipeIsARecipe() {
        for (String name : Recipes.names()) {
            Answer answer = Answer.to("recipes", name);
            assertThat(answer.code()).isZero();
            assertThat(Recipes.parse(answer.out(), "printed", List.of())).isEqualTo(Recipes.load(name, List.of()));
        }
    }

    @Test
    void recipesAsJsonAreOneObject() {
        JsonNode all = JSON.readTree(Answer.to("recipes", "--json").out());
        assertThat(all.get("recipes").size()).isEqualTo(Recipes.names().size());
        JsonNode one = JSON.readTree(Answer.to("recipes", "quick", "--json").out());
        assertThat(one.get("yaml").asString()).isEqualTo(Recipes.text("quick"));
    }

    @Test
    void everySettingIsListedWithItsTypeDefaultAndHelp() {
        String text = Answer.to("recipes", "--settings").out();
        JsonNode rows = JSON.readTree(
                        Answer.to("recipes", "--settings", "--json").out())
                .get("settings");
        assertThat(rows.size()).isEqualTo(Recipes.settings().size());
        Recipes.settings()
                .forEach(setting -> assertThat(text)
                        .contains(setting.key() + ": " + setting.type() + ", default " + setting.defaultValue())
                        .contains(setting.help()));
    }

    @Test
    void theListOfDataSetsDescribesEach() {
        Answer answer = Answer.to("data");
        assertThat(answer.code()).isZero();
        JsonNode rows = JSON.readTree(Answer.to("data", "--json").out()).get("data");
        assertThat(rows.size()).isEqualTo(Datasets.names().size());
        for (String name : Datasets.names()) {
            assertThat(answer.out()).contains(name, Datasets.describe(name));
        }
    }

    @Test
    void aDataSetIsShownWithCountsShapeBarsAndChecksum() {
        Answer answer = Answer.to("data", "mnist-test", "--digits", "3,5");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("1902 images of 1x28x28", "sha256 ");
        assertThat(answer.out().lines()).anyMatch(line -> line.matches(" +3 +1010 #{50}"));
        assertThat(answer.out().lines()).anyMatch(line -> line.matches(" +5 +892 #{44}"));
    }

    @Test
    void aDataSetAsJsonAgreesWithTheDataSet() {
        JsonNode object =
                JSON.readTree(Answer.to("data", "mnist-test", "--json").out());
        assertThat(object.get("images").asInt()).isEqualTo(10000);
        assertThat(object.get("sha256").asString())
                .isEqualTo(Datasets.load(DataSource.named("mnist-test")).sha256());
        int sum = 0;
        for (JsonNode count : object.get("classes")) {
            sum += count.asInt();
        }
        assertThat(sum).isEqualTo(10000);
    }

    @Test
    void thePictureOfADataSetHasARowForEachClass(@TempDir Path folder) throws IOException {
        Path all = folder.resolve("all.png");
        Path two = folder.resolve("two.png");
        assertThat(Answer.to("data", "mnist-test", "--out", all.toString()).code())
                .isZero();
        assertThat(Answer.to("data", "mnist-test", "--digits", "0,1", "--out", two.toString())
                        .out())
                .contains("wrote " + two);
        BufferedImage tall = ImageIO.read(all.toFile());
        BufferedImage flat = ImageIO.read(two.toFile());
        assertThat(flat.getWidth()).isEqualTo(tall.getWidth());
        assertThat(flat.getHeight()).isLessThan(tall.getHeight() / 3);
    }

    @Test
    void filesOfOnesOwnAreShownWithAndWithoutLabels(@TempDir Path folder) throws IOException {
        Path images = folder.resolve("images.idx");
        Path labels = folder.resolve("labels.idx");
        new IdxFile(new int[] {3, 2, 2}, new byte[12]).write(images);
        new IdxFile(new int[] {3}, new byte[] {7, 7, 9}).write(labels);
        Path picture = folder.resolve("unlabelled.png");
        assertThat(Answer.to("data", "--images", images.toString(), "--out", picture.toString())
                        .out())
                .contains("3 images of 1x2x2", "no labels");
        assertThat(picture).exists();
        assertThat(Answer.to("data", "--images", images.toString(), "--labels", labels.toString())
                        .out())
                .containsPattern("7 +2 #+")
                .containsPattern("9 +1 #+");
    }

    @Test
    void doctorTuneTimesTheWaysOfARecipeAndSaysWhatARunWouldTake() {
        Answer answer = Answer.to("doctor", "--tune", "--recipe", "quick");
        assertThat(answer.out())
                .contains("timed    ", "precision of an iteration", "layout in an iteration", "kept     ");
        JsonNode tuning =
                JSON.readTree(Answer.to("doctor", "--tune", "--json").out()).required("tuning");
        assertThat(tuning.required("precision").asString()).isIn("float32", "bfloat16");
        assertThat(tuning.required("generator_layout").asString()).isIn("channels-first", "channels-last");
        for (JsonNode timing : tuning.required("timings")) {
            String chosen = timing.required("chosen").asString();
            assertThat(timing.required("milliseconds").required(chosen).asDouble())
                    .as(timing.required("what").asString())
                    .isPositive();
        }
    }

    @Test
    void doctorTuneRefusesARecipeThatDoesNotExist() {
        Answer answer = Answer.to("doctor", "--tune", "--recipe", "quik");
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains("quik").contains("quick");
    }

    @Test
    void theDoctorSaysOfEachThingThatItIsOkOrWhatToDo() {
        Answer answer = Answer.to("doctor");
        JsonNode object = JSON.readTree(Answer.to("doctor", "--json").out());
        assertThat(answer.code()).isEqualTo(object.get("usable").asBoolean() ? ExitCodes.OK : ExitCodes.FAILED);
        assertThat(answer.out()).contains("java", "processor", "memory", "fonts", "data", "cache", "folder");
        for (JsonNode check : object.get("checks")) {
            assertThat(check.get("verdict").asString().equals("ok"))
                    .isEqualTo(check.get("advice").asString().isEmpty());
        }
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        Answer answer = Answer.to("generate-completion");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("_complete_wgan4j", "doctor");
    }
}

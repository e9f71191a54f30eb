package org.wgan4j.app.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetrieveCommandTest {
    @TempDir
    private Path root;

    private Path pictures = Path.of("");

    @BeforeEach
    void drawPictures() throws IOException {
        pictures = Files.createDirectories(root.resolve("pictures"));
        for (int i = 0; i < 12; i++) {
            drawPlain(pictures.resolve("hue" + i + ".png"), Color.getHSBColor(i / 36f, 1, 1));
        }
        Files.writeString(pictures.resolve("broken.jpg"), "text");
    }

    private static void drawPlain(Path file, Color color) throws IOException {
        BufferedImage image = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 12 * 8; i++) {
            image.setRGB(i % 12, i / 12, color.getRGB());
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private Answer retrieve(String... more) {
        List<String> arguments = new ArrayList<>(List.of("retrieve"));
        arguments.add(pictures.resolve("hue0.png").toString());
        arguments.add(pictures.toString());
        arguments.add("--cache=" + root.resolve("cache"));
        arguments.addAll(List.of(more));
        return Answer.to(arguments.toArray(String[]::new));
    }

    @Test
    void theTableRanksByDistanceAndSaysHowManyWereSolved() {
        Answer answer = retrieve("-k", "4");
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines().filter(line -> line.contains(".png") && line.matches(" *[0-9]+ .*")))
                .hasSize(4)
                .first()
                .asString()
                .contains("0.000", "hue0.png (the query itself)");
        assertThat(answer.out())
                .containsPattern("solved exactly: \\d+ of 12;")
                .contains("by L2: ", "by chi-square: ", "hue1.png");
        assertThat(answer.err())
                .isEqualToIgnoringNewLines(
                        "wgan4j: skipped broken.jpg: it is neither JPEG, PNG, GIF, BMP, WebP nor TIFF");
    }

    @Test
    void jsonHoldsTheRankingsAndWhatWasSkipped() {
        retrieve();
        JsonNode json = JsonMapper.shared()
                .readTree(retrieve("--json", "-k", "3", "--space", "RGB", "--bins", "4")
                        .out());
        assertThat(json.get("space").asString()).isEqualTo("rgb");
        assertThat(json.get("bins").asInt()).isEqualTo(4);
        assertThat(json.get("k").asInt()).isEqualTo(3);
        assertThat(json.get("images").asInt()).isEqualTo(12);
        assertThat(json.get("solved_exactly").asInt()).isBetween(3, 12);
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.get("skipped").get(0).get("file").asString()).isEqualTo("broken.jpg");
        assertThat(json.get("results")).hasSize(3);
        assertThat(json.get("l2_ranking")).hasSize(3);
        assertThat(json.get("chi_square_ranking")).hasSize(3);
        JsonNode second = json.get("results").get(1);
        assertThat(second.get("rank").asInt()).isEqualTo(2);
        assertThat(Path.of(second.get("file").asString())).isEqualTo(pictures.resolve("hue1.png"));
        assertThat(second.get("distance").asDouble())
                .isGreaterThanOrEqualTo(second.get("lower_bound").asDouble() - 1e-9)
                .isPositive();
        assertThat(second.has("l2")).isTrue();
        assertThat(second.has("chi_square")).isTrue();
    }

    @Test
    void theSecondRunUsesKeptSignaturesUnlessThatIsNotWished() {
        assertThat(retrieve().out()).contains("read 12 pictures and 0 kept signatures");
        assertThat(retrieve().out()).contains("read 0 pictures and 12 kept signatures");
        Answer without =
                Answer.to("retrieve", pictures.resolve("hue0.png").toString(), pictures.toString(), "--no-cache", "-q");
        assertThat(without.out()).contains("read 12 pictures and 0 kept signatures");
    }

    @Test
    void thePageIsWritten() {
        Path page = root.resolve("new/report.html");
        Answer answer = retrieve("--out", page.toString(), "-k", "5");
        assertThat(answer.out()).contains("wrote " + page);
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Nearest by colour", "hue4.png");
    }

    @Test
    void cachesLieWhereTheDesktopStandardWantsThem() {
        Path home = root.resolve("home");
        assertThat(CacheFolder.of(Map.of(), home)).isEqualTo(home.resolve(".cache/wgan4j"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative"), home)).isEqualTo(home.resolve(".cache/wgan4j"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", root.toString()), home))
                .isEqualTo(root.resolve("wgan4j"));
    }
}

package org.wgan4j.app.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.report.theory.Figure;
import org.wgan4j.report.theory.Figures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theListHasALineForEachFigure() {
        Answer answer = Answer.to("figures");
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines()).hasSameSizeAs(Figures.names());
        JsonNode rows = JSON.readTree(Answer.to("figures", "--json").out()).get("figures");
        assertThat(rows.size()).isEqualTo(Figures.names().size());
        for (Figure figure : Figures.all()) {
            assertThat(answer.out()).contains(figure.name(), figure.summary());
        }
    }

    @Test
    void allFiguresThatTrainNothingAreDrawnEachWithItsCaption(@TempDir Path folder) throws IOException {
        Answer answer = Answer.to("figures", "all", "--out", folder.toString(), "--json");
        assertThat(answer.code()).isZero();
        JsonNode rows = JSON.readTree(answer.out()).get("figures");
        assertThat(rows.size())
                .isEqualTo((int) Figures.all().stream()
                        .filter(figure -> !figure.trains())
                        .count())
                .isLessThan(Figures.names().size());
        for (JsonNode row : rows) {
            String name = row.get("name").asString();
            assertThat(folder.resolve(name + ".png")).exists();
            assertThat(folder.resolve(name + ".svg")).exists();
            assertThat(Files.readString(folder.resolve(name + ".txt")).strip())
                    .isEqualTo(row.get("caption").asString())
                    .endsWith(".");
            row.get("files")
                    .forEach(file -> assertThat(Path.of(file.asString())).exists());
        }
        assertThat(folder.resolve("interpolation.gif")).exists();
    }

    @Test
    void oneFigureSaysWhatToSeeAndWhereItIs(@TempDir Path folder) {
        Answer answer = Answer.to("figures", "critic-vs-divergence", "--out", folder.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("slope 1", "wrote " + folder.resolve("critic-vs-divergence.svg"));
    }
}

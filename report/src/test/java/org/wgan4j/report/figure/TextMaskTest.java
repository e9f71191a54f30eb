package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.report.figure.draw.PngFile;

class TextMaskTest {

    private static String art(TextMask letters) {
        StringBuilder art = new StringBuilder();
        for (int y = 0; y < letters.height(); y++) {
            for (int x = 0; x < letters.width(); x++) {
                art.append(letters.coverageAt(x, y) > 0 ? '#' : '.');
            }
            art.append('\n');
        }
        return art.toString();
    }

    @Test
    void builtInLettersLookLikeLetters() {
        assertThat(art(PixelFont.write("E7:", 7))).isEqualTo("""
                        #####.#####......
                        #.........#..##..
                        #........#...##..
                        ####....#........
                        #......#.....##..
                        #......#.....##..
                        #####..#.........
                        """);
    }

    @Test
    void builtInLettersGrowWithTheHeightAndSmallOnesBecomeCapitals() {
        assertThat(art(PixelFont.write("epoch", 30))).isEqualTo(art(PixelFont.write("EPOCH", 30)));
        assertThat(PixelFont.write("A", 27).width())
                .isEqualTo(3 * PixelFont.write("A", 9).width());
    }

    @Test
    void textThatIsTooWideIsWrittenSmaller() {
        TextMask roomy = TextMask.fitting("Epoch: 12", 1000, 40);
        TextMask tight = TextMask.fitting("Epoch: 12", roomy.width() / 2, 40);
        assertThat(roomy.height()).isEqualTo(40);
        assertThat(tight.width()).isLessThanOrEqualTo(roomy.width() / 2);
    }

    /** Where fonts come from elsewhere than fontconfig the program finds them all the same, and must then draw both pictures. */
    @Test
    void withoutFontsGridsKeepTheirTitlesAndChartsSayWhatToInstall(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path grid = folder.resolve("grid.png");
        Path said = folder.resolve("said.txt");
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawWithoutFonts.class.getName(),
                        grid.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        program.environment().put("FONTCONFIG_FILE", noFonts.toString());
        int code = program.start().waitFor();
        String output = Files.readString(said, StandardCharsets.UTF_8).strip();
        assertThat(code).as(output).isZero();
        assertThat(output).matches("(?s)drawn|refused: Charts need a font .* install .*");
        assertThat(PngFile.read(grid).getWidth()).isPositive();
    }
}

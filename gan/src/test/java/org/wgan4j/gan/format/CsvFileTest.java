package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;

class CsvFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2.5\n-3e2,.25\n",
                "1;2.5\n-3e2;.25",
                "1\t2.5\r\n-3e2\t.25\r\n",
                "1 2.5\n  -3e2   .25  \n",
                "1, 2.5\n-3E+2 , 0.25\n",
                "x,y\n1,2.5\n-300,0.25\n",
                "the first;the second\n1;2.5\n-300;0.25\n",
                "one title for all\n1,2.5\n-300,0.25\n",
                "# made by numpy.savetxt\n+1. 2.5\n\n-300 0.25\n\n",
                "\ufeffx,y\n1,2.5\n-300,0.25\n"
            })
    void anySeparatorWithOrWithoutAHeaderGivesTheSameTable(String text) {
        NumberTable table = read(text);
        assertThat(table.flat()).containsExactly(1, 2.5, -300, 0.25);
        assertThat(table.shape()).containsExactly(2, 2);
    }

    @Test
    void oneColumnIsATableOfOneColumn() {
        assertThat(read("mass\n1\n2\n3\n").shape()).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2\\n3,four\\n | 'four' in line 2, column 2",
                "x,y\\n1,2\\n\\n3,\\n | an empty cell in line 4, column 2",
                "1,x\\n | 'x' in line 1, column 2",
                "1,2\\n3\\n | 1 cells in line 2, expected 2",
                "1,2\\n3,4,5\\n | 3 cells in line 2, expected 2",
                "a\\nb\\n1\\n | 'b' in line 2, column 1",
                "nan\\n1\\n | 'nan' in line 1, column 1",
                "1\\n-inf\\n | '-inf' in line 2, column 1",
                "1\\n1e999\\n | '1e999' in line 2, column 1",
                "1;2,5\\n | '2,5' in line 1, column 2",
                "1f\\n2\\n0x1p3\\n | '0x1p3' in line 3, column 1",
                "1\\n\"2\"\\n | '\"2\"' in line 2, column 1",
                "x\\n | no line of numbers",
                "# x\\n | no line of numbers"
            })
    void whatIsNoNumberIsNamedByLineAndColumn(String text, String named) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("table.csv", named);
    }

    @Test
    void aBinaryFileIsRefusedInOneReadableLine() {
        assertThatThrownBy(() -> CsvFile.read(
                        new ByteArrayInputStream(("1\n\u0000\u0001" + "\u00ff".repeat(1000)).getBytes(ISO_8859_1)),
                        "b"))
                .isInstanceOf(MalformedFileException.class)
                .message()
                .hasSizeLessThan(200)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> CsvFile.read(Path.of("no-such.csv")))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("no-such.csv");
    }

    @Test
    void damagedFilesNeverCauseAnotherError() {
        Mutations.attack(
                20_000,
                bytes -> CsvFile.read(new ByteArrayInputStream(bytes), "damaged"),
                "x,y\n1,2.5\n-300,0.25\n".getBytes(UTF_8),
                "1 2\n3 4\n5 6\n".getBytes(UTF_8));
    }

    @Test
    void everyLineGivesItsRow() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(i).append('\n');
        }
        NumberTable table = read(text.toString());
        assertThat(List.of(table.height(), table.width())).containsExactly(3000, 1);
        assertThat(table.at(2999, 0)).isEqualTo(2999);
    }

    private static NumberTable read(String text) {
        return CsvFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "table.csv");
    }
}

package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
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
                "NA,NA\\n0.5,1.25\\n | 'NA' in line 1, column 1",
                "n/a;null\\n0.5;1.25\\n | a missing value, 'n/a' in line 1, column 1",
                "x,NA\\n0.5,1.25\\n | 'x' in line 1, column 1",
                "?\\n1\\n | '?' in line 1, column 1",
                "-\\n1\\n | '-' in line 1, column 1",
                ",\\n1,2\\n | an empty cell in line 1, column 1",
                ",0,1\\n0,0.5,1\\n | an empty cell in line 1, column 1",
                "x,y\\nNA,NA\\n1,2\\n | a missing value, 'NA' in line 2, column 1",
                "1,2\\n3,None\\n | a missing value, 'None' in line 2, column 2",
                "1\\n1d\\n | '1d' in line 2, column 1",
                "1\\ninf\\n | 'inf' in line 2, column 1",
                "x\\n | no line of numbers",
                "# x\\n | no line of numbers"
            })
    void whatIsNoNumberIsNamedByLineAndColumn(String text, String named) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("table.csv", named);
    }

    @Test
    void aHeaderNamesTheColumns() {
        assertThat(read("bin,mass\n0,3\n").columns()).containsExactly("bin", "mass");
        assertThat(read("\ufeff\"a b\"; \"c\"\n1;2\n").columns()).containsExactly("a b", "c");
        assertThat(read(",x,y\n0,0.5,1\n").columns()).containsExactly("", "x", "y");
        assertThat(read("one title for all\n1,2\n").columns()).isEmpty();
        assertThat(read("0,1\n0.5,1.25\n").columns()).isEmpty();
        assertThat(read("0,1\n0.5,1.25\n").height()).isEqualTo(2);
    }

    @Test
    void columnsAreSelectedInAnyOrder() {
        NumberTable table = read("a,b,c\n1,2,3\n4,5,6\n").select(List.of(2, 0));
        assertThat(table.shape()).containsExactly(2, 2);
        assertThat(table.flat()).containsExactly(3, 1, 6, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void textOfWindowsShellsIsRead(String charset) {
        byte[] bytes = "\ufeffx;y\r\n1;2.5\r\n".getBytes(Charset.forName(charset));
        NumberTable table = CsvFile.read(new ByteArrayInputStream(bytes), "table.csv");
        assertThat(table.flat()).containsExactly(1, 2.5);
        assertThat(table.columns()).containsExactly("x", "y");
    }

    @Test
    void infiniteNumbersAreReadWhereTheyAreAllowed() {
        NumberTable table = CsvFile.read(
                new ByteArrayInputStream("0,inf\n-Infinity,+INF\n".getBytes(UTF_8)),
                "costs.csv",
                CsvFile.Range.INFINITE_TOO);
        assertThat(table.flat())
                .containsExactly(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> CsvFile.read(
                        new ByteArrayInputStream("0,nan\n".getBytes(UTF_8)), "c.csv", CsvFile.Range.INFINITE_TOO))
                .isInstanceOf(MalformedFileException.class);
    }

    @Test
    void everyNumberIsTheDoubleNearestToItsText() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            String digits = Long.toString(random.nextLong(1L << random.nextInt(1, 62)));
            int point = random.nextInt(digits.length() + 1);
            String text = (random.nextBoolean() ? "-" : "") + "0".repeat(random.nextInt(3)) + digits.substring(0, point)
                    + "." + digits.substring(point) + (random.nextInt(3) > 0 ? "" : "e" + random.nextInt(-330, 330));
            assertThat(DecimalText.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "+", ".", "-.", "1d", "1f", "0x1p3", "1e", "1e+", "1.2.3", " 1", "1 ", "NaN", "inf", "1_0", "١"
            })
    void whatIsNoDecimalNumberIsNone(String text) {
        assertThat(DecimalText.parse(text)).isNaN();
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

package org.wgan4j.app.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpyFile;
import org.wgan4j.gan.format.NpzFile;

class InputReaderTest {
    private static final String NEED = "one mass a bin is needed";

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private InputReader reader() {
        return reader(InputStream.nullInputStream());
    }

    private InputReader reader(InputStream standardInput) {
        return new InputReader(standardInput, notes::add);
    }

    private String text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String npz(Map<String, NpyArray> arrays) {
        Path file = folder.resolve("a.npz");
        NpzFile.write(file, arrays);
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\\n2\\n1\\n4\\n",
                "3;2;1;4\\n",
                "3,2,1,4",
                "3 2 1 4\\n",
                "\ufeff3\\n2\\n1\\n4\\n",
                "# masses\\n3\\t2\\t1\\t4"
            })
    void aRowOrAColumnIsAVector(String content) throws IOException {
        String file = text("a.csv", content.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(reader().vector(file, NEED)).containsExactly(3, 2, 1, 4);
        assertThat(notes).isEmpty();
    }

    @Test
    void aHeaderIsSaidOnce() throws IOException {
        String file = text("a.csv", "mass\n3\n2\n1\n4\n");
        InputReader reader = reader();
        assertThat(reader.vector(file, NEED)).containsExactly(3, 2, 1, 4);
        assertThat(reader.vector(file, NEED)).containsExactly(3, 2, 1, 4);
        assertThat(notes).singleElement().asString().contains("a.csv", "mass", "names of the columns");
    }

    @Test
    void aFirstLineThatCountsTheColumnsIsSaid() throws IOException {
        String file = text("a.csv", "0,1\n0.5,1.25\n1.5,2.0\n");
        assertThat(reader().numbers(file).height()).isEqualTo(3);
        assertThat(notes).singleElement().asString().contains("0 to 1", "header");
        notes.clear();
        reader().numbers(text("b.csv", "0,1\n1,0\n"));
        assertThat(notes).isEmpty();
    }

    @Test
    void ofATableAColumnIsOfferedAndTakenByNumberOrName() throws IOException {
        String plain = text("a.csv", "0,3\n1,2\n2,1\n3,4\n");
        assertThatThrownBy(() -> reader().vector(plain, NEED))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("[4, 2]", NEED, "a.csv:2");
        assertThat(reader().vector(plain + ":2", NEED)).containsExactly(3, 2, 1, 4);
        String named = text("b.csv", "bin,mass\n0,3\n1,2\n");
        assertThatThrownBy(() -> reader().vector(named, NEED)).hasMessageContainingAll("bin, mass", "b.csv:mass");
        assertThat(reader().vector(named + ":mass", NEED)).containsExactly(3, 2);
        assertThat(reader().numbers(named + ":mass,bin").flat()).containsExactly(3, 0, 2, 1);
        for (String wrong : List.of(":3", ":0", ":x", ":")) {
            assertThatThrownBy(() -> reader().vector(named + wrong, NEED)).isInstanceOf(ActionableException.class);
        }
        assertThatThrownBy(() -> reader().vector(named + ":x", NEED)).hasMessageContainingAll("'x'", "bin, mass");
    }

    @Test
    void anArrayOfAnNpzFileIsNamed() {
        NpyArray p = new NpyArray.Int64(new int[] {2}, new long[] {3, 1});
        NpyArray q = new NpyArray.Float32(new int[] {2, 2}, new float[] {1, 2, 3, 4});
        String one = npz(Map.of("p", p));
        assertThat(reader().vector(one, NEED)).containsExactly(3, 1);
        assertThat(reader().vector(one + ":p", NEED)).containsExactly(3, 1);
        String two = npz(Map.of("p", p, "q", q));
        assertThat(reader().vector(two + ":p", NEED)).containsExactly(3, 1);
        assertThat(reader().vector(two + ":q:2", NEED)).containsExactly(2, 4);
        assertThatThrownBy(() -> reader().vector(two, NEED)).hasMessageContainingAll("p, q", "a.npz:p");
        assertThatThrownBy(() -> reader().vector(two + ":r", NEED)).hasMessageContainingAll("p, q");
        assertThatThrownBy(() -> reader().vector(two + ":q", NEED)).hasMessageContainingAll("[2, 2]", "a.npz:q:2");
    }

    @Test
    void standardInputIsKnownByItsBytes() throws IOException {
        Path npy = folder.resolve("a.npy");
        NpyFile.write(npy, new NpyArray.Int64(new int[] {3}, new long[] {3, 2, 1}));
        Path npz = Path.of(npz(Map.of("p", new NpyArray.Int64(new int[] {3}, new long[] {3, 2, 1}))));
        for (byte[] bytes : List.of(Files.readAllBytes(npy), Files.readAllBytes(npz), "3\n2\n1\n".getBytes(UTF_8))) {
            assertThat(reader(new ByteArrayInputStream(bytes)).vector("-", NEED))
                    .containsExactly(3, 2, 1);
        }
        assertThat(reader(new ByteArrayInputStream("a,b\n1,2\n".getBytes(UTF_8)))
                        .vector("-:b", NEED))
                .containsExactly(2);
    }

    @Test
    void standardInputIsReadOnceAndItsFaultsAreCalledSo() {
        InputReader reader = reader(new ByteArrayInputStream("3\n2\n".getBytes(UTF_8)));
        assertThat(reader.vector("-", NEED)).containsExactly(3, 2);
        assertThatThrownBy(() -> reader.vector("-", NEED)).hasMessageContaining("twice");
        for (String wrong : List.of("", "x\n", "1\nx\n", "PK\u0003\u0004 no zip", "GIF89a")) {
            assertThatThrownBy(() -> reader(new ByteArrayInputStream(wrong.getBytes(UTF_8)))
                            .vector("-", NEED))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("standard input")
                    .message()
                    .doesNotContain("tmp");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNamedPipeIsReadLikeStandardInput() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("sh", "-c", "printf '3\\n2\\n' >\"$0\"", pipe.toString()).start();
        assertThat(reader().vector(pipe.toString(), NEED)).containsExactly(3, 2);
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void whatIsNoInputIsSaid() throws IOException {
        String picture = text("a.png", "no picture");
        assertThatThrownBy(() -> reader().numbers(picture)).hasMessageContaining("is a picture");
        assertThatThrownBy(() -> reader().numbers("a.doc")).hasMessageContainingAll("a.doc", ".npz", ".csv", ".png");
        assertThatThrownBy(() -> reader().numbers("a\0.csv")).isInstanceOf(ActionableException.class);
        assertThatThrownBy(() -> reader().numbers(folder.resolve("none.csv").toString()))
                .hasMessageContaining("check the path");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, true",
        "a.NPY, true",
        "a.npz:x, true",
        "-, true",
        "/dev/fd/3, true",
        "'3,2', false",
        "1.5, false",
        "-1, false"
    })
    void filesAndNumbersAreToldApart(String argument, boolean input) {
        assertThat(InputReader.isInput(argument)).isEqualTo(input);
    }
}

package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Writes a file of each format to {@code target/format-samples}, where {@code tools/check_formats.py} reads them with the real libraries. */
class FormatSamplesTest {
    private static final Path FOLDER = Path.of("target", "format-samples");

    @Test
    void arraysAndTensorsAreWrittenAsTheyAreRead() {
        NpyFile.write(FOLDER.resolve("uint8.npy"), NpyFileTest.UINT8);
        assertThat(NpyFile.read(FOLDER.resolve("uint8.npy"))).isEqualTo(NpyFileTest.UINT8);
        NpzFile.write(FOLDER.resolve("arrays.npz"), NpzFileTest.ARRAYS);
        assertThat(NpzFile.read(FOLDER.resolve("arrays.npz"))).isEqualTo(NpzFileTest.ARRAYS);
        Path tensors = FOLDER.resolve("tensors.safetensors");
        Safetensors.write(tensors, SafetensorsTest.TENSORS, SafetensorsTest.METADATA);
        assertThat(Safetensors.read(tensors).tensors()).isEqualTo(SafetensorsTest.TENSORS);
        Safetensors.write(FOLDER.resolve("none.safetensors"), new TreeMap<>(), Map.of());
        assertThat(Safetensors.read(FOLDER.resolve("none.safetensors")).tensors())
                .isEmpty();
        IdxFile idx = new IdxFile(NpyFileTest.UINT8.shape(), NpyFileTest.UINT8.values());
        idx.write(FOLDER.resolve("uint8-idx3-ubyte.gz"));
        assertThat(IdxFile.read(FOLDER.resolve("uint8-idx3-ubyte.gz"))).isEqualTo(idx);
    }

    /** A run of eight steps that is taken up again at step 6 and goes on to step 7: the later values of steps 6 and 7 count. */
    @Test
    void aRunThatWasTakenUpAgainIsTwoEventFiles() throws IOException {
        Path events = FOLDER.resolve("events");
        Files.createDirectories(events);
        try (Stream<Path> old = Files.list(events)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        byte[] png = png(4, 6);
        try (TensorBoardFile file = TensorBoardFile.open(events)) {
            for (int step = 0; step <= 8; step++) {
                file.scalar(step, "critic_loss", step / 4f);
            }
            file.image(3, "samples", 4, 6, 1, png);
            file.image(8, "samples", 4, 6, 1, png);
        }
        try (TensorBoardFile file = TensorBoardFile.open(events)) {
            file.startSession(6);
            file.scalar(6, "critic_loss", -6);
            file.scalar(7, "critic_loss", -7);
        }
        try (Stream<Path> files = Files.list(events)) {
            assertThat(files).hasSize(2);
        }
    }

    private static byte[] png(int height, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < width; x++) {
            image.getRaster().setSample(x, 1, 0, 40 * x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }
}

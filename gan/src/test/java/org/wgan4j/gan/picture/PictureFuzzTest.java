package org.wgan4j.gan.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are either a picture or refused with a reason. In a build the seeds alone run. */
class PictureFuzzTest {
    static Stream<byte[]> pictureSeeds() {
        return Stream.of("red.webp", "red-lossy.webp", "red-cmyk.jpg", "orientation-6.jpg", "grey.jpg")
                .map(PictureFuzzTest::bytes)
                .flatMap(whole -> Stream.of(whole, Arrays.copyOf(whole, whole.length / 2), turned(whole)));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = PictureFuzzTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** With every tenth byte changed. */
    private static byte[] turned(byte[] whole) {
        byte[] turned = whole.clone();
        for (int i = 9; i < turned.length; i += 10) {
            turned[i] ^= 0x55;
        }
        return turned;
    }

    @MethodSource("pictureSeeds")
    @FuzzTest
    void picture(byte[] bytes) throws IOException {
        Path path = Files.createTempFile("fuzzed", ".picture");
        try {
            Files.write(path, bytes);
            assertThat(readOrRefused(path)).isTrue();
        } finally {
            Files.delete(path);
        }
    }

    static Stream<byte[]> exifSeeds() {
        byte[] whole = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};
        byte[] far = whole.clone();
        far[4] = (byte) 0xff;
        return Stream.of(new byte[0], whole, Arrays.copyOf(whole, 15), far, new byte[] {'I', 'I'});
    }

    @MethodSource("exifSeeds")
    @FuzzTest
    void exif(byte[] bytes) {
        assertThat(new ExifData(bytes).orientation().quarterTurns()).isBetween(0, 3);
    }

    private static boolean readOrRefused(Path path) {
        try {
            return PictureFile.read(path, 1 << 16).width() > 0;
        } catch (UnreadablePictureException refused) {
            return !refused.reason().isBlank();
        }
    }
}

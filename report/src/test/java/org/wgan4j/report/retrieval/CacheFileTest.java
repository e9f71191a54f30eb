package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.format.MalformedFileException;

class CacheFileTest {
    private static final SignatureSettings SETTINGS = new SignatureSettings(ColourSpace.LAB, 8, 1 << 18);
    private static final CacheFile FORMAT = new CacheFile("fuzzed", SETTINGS);

    private static Map<FileStamp, ColourSignature> entries() {
        SplittableRandom random = new SplittableRandom(1);
        Map<FileStamp, ColourSignature> entries = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            int[] pixels = random.ints(20, 0, 1 << 24).toArray();
            entries.put(new FileStamp("\u00e4/" + i + ".png", 100 + i, -i), ColourSignature.of(pixels, SETTINGS));
        }
        return entries;
    }

    private static byte[] bytes(Map<FileStamp, ColourSignature> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FORMAT.write(out, entries);
        return out.toByteArray();
    }

    private static Map<FileStamp, ColourSignature> read(byte[] bytes) throws IOException {
        return FORMAT.read(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(read(bytes(entries()))).isEqualTo(entries());
        assertThat(read(bytes(Map.of()))).isEmpty();
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        byte[] whole = bytes(entries());
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x11;
            assertThatThrownBy(() -> read(damaged)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] whole = bytes(entries());
        for (int length = 0; length < whole.length; length++) {
            byte[] half = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(half)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void aCacheOfOtherSettingsIsRefused() throws IOException {
        byte[] whole = bytes(entries());
        CacheFile other = new CacheFile("other", new SignatureSettings(ColourSpace.LAB, 9, 1 << 18));
        assertThatThrownBy(() -> other.read(new ByteArrayInputStream(whole), whole.length))
                .hasMessageContaining("found 8 for the number of bins, expected 9");
    }

    static Stream<byte[]> seeds() throws IOException {
        byte[] whole = bytes(entries());
        return Stream.of(whole, new byte[0], Arrays.copyOf(whole, whole.length / 2), bytes(Map.of()));
    }

    /** Any bytes are either read or refused as malformed; to search for new inputs see FormatFuzzTest in the module gan. */
    @MethodSource("seeds")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
        try {
            assertThat(read(bytes)).isNotNull();
        } catch (MalformedFileException refused) {
            assertThat(refused.getMessage()).contains("fuzzed");
        }
    }
}

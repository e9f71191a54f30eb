package org.wgan4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MnistTest {
    @ParameterizedTest
    @EnumSource
    void everyFileHasItsOfficialChecksum(Mnist file) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(file));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(file.sha256());
    }

    @ParameterizedTest
    @CsvSource({"TRAINING_IMAGES, 60000", "TRAINING_LABELS, 60000", "TEST_IMAGES, 10000", "TEST_LABELS, 10000"})
    void everyFileHoldsItsCount(Mnist file, int count) throws IOException {
        byte[] bytes = bytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int dimensions = header.getInt() & 0xff;
        assertThat(header.getInt()).isEqualTo(count);
        int itemSize = dimensions == 3 ? 28 * 28 : 1;
        assertThat(bytes).hasSize(4 + 4 * dimensions + count * itemSize);
    }

    @Test
    void theNoticeNamesAuthorsAndLicence() throws IOException {
        try (InputStream notice = Mnist.class.getResourceAsStream("NOTICE")) {
            assertThat(notice).isNotNull();
            assertThat(new String(notice.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Yann LeCun", "Corinna Cortes", "CC BY-SA 3.0");
        }
    }

    private static byte[] bytes(Mnist file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }
}

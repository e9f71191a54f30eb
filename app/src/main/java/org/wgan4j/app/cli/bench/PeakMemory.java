package org.wgan4j.app.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The peak memory of this process, Java's and the native library's together, where the system reports it. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s*([0-9]{1,15}) kB$", Pattern.MULTILINE);

    private PeakMemory() {}

    /** In MiB. */
    static OptionalDouble mebibytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return mebibytes(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return OptionalDouble.empty();
        }
    }

    /** Reads the text of Linux's {@code /proc/self/status}. */
    static OptionalDouble mebibytes(String status) {
        Matcher matcher = PEAK.matcher(status);
        return matcher.find() ? OptionalDouble.of(Long.parseLong(matcher.group(1)) / 1024.0) : OptionalDouble.empty();
    }
}

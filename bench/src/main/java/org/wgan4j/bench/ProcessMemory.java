package org.wgan4j.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory this process holds, as Linux counts it in {@code /proc/self/status}. */
final class ProcessMemory {
    private ProcessMemory() {}

    /** MiB of an entry such as {@code VmRSS}, what is resident, or {@code VmHWM}, the most that ever was; NaN where there is none. */
    static double mebibytes(String entry) {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(entry + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

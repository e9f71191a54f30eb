package org.wgan4j.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.transport.approximate.SlicedWasserstein;

/**
 * Our side of {@code bench/transport-side-by-side}: times one kind of call on one instance and prints one JSON object in a line.
 *
 * <p>Arguments: a kind (a name of {@link TimedCase} in lower case), the instance's folder, and the kind's parameters, if any.
 * {@code directions FOLDER DIMENSION COUNT} writes the directions of the sliced distance instead, for the peer to check the value with.
 */
public final class TransportBench {
    private TransportBench() {}

    /** Runs one kind. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        double[] parameters = Arrays.stream(arguments)
                .skip(2)
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (arguments[0].equals("directions")) {
            writeDirections(folder.resolve("directions.f8"), (int) parameters[0], (int) parameters[1]);
            return;
        }
        TimedCase timed = TimedCase.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        System.out.println(json(ColdAndWarm.of(timed.load(folder, parameters))));
    }

    private static String json(ColdAndWarm run) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "{\"value\": %.17g, \"cold\": %.6f, \"warm\": %.6f, \"calls\": %d, \"peak_mib\": %.1f",
                run.answer().value(),
                run.cold(),
                run.warm(),
                run.calls(),
                run.peakMebibytes()));
        for (Map.Entry<String, String> detail : run.answer().details().entrySet()) {
            line.append(", \"").append(detail.getKey()).append("\": ").append(detail.getValue());
        }
        return line.append('}').toString();
    }

    /** Doubles {@code [count][dimension]}, little-endian, without a header. */
    private static void writeDirections(Path file, int dimension, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * dimension * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] direction : SlicedWasserstein.directions(dimension, count, TimedCase.SEED)) {
            bytes.asDoubleBuffer().put(direction);
            bytes.position(bytes.position() + dimension * Double.BYTES);
        }
        Files.write(file, bytes.array());
    }
}

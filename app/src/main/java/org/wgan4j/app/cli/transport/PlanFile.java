package org.wgan4j.app.cli.transport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wgan4j.app.cli.transport.TransportAnswer.Transfer;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.transport.Plan;

/** A transport plan as an npz file. */
final class PlanFile {
    private PlanFile() {}

    /** Writes {@code source}, {@code target} and {@code mass} {@code [entries]}, and potentials {@code f} and {@code g} if there are any. */
    public static void write(Path file, Transfer transfer) {
        Plan plan = transfer.plan().get();
        int size = plan.size();
        long[] source = new long[size];
        long[] target = new long[size];
        double[] mass = new double[size];
        for (int entry = 0; entry < size; entry++) {
            source[entry] = plan.source(entry);
            target[entry] = plan.target(entry);
            mass[entry] = plan.mass(entry);
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("source", new NpyArray.Int64(new int[] {size}, source));
        arrays.put("target", new NpyArray.Int64(new int[] {size}, target));
        arrays.put("mass", new NpyArray.Float64(new int[] {size}, mass));
        transfer.potentials().ifPresent(potentials -> {
            arrays.put("f", floats(potentials.f()));
            arrays.put("g", floats(potentials.g()));
        });
        NpzFile.write(file, arrays);
    }

    private static NpyArray floats(double[] values) {
        return new NpyArray.Float64(new int[] {values.length}, values);
    }
}

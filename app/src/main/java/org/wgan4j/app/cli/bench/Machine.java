package org.wgan4j.app.cli.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.run.BuildVersion;
import org.wgan4j.gan.run.Provenance;

/**
 * The machine and the software that a measurement was taken on. Immutable.
 *
 * @param cpu model, or the architecture where the system does not say
 * @param cores that the process may use
 * @param java version and vendor
 * @param libtorch version
 * @param wgan4j version and commit
 */
record Machine(String cpu, int cores, String java, String libtorch, String wgan4j) {
    /** This machine, with the libtorch that is loaded. */
    static Machine here(String libtorch) {
        return new Machine(
                Provenance.cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                libtorch,
                BuildVersion.version() + " (commit " + BuildVersion.commit() + ")");
    }

    /** For JSON. */
    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cpu", cpu);
        object.put("cores", cores);
        object.put("java", java);
        object.put("libtorch", libtorch);
        object.put("wgan4j", wgan4j);
        return object;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d %s, Java %s, libtorch %s, wgan4j %s",
                cpu,
                cores,
                cores == 1 ? "core" : "cores",
                java,
                libtorch,
                wgan4j);
    }
}

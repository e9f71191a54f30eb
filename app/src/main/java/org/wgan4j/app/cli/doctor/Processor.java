package org.wgan4j.app.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The processor, as the operating system describes it. Immutable.
 *
 * @param model the maker's name of it, or the architecture where the name is not known
 * @param features those instruction sets that matter to training: avx2, fma, avx512, bf16, amx; empty where not known
 * @param known whether the system listed its features at all
 */
record Processor(String model, List<String> features, boolean known) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    /** Feature as shown, and the flag of Linux that stands for it. */
    private static final Map<String, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put("avx2", "avx2");
        FLAGS.put("fma", "fma");
        FLAGS.put("avx512", "avx512f");
        FLAGS.put("bf16", "avx512_bf16");
        FLAGS.put("amx", "amx_tile");
    }

    /** The list is immutable. */
    public Processor {
        features = List.copyOf(features);
    }

    /** This machine's processor. */
    public static Processor ofThisMachine() {
        if (Files.isReadable(CPUINFO)) {
            try {
                return parse(Files.readString(CPUINFO, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                return unnamed();
            }
        }
        return unnamed();
    }

    /** Reads the text of Linux's {@code /proc/cpuinfo}; what it lacks is left out. */
    static Processor parse(String cpuinfo) {
        String model = "";
        Set<String> flags = new HashSet<>();
        for (String line : cpuinfo.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (key.equals("model name") && model.isEmpty()) {
                model = value;
            } else if (key.equals("flags") && flags.isEmpty()) {
                flags.addAll(Arrays.asList(value.split("\\s+")));
            }
        }
        List<String> features = new ArrayList<>();
        FLAGS.forEach((feature, flag) -> {
            if (flags.contains(flag)) {
                features.add(feature);
            }
        });
        return new Processor(model.isEmpty() ? System.getProperty("os.arch", "") : model, features, !flags.isEmpty());
    }

    private static Processor unnamed() {
        return new Processor(System.getProperty("os.arch", "unknown"), List.of(), false);
    }
}

package org.wgan4j.app.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The checks of the virtual machine, the system, the processor and the memory. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final Set<String> PLATFORMS =
            Set.of("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");
    private static final double NEEDED_MEMORY_GIB = 2;

    private MachineChecks() {}

    /** Version and maker of Java. */
    public static Check java() {
        int version = Runtime.version().feature();
        String observation = String.format(
                Locale.ROOT,
                "%s, %s (%s)",
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
        return version >= OLDEST_JAVA
                ? Check.ok("java", observation)
                : Check.failed(
                        "java", observation, "install a JDK " + OLDEST_JAVA + " or later and set JAVA_HOME to it");
    }

    /** Whether libtorch is built for this operating system and architecture. */
    public static Check platform() {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String observation = platform + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version");
        return PLATFORMS.contains(platform)
                ? Check.ok("platform", observation)
                : Check.failed("platform", observation, "run it on one of " + new TreeSet<>(PLATFORMS));
    }

    /** The platform's name in the spelling of JavaCPP. */
    static String platform(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : name;
        String arch = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> architecture;
        };
        return family + "-" + arch;
    }

    /** Model and instruction sets. */
    public static Check processor() {
        return checkProcessor(Processor.ofThisMachine(), System.getProperty("os.arch", ""));
    }

    static Check checkProcessor(Processor processor, String architecture) {
        String features = processor.features().isEmpty() ? "" : ", " + String.join(" ", processor.features());
        String observation = processor.model() + features;
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        if (intel && processor.known() && !processor.features().contains("avx2")) {
            return Check.warning("processor", observation + ", no avx2", "expect training to be several times slower");
        }
        return Check.ok("processor", observation);
    }

    /** How many threads can run at once. */
    public static Check cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        String observation = cores + (cores == 1 ? " core" : " cores") + " for this process";
        return cores > 1
                ? Check.ok("cores", observation)
                : Check.warning("cores", observation, "training takes twice as long as on two");
    }

    /** Memory of the machine or its container. */
    public static Check memory() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Check.ok("memory", "not told by this Java");
        }
        return checkMemory(
                gib(system.getTotalMemorySize()), gib(Runtime.getRuntime().maxMemory()));
    }

    static Check checkMemory(double totalGib, double heapGib) {
        String observation = String.format(Locale.ROOT, "%.1f GiB, Java heap at most %.1f GiB", totalGib, heapGib);
        return totalGib >= NEEDED_MEMORY_GIB
                ? Check.ok("memory", observation)
                : Check.warning(
                        "memory",
                        observation,
                        "the tutorial networks take up to 2 GiB; train with a smaller batchSize");
    }

    private static double gib(long bytes) {
        return bytes / (double) (1L << 30);
    }
}

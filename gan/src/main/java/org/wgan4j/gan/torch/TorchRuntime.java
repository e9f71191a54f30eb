package org.wgan4j.gan.torch;

import java.util.Locale;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Precision;

/**
 * The loaded libtorch: its version, number of threads and vector instructions.
 *
 * <p>The number of threads of libtorch applies to the whole process. {@link #load} leaves it, {@link #start} sets it, and {@link ThreadCount} sets it
 * for a limited time. Immutable and safe for use by several threads.
 *
 * @param version of libtorch
 * @param threads of one operation
 * @param capability the vector instructions that libtorch uses, such as {@code AVX512}
 */
public record TorchRuntime(String version, int threads, String capability) {
    /** Binary logarithm of the clock ticks that an idle thread of OpenBLAS may spin: a few microseconds. */
    private static final int LONGEST_SPIN = 14;

    /**
     * Loads libtorch and leaves the number of threads of the process as it is: the number of processors, unless another was set.
     *
     * @throws ActionableException if the native libraries do not load; the message says where they are and why
     */
    public static TorchRuntime load() {
        NativeLibraries.load();
        return NativeScope.get(() -> {
            torch.globalContext().setDeterministicMkldnn(true);
            if (!idleProductThreadsSleep()) {
                openblas_nolapack.blas_set_num_threads(1);
            }
            return here(torch.get_num_threads());
        });
    }

    /**
     * Loads libtorch and sets the number of threads of the whole process, until another is set.
     *
     * @param threads 0 for all processors, or at least 1
     * @throws ActionableException if the native libraries do not load; the message says where they are and why
     */
    public static TorchRuntime start(int threads) {
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be 0 (all processors) or more, found " + threads);
        }
        load();
        return NativeScope.get(() -> started(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads));
    }

    private static TorchRuntime started(int count) {
        openblas_nolapack.blas_set_num_threads(idleProductThreadsSleep() ? count : 1);
        torch.set_num_threads(count);
        return here(count);
    }

    private static TorchRuntime here(int threads) {
        return new TorchRuntime(
                bindingVersion(), threads, torch.get_cpu_capability().getString());
    }

    /**
     * Whether the threads of OpenBLAS go to sleep as soon as a product is done, which only the environment can tell them. Otherwise they
     * spin and steal cores from OpenMP, and a critic step takes half as long again: then one thread does all products of matrices.
     */
    private static boolean idleProductThreadsSleep() {
        String timeout = System.getenv("OPENBLAS_THREAD_TIMEOUT");
        return timeout != null && timeout.matches("[0-9]{1,2}") && Integer.parseInt(timeout) <= LONGEST_SPIN;
    }

    /** Single precision on the device that a recipe asks for, or one sentence about what is missing. */
    public Compute compute(Device device) {
        return new Compute(deviceName(device), Precision.FLOAT32);
    }

    private static String bindingVersion() {
        String version = torch.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static String deviceName(Device device) {
        return switch (device) {
            case CPU -> "cpu";
            case AUTO -> torch.hasCUDA() ? "cuda" : torch.hasMPS() ? "mps" : "cpu";
            case CUDA ->
                available(
                        torch.hasCUDA(),
                        "cuda",
                        "use those of the Maven classifier linux-x86_64-gpu or windows-x86_64-gpu of org.bytedeco:pytorch");
            case MPS -> available(torch.hasMPS(), "mps", "run on macOS with an Apple processor");
        };
    }

    private static String available(boolean present, String name, String remedy) {
        if (!present) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "runtime.device is %s, but the native libraries here have only cpu: %s, or set runtime.device to auto or cpu.",
                    name,
                    remedy));
        }
        return name;
    }
}

package org.wgan4j.gan.torch;

import java.util.function.Function;

/**
 * A number of threads that libtorch has until this is closed; then the process has the number back that it had before.
 *
 * <p>The number belongs to the process: whatever else computes with libtorch meanwhile computes with it too. Open and close it on the same
 * thread, nested ones from the inside out.
 */
public final class ThreadCount implements AutoCloseable {
    private final TorchRuntime runtime;
    private final int before;

    private ThreadCount(TorchRuntime runtime, int before) {
        this.runtime = runtime;
        this.before = before;
    }

    /**
     * Loads libtorch and sets the number of threads.
     *
     * @param threads 0 for all processors, or at least 1
     * @throws org.wgan4j.gan.ActionableException if the native libraries do not load
     */
    public static ThreadCount set(int threads) {
        int before = TorchRuntime.load().threads();
        return new ThreadCount(TorchRuntime.start(threads), before);
    }

    /** Does the work with a number of threads, 0 for all processors, and takes the number back, also when the work fails. */
    public static <T> T during(int threads, Function<TorchRuntime, T> work) {
        try (ThreadCount count = set(threads)) {
            return work.apply(count.runtime());
        }
    }

    /** libtorch with this number of threads. */
    public TorchRuntime runtime() {
        return runtime;
    }

    /** Gives the process its earlier number of threads back. */
    @Override
    public void close() {
        TorchRuntime.start(before);
    }
}

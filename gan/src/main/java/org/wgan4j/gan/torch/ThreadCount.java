package org.wgan4j.gan.torch;

import java.util.function.Function;

/**
 * Sets the number of threads of libtorch until it is closed, which restores the earlier number.
 *
 * <p>The number applies to the whole process, so other computations with libtorch use it too. Open and close it on the same thread; close nested
 * ones in reverse order.
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

    /** Does the work with a number of threads, 0 for all processors, and restores the earlier number, also when the work fails. */
    public static <T> T during(int threads, Function<TorchRuntime, T> work) {
        try (ThreadCount count = set(threads)) {
            return work.apply(count.runtime());
        }
    }

    /** libtorch with this number of threads. */
    public TorchRuntime runtime() {
        return runtime;
    }

    /** Restores the earlier number of threads. */
    @Override
    public void close() {
        TorchRuntime.start(before);
    }
}

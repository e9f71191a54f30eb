package org.wgan4j.report.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A fixed number of daemon threads that share numbered tasks; the results do not depend on which thread does which. */
final class WorkerPool implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    /** A pool of so many threads, at least 1. */
    WorkerPool(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "retrieval");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the tasks 0 to {@code count - 1}, each once, and returns when all are done; the first failure is thrown. */
    void each(int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> share = () -> {
            int done = 0;
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    task.accept(i);
                    done++;
                }
            } finally {
                // After a failure no other task begins.
                next.set(count);
            }
            return done;
        };
        List<Callable<Integer>> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            shares.add(share);
        }
        await(shares);
    }

    private void await(List<Callable<Integer>> shares) {
        try {
            for (Future<Integer> future : pool.invokeAll(shares)) {
                future.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failure.getCause() instanceof Error grave) {
                throw grave;
            }
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

package org.wgan4j.app.cli.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.wgan4j.transport.Limits;

/**
 * A computation that does not ask its limits itself: it runs on a thread of its own, which is interrupted, and left to itself, when they
 * are over.
 */
public final class StoppableCall {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private StoppableCall() {}

    /**
     * What the computation returns.
     *
     * @param name what it is called in the message
     * @throws UnfinishedException if the limits are over first
     */
    public static <T> T run(String name, Limits limits, Supplier<T> computation) {
        Limits.Deadline deadline = limits.withIterations(Long.MAX_VALUE).start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, computation), name);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return result.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (deadline.isOver(0)) {
                    thread.interrupt();
                    throw new UnfinishedException("--solver " + name + " was stopped after "
                            + deadline.elapsed().toMillis() + " ms and has no answer before its end");
                }
            } catch (ExecutionException failure) {
                throw rethrown(failure);
            } catch (InterruptedException stopped) {
                thread.interrupt();
                Thread.currentThread().interrupt();
                throw new UnfinishedException("--solver " + name + " was interrupted and has no answer before its end");
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> computation) {
        try {
            result.complete(computation.get());
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error grave) {
            throw grave;
        }
        return failure.getCause() instanceof RuntimeException known ? known : new CompletionException(failure);
    }
}

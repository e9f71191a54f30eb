package org.wgan4j.app.cli.console;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The wish to stop, as Ctrl-C, {@code kill} and a terminal that is closed express it: the first signal sets a flag that the training asks after
 * each step, a second Ctrl-C or {@code kill} ends the process at once.
 *
 * <p>A signal handler rather than a shutdown hook: once the virtual machine shuts down, a second Ctrl-C is no longer heard and
 * the exit code no longer chosen. The second one is left to the operating system, since an orderly exit would pull libtorch
 * away from under its computing threads. A second hang-up says nothing new, and shells send two; a process that was started to ignore
 * them, by {@code nohup} say, goes on ignoring them.
 */
public final class StopSignal implements AutoCloseable {
    /** What is listened to; a system without one of them never sends it. */
    private enum Kind {
        INT(ExitCodes.INTERRUPTED),
        TERM(ExitCodes.TERMINATED),
        HUP(ExitCodes.HUNG_UP);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** Programs that stop a whole group of processes often send a signal twice; what follows so soon is the same wish. */
    private static final Duration SAME_WISH = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Kind> first = new AtomicReference<>();
    private final Object lock = new Object();
    private boolean closed;
    private final Map<Kind, Object> previous = new EnumMap<>(Kind.class);
    private final Runnable answer;

    /**
     * Listens from now on.
     *
     * @param answer said to the person at the first signal, on a thread of the virtual machine
     */
    public StopSignal(Runnable answer) {
        this.answer = answer;
        for (Kind kind : Kind.values()) {
            Object before = Signals.register(kind.name(), () -> raise(kind));
            if (before != null) {
                previous.put(kind, before);
            }
        }
    }

    /** Whether a signal has come. */
    public boolean requested() {
        return first.get() != null;
    }

    /** What a process that a signal stopped exits with: 128 and the number of the signal, as shells count. */
    public int exitCode() {
        Kind kind = first.get();
        return kind == null ? ExitCodes.INTERRUPTED : kind.exitCode;
    }

    /** What Ctrl-C does. */
    public void raise() {
        raise(Kind.INT);
    }

    private void raise(Kind kind) {
        if (first.compareAndSet(null, kind)) {
            answer.run();
            Thread later = new Thread(this::leaveToTheSystem, "stop-signal");
            later.setDaemon(true);
            later.start();
        }
    }

    private void leaveToTheSystem() {
        try {
            Thread.sleep(SAME_WISH.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (lock) {
            if (!closed) {
                for (Kind kind : List.of(Kind.INT, Kind.TERM)) {
                    Signals.registerDefault(kind.name());
                }
            }
        }
    }

    /** Lets the virtual machine answer signals again. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            previous.forEach((kind, before) -> Signals.unregister(kind.name(), before));
        }
    }
}

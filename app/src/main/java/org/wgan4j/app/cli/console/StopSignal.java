package org.wgan4j.app.cli.console;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * A handler of the signals INT (Ctrl-C), TERM ({@code kill}) and HUP (a closed terminal): the first sets a flag that training and solvers
 * ask for, a second INT or TERM ends the process at once. Safe for use by several threads.
 *
 * <p>A signal handler rather than a shutdown hook: once the virtual machine shuts down, a second Ctrl-C has no effect and
 * the exit code cannot be chosen. The second one is left to the operating system, since an orderly exit would unload libtorch
 * while its threads compute. A second hang-up is ignored, since shells send two; a process that was started to ignore
 * them, by {@code nohup} say, goes on ignoring them.
 */
public final class StopSignal implements AutoCloseable {
    /** The signals; a system without one of them never sends it. */
    private enum Kind {
        INT(ExitCodes.INTERRUPTED),
        TERM(ExitCodes.TERMINATED),
        HUP(ExitCodes.HUNG_UP);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** Programs that stop a whole group of processes often send a signal twice; a signal within this time of the first is its repetition. */
    private static final Duration REPETITION = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Kind> first = new AtomicReference<>();
    private final Object lock = new Object();
    private boolean closed;
    private final Map<Kind, Object> previous = new EnumMap<>(Kind.class);
    private final Runnable onFirst;

    /**
     * Handles signals from now on.
     *
     * @param onFirst run at the first signal, on a thread of the virtual machine
     */
    public StopSignal(Runnable onFirst) {
        this.onFirst = onFirst;
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
            onFirst.run();
            Thread later = new Thread(this::restoreDefaults, "stop-signal");
            later.setDaemon(true);
            later.start();
        }
    }

    private void restoreDefaults() {
        try {
            Thread.sleep(REPETITION.toMillis());
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

    /** Restores the handlers of the virtual machine. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            previous.forEach((kind, before) -> Signals.unregister(kind.name(), before));
        }
    }
}

package org.wgan4j.app.cli.console;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * The wish to stop, as Ctrl-C and {@code kill} express it: the first sets a flag that the training asks after each step, the
 * second ends the process at once.
 *
 * <p>A signal handler rather than a shutdown hook: once the virtual machine shuts down, a second Ctrl-C is no longer heard and
 * the exit code no longer chosen. The second one is left to the operating system, since an orderly exit would pull libtorch
 * away from under its computing threads.
 */
public final class StopSignal implements AutoCloseable {
    private static final String[] NAMES = {"INT", "TERM"};

    /** Programs that stop a whole group of processes often send a signal twice; what follows so soon is the same wish. */
    private static final Duration SAME_WISH = Duration.ofSeconds(1);

    private final AtomicBoolean requested = new AtomicBoolean();
    private final Object lock = new Object();
    private boolean closed;
    private final Object[] previous = new Object[NAMES.length];
    private final Runnable answer;

    /**
     * Listens from now on.
     *
     * @param answer said to the person at the first signal, on a thread of the virtual machine
     */
    public StopSignal(Runnable answer) {
        this.answer = answer;
        for (int i = 0; i < NAMES.length; i++) {
            previous[i] = Signals.register(NAMES[i], this::raise);
        }
    }

    /** Whether a signal has come. */
    public boolean requested() {
        return requested.get();
    }

    /** What a signal does. */
    public void raise() {
        if (!requested.getAndSet(true)) {
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
                for (String name : NAMES) {
                    Signals.registerDefault(name);
                }
            }
        }
    }

    /** Lets the virtual machine answer signals again. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            for (int i = 0; i < NAMES.length; i++) {
                if (previous[i] != null) {
                    Signals.unregister(NAMES[i], previous[i]);
                }
            }
        }
    }
}

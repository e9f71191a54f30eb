package org.wgan4j.gan.training.loop;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far when opening the rest fails; the last opened first. */
public final class CloseOnFailure implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Takes note of something that is open now. */
    public <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Everything is open: whoever gets it closes it. */
    public void keep() {
        opened.clear();
    }

    /** Closes what was not kept; a failure to close one hides none of the others. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception lesser) {
            // The failure that brought us here matters more.
        }
    }
}

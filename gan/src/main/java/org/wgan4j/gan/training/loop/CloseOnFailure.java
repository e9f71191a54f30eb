package org.wgan4j.gan.training.loop;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes resources in reverse order unless {@link #keep} was called. For use by one thread. */
public final class CloseOnFailure implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Adds an open resource. */
    public <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Leaves all resources open; the caller closes them. */
    public void keep() {
        opened.clear();
    }

    /** Closes the resources; a failure to close one is ignored. */
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
        } catch (Exception ignored) {
            // The failure that led here is thrown instead.
        }
    }
}

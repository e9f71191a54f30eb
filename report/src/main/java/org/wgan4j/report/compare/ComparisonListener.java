package org.wgan4j.report.compare;

import org.wgan4j.gan.training.event.RunEvent;

/** Receives the progress of a comparison, on the thread that trains. */
public interface ComparisonListener {
    /** A listener that ignores everything. */
    ComparisonListener SILENT = new ComparisonListener() {
        @Override
        public TrialListener begins(Trial trial) {
            return event -> {};
        }

        @Override
        public void diverged(Trial trial, String reason) {}
    };

    /**
     * A run begins or goes on.
     *
     * @return receives the events of the run, and is closed when the run has ended
     */
    TrialListener begins(Trial trial);

    /** A run has diverged; the comparison goes on with the next one. */
    void diverged(Trial trial, String reason);

    /** Receives the events of one run. */
    interface TrialListener extends AutoCloseable {
        /** Receives an event of the run; a {@link RunEvent.Noted} also where a file of the run cannot be written. */
        void accept(RunEvent event);

        /** Does nothing unless overridden. */
        @Override
        default void close() {}
    }
}

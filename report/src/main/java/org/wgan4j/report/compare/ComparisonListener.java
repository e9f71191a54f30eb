package org.wgan4j.report.compare;

import org.wgan4j.gan.training.event.RunEvent;

/** Is told what happens while a comparison is trained, on the thread that trains. */
public interface ComparisonListener {
    /**
     * A run begins or goes on.
     *
     * @return who hears of it until it is over, and is closed then
     */
    TrialListener begins(Trial trial);

    /** A run has diverged, which is a result of a comparison and not its end. */
    void diverged(Trial trial, String reason);

    /** Is told what happens in one run. */
    interface TrialListener extends AutoCloseable {
        /** Takes an event of the run. */
        void accept(RunEvent event);

        @Override
        void close();
    }
}

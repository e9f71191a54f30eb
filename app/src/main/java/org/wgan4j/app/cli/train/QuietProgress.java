package org.wgan4j.app.cli.train;

import org.wgan4j.gan.training.event.RunEvent;

/** Shows nothing, for {@code --quiet}. */
final class QuietProgress extends TrainingProgress {
    @Override
    void begin(RunEvent.Started started) {}

    @Override
    void step(RunEvent.Stepped stepped) {}

    @Override
    void epoch(RunEvent.EpochEnded ended) {}

    @Override
    public void note(String message) {}

    @Override
    public void close() {}
}

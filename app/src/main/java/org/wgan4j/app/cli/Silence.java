package org.wgan4j.app.cli;

import org.wgan4j.gan.training.RunEvent;

/** Shows nothing, for {@code --quiet}. */
final class Silence extends Progress {
    @Override
    void begin(RunEvent.Started started) {}

    @Override
    void step(RunEvent.Stepped stepped) {}

    @Override
    void epoch(RunEvent.EpochEnded ended) {}

    @Override
    void note(String message) {}

    @Override
    public void close() {}
}

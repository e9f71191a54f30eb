package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wgan4j.gan.recipe.CheckpointSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.StepRecord;

/** What is done after each step: log it, close epochs, draw pictures and write checkpoints when they are due, and tell the listener. */
final class Bookkeeping {
    private final Recipe recipe;
    private final RunLength length;
    private final MetricsLog log;
    private final Players players;
    private final Checkpoints checkpoints;
    private final Consumer<RunEvent> listener;
    private final List<StepRecord> ofThisEpoch = new ArrayList<>();
    private double epochBegan;
    private long lastSaved;
    private long lastDrawn = -1;

    Bookkeeping(
            Recipe recipe,
            RunLength length,
            MetricsLog log,
            Players players,
            Checkpoints checkpoints,
            Consumer<RunEvent> listener) {
        this.recipe = recipe;
        this.length = length;
        this.log = log;
        this.players = players;
        this.checkpoints = checkpoints;
        this.listener = listener;
    }

    /** Takes up a run at a step, with the steps of the epoch that it is in the middle of. */
    void takeUp(long step, MetricsHistory history) {
        lastSaved = step;
        int epoch = length.epochsAfter(step);
        for (StepRecord record : history.steps()) {
            if (length.epochsAfter(record.step()) < epoch || length.endsEpoch(record.step())) {
                epochBegan = record.seconds();
            } else {
                ofThisEpoch.add(record);
            }
        }
    }

    void stepped(StepRecord record) {
        log.append(record);
        ofThisEpoch.add(record);
        listener.accept(new RunEvent.Stepped(record, length.totalSteps()));
        boolean epochEnds = length.endsEpoch(record.step());
        int epoch = length.epochsAfter(record.step());
        if (epochEnds) {
            closeEpoch(epoch, record);
        }
        SampleSettings samples = recipe.samples();
        if (epochEnds && due(samples.everyEpochs(), epoch)) {
            draw(Pictures.epochLabel(epoch), "Epoch: " + epoch, record.step());
        } else if (due(samples.everySteps(), record.step())) {
            drawStep(record.step());
        }
        CheckpointSettings settings = recipe.checkpoints();
        if ((epochEnds && due(settings.everyEpochs(), epoch)) || due(settings.everySteps(), record.step())) {
            save(new Checkpoints.Position(record.step(), record.seconds()));
        }
    }

    /** Makes the last state a checkpoint, and a picture if the run is complete. */
    void ended(Checkpoints.Position position) {
        if (position.step() == length.totalSteps() && lastDrawn != position.step()) {
            drawStep(position.step());
        }
        if (lastSaved != position.step()) {
            save(position);
        }
        log.flush();
    }

    private static boolean due(int every, long count) {
        return every > 0 && count % every == 0;
    }

    private void closeEpoch(int epoch, StepRecord last) {
        EpochRecord record = new EpochRecord(
                epoch,
                last.step(),
                last.seconds() - epochBegan,
                means(StepRecord::terms),
                means(StepRecord::seedTerms));
        log.append(record);
        listener.accept(new RunEvent.EpochEnded(record, length.totalEpochs()));
        ofThisEpoch.clear();
        epochBegan = last.seconds();
    }

    private Map<String, Double> means(Function<StepRecord, Map<String, Double>> terms) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (StepRecord record : ofThisEpoch) {
            terms.apply(record).forEach((name, value) -> means.merge(name, value / ofThisEpoch.size(), Double::sum));
        }
        return means;
    }

    private void drawStep(long step) {
        draw(Pictures.stepLabel(step), "Step: " + step, step);
    }

    private void draw(String label, String caption, long step) {
        lastDrawn = step;
        listener.accept(
                new RunEvent.Sampled(label, caption, step, new Pictures(recipe, players).at(step), recipe.samples()));
    }

    private void save(Checkpoints.Position position) {
        log.flush();
        lastSaved = position.step();
        listener.accept(new RunEvent.Saved(
                checkpoints.save(players, position, recipe.checkpoints().keep()), position.step()));
    }
}

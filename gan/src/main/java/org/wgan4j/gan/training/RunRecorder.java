package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wgan4j.gan.checkpoint.BestCheckpoint;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.evaluation.Evaluator;
import org.wgan4j.gan.evaluation.Evaluators;
import org.wgan4j.gan.evaluation.StepInterval;
import org.wgan4j.gan.recipe.CheckpointSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;
import org.wgan4j.gan.training.snapshot.Snapshots;

/** Records each step: logs it, closes epochs, evaluates, takes snapshots and writes checkpoints when they are due, and notifies the listener. */
final class RunRecorder {
    private final Recipe recipe;
    private final RunLength length;
    private final MetricsLog log;
    private final TrainingState trainingState;
    private final Checkpoints checkpoints;
    private final Snapshots snapshots;
    private final Evaluators evaluators;
    private final BestCheckpoint best;
    private final Consumer<RunEvent> listener;
    private final List<StepRecord> ofThisEpoch = new ArrayList<>();
    private final Set<EvaluationRecord.Kind> madeAtLastStep = EnumSet.noneOf(EvaluationRecord.Kind.class);
    private double epochStart;
    private long lastSaved;
    private long lastSampled = -1;
    private Optional<StepRecord> last = Optional.empty();

    RunRecorder(
            Recipe recipe,
            RunLength length,
            MetricsLog log,
            TrainingState trainingState,
            Checkpoints checkpoints,
            Snapshots snapshots,
            Evaluators evaluators,
            BestCheckpoint best,
            Consumer<RunEvent> listener) {
        this.recipe = recipe;
        this.length = length;
        this.log = log;
        this.trainingState = trainingState;
        this.checkpoints = checkpoints;
        this.snapshots = snapshots;
        this.evaluators = evaluators;
        this.best = best;
        this.listener = listener;
    }

    /** Restores the steps of the unfinished epoch and the evaluations of the step from which a run continues. */
    void restore(long step, MetricsHistory history) {
        lastSaved = step;
        last = history.steps().stream().filter(record -> record.step() == step).findFirst();
        history.measures().stream()
                .filter(measure -> measure.step() == step)
                .forEach(measure -> madeAtLastStep.add(measure.kind()));
        int epoch = length.epochsAfter(step);
        for (StepRecord record : history.steps()) {
            if (length.epochsAfter(record.step()) < epoch || length.endsEpoch(record.step())) {
                epochStart = record.seconds();
            } else {
                ofThisEpoch.add(record);
            }
        }
    }

    void record(StepRecord record) {
        log.append(record);
        ofThisEpoch.add(record);
        madeAtLastStep.clear();
        listener.accept(new RunEvent.Stepped(record, length.totalSteps()));
        StepInterval.CompletedStep completed = completed(record);
        if (completed.epochEnded()) {
            closeEpoch(completed.epoch(), record);
        }
        evaluators.due(completed).forEach(evaluator -> evaluate(evaluator, record));
        sampleIfDue(completed);
        if (checkpointing().isDue(completed)) {
            save(new TrainingPosition(record.step(), record.seconds()));
        }
        last = Optional.of(record);
    }

    private StepInterval.CompletedStep completed(StepRecord record) {
        return new StepInterval.CompletedStep(
                record, length.epochsAfter(record.step()), length.endsEpoch(record.step()));
    }

    private StepInterval checkpointing() {
        CheckpointSettings settings = recipe.checkpoints();
        return new StepInterval(settings.everyEpochs(), settings.everySteps());
    }

    private void sampleIfDue(StepInterval.CompletedStep completed) {
        SampleSettings samples = recipe.samples();
        StepInterval interval = new StepInterval(samples.everyEpochs(), samples.everySteps());
        if (interval.endsEpoch(completed)) {
            sample(SampleSnapshots.epochLabel(completed.epoch()), "Epoch: " + completed.epoch(), completed.step());
        } else if (interval.isDue(completed)) {
            sampleStep(completed.step());
        }
    }

    private void evaluate(Evaluator evaluator, StepRecord at) {
        trainingState.checkFinite();
        EvaluationRecord measured = new EvaluationRecord(
                evaluator.kind(), at.step(), at.epoch(), at.imagesSeen(), at.seconds(), evaluator.measure(at.step()));
        log.append(measured);
        log.flush();
        madeAtLastStep.add(measured.kind());
        listener.accept(new RunEvent.Measured(measured));
        best.offer(measured, trainingState).ifPresent(path -> listener.accept(new RunEvent.Saved(path, at.step())));
    }

    /** Writes the last checkpoint; a complete run is evaluated and sampled once more. */
    void finish(TrainingPosition position) {
        boolean complete = position.step() == length.totalSteps();
        if (complete) {
            last.ifPresent(this::evaluateRemaining);
        }
        if (complete && lastSampled != position.step()) {
            sampleStep(position.step());
        }
        if (lastSaved != position.step()) {
            save(position);
        }
        log.flush();
    }

    private void evaluateRemaining(StepRecord at) {
        evaluators.recurring().stream()
                .filter(evaluator -> !madeAtLastStep.contains(evaluator.kind()))
                .forEach(evaluator -> evaluate(evaluator, at));
    }

    private void closeEpoch(int epoch, StepRecord last) {
        EpochRecord record = new EpochRecord(
                epoch,
                last.step(),
                last.seconds() - epochStart,
                means(StepRecord::terms),
                means(StepRecord::seedTerms));
        log.append(record);
        listener.accept(new RunEvent.EpochEnded(record, length.totalEpochs()));
        ofThisEpoch.clear();
        epochStart = last.seconds();
    }

    private Map<String, Double> means(Function<StepRecord, Map<String, Double>> terms) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (StepRecord record : ofThisEpoch) {
            terms.apply(record).forEach((name, value) -> means.merge(name, value / ofThisEpoch.size(), Double::sum));
        }
        return means;
    }

    private void sampleStep(long step) {
        sample(SampleSnapshots.stepLabel(step), "Step: " + step, step);
    }

    private void sample(String label, String caption, long step) {
        trainingState.checkFinite();
        lastSampled = step;
        listener.accept(snapshots.event(label, caption, step));
    }

    private void save(TrainingPosition position) {
        log.flush();
        lastSaved = position.step();
        listener.accept(new RunEvent.Saved(
                checkpoints.save(trainingState, position, recipe.checkpoints().keep()), position.step()));
    }
}

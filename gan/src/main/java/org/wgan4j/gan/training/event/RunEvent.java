package org.wgan4j.gan.training.event;

import java.nio.file.Path;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;

/**
 * An event of a run, which a listener receives on the training thread: numbers, images and paths, never tensors.
 *
 * <p>Immutable and safe for use by several threads.
 */
public sealed interface RunEvent {
    /**
     * Training begins or goes on.
     *
     * @param step generator steps made so far: 0, or where it resumes
     */
    record Started(
            RunDirectory directory,
            Recipe recipe,
            String recipeName,
            long step,
            long totalSteps,
            double stepsPerEpoch,
            String device,
            int threads,
            String precision)
            implements RunEvent {}

    /** A note for the user. */
    record Noted(String message) implements RunEvent {}

    /** A generator step was made. */
    record Stepped(StepRecord record, long totalSteps) implements RunEvent {}

    /** An epoch ended. */
    record EpochEnded(EpochRecord record, int totalEpochs) implements RunEvent {}

    /**
     * A grid of images was generated.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    record Sampled(String label, String caption, long step, Images images, SampleSettings settings)
            implements RunEvent {}

    /**
     * The critic's surface was sampled, in place of a grid of images.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    record SurfaceSampled(String label, String caption, long step, CriticSurface surface, SampleSettings settings)
            implements RunEvent {}

    /** An evaluation was made. */
    record Measured(EvaluationRecord record) implements RunEvent {}

    /** A checkpoint was written. */
    record Saved(Path checkpoint, long step) implements RunEvent {}

    /**
     * Training ended.
     *
     * @param seconds of training, those before a resume counted
     */
    record Finished(Outcome outcome, long step, double seconds) implements RunEvent {}
}

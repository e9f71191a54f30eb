package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.InitialWeights;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * The checkpoints of a run: folders {@code step-00000235} with the weights and the optimisers' state as safetensors and a
 * {@code state.json}.
 *
 * <p>A checkpoint is written to another folder, synced and renamed, so that it exists completely or not at all. For use by one thread.
 */
public final class Checkpoints {
    private static final String STATE = "state.json";
    private static final String GENERATOR = "generator.safetensors";
    private static final String CRITIC = "critic.safetensors";
    private static final String AVERAGE = "generator-average.safetensors";

    private final Path folder;
    private final Recipe recipe;

    /** The checkpoints of a run of that recipe: those of another are refused. */
    public Checkpoints(Path folder, Recipe recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    /**
     * Writes a checkpoint and deletes the oldest ones beyond {@code keep} (0 keeps all).
     *
     * @throws CheckpointException if it cannot be written; what was written of it is then deleted
     */
    public Path save(TrainingState trainingState, TrainingPosition position, int keep) {
        Path target = CheckpointFolders.of(folder, position.step());
        Path unfinished = CheckpointFolders.unfinished(target);
        try {
            Files.createDirectories(folder);
            CheckpointFolders.deleteUnfinished(folder);
            writeAll(unfinished, trainingState, position);
            CheckpointFolders.delete(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.syncFolder(folder);
            CheckpointFolders.prune(folder, position.step(), keep);
        } catch (IOException | ActionableException e) {
            throw new CheckpointException(
                    String.format(
                            Locale.ROOT,
                            "The checkpoint %s could not be written (%s): free some space and resume.",
                            target,
                            reason(e)),
                    e);
        }
        return target;
    }

    private void writeAll(Path unfinished, TrainingState trainingState, TrainingPosition position) throws IOException {
        try {
            Files.createDirectories(unfinished);
            TreeMap<String, String> sums = new TreeMap<>();
            for (Map.Entry<String, Map<String, Tensor>> file :
                    files(trainingState).entrySet()) {
                sums.put(
                        file.getKey(),
                        CheckpointFile.write(unfinished.resolve(file.getKey()), file.getValue(), position.step()));
            }
            state(trainingState, position, sums).write(unfinished.resolve(STATE));
        } catch (IOException | RuntimeException | Error failure) {
            deleteAfter(failure, unfinished);
            throw failure;
        }
    }

    /** A half-written checkpoint only takes up space, which may be what is missing. */
    private static void deleteAfter(Throwable failure, Path unfinished) {
        try {
            CheckpointFolders.delete(unfinished);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ActionableException && cause instanceof IOException
                ? cause.toString()
                : failure.toString();
    }

    private CheckpointState state(
            TrainingState trainingState, TrainingPosition position, TreeMap<String, String> sums) {
        return new CheckpointState(
                position.step(),
                position.seconds(),
                trainingState.generatorOptimizer().steps(),
                trainingState.criticOptimizer().steps(),
                Recipes.toYaml(recipe),
                sums);
    }

    private static Map<String, Map<String, Tensor>> files(TrainingState trainingState) {
        Map<String, Map<String, Tensor>> files = new LinkedHashMap<>();
        files.put(GENERATOR, trainingState.generator().network().tensors());
        files.put(CRITIC, trainingState.critic().network().tensors());
        files.put(
                "generator-optimizer.safetensors",
                trainingState.generatorOptimizer().state());
        files.put(
                "critic-optimizer.safetensors", trainingState.criticOptimizer().state());
        trainingState
                .average()
                .ifPresent(average -> files.put(AVERAGE, average.network().tensors()));
        return files;
    }

    /** Loads the latest usable checkpoint; nothing is written. */
    public LatestCheckpoint loadLatest(TrainingState trainingState) {
        List<LatestCheckpoint.Unusable> unusable = new ArrayList<>();
        Optional<TrainingPosition> position =
                LatestCheckpoint.find(folder, checkpoint -> load(checkpoint, trainingState), unusable);
        return new LatestCheckpoint(position, unusable);
    }

    private TrainingPosition load(Path checkpoint, TrainingState trainingState) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        refuseForeign(checkpoint, state);
        load(checkpoint, state, files(trainingState));
        trainingState.generatorOptimizer().restoreSteps(state.generatorUpdates());
        trainingState.criticOptimizer().restoreSteps(state.criticUpdates());
        return new TrainingPosition(state.step(), state.seconds());
    }

    /** Loads files by name, all or none of them. */
    private static void load(Path checkpoint, CheckpointState state, Map<String, Map<String, Tensor>> files) {
        List<CheckpointFile> read = new ArrayList<>();
        files.forEach((name, tensors) -> read.add(CheckpointFile.read(checkpoint.resolve(name), state, tensors)));
        read.forEach(CheckpointFile::load);
    }

    private void refuseForeign(Path checkpoint, CheckpointState state) {
        Recipe of =
                Recipes.parseResolved(state.recipe(), checkpoint.resolve(STATE).toString());
        List<String> differences = ResumeRules.differences(of, recipe);
        if (!differences.isEmpty()) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "it belongs to a run with another %s.", String.join(", ", differences)));
        }
    }

    /**
     * Loads the weights of both networks from the latest usable checkpoint of another run; optimisers and averages begin anew.
     *
     * @throws CheckpointException if there is none whose networks are the same
     */
    public static InitialWeights loadWeights(RunDirectory run, TrainingState trainingState) {
        return LatestCheckpoint.require(run.checkpoints(), checkpoint -> loadWeights(run, checkpoint, trainingState));
    }

    private static InitialWeights loadWeights(RunDirectory run, Path checkpoint, TrainingState trainingState) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        Map<String, Map<String, Tensor>> weights = files(trainingState);
        weights.keySet().retainAll(List.of(GENERATOR, CRITIC));
        load(checkpoint, state, weights);
        trainingState
                .average()
                .ifPresent(average ->
                        average.network().copyFrom(trainingState.generator().network()));
        return new InitialWeights(
                run.path().toAbsolutePath().normalize().toString(),
                state.step(),
                state.sha256().getOrDefault(GENERATOR, ""),
                state.sha256().getOrDefault(CRITIC, ""));
    }

    /**
     * Loads the generator of the latest usable checkpoint, the averaged one where there is one, into a network of its shape.
     *
     * @return generator steps of the checkpoint
     * @throws CheckpointException if there is none
     */
    public static long loadGenerator(Path folder, Network network) {
        return LatestCheckpoint.require(folder, checkpoint -> loadGeneratorOf(checkpoint, network));
    }

    private static long loadGeneratorOf(Path checkpoint, Network network) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        String name = state.sha256().containsKey(AVERAGE) ? AVERAGE : GENERATOR;
        load(checkpoint, state, Map.of(name, network.tensors()));
        return state.step();
    }
}

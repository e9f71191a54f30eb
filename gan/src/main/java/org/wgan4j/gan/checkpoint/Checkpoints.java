package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * The checkpoints of a run: folders {@code step-00000235} with the weights and the optimisers' state as safetensors and a
 * {@code state.json}.
 *
 * <p>A checkpoint is written aside, synced and renamed, so that it is there as a whole or not at all.
 */
public final class Checkpoints {
    private static final String STATE = "state.json";
    private static final String PREFIX = "step-";
    private static final String GENERATOR = "generator.safetensors";
    private static final String AVERAGE = "generator-average.safetensors";

    private final Path folder;
    private final Recipe recipe;

    /** The checkpoints of a run of that recipe: those of another are refused. */
    public Checkpoints(Path folder, Recipe recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    /** Writes a checkpoint and deletes the oldest ones beyond {@code keep} (0 keeps all). */
    public Path save(TrainingState players, TrainingPosition position, int keep) {
        Path target = folder.resolve("%s%08d".formatted(PREFIX, position.step()));
        Path aside = folder.resolve("." + target.getFileName() + ".tmp");
        try {
            deleteFolder(aside);
            Files.createDirectories(aside);
            TreeMap<String, String> sums = new TreeMap<>();
            for (Map.Entry<String, Map<String, Tensor>> file : files(players).entrySet()) {
                sums.put(
                        file.getKey(),
                        CheckpointFile.write(aside.resolve(file.getKey()), file.getValue(), position.step()));
            }
            state(players, position, sums).write(aside.resolve(STATE));
            deleteFolder(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.syncFolder(folder);
            prune(keep);
        } catch (IOException e) {
            throw new CheckpointException(
                    "The checkpoint %s could not be written (%s): free some space and resume.".formatted(target, e), e);
        }
        return target;
    }

    private CheckpointState state(TrainingState players, TrainingPosition position, SortedMap<String, String> sums) {
        return new CheckpointState(
                position.step(),
                position.seconds(),
                players.generatorOptimizer().steps(),
                players.criticOptimizer().steps(),
                Recipes.toYaml(recipe),
                new TreeMap<>(sums));
    }

    /**
     * Loads the latest checkpoint that is whole into the players.
     *
     * @param notes gets a sentence about each one that was passed over
     * @return where the run was, or the start if there is none
     */
    public TrainingPosition loadLatest(TrainingState players, Consumer<String> notes) {
        for (Path checkpoint : newestFirst(folder)) {
            try {
                return load(checkpoint, players);
            } catch (ActionableException e) {
                notes.accept("Passed over the checkpoint %s: %s".formatted(checkpoint.getFileName(), e.getMessage()));
            }
        }
        return TrainingPosition.START;
    }

    private TrainingPosition load(Path checkpoint, TrainingState players) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        refuseForeign(checkpoint, state);
        List<CheckpointFile> files = new ArrayList<>();
        files(players)
                .forEach((name, tensors) -> files.add(CheckpointFile.read(checkpoint.resolve(name), state, tensors)));
        files.forEach(CheckpointFile::load);
        players.generatorOptimizer().restoreSteps(state.generatorUpdates());
        players.criticOptimizer().restoreSteps(state.criticUpdates());
        return new TrainingPosition(state.step(), state.seconds());
    }

    private void refuseForeign(Path checkpoint, CheckpointState state) {
        Recipe of =
                Recipes.parseResolved(state.recipe(), checkpoint.resolve(STATE).toString());
        List<String> differences = ResumeRules.differences(of, recipe);
        if (!differences.isEmpty()) {
            throw new CheckpointException(
                    "it belongs to a run with another %s.".formatted(String.join(", ", differences)));
        }
    }

    /** Loads the newest whole checkpoint's drawing generator into a network of its shape; returns its step. */
    public static long loadGenerator(Path folder, Network network) {
        List<String> reasons = new ArrayList<>();
        for (Path checkpoint : newestFirst(folder)) {
            try {
                CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
                String name = state.sha256().containsKey(AVERAGE) ? AVERAGE : GENERATOR;
                CheckpointFile.read(checkpoint.resolve(name), state, network.tensors())
                        .load();
                return state.step();
            } catch (ActionableException e) {
                reasons.add("%s: %s".formatted(checkpoint.getFileName(), e.getMessage()));
            }
        }
        throw new CheckpointException("%s has no usable checkpoint%s: train or resume the run first."
                .formatted(folder, reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")"));
    }

    /** The folders of the checkpoints, the latest first. */
    public static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(PREFIX + "\\d{8,18}"))
                    .sorted(Comparator.comparing(Checkpoints::stepOf).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static long stepOf(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    private static Map<String, Map<String, Tensor>> files(TrainingState players) {
        Map<String, Map<String, Tensor>> files = new LinkedHashMap<>();
        files.put(GENERATOR, players.generator().network().tensors());
        files.put("critic.safetensors", players.critic().network().tensors());
        files.put(
                "generator-optimizer.safetensors", players.generatorOptimizer().state());
        files.put("critic-optimizer.safetensors", players.criticOptimizer().state());
        players.average()
                .ifPresent(average -> files.put(AVERAGE, average.network().tensors()));
        return files;
    }

    /** Deletes all of them. */
    void clear() {
        try {
            for (Path checkpoint : newestFirst(folder)) {
                deleteFolder(checkpoint);
            }
        } catch (IOException e) {
            throw new CheckpointException("%s cannot be tidied (%s): check its permissions.".formatted(folder, e), e);
        }
    }

    private void prune(int keep) throws IOException {
        List<Path> all = newestFirst(folder);
        if (keep > 0 && all.size() > keep) {
            for (Path old : all.subList(keep, all.size())) {
                deleteFolder(old);
            }
        }
    }

    private static void deleteFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    Files.delete(entry);
                }
            }
            Files.delete(path);
        }
    }
}

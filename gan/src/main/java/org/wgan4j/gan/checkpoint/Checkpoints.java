package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * <p>A checkpoint is written aside, synced and renamed, so that it is there as a whole or not at all.
 */
public final class Checkpoints {
    private static final String STATE = "state.json";
    private static final String PREFIX = "step-";
    private static final String UNFINISHED = ".tmp";
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
     * @throws CheckpointException if the disk refuses; what was written of it is then deleted
     */
    public Path save(TrainingState trainingState, TrainingPosition position, int keep) {
        Path target = folder.resolve(String.format(Locale.ROOT, "%s%08d", PREFIX, position.step()));
        Path aside = folder.resolve("." + target.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(folder);
            deleteUnfinished();
            writeAll(aside, trainingState, position);
            deleteFolder(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.syncFolder(folder);
            prune(position.step(), keep);
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

    private void writeAll(Path aside, TrainingState trainingState, TrainingPosition position) throws IOException {
        try {
            Files.createDirectories(aside);
            TreeMap<String, String> sums = new TreeMap<>();
            for (Map.Entry<String, Map<String, Tensor>> file :
                    files(trainingState).entrySet()) {
                sums.put(
                        file.getKey(),
                        CheckpointFile.write(aside.resolve(file.getKey()), file.getValue(), position.step()));
            }
            state(trainingState, position, sums).write(aside.resolve(STATE));
        } catch (IOException | RuntimeException | Error failure) {
            deleteAfter(failure, aside);
            throw failure;
        }
    }

    /** A half-written checkpoint only takes up space, which may be what is missing. */
    private static void deleteAfter(Throwable failure, Path aside) {
        try {
            deleteFolder(aside);
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

    /** Deletes what processes that were killed while they wrote a checkpoint left behind. */
    private void deleteUnfinished() throws IOException {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith("." + PREFIX) && name.endsWith(UNFINISHED)) {
                deleteFolder(entry);
            }
        }
    }

    private CheckpointState state(
            TrainingState trainingState, TrainingPosition position, SortedMap<String, String> sums) {
        return new CheckpointState(
                position.step(),
                position.seconds(),
                trainingState.generatorOptimizer().steps(),
                trainingState.criticOptimizer().steps(),
                Recipes.toYaml(recipe),
                new TreeMap<>(sums));
    }

    /** A checkpoint that was passed over, and the reason. */
    public record PassedOver(Path checkpoint, String reason) {
        @Override
        public String toString() {
            return checkpoint.getFileName() + ": " + reason;
        }
    }

    /**
     * What was found when the latest checkpoint was looked for.
     *
     * @param position of the latest one that could be loaded, if any could
     * @param passedOver the later ones, the latest first
     */
    public record Latest(Optional<TrainingPosition> position, List<PassedOver> passedOver) {
        public Latest {
            passedOver = List.copyOf(passedOver);
        }

        /** The reasons why checkpoints were passed over, in brackets with a space before; empty if none was. */
        public String reasons() {
            return passedOver.isEmpty()
                    ? ""
                    : passedOver.stream().map(PassedOver::toString).collect(Collectors.joining("; ", " (", ")"));
        }
    }

    /** Loads the latest checkpoint that is whole into the players; nothing is written. */
    public Latest loadLatest(TrainingState trainingState) {
        List<PassedOver> passedOver = new ArrayList<>();
        for (Path checkpoint : newestFirst(folder)) {
            try {
                return new Latest(Optional.of(load(checkpoint, trainingState)), passedOver);
            } catch (ActionableException e) {
                passedOver.add(new PassedOver(checkpoint, String.valueOf(e.getMessage())));
            }
        }
        return new Latest(Optional.empty(), passedOver);
    }

    /**
     * Gives a checkpoint that cannot be used another name, so that it is neither counted nor written over.
     *
     * @return the new place
     */
    public static Path setAside(Path checkpoint) {
        String name = checkpoint.getFileName() + ".unusable";
        Path place = checkpoint.resolveSibling(name);
        for (int copy = 2; Files.exists(place); copy++) {
            place = checkpoint.resolveSibling(name + "-" + copy);
        }
        try {
            return Files.move(checkpoint, place);
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be moved aside (%s): check its permissions.", checkpoint, e),
                    e);
        }
    }

    /**
     * Loads the weights of both networks from the latest whole checkpoint of another run; optimisers and averages begin anew.
     *
     * @throws CheckpointException if there is none whose networks are the same
     */
    public static InitialWeights loadWeights(RunDirectory run, TrainingState trainingState) {
        List<PassedOver> passedOver = new ArrayList<>();
        for (Path checkpoint : newestFirst(run.checkpoints())) {
            try {
                return loadWeights(run, checkpoint, trainingState);
            } catch (ActionableException e) {
                passedOver.add(new PassedOver(checkpoint, String.valueOf(e.getMessage())));
            }
        }
        throw unusable(run.checkpoints(), passedOver);
    }

    private static InitialWeights loadWeights(RunDirectory run, Path checkpoint, TrainingState trainingState) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        CheckpointFile generator = CheckpointFile.read(
                checkpoint.resolve(GENERATOR),
                state,
                trainingState.generator().network().tensors());
        CheckpointFile critic = CheckpointFile.read(
                checkpoint.resolve(CRITIC),
                state,
                trainingState.critic().network().tensors());
        generator.load();
        critic.load();
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

    public static CheckpointException unusable(Path folder, List<PassedOver> passedOver) {
        return new CheckpointException(String.format(
                Locale.ROOT,
                "%s has no usable checkpoint%s: train or resume the run first.",
                folder,
                new Latest(Optional.empty(), passedOver).reasons()));
    }

    private TrainingPosition load(Path checkpoint, TrainingState trainingState) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        refuseForeign(checkpoint, state);
        List<CheckpointFile> files = new ArrayList<>();
        files(trainingState)
                .forEach((name, tensors) -> files.add(CheckpointFile.read(checkpoint.resolve(name), state, tensors)));
        files.forEach(CheckpointFile::load);
        trainingState.generatorOptimizer().restoreSteps(state.generatorUpdates());
        trainingState.criticOptimizer().restoreSteps(state.criticUpdates());
        return new TrainingPosition(state.step(), state.seconds());
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

    /** Loads the newest whole checkpoint's drawing generator into a network of its shape; returns its step. */
    public static long loadGenerator(Path folder, Network network) {
        List<PassedOver> passedOver = new ArrayList<>();
        for (Path checkpoint : newestFirst(folder)) {
            try {
                CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
                String name = state.sha256().containsKey(AVERAGE) ? AVERAGE : GENERATOR;
                CheckpointFile.read(checkpoint.resolve(name), state, network.tensors())
                        .load();
                return state.step();
            } catch (ActionableException e) {
                passedOver.add(new PassedOver(checkpoint, String.valueOf(e.getMessage())));
            }
        }
        throw unusable(folder, passedOver);
    }

    /** The folders of the checkpoints, the latest first. */
    public static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return entries(folder).stream()
                    .filter(entry -> entry.getFileName().toString().matches(PREFIX + "[0-9]{8,18}"))
                    .sorted(Comparator.comparing(Checkpoints::stepOf).reversed())
                    .toList();
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be read (%s): check its permissions.", folder, e), e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    public static long stepOf(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
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

    /** Deletes all of them. */
    void clear() {
        try {
            for (Path checkpoint : newestFirst(folder)) {
                deleteFolder(checkpoint);
            }
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be tidied (%s): check its permissions.", folder, e), e);
        }
    }

    /** What lies beyond the step just written is none of this run's past and stays. */
    private void prune(long step, int keep) throws IOException {
        List<Path> past = newestFirst(folder).stream()
                .filter(checkpoint -> stepOf(checkpoint) <= step)
                .toList();
        if (keep > 0 && past.size() > keep) {
            for (Path old : past.subList(keep, past.size())) {
                deleteFolder(old);
            }
        }
    }

    private static void deleteFolder(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries(path)) {
                deleteFolder(entry);
            }
        }
        Files.deleteIfExists(path);
    }
}

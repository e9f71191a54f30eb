package org.wgan4j.gan.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;

/**
 * The checkpoints of a run: folders {@code step-00000235} with the weights and the optimisers' state as safetensors and a
 * {@code state.json}.
 *
 * <p>A checkpoint is written aside, synced and renamed, so that it is there as a whole or not at all.
 */
final class Checkpoints {
    private static final String STATE = "state.json";
    private static final String PREFIX = "step-";
    private static final String GENERATOR = "generator.safetensors";
    private static final String AVERAGE = "generator-average.safetensors";

    private final Path folder;
    private final Recipe recipe;

    /** The checkpoints of a run of that recipe: those of another are refused. */
    Checkpoints(Path folder, Recipe recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    /** Where the run was when the checkpoint was made. */
    record Position(long step, double seconds) {
        static final Position START = new Position(0, 0);
    }

    /** Writes a checkpoint and deletes the oldest ones beyond {@code keep} (0 keeps all). */
    Path save(Players players, Position position, int keep) {
        Path target = folder.resolve("%s%08d".formatted(PREFIX, position.step()));
        Path aside = folder.resolve("." + target.getFileName() + ".tmp");
        try {
            deleteFolder(aside);
            Files.createDirectories(aside);
            TreeMap<String, String> sums = new TreeMap<>();
            for (Map.Entry<String, Map<String, Tensor>> file : files(players).entrySet()) {
                Path path = aside.resolve(file.getKey());
                Safetensors.write(path, toFloats(file.getValue()), Map.of("step", String.valueOf(position.step())));
                sums.put(file.getKey(), sha256(path));
            }
            new CheckpointState(
                            position.step(),
                            position.seconds(),
                            players.generatorOptimizer().steps(),
                            players.criticOptimizer().steps(),
                            Recipes.toYaml(recipe),
                            sums)
                    .write(aside.resolve(STATE));
            deleteFolder(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
            prune(keep);
        } catch (IOException e) {
            throw new CheckpointException(
                    "The checkpoint %s could not be written: %s. Free some space and resume.".formatted(target, e), e);
        }
        return target;
    }

    /**
     * Loads the latest checkpoint that is whole into the players.
     *
     * @param notes gets a sentence about each one that was passed over
     * @return where the run was, or the start if there is none
     */
    Position loadLatest(Players players, Consumer<String> notes) {
        for (Path checkpoint : newestFirst(folder)) {
            try {
                return load(checkpoint, players);
            } catch (CheckpointException e) {
                notes.accept("Passed over %s: %s".formatted(checkpoint.getFileName(), e.getMessage()));
            }
        }
        return Position.START;
    }

    /** The folders of the checkpoints, the latest first. */
    static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(PREFIX + "\\d{8,}"))
                    .sorted(Comparator.comparing((Path entry) -> stepOf(entry)).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long stepOf(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    private Position load(Path checkpoint, Players players) {
        CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
        refuseForeign(checkpoint, state);
        Map<String, Map<String, Tensor>> targets = files(players);
        Map<String, Safetensors> sources = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Tensor>> target : targets.entrySet()) {
            Path file = checkpoint.resolve(target.getKey());
            sources.put(target.getKey(), verified(file, state));
            checkNames(file, target.getValue(), sources.get(target.getKey()));
        }
        targets.forEach((name, tensors) -> copyInto(tensors, sources.get(name)));
        players.generatorOptimizer().restoreSteps(state.generatorUpdates());
        players.criticOptimizer().restoreSteps(state.criticUpdates());
        return new Position(state.step(), state.seconds());
    }

    private void refuseForeign(Path checkpoint, CheckpointState state) {
        Recipe of = Recipes.parse(state.recipe(), checkpoint.resolve(STATE).toString(), List.of());
        List<String> differences = ResumeRules.differences(of, recipe);
        if (!differences.isEmpty()) {
            throw new CheckpointException("it belongs to a run with another %s.".formatted(String.join(", ", differences)));
        }
    }

    /** Loads the newest whole checkpoint's drawing generator into a network of its shape; returns its step. */
    static long loadGenerator(Path folder, Network network) {
        List<String> reasons = new ArrayList<>();
        for (Path checkpoint : newestFirst(folder)) {
            try {
                CheckpointState state = CheckpointState.read(checkpoint.resolve(STATE));
                String name = state.sha256().containsKey(AVERAGE) ? AVERAGE : GENERATOR;
                Safetensors source = verified(checkpoint.resolve(name), state);
                checkNames(checkpoint.resolve(name), network.tensors(), source);
                copyInto(network.tensors(), source);
                return state.step();
            } catch (CheckpointException e) {
                reasons.add("%s: %s".formatted(checkpoint.getFileName(), e.getMessage()));
            }
        }
        throw new CheckpointException("%s has no usable checkpoint%s: train or resume the run first."
                .formatted(folder, reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")"));
    }

    private static Safetensors verified(Path file, CheckpointState state) {
        String wanted = state.sha256().get(file.getFileName().toString());
        try {
            if (wanted == null || !wanted.equals(sha256(file))) {
                throw new CheckpointException(
                        "%s is damaged: its SHA-256 is not the one in %s.".formatted(file.getFileName(), STATE));
            }
            return Safetensors.read(file);
        } catch (IOException e) {
            throw new CheckpointException("%s cannot be read: %s.".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    private static void checkNames(Path file, Map<String, Tensor> wanted, Safetensors found) {
        if (!found.tensors().keySet().equals(new TreeMap<>(wanted).keySet())) {
            throw new CheckpointException("%s holds the tensors %s, the networks have %s."
                    .formatted(file.getFileName(), found.tensors().keySet(), wanted.keySet()));
        }
        wanted.forEach((name, tensor) -> {
            FloatTensor source = found.tensors().get(name);
            if (source == null || !Arrays.equals(source.shape(), Tensors.shape(tensor))) {
                throw new CheckpointException("%s has another shape of %s than the networks."
                        .formatted(file.getFileName(), name));
            }
        });
    }

    private static void copyInto(Map<String, Tensor> tensors, Safetensors source) {
        NativeScope.run(() -> Tensors.withoutGradients(() -> tensors.forEach((name, tensor) -> {
            FloatTensor stored = source.tensors().get(name);
            tensor.copy_(Tensors.of(stored.values(), stored.shape()));
        })));
    }

    private static Map<String, Map<String, Tensor>> files(Players players) {
        Map<String, Map<String, Tensor>> files = new LinkedHashMap<>();
        files.put(GENERATOR, players.generator().network().tensors());
        files.put("critic.safetensors", players.critic().network().tensors());
        files.put("generator-optimizer.safetensors", players.generatorOptimizer().state());
        files.put("critic-optimizer.safetensors", players.criticOptimizer().state());
        players.average()
                .ifPresent(average -> files.put(AVERAGE, average.network().tensors()));
        return files;
    }

    private static SortedMap<String, FloatTensor> toFloats(Map<String, Tensor> tensors) {
        SortedMap<String, FloatTensor> floats = new TreeMap<>();
        NativeScope.run(() -> tensors.forEach((name, tensor) -> {
            FloatTensor values = new FloatTensor(Tensors.shape(tensor), Tensors.toArray(tensor));
            Terms.checkFinite("tensor " + name, values.values());
            floats.put(name, values);
        }));
        return floats;
    }

    private void prune(int keep) throws IOException {
        List<Path> all = new ArrayList<>(newestFirst(folder));
        if (keep > 0) {
            for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
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

    private static void syncFolder(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems cannot sync a folder; the files themselves are synced.
            return;
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

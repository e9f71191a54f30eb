package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.format.Sha256;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.loop.NotFiniteException;

/** A safetensors file of a checkpoint, verified, and the tensors that it is loaded into. For use by one thread. */
public record CheckpointFile(Map<String, Tensor> targets, Map<String, FloatTensor> values) {
    /**
     * Writes tensors by name.
     *
     * @return the SHA-256 of the file
     */
    static String write(Path file, Map<String, Tensor> tensors, long step) throws IOException {
        SortedMap<String, FloatTensor> floats = new TreeMap<>();
        NativeScope.run(() -> tensors.forEach((name, tensor) -> {
            FloatTensor values = new FloatTensor(Tensors.shape(tensor), Tensors.toArray(tensor));
            NotFiniteException.check("tensor " + name, values.values());
            floats.put(name, values);
        }));
        Safetensors.write(file, floats, Map.of("step", String.valueOf(step)));
        return sha256(file);
    }

    /**
     * Reads a file without changing the targets.
     *
     * @throws CheckpointException if it is damaged or holds other tensors
     */
    static CheckpointFile read(Path file, CheckpointState state, Map<String, Tensor> targets) {
        try {
            String wanted = state.sha256().get(file.getFileName().toString());
            if (wanted == null || !wanted.equals(sha256(file))) {
                throw new CheckpointException(String.format(
                        Locale.ROOT, "%s is damaged: its SHA-256 is not the one in state.json.", file.getFileName()));
            }
            CheckpointFile read =
                    new CheckpointFile(targets, Safetensors.read(file).tensors());
            read.checkFit(file);
            return read;
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be read: %s.", file.getFileName(), e), e);
        }
    }

    /**
     * Loads a file of weights without a checkpoint.
     *
     * @return the step in its metadata; 0 if there is none
     * @throws CheckpointException if it holds other tensors
     */
    public static long load(Path file, Map<String, Tensor> targets) {
        Safetensors weights = Safetensors.read(file);
        CheckpointFile read = new CheckpointFile(targets, weights.tensors());
        read.checkFit(file);
        read.load();
        String step = weights.metadata().getOrDefault("step", "0");
        return step.matches("[0-9]{1,18}") ? Long.parseLong(step) : 0;
    }

    private void checkFit(Path file) {
        if (!values.keySet().equals(targets.keySet())) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "%s holds the tensors %s, the networks have %s.",
                    file.getFileName(),
                    values.keySet(),
                    targets.keySet()));
        }
        values.forEach((name, stored) -> {
            Tensor target = targets.get(name);
            if (target == null || !Arrays.equals(stored.shape(), Tensors.shape(target))) {
                throw new CheckpointException(String.format(
                        Locale.ROOT,
                        "%s has %s in the shape %s, which the networks do not.",
                        file.getFileName(),
                        name,
                        Arrays.toString(stored.shape())));
            }
            for (float value : stored.values()) {
                if (!Float.isFinite(value)) {
                    throw new CheckpointException(String.format(
                            Locale.ROOT, "%s has %s in %s, which is no weight.", file.getFileName(), value, name));
                }
            }
        });
    }

    /** Copies the values into the targets. */
    public void load() {
        NativeScope.run(() -> Tensors.withoutGradients(() -> values.forEach((name, stored) -> {
            Tensor target = targets.get(name);
            if (target != null) {
                target.copy_(Tensors.of(stored.values(), stored.shape()));
            }
        })));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }
}

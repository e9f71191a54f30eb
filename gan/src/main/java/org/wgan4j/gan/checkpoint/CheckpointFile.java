package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.format.Sha256;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.loop.LossAccumulator;

/** One safetensors file of a checkpoint, read and found to be whole and to fit the tensors that it is for. */
record CheckpointFile(Map<String, Tensor> targets, Map<String, FloatTensor> values) {
    /**
     * Writes tensors by name.
     *
     * @return the SHA-256 of the file
     */
    static String write(Path file, Map<String, Tensor> tensors, long step) throws IOException {
        SortedMap<String, FloatTensor> floats = new TreeMap<>();
        NativeScope.run(() -> tensors.forEach((name, tensor) -> {
            FloatTensor values = new FloatTensor(Tensors.shape(tensor), Tensors.toArray(tensor));
            LossAccumulator.checkFinite("tensor " + name, values.values());
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
                throw new CheckpointException(
                        "%s is damaged: its SHA-256 is not the one in state.json.".formatted(file.getFileName()));
            }
            CheckpointFile read =
                    new CheckpointFile(targets, Safetensors.read(file).tensors());
            read.checkFit(file);
            return read;
        } catch (IOException e) {
            throw new CheckpointException("%s cannot be read: %s.".formatted(file.getFileName(), e), e);
        }
    }

    private void checkFit(Path file) {
        if (!values.keySet().equals(targets.keySet())) {
            throw new CheckpointException("%s holds the tensors %s, the networks have %s."
                    .formatted(file.getFileName(), values.keySet(), targets.keySet()));
        }
        values.forEach((name, stored) -> {
            Tensor target = targets.get(name);
            if (target == null || !Arrays.equals(stored.shape(), Tensors.shape(target))) {
                throw new CheckpointException("%s has %s in the shape %s, which the networks do not."
                        .formatted(file.getFileName(), name, Arrays.toString(stored.shape())));
            }
        });
    }

    /** Copies the values into the targets. */
    void load() {
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

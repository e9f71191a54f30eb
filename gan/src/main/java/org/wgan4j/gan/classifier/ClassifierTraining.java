package org.wgan4j.gan.classifier;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.optimizer.Optimizer;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerName;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.ThreadCount;

/**
 * Trains the digit classifier: Adam on cross entropy, the learning rate falling linearly to 0, every image shifted by up to two pixels each
 * epoch.
 *
 * <p>In single precision, with direct convolutions, so that the same seed and threads on the same machine give the same bits.
 *
 * <p>Immutable; {@link #run} may be called by one thread at a time, since it sets the number of threads that libtorch uses in the whole process.
 *
 * @param epochs passes over the data, at least 1
 * @param seed of all random choices
 * @param threads that libtorch uses, at least 1
 */
public record ClassifierTraining(int epochs, long seed, int threads) {
    private static final int BATCH = 100;
    private static final double RATE = 2e-3;
    private static final OptimizerSettings ADAM =
            new OptimizerSettings(OptimizerName.ADAM, RATE, 0.9, 0.999, 0.9, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 0);

    /** Checks the ranges. */
    public ClassifierTraining {
        if (epochs < 1 || epochs > 1000) {
            throw new ActionableException("Training the classifier takes 1 to 1000 epochs, found " + epochs);
        }
        if (threads < 1 || threads > 1024) {
            throw new ActionableException("Training the classifier takes 1 to 1024 threads, found " + threads);
        }
    }

    /**
     * The loss of an epoch.
     *
     * @param epoch counted from 1
     * @param loss mean cross entropy in nats
     */
    public record EpochLoss(int epoch, double loss) {}

    /**
     * Trains on labelled images and writes the weights. libtorch has this number of threads in the whole process meanwhile.
     *
     * @throws ActionableException if the images are not grey digits of 28 by 28 with labels 0 to 9, or the file cannot be written
     */
    public void run(Dataset data, Path file, Consumer<EpochLoss> listener) {
        check(data);
        try (ThreadCount count = ThreadCount.set(threads)) {
            assert count != null;
            train(data, file, listener);
        }
    }

    private void train(Dataset data, Path file, Consumer<EpochLoss> listener) {
        RandomStream random = RandomStream.root(seed).child("classifier");
        try (Network trunk = DigitClassifier.network(ClassifierLayers.trunk(), random.child("trunk"));
                Network head = DigitClassifier.network(ClassifierLayers.head(), random.child("head"));
                Optimizer optimizer = Optimizer.of(ADAM, trainable(trunk, head))) {
            new Session(data, trunk, head, optimizer, random).run(listener);
            Safetensors.write(file, floats(DigitClassifier.tensors(trunk, head)), metadata(data));
        }
    }

    private static void check(Dataset data) {
        if (!data.labelled()
                || !DigitClassifier.knows(data.shape())
                || data.classHistogram().lastKey() >= ClassifierLayers.CLASSES) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The classifier is trained on images of %s with labels 0 to 9, but found %s%s: choose mnist, or files like its own.",
                    ClassifierLayers.IMAGE,
                    data,
                    data.labelled() ? "" : " without labels"));
        }
    }

    private static Map<String, Tensor> trainable(Network trunk, Network head) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        trunk.trainable().forEach((name, tensor) -> all.put("trunk." + name, tensor));
        head.trainable().forEach((name, tensor) -> all.put("head." + name, tensor));
        return all;
    }

    private static SortedMap<String, FloatTensor> floats(Map<String, Tensor> tensors) {
        SortedMap<String, FloatTensor> floats = new TreeMap<>();
        NativeScope.run(() -> tensors.forEach(
                (name, tensor) -> floats.put(name, new FloatTensor(Tensors.shape(tensor), Tensors.toArray(tensor)))));
        return floats;
    }

    private Map<String, String> metadata(Dataset data) {
        return Map.of(
                "data", data.name(),
                "data_sha256", data.sha256(),
                "epochs", String.valueOf(epochs),
                "seed", String.valueOf(seed),
                "threads", String.valueOf(threads));
    }

    /** One training from its first to its last step. */
    private final class Session {
        private final Dataset data;
        private final Network trunk;
        private final Network head;
        private final Optimizer optimizer;
        private final RandomStream random;
        private final BatchOrder order;

        Session(Dataset data, Network trunk, Network head, Optimizer optimizer, RandomStream random) {
            this.data = data;
            this.trunk = trunk;
            this.head = head;
            this.optimizer = optimizer;
            this.random = random;
            this.order =
                    BatchOrder.of(Sampling.SHUFFLE, data.size(), Math.min(BATCH, data.size()), LastBatch.DROP, seed);
        }

        void run(Consumer<EpochLoss> listener) {
            long perEpoch = order.batchesPerEpoch();
            long total = perEpoch * epochs;
            double sum = 0;
            for (long step = 0; step < total; step++) {
                sum += step(step, RATE * (total - step) / total);
                if ((step + 1) % perEpoch == 0) {
                    listener.accept(new EpochLoss((int) ((step + 1) / perEpoch), sum / perEpoch));
                    sum = 0;
                }
            }
        }

        private double step(long step, double rate) {
            int[] indices = order.batch(step);
            return NativeScope.get(() -> {
                ForwardContext context = ForwardContext.training(
                        Compute.CPU, random.child("pass").child(step));
                Tensor images = new ShiftedImages(data, random.child("shift").child(step)).batch(indices);
                Tensor logits = head.forward(trunk.forward(images, context), context);
                Tensor loss =
                        torch.log_softmax(logits, 1).mul(oneHot(indices)).sum().mul(new Scalar(-1f / indices.length));
                optimizer.descend(loss, rate);
                return loss.item_double();
            });
        }

        private Tensor oneHot(int[] indices) {
            float[] rows = new float[ArraySize.of("classes", indices.length, ClassifierLayers.CLASSES)];
            for (int i = 0; i < indices.length; i++) {
                rows[i * ClassifierLayers.CLASSES + data.label(indices[i])] = 1;
            }
            return Tensors.of(rows, indices.length, ClassifierLayers.CLASSES);
        }
    }
}

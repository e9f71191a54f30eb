package org.wgan4j.gan.classifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.MalformedFileException;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.format.Sha256;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.ImageClassifier;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/**
 * A classifier of handwritten digits: it maps grey images of 28 by 28 pixels to 64 features and ten class probabilities.
 *
 * <p>Distances between features depend on the weights, so a result names the classifier and the SHA-256 of its file. Close it to free
 * the weights. Use it on one thread at a time.
 */
public final class DigitClassifier implements ImageClassifier, AutoCloseable {
    private static final String SHIPPED = "digit-classifier.safetensors";
    private static final int BATCH = 250;

    private final String name;
    private final String sha256;
    private final Network trunk;
    private final Network head;

    private DigitClassifier(String name, String sha256, Network trunk, Network head) {
        this.name = name;
        this.sha256 = sha256;
        this.trunk = trunk;
        this.head = head;
    }

    /**
     * The classifier that comes with wgan4j.
     *
     * @param runtime libtorch, set up
     */
    public static DigitClassifier shipped(TorchRuntime runtime) {
        Objects.requireNonNull(runtime, "runtime");
        try (InputStream in = DigitClassifier.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + SHIPPED + " is missing");
            }
            return of(in.readAllBytes(), "wgan4j-mnist-1");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a classifier that {@link ClassifierTraining} wrote.
     *
     * @throws ActionableException if the file cannot be read or holds other tensors
     */
    public static DigitClassifier read(Path file, TorchRuntime runtime) {
        Objects.requireNonNull(runtime, "runtime");
        try {
            return of(Files.readAllBytes(file), String.valueOf(file.getFileName()));
        } catch (IOException unreadable) {
            throw new ActionableException(
                    String.format(
                            Locale.ROOT,
                            "The classifier %s cannot be read (%s): give a classifier file that wgan4j wrote.",
                            file,
                            unreadable),
                    unreadable);
        }
    }

    private static DigitClassifier of(byte[] file, String name) {
        Safetensors stored = Safetensors.read(new ByteArrayInputStream(file), name);
        Network trunk = network(ClassifierLayers.trunk(), RandomStream.root(0));
        Network head = network(ClassifierLayers.head(), RandomStream.root(0));
        DigitClassifier classifier = new DigitClassifier(name, Sha256.of(file), trunk, head);
        try {
            classifier.load(stored.tensors());
        } catch (RuntimeException misfit) {
            classifier.close();
            throw misfit;
        }
        return classifier;
    }

    static Network network(NetworkSpec spec, RandomStream random) {
        return Network.create(spec, Compute.CPU, random);
    }

    /** The tensors of both parts under the names in the file: {@code trunk.0.weight}, {@code head.1.bias}. */
    static SortedMap<String, Tensor> tensors(Network trunk, Network head) {
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        trunk.tensors().forEach((name, tensor) -> tensors.put("trunk." + name, tensor));
        head.tensors().forEach((name, tensor) -> tensors.put("head." + name, tensor));
        return tensors;
    }

    private void load(Map<String, FloatTensor> stored) {
        SortedMap<String, Tensor> targets = tensors(trunk, head);
        if (!stored.keySet().equals(targets.keySet())) {
            throw new MalformedFileException(
                    name, "the tensors " + stored.keySet(), targets.keySet().toString());
        }
        NativeScope.run(() -> Tensors.withoutGradients(() -> stored.forEach((tensor, values) -> {
            Tensor target = targets.get(tensor);
            if (target == null || !Arrays.equals(values.shape(), Tensors.shape(target))) {
                throw new MalformedFileException(
                        name, tensor + " in the shape " + Arrays.toString(values.shape()), "the classifier's shapes");
            }
            refuseNotFinite(tensor, values.values());
            target.copy_(Tensors.of(values.values(), values.shape()));
        })));
    }

    private void refuseNotFinite(String tensor, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new MalformedFileException(name, value + " in " + tensor, "finite numbers");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    /** The number of features of an image. */
    public int featureCount() {
        return ClassifierLayers.FEATURES;
    }

    /** The number of classes: the digits 0 to 9. */
    public int classCount() {
        return ClassifierLayers.CLASSES;
    }

    /** Whether images of this shape can be described: grey, 28 by 28. */
    public static boolean knows(ImageShape shape) {
        return shape.equals(ClassifierLayers.IMAGE);
    }

    @Override
    public boolean takes(ImageShape shape) {
        return knows(shape);
    }

    /**
     * Describes images by their features, the 64 numbers before the last layer, and the probabilities of the ten digits.
     *
     * @throws ActionableException if they are not grey and 28 by 28
     */
    @Override
    public Sample describe(Images images) {
        if (!knows(images.shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The digit classifier knows images of %s, found %s: crop, pad or grey them first.",
                    ClassifierLayers.IMAGE,
                    images.shape()));
        }
        int n = images.count();
        float[] features = new float[ArraySize.of("features", n, ClassifierLayers.FEATURES)];
        float[] probabilities = new float[ArraySize.of("probabilities", n, ClassifierLayers.CLASSES)];
        for (int from = 0; from < n; from += BATCH) {
            int begin = from;
            int to = Math.min(from + BATCH, n);
            NativeScope.run(() -> Tensors.withoutGradients(() -> {
                ForwardContext context = ForwardContext.inference(Compute.CPU);
                Tensor inner = trunk.forward(batch(images, begin, to), context);
                Tensor outer = torch.softmax(head.forward(inner, context), 1);
                copy(inner, features, begin * ClassifierLayers.FEATURES);
                copy(outer, probabilities, begin * ClassifierLayers.CLASSES);
            }));
        }
        return Sample.of(
                images,
                Features.of(ClassifierLayers.FEATURES, features),
                ClassProbabilities.of(ClassifierLayers.CLASSES, probabilities));
    }

    private static void copy(Tensor from, float[] to, int offset) {
        float[] values = Tensors.toArray(from);
        System.arraycopy(values, 0, to, offset, values.length);
    }

    private static Tensor batch(Images images, int from, int to) {
        int size = images.shape().size();
        float[] pixels = new float[images.shape().size(to - from)];
        for (int i = from; i < to; i++) {
            images.copyScaled(i, pixels, (i - from) * size);
        }
        return Tensors.of(
                pixels,
                to - from,
                images.shape().channels(),
                images.shape().height(),
                images.shape().width());
    }

    @Override
    public void close() {
        trunk.close();
        head.close();
    }
}

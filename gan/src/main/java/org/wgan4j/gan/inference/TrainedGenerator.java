package org.wgan4j.gan.inference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.ToLongFunction;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.CheckpointFile;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;

/**
 * A trained generator: it maps latents to images or points. It is loaded from a run directory or a file of weights, or copied from a run that
 * is being trained.
 *
 * <p>To evaluate the generator of a run, one on a data set that a program gave as well:
 *
 * <pre>{@code
 * try (TrainedGenerator generator = TrainedGenerator.load(run)) {
 *     QualityReport report = SampleEvaluator.evaluate(generator.generate(2000, 1), EvaluationData.of(dataset));
 * }
 * }</pre>
 *
 * <p>It computes on one device in single precision and leaves the number of threads of the process as it is. Use it on one thread at a time,
 * and close it to free its weights.
 */
public final class TrainedGenerator implements AutoCloseable {
    private final Generator generator;
    private final Recipe recipe;
    private final long step;
    private final Compute compute;

    private TrainedGenerator(Generator generator, Recipe recipe, long step, Compute compute) {
        this.generator = generator;
        this.recipe = recipe;
        this.step = step;
        this.compute = compute;
    }

    /**
     * Loads the generator of a run's latest whole checkpoint onto the CPU; the averaged one where the recipe averages.
     *
     * @throws CheckpointException if there is none
     */
    public static TrainedGenerator load(RunDirectory run) {
        return load(run, Device.CPU);
    }

    /**
     * The same onto a device.
     *
     * @throws CheckpointException if there is none
     * @throws ActionableException if this machine does not have the device
     */
    public static TrainedGenerator load(RunDirectory run, Device device) {
        return load(run, device, Components.installed());
    }

    /**
     * The same with architectures that a program passes.
     *
     * @param components the recipe's generator must be among them
     */
    public static TrainedGenerator load(RunDirectory run, Device device, Components components) {
        return load(run, run.checkpoints(), device, components);
    }

    /**
     * Loads the generator of the checkpoint with the best samples, by the measure that the recipe names, onto the CPU.
     *
     * @throws CheckpointException if the run keeps none
     */
    public static TrainedGenerator loadBest(RunDirectory run) {
        return loadBest(run, Device.CPU);
    }

    /**
     * The same onto a device.
     *
     * @throws CheckpointException if the run keeps none
     * @throws ActionableException if this machine does not have the device
     */
    public static TrainedGenerator loadBest(RunDirectory run, Device device) {
        return loadBest(run, device, Components.installed());
    }

    /**
     * The same with architectures that a program passes.
     *
     * @param components the recipe's generator must be among them
     */
    public static TrainedGenerator loadBest(RunDirectory run, Device device, Components components) {
        return load(run, run.best(), device, components);
    }

    private static TrainedGenerator load(RunDirectory run, Path checkpoints, Device device, Components components) {
        ImageShape shape = ImageShape.parse(run.provenance().data().shape());
        return create(
                run.recipe(), shape, device, components, network -> Checkpoints.loadGenerator(checkpoints, network));
    }

    /**
     * Reads a generator from a file of weights, such as {@code generator.safetensors} of a checkpoint, without a run directory.
     *
     * @param weights float32 tensors with the names and shapes of the recipe's generator
     * @param shape of the images that it generates; {@link Points#SHAPE} for points of the plane
     * @throws ActionableException if the file holds other tensors, or this machine does not have the device
     */
    public static TrainedGenerator read(Path weights, Recipe recipe, ImageShape shape, Device device) {
        return read(weights, recipe, shape, device, Components.installed());
    }

    /**
     * The same with architectures that a program passes.
     *
     * @param components the recipe's generator must be among them
     */
    public static TrainedGenerator read(
            Path weights, Recipe recipe, ImageShape shape, Device device, Components components) {
        return create(recipe, shape, device, components, network -> CheckpointFile.load(weights, network.tensors()));
    }

    private static TrainedGenerator create(
            Recipe recipe, ImageShape shape, Device device, Components components, ToLongFunction<Network> load) {
        NetworkSpec spec = Architectures.generator(recipe.network(), shape, components.architectures());
        Compute compute = TorchRuntime.load().compute(device);
        try (CloseOnFailure opened = new CloseOnFailure()) {
            Network network = opened.add(Network.create(spec, compute, RandomStream.root(recipe.seed())));
            long step = load.applyAsLong(network);
            opened.keep();
            return new TrainedGenerator(new Generator(network), recipe, step, compute);
        }
    }

    /** A copy of a generator that is still being trained. */
    public static TrainedGenerator copyOf(Generator generator, Recipe recipe, long step, Compute compute) {
        Compute single = compute.with(Precision.FLOAT32);
        try (CloseOnFailure opened = new CloseOnFailure()) {
            Network copy =
                    opened.add(Network.create(generator.network().spec(), single, RandomStream.root(recipe.seed())));
            copy.copyFrom(generator.network());
            opened.keep();
            return new TrainedGenerator(new Generator(copy), recipe, step, single);
        }
    }

    /** The number of coordinates of a latent. */
    public int latentSize() {
        return Math.toIntExact(generator.latentSize());
    }

    /** The shape of one image. */
    public ImageShape shape() {
        return generator.imageShape();
    }

    /** Generator steps of the checkpoint. */
    public long step() {
        return step;
    }

    /**
     * n latents, {@code [n, latentSize]}, standard normal.
     *
     * <p>The i-th is a function of the seed and i alone, so that more latents of the same seed begin with the same ones.
     *
     * @throws ActionableException if so many numbers do not fit into an array
     */
    public float[] latents(int n, long seed) {
        int size = latentSize();
        float[] latents = new float[ArraySize.of("latents", n, size)];
        RandomStream random = RandomStream.root(seed).child("latents");
        for (int i = 0; i < n; i++) {
            long index = i;
            float[] one =
                    NativeScope.get(() -> Tensors.toArray(random.child(index).normal(Compute.CPU, size)));
            System.arraycopy(one, 0, latents, i * size, size);
        }
        return latents;
    }

    /** The synthetic data set that it was trained on; empty if it was trained on images or on other points. */
    public Optional<SyntheticDataset> synthetic() {
        return SyntheticDataset.of(recipe.data().source());
    }

    /** Whether it generates points of the plane rather than images. */
    public boolean generatesPoints() {
        return shape().equals(Points.SHAPE);
    }

    /**
     * Images of random latents: {@code generate(latents(n, seed))}.
     *
     * @throws ActionableException if it generates points, so many images do not fit into an array, or a pixel is not finite
     */
    public Images generate(int n, long seed) {
        return generate(latents(n, seed));
    }

    /**
     * The images of latents {@code [n, latentSize]}.
     *
     * @throws ActionableException if it generates points, so many images do not fit into an array, or a pixel is not finite
     */
    public Images generate(float[] latents) {
        if (generatesPoints()) {
            throw new ActionableException(
                    "The generator draws points of the plane, and this needs images: ask it for points.");
        }
        Images.Builder images = new Images.Builder(shape(), count(latents));
        forEachBatch(
                latents,
                (batch, first) -> images.add(SampleSnapshots.images(
                        generator, batch, recipe.samples().mode(), compute)));
        return images.build();
    }

    static ActionableException unusable(long step, NotFiniteException notFinite) {
        return new ActionableException(
                String.format(
                        Locale.ROOT,
                        "The generator of step %d cannot be used, since %s: use weights of an earlier step.",
                        step,
                        notFinite.getMessage()),
                notFinite);
    }

    /**
     * The points of latents {@code [n, latentSize]}.
     *
     * @throws ActionableException if it generates images, or a coordinate is not finite
     */
    public Points generatePoints(float[] latents) {
        if (!generatesPoints()) {
            throw new ActionableException("The generator draws images, and this needs points of the plane.");
        }
        float[] coordinates = new float[Points.SHAPE.size(count(latents))];
        forEachBatch(latents, (batch, first) -> {
            float[] part =
                    SampleSnapshots.values(generator, batch, recipe.samples().mode(), compute);
            System.arraycopy(part, 0, coordinates, 2 * first, part.length);
        });
        return Points.of(coordinates);
    }

    private int count(float[] latents) {
        int size = latentSize();
        if (latents.length == 0 || latents.length % size != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "latents come in multiples of %d numbers, found %d", size, latents.length));
        }
        return latents.length / size;
    }

    /** Calls the function for each batch of latents, with the index of its first one. */
    private void forEachBatch(float[] latents, ObjIntConsumer<Tensor> function) {
        int size = latentSize();
        int count = count(latents);
        for (int from = 0; from < count; from += SampleSnapshots.BATCH) {
            int first = from;
            int to = Math.min(from + SampleSnapshots.BATCH, count);
            float[] values = Arrays.copyOfRange(latents, first * size, to * size);
            try {
                NativeScope.run(() -> function.accept(compute.place(Tensors.of(values, to - first, size)), first));
            } catch (NotFiniteException e) {
                throw unusable(step, e);
            }
        }
    }

    @Override
    public void close() {
        generator.close();
    }
}

package org.wgan4j.gan.inference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.network.Architectures;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;

/** A generator out of a run, for use: latents in, images or points out. Close it to free its weights. */
public final class TrainedGenerator implements AutoCloseable {
    private final Generator generator;
    private final Recipe recipe;
    private final long step;

    private TrainedGenerator(Generator generator, Recipe recipe, long step) {
        this.generator = generator;
        this.recipe = recipe;
        this.step = step;
    }

    /**
     * Loads the generator of a run's latest whole checkpoint; the averaged one where the recipe averages.
     *
     * @throws CheckpointException if there is none
     */
    public static TrainedGenerator load(RunDirectory run) {
        return load(run, run.checkpoints());
    }

    /**
     * Loads the generator of the checkpoint with the best samples, by the measure that the recipe names.
     *
     * @throws CheckpointException if the run keeps none
     */
    public static TrainedGenerator loadBest(RunDirectory run) {
        return load(run, run.best());
    }

    private static TrainedGenerator load(RunDirectory run, Path checkpoints) {
        Recipe recipe = run.recipe();
        TorchRuntime.start(recipe.runtime().threads());
        ImageShape shape = ImageShape.parse(run.provenance().data().shape());
        Network network = Network.create(
                Architectures.generator(recipe.network(), shape), Compute.CPU, RandomStream.root(recipe.seed()));
        try {
            long step = Checkpoints.loadGenerator(checkpoints, network);
            return new TrainedGenerator(new Generator(network), recipe, step);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** How many numbers of noise make one image. */
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

    /** The toy world whose points it draws; none where it draws images. */
    public Optional<SyntheticDataset> world() {
        return SyntheticDataset.of(recipe.data().source());
    }

    /**
     * The images of latents {@code [n, latentSize]}.
     *
     * @throws ActionableException if it draws points
     */
    public Images generate(float[] latents) {
        if (world().isPresent()) {
            throw new ActionableException(
                    "The generator draws points of the plane, and this needs images: wgan4j sample writes points as .csv, .npz or .png.");
        }
        Images.Builder images = new Images.Builder(shape(), count(latents));
        forEachBatch(
                latents,
                (batch, first) -> images.add(SampleSnapshots.images(
                        generator, batch, recipe.samples().mode(), Compute.CPU)));
        return images.build();
    }

    /**
     * The points of latents {@code [n, latentSize]}.
     *
     * @throws ActionableException if it draws images
     */
    public Points generatePoints(float[] latents) {
        if (world().isEmpty()) {
            throw new ActionableException("The generator draws images, and this needs points of the plane.");
        }
        float[] coordinates = new float[Points.SHAPE.size(count(latents))];
        forEachBatch(latents, (batch, first) -> {
            float[] part =
                    SampleSnapshots.values(generator, batch, recipe.samples().mode(), Compute.CPU);
            System.arraycopy(part, 0, coordinates, 2 * first, part.length);
        });
        return Points.of(coordinates);
    }

    private int count(float[] latents) {
        int size = latentSize();
        if (latents.length == 0 || latents.length % size != 0) {
            throw new IllegalArgumentException(
                    "latents come in multiples of %d numbers, found %d".formatted(size, latents.length));
        }
        return latents.length / size;
    }

    /** Hands the latents on in batches, each with the number of its first one. */
    private void forEachBatch(float[] latents, ObjIntConsumer<Tensor> work) {
        int size = latentSize();
        int count = count(latents);
        for (int from = 0; from < count; from += SampleSnapshots.BATCH) {
            int first = from;
            int to = Math.min(from + SampleSnapshots.BATCH, count);
            NativeScope.run(() -> work.accept(
                    Tensors.of(Arrays.copyOfRange(latents, first * size, to * size), to - first, size), first));
        }
    }

    @Override
    public void close() {
        generator.close();
    }
}

package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
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

/** A generator out of a run, for use: latents in, images out. Close it to free its weights. */
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
        float[] latents = new float[Math.multiplyExact(n, size)];
        RandomStream random = RandomStream.root(seed).child("latents");
        for (int i = 0; i < n; i++) {
            long index = i;
            float[] one =
                    NativeScope.get(() -> Tensors.toArray(random.child(index).normal(Compute.CPU, size)));
            System.arraycopy(one, 0, latents, i * size, size);
        }
        return latents;
    }

    /** The images of latents {@code [n, latentSize]}. */
    public Images generate(float[] latents) {
        int size = latentSize();
        if (latents.length == 0 || latents.length % size != 0) {
            throw new IllegalArgumentException(
                    "latents come in multiples of %d numbers, found %d".formatted(size, latents.length));
        }
        int count = latents.length / size;
        byte[] pixels = new byte[Math.multiplyExact(count, shape().size())];
        for (int from = 0; from < count; from += Pictures.BATCH) {
            int to = Math.min(from + Pictures.BATCH, count);
            byte[] part = generateBatch(Arrays.copyOfRange(latents, from * size, to * size), to - from);
            System.arraycopy(part, 0, pixels, from * shape().size(), part.length);
        }
        return Images.of(shape(), pixels);
    }

    private byte[] generateBatch(float[] latents, int count) {
        return NativeScope.get(() -> {
            Tensor tensor = Tensors.of(latents, count, latentSize());
            return Pictures.images(generator, tensor, recipe.samples().mode(), Compute.CPU)
                    .bytes();
        });
    }

    @Override
    public void close() {
        generator.close();
    }
}

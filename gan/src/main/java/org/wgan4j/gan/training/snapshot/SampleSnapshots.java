package org.wgan4j.gan.training.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingState;

/** Grids of generated images: of the same latents each time, unless the recipe sets fresh noise. For use by the thread that trains. */
public record SampleSnapshots(Recipe recipe, TrainingState trainingState) implements Snapshots {
    /** Images generated at a time, which bounds the memory. */
    public static final int BATCH = 256;

    private static final Pattern FILE = Pattern.compile("(epoch|step)-([0-9]{1,18})\\.png");

    public static String epochLabel(int epoch) {
        return String.format(Locale.ROOT, "epoch-%04d", epoch);
    }

    public static String stepLabel(long step) {
        return String.format(Locale.ROOT, "step-%08d", step);
    }

    /** Deletes the grids of later steps, which a resumed run will make again. */
    public static void dropAfter(RunDirectory directory, long step, RunLength length) {
        if (!Files.isDirectory(directory.samples())) {
            return;
        }
        try (Stream<Path> files = Files.list(directory.samples())) {
            for (Path file : files.toList()) {
                Matcher parts = FILE.matcher(file.getFileName().toString());
                if (parts.matches()) {
                    long number = Long.parseLong(parts.group(2));
                    boolean epoch = parts.group(1).equals("epoch");
                    if (number > (epoch ? length.epochsAfter(step) : step)) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new ActionableException(
                    String.format(
                            Locale.ROOT, "%s cannot be tidied (%s): check its permissions.", directory.samples(), e),
                    e);
        }
    }

    @Override
    public RunEvent event(String label, String caption, long step) {
        return new RunEvent.Sampled(label, caption, step, at(step), recipe.samples());
    }

    /** The images of one grid after the given step. */
    Images at(long step) {
        SampleSettings settings = recipe.samples();
        RandomStream noise = RandomStream.root(recipe.seed()).child("pictures");
        RandomStream stream = settings.freshNoise() ? noise.child(step) : noise;
        long count = (long) settings.rows() * settings.columns();
        Generator generator = trainingState.samplingGenerator();
        return NativeScope.get(() -> images(
                generator,
                stream.normal(trainingState.compute(), count, generator.latentSize()),
                settings.mode(),
                trainingState.compute()));
    }

    /** Images of the sampling generator, each batch from its own child of the stream. */
    public Images generate(int count, RandomStream noise) {
        Generator generator = trainingState.samplingGenerator();
        Images.Builder all = new Images.Builder(generator.imageShape(), count);
        for (int from = 0; from < count; from += BATCH) {
            long batch = from / BATCH;
            int here = Math.min(BATCH, count - from);
            Images part = NativeScope.get(() -> images(
                    generator,
                    noise.child(batch).normal(trainingState.compute(), here, generator.latentSize()),
                    recipe.samples().mode(),
                    trainingState.compute()));
            all.add(part);
        }
        return all.build();
    }

    /**
     * The images of latents {@code [n, latentSize]}.
     *
     * @throws NotFiniteException if a pixel is NaN or infinite
     */
    public static Images images(Generator generator, Tensor latents, GeneratorMode mode, Compute compute) {
        return Images.fromUnitRange(generator.imageShape(), values(generator, latents, mode, compute));
    }

    /**
     * The generator's output for latents {@code [n, latentSize]}, {@code [n, channels, height, width]}.
     *
     * @throws NotFiniteException if a value is NaN or infinite
     */
    public static float[] values(Generator generator, Tensor latents, GeneratorMode mode, Compute compute) {
        ForwardContext context = ForwardContext.inference(compute)
                .with(
                        mode == GeneratorMode.BATCH_STATISTICS
                                ? ForwardContext.Statistics.BATCH
                                : ForwardContext.Statistics.MOVING);
        float[] values = Tensors.toArray(Tensors.withoutGradients(() -> generator.generate(latents, context)));
        NotFiniteException.check(valueName(generator.imageShape()), values);
        return values;
    }

    /** What one value of a generated sample is called. */
    public static String valueName(ImageShape shape) {
        return shape.equals(Points.SHAPE) ? "a generated coordinate" : "a generated pixel";
    }
}

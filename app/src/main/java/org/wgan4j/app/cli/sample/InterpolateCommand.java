package org.wgan4j.app.cli.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.RunParameter;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.figure.Animation;
import org.wgan4j.report.figure.Strip;
import org.wgan4j.report.figure.draw.PngFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j interpolate}: interpolation in latent space, as an animation or a strip. Used by one thread. */
@Command(
        name = "interpolate",
        description = {
            "Draws the way from one random image to the next along great circles of latent space.",
            "A .gif returns to where it began and goes on for ever; a .png shows the way from the first stop to the last."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j interpolate runs/mine --out walk.gif",
            "  wgan4j interpolate runs/mine --out walk.gif --seed 3 --stops 8 --frames 160",
            "  wgan4j interpolate runs/mine --out strip.png --stops 2 --frames 12",
        })
public final class InterpolateCommand implements Callable<Integer> {
    private static final Duration FRAME = Duration.ofMillis(80);
    private static final int DEFAULT_GIF_FRAMES = 60;
    private static final int DEFAULT_STRIP_FRAMES = 17;
    private static final int MOST_GIF_FRAMES = 10_000;
    private static final int MOST_STRIP_FRAMES = 150;
    private static final int LEAST_SIDE = 224;

    @Mixin
    private CommandOutput output = new CommandOutput();

    @Mixin
    private RunParameter run = new RunParameter();

    @Option(names = "--seed", paramLabel = "N", description = "The start of the noise; without it, 0.")
    private long seed;

    @Option(
            names = "--stops",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many random images the way passes, 2 to 1000; without it, 5.")
    private int stops = 5;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "How many images the way has in all; without it, 60 in a .gif and 17 in a .png.")
    private @Nullable Integer frames;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "An animation (.gif) or a strip (.png); without it, RUN/walk-<seed>.gif.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path file = out == null ? run.directory().resolve("walk-" + seed + ".gif") : out;
        boolean loop = isAnimation(file);
        int count = frames(loop);
        check("--stops", stops, 2, 1000);
        RunDirectory opened = RunDirectory.open(run.directory());
        if (SyntheticDataset.of(opened.recipe().data().source()).isPresent()) {
            throw new ActionableException(
                    "the generator of " + opened.path()
                            + " draws points of the plane, and an interpolation needs images; draw the points with wgan4j sample");
        }
        AtomicFile.requireWritable(file);
        try (TrainedGenerator generator = TrainedGenerator.load(opened)) {
            SphericalInterpolation path =
                    new SphericalInterpolation(generator.latents(stops, seed), generator.latentSize());
            Images images = generator.generate(loop ? path.loop(count) : path.line(count));
            write(file, loop, images, opened.recipe().samples().ink());
        }
        output.line("wrote " + PrintableText.of(file.toString()) + ": " + count + " images by way of " + stops
                + " stops of seed " + seed);
        return ExitCodes.OK;
    }

    private static void write(Path file, boolean loop, Images images, Polarity polarity) {
        if (loop) {
            int larger = Math.max(images.shape().height(), images.shape().width());
            int scale = Math.max(1, LEAST_SIDE / larger);
            new Animation(FRAME, FRAME)
                    .write(file, () -> Frames.of(images, polarity, scale).iterator());
        } else {
            PngFile.write(file, Strip.of(polarity).draw(images));
        }
    }

    private static boolean isAnimation(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".gif") && !name.endsWith(".png")) {
            throw new ActionableException("--out " + file + " must end in .gif (an animation) or .png (a strip)");
        }
        return name.endsWith(".gif");
    }

    private int frames(boolean loop) {
        if (frames == null) {
            return loop ? DEFAULT_GIF_FRAMES : DEFAULT_STRIP_FRAMES;
        }
        return check("--frames", frames, 2, loop ? MOST_GIF_FRAMES : MOST_STRIP_FRAMES);
    }

    private static int check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ActionableException(
                    option + " must be a whole number from " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}

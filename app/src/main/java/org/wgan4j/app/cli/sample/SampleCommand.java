package org.wgan4j.app.cli.sample;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.RunParameter;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j sample}: images from a trained generator. Used by one thread. */
@Command(
        name = "sample",
        description = {
            "Draws images, or points of a synthetic data set, with the generator of a run's latest checkpoint.",
            "The same seed gives the same ones, and more of them begin with the same ones."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j sample runs/mine --out grid.png                   64 images on a page",
            "  wgan4j sample runs/mine -n 10000 --seed 1 --out all.npz  arrays for NumPy: images, latents",
            "  wgan4j sample runs/mine -n 100 --out digits/             a picture each",
            "  wgan4j sample runs/my-ring -n 2500 --out points.csv      points in the plane: .csv, .npz or .png",
        })
public final class SampleCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Mixin
    private CommandOutput output = new CommandOutput();

    @Mixin
    private RunParameter run = new RunParameter();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "64",
            description = "How many, 1 to 1000000; without it, 64.")
    private int count = 64;

    @Option(names = "--seed", paramLabel = "N", description = "The start of the noise; without it, 0.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "A grid (.png), arrays (.npz) or a folder (ends in /), of points .png, .npz or .csv; without it, RUN/sample-<seed>.png.")
    private @Nullable String out;

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new ActionableException("-n must be a whole number from 1 to " + MOST + ", not " + count);
        }
        String path =
                out == null ? run.directory().resolve("sample-" + seed + ".png").toString() : out;
        if (!path.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            // What neither images nor points can be written to is refused whatever the run is.
            Objects.requireNonNull(SampleTarget.of(path));
        }
        RunDirectory opened = RunDirectory.open(run.directory());
        Optional<SyntheticDataset> synthetic =
                SyntheticDataset.of(opened.recipe().data().source());
        if (synthetic.isPresent()) {
            samplePoints(opened, synthetic.get(), path);
        } else {
            sampleImages(opened, path);
        }
        return ExitCodes.OK;
    }

    private void sampleImages(RunDirectory opened, String path) {
        SampleTarget target = SampleTarget.of(path);
        ImageShape shape = ImageShape.parse(opened.provenance().data().shape());
        target.check(count, shape);
        if (target instanceof SampleTarget.Folder folder) {
            AtomicFile.requireFolder(folder.path());
        } else {
            AtomicFile.requireWritable(Path.of(path));
        }
        try (TrainedGenerator generator = TrainedGenerator.load(opened)) {
            float[] latents = generator.latents(count, seed);
            target.write(
                    generator.generate(latents),
                    latents,
                    opened.recipe().samples().ink());
            say(path, "images", generator);
        }
    }

    private void samplePoints(RunDirectory opened, SyntheticDataset synthetic, String path) {
        PointTarget target = PointTarget.of(path);
        AtomicFile.requireWritable(Path.of(path));
        try (TrainedGenerator generator = TrainedGenerator.load(opened)) {
            float[] latents = generator.latents(count, seed);
            target.write(Path.of(path), synthetic, generator.generatePoints(latents), latents);
            say(path, "points", generator);
        }
    }

    private void say(String path, String what, TrainedGenerator generator) {
        output.line("wrote " + PrintableText.of(path) + ": " + count + " " + what + " of seed " + seed
                + " from generator step " + generator.step());
    }
}

package org.wgan4j.examples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.html.ReportPage;

/**
 * A Wasserstein GAN with gradient penalty on images of one's own, from an array in memory: grey images of 8 x 8 pixels with a bright square.
 */
public final class OwnData {
    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    private OwnData() {}

    /** Images of a square of 3 x 3 pixels at a random place, one byte a pixel, {@code [count, channels, height, width]}. */
    static Dataset squares(int count) {
        byte[] pixels = new byte[count * SHAPE.size()];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            int top = random.nextInt(6);
            int left = random.nextInt(6);
            for (int k = 0; k < 9; k++) {
                pixels[i * SHAPE.size() + (top + k / 3) * SHAPE.width() + left + k % 3] = (byte) 255;
            }
        }
        return Dataset.of("squares", Images.of(SHAPE, pixels));
    }

    /** Trains in a new folder, writes its report, and returns 16 generated images. */
    static Images train(Path directory, int steps) {
        Recipe recipe = Recipe.wganGp()
                .batchSize(32)
                .steps(steps)
                .network(n -> n.generator("mlp").critic("mlp").hiddenUnits(64).latentSize(16))
                .objective(o -> o.criticSteps(3));
        try (TrainingRun run = TrainingRun.start(recipe, squares(512), directory)) {
            run.run(OwnData::print, () -> false);
            ReportPage.write(run.directory());
            try (TrainedGenerator generator = run.generator()) {
                return generator.generate(generator.latents(16, 1));
            }
        }
    }

    private static void print(RunEvent event) {
        if (event instanceof RunEvent.Stepped stepped && stepped.record().step() % 100 == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "step %d: %s%n",
                    stepped.record().step(),
                    stepped.record().terms());
        }
    }

    /** Trains for 1000 generator steps in the folder that is named, or in {@code runs/squares}. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments.length == 0 ? "runs/squares" : arguments[0]);
        System.out.printf(Locale.ROOT, "%s, see %s%n", train(directory, 1000), directory.resolve("report.html"));
    }
}

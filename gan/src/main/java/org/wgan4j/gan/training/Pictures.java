package org.wgan4j.gan.training;

import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Pass;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/** The generated images that show how a run goes: of the same noise each time, unless the recipe wants it fresh. */
record Pictures(Recipe recipe, Players players) {
    /** The images of one grid after the given step. */
    Images at(long step) {
        SampleSettings settings = recipe.samples();
        RandomStream noise = RandomStream.root(recipe.seed()).child("pictures");
        RandomStream stream = settings.freshNoise() ? noise.child(step) : noise;
        long count = (long) settings.rows() * settings.columns();
        Generator generator = players.drawing();
        return NativeScope.get(() -> images(
                generator,
                stream.normal(players.compute(), count, generator.latentSize()),
                settings.mode(),
                players.compute()));
    }

    /** The images of latents {@code [n, latentSize]}. */
    static Images images(Generator generator, Tensor latents, GeneratorMode mode, Compute compute) {
        Pass pass = Pass.inference(compute)
                .with(mode == GeneratorMode.BATCH_STATISTICS ? Pass.Statistics.BATCH : Pass.Statistics.MOVING);
        Tensor images = Tensors.withoutGradients(() -> generator.generate(latents, pass));
        return Images.fromUnitRange(generator.imageShape(), Tensors.toArray(images));
    }
}

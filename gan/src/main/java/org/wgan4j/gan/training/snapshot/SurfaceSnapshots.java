package org.wgan4j.gan.training.snapshot;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * Snapshots of training on points of the plane: generated points, of the same latents each time unless the recipe sets fresh noise; real points;
 * the critic's scores on a square grid. For use by the thread that trains.
 *
 * @param real the points of the data set
 * @param reach half the side of the square
 */
public record SurfaceSnapshots(Recipe recipe, TrainingState trainingState, Points real, double reach)
        implements Snapshots {
    /** Points of each kind. */
    static final int POINTS = 1000;
    /** Half the side over the largest coordinate. */
    private static final double MARGIN = 1.1;
    /** Scores on each side of the square. */
    static final int SIDE = 121;

    /** Half the side of the square: that of the synthetic data set, or 1.1 times the largest coordinate. */
    public static double reach(Optional<SyntheticDataset> synthetic, Points real) {
        if (synthetic.isPresent()) {
            return synthetic.get().halfWidth();
        }
        double largest = 0;
        for (float coordinate : real.coordinates()) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        return largest > 0 ? MARGIN * largest : 1;
    }

    @Override
    public RunEvent event(String label, String caption, long step) {
        return new RunEvent.SurfaceSampled(label, caption, step, at(step), recipe.samples());
    }

    /** The surface after the given step. */
    CriticSurface at(long step) {
        RandomStream noise = RandomStream.root(recipe.seed()).child("pictures");
        RandomStream stream = recipe.samples().freshNoise() ? noise.child(step) : noise;
        Points generated = generated(POINTS, stream);
        float[] scores = scores(trainingState.critic(), CriticSurface.gridPoints(reach, SIDE), trainingState.compute());
        NotFiniteException.check("a score of the critic", scores);
        return new CriticSurface(generated, real.slice(0, Math.min(POINTS, real.count())), reach, SIDE, scores);
    }

    /** n points of the sampling generator, with latents from the stream. */
    public Points generated(int n, RandomStream stream) {
        Generator generator = trainingState.samplingGenerator();
        return NativeScope.get(() -> points(
                generator,
                stream.normal(trainingState.compute(), n, generator.latentSize()),
                recipe.samples().mode(),
                trainingState.compute()));
    }

    /** The points of latents {@code [n, latentSize]}. */
    static Points points(Generator generator, Tensor latents, GeneratorMode mode, Compute compute) {
        return Points.of(SampleSnapshots.values(generator, latents, mode, compute));
    }

    /** The critic's score of each point, without dropout. */
    static float[] scores(Critic critic, Points points, Compute compute) {
        int n = points.count();
        return NativeScope.get(() -> {
            Tensor x = compute.place(Tensors.of(points.coordinates(), n, 2, 1, 1));
            return Tensors.toArray(Tensors.withoutGradients(() -> critic.score(x, ForwardContext.inference(compute))));
        });
    }
}

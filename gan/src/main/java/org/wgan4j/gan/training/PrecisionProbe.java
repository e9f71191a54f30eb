package org.wgan4j.gan.training;

import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.Pass;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;

/**
 * Measures which precision is the faster on this machine: bfloat16 triples the speed of processors with matrix units for it and halves that of
 * others.
 *
 * <p>Both are timed on the critic's loss and its gradient for one real batch; no weight or moving statistic changes.
 */
final class PrecisionProbe {
    private static final int ROUNDS = 5;
    /** How much faster bfloat16 must be, so that noise in the timing does not change what two equal runs compute. */
    private static final double WORTHWHILE = 1.3;

    private final Players players;
    private final RealImages images;

    PrecisionProbe(Players players, RealImages images) {
        this.players = players;
        this.images = images;
    }

    /** FLOAT32, or BFLOAT16 where it is worthwhile. */
    Precision fastest() {
        seconds(Precision.FLOAT32);
        seconds(Precision.BFLOAT16);
        double single = Double.POSITIVE_INFINITY;
        double brief = Double.POSITIVE_INFINITY;
        // In turns and by the least time, so that other work on the machine slows both or neither.
        for (int round = 0; round < ROUNDS; round++) {
            single = Math.min(single, seconds(Precision.FLOAT32));
            brief = Math.min(brief, seconds(Precision.BFLOAT16));
        }
        return brief * WORTHWHILE < single ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    private double seconds(Precision precision) {
        Compute compute = players.compute().with(precision);
        long begin = System.nanoTime();
        NativeScope.run(() -> criticGradient(compute));
        return (System.nanoTime() - begin) * 1e-9;
    }

    private void criticGradient(Compute compute) {
        Pass pass = new Pass(
                compute, Pass.Statistics.BATCH, true, RandomStream.root(0).child("precision"));
        Tensor real = images.batch(0, compute);
        Loss loss = players.objective().criticLoss(players.critic(), real, real.neg(), pass);
        Players.gradients(loss.total(), players.criticOptimizer(), false);
    }
}

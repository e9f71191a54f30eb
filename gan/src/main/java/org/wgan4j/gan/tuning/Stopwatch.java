package org.wgan4j.gan.tuning;

import java.util.Arrays;
import java.util.List;
import org.wgan4j.gan.torch.NativeScope;

/** Times pieces of work against each other: in turns and by the least time, so that other work on the machine slows all or none. */
public final class Stopwatch {
    /** Rounds that count at least, however long they take. */
    private static final int FEWEST_ROUNDS = 2;
    /** Rounds after which nothing new is learnt. */
    private static final int MOST_ROUNDS = 7;
    /** Seconds after which no further round begins. */
    private static final double PATIENCE = 0.5;

    private Stopwatch() {}

    /** The least milliseconds of each piece of work over some rounds, after one that is not counted. */
    public static double[] milliseconds(List<Runnable> works) {
        double[] least = new double[works.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        works.forEach(NativeScope::run);
        long begin = System.nanoTime();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round >= FEWEST_ROUNDS && secondsSince(begin) > PATIENCE) {
                break;
            }
            for (int i = 0; i < least.length; i++) {
                long start = System.nanoTime();
                NativeScope.run(works.get(i));
                least[i] = Math.min(least[i], 1000 * secondsSince(start));
            }
        }
        return least;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}

package org.wgan4j.gan.tuning;

import java.util.Arrays;
import java.util.List;
import org.wgan4j.gan.torch.NativeScope;

/** Times alternatives in turns and by their least time, so that other load on the machine affects them alike. Safe for use by several threads. */
public final class Stopwatch {
    /** The least number of repetitions. */
    private static final int LEAST_REPETITIONS = 2;
    /** The largest number of repetitions. */
    private static final int MOST_REPETITIONS = 7;
    /** Seconds after which no further repetition begins. */
    private static final double SECONDS = 0.5;

    private Stopwatch() {}

    /** The least milliseconds of each task over some repetitions, after one to warm up. */
    public static double[] milliseconds(List<Runnable> tasks) {
        double[] least = new double[tasks.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        tasks.forEach(NativeScope::run);
        long begin = System.nanoTime();
        for (int repetition = 0; repetition < MOST_REPETITIONS; repetition++) {
            if (repetition >= LEAST_REPETITIONS && secondsSince(begin) > SECONDS) {
                break;
            }
            for (int i = 0; i < least.length; i++) {
                long start = System.nanoTime();
                NativeScope.run(tasks.get(i));
                least[i] = Math.min(least[i], 1000 * secondsSince(start));
            }
        }
        return least;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}

package org.wgan4j.gan.training;

import java.util.Arrays;
import java.util.List;
import org.wgan4j.gan.torch.NativeScope;

/** Times pieces of work against each other: in turns and by the least time, so that other work on the machine slows all or none. */
final class Stopwatch {
    private Stopwatch() {}

    /** The least milliseconds of each piece of work over the rounds, after one round that is not counted. */
    static double[] milliseconds(int rounds, List<Runnable> works) {
        double[] least = new double[works.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        works.forEach(NativeScope::run);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < least.length; i++) {
                long begin = System.nanoTime();
                NativeScope.run(works.get(i));
                least[i] = Math.min(least[i], (System.nanoTime() - begin) * 1e-6);
            }
        }
        return least;
    }
}

package org.wgan4j.gan.data;

/**
 * The pseudorandom number generator SplitMix64, with the same numbers on every machine and Java version. For use by one thread.
 *
 * <p>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SplitMix64 {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** The stream of a seed and a number: other numbers give unrelated streams. */
    public SplitMix64(long seed, long stream, long number) {
        state = mix(mix(mix(seed + GAMMA) + stream + GAMMA) + number + GAMMA);
    }

    /** The next 64 bits. */
    public long next() {
        state += GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}, each equally likely: by rejection of draws beyond the last multiple of the bound. */
    public int below(int bound) {
        while (true) {
            long draw = next() >>> 1;
            long remainder = draw % bound;
            if (draw - remainder + (bound - 1) >= 0) {
                return (int) remainder;
            }
        }
    }

    /** A number in [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Two independent standard normal numbers (Box and Muller 1958), the same on every machine. */
    SyntheticDataset.Point normals() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        double angle = 2 * Math.PI * uniform();
        return new SyntheticDataset.Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

package org.wgan4j.gan.torch;

import java.util.Arrays;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A stateless source of random tensors: the numbers are a function of its key, whatever was drawn before.
 *
 * <p>Keys are derived by name and number ({@code root.child("latent").child(step)}), so that a resumed run needs no saved generator
 * state. Numbers are drawn on the CPU (Mersenne twister of libtorch; masks by SplitMix64) and moved, so that they do not depend on the device.
 *
 * <p>Immutable; safe for use by several threads. The tensors belong to the innermost {@link NativeScope} of the calling thread.
 */
public record RandomStream(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The stream from which all streams of a run descend. */
    public static RandomStream root(long seed) {
        return new RandomStream(mix(seed + GOLDEN_GAMMA));
    }

    /** An independent stream for the given purpose. */
    public RandomStream child(String name) {
        long hash = key;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN_GAMMA * (name.charAt(i) + 1L));
        }
        return new RandomStream(mix(hash ^ 0x5851F42D4C957F2DL));
    }

    /** An independent stream for the given step or index. */
    public RandomStream child(long number) {
        return new RandomStream(mix(mix(key + GOLDEN_GAMMA) ^ mix(number * GOLDEN_GAMMA + 1)));
    }

    /** Standard normal numbers of the given shape. */
    public Tensor normal(Compute compute, long... shape) {
        Tensor tensor = torch.empty(shape);
        tensor.normal_(0, 1, generator());
        return compute.place(tensor);
    }

    /** Numbers uniform in [0, 1) of the given shape. */
    public Tensor uniform(Compute compute, long... shape) {
        Tensor tensor = torch.empty(shape);
        tensor.uniform_(0, 1, generator());
        return compute.place(tensor);
    }

    /** Numbers uniform in [-bound, bound) of the given shape, on the CPU. */
    public Tensor uniformWithin(double bound, long... shape) {
        Tensor tensor = torch.empty(shape);
        tensor.uniform_(-bound, bound, generator());
        return tensor;
    }

    /** Zeros and ones of the given shape, each one with the given probability, to within 2^-32 (SplitMix64). */
    public Tensor bernoulli(Compute compute, double probability, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        // A counter through a mixer, in place of libtorch's generator, which takes six times as long.
        byte[] ones = new byte[count];
        long threshold = Math.round(probability * (1L << 32));
        long counter = key;
        for (int i = 0; i < count; i += 2) {
            counter += GOLDEN_GAMMA;
            long bits = mix(counter);
            ones[i] = (byte) ((bits >>> 32) < threshold ? 1 : 0);
            if (i + 1 < count) {
                ones[i + 1] = (byte) ((bits & 0xFFFFFFFFL) < threshold ? 1 : 0);
            }
        }
        return compute.place(Tensors.ofBytes(ones, shape).to(torch.ScalarType.Float));
    }

    private GeneratorOptional generator() {
        Generator generator = torch.createCPUGenerator(key);
        return new GeneratorOptional(generator);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}

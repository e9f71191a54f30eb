package org.wgan4j.gan.benchmark;

import org.wgan4j.gan.convolution.ConvolutionPlan;

/**
 * The training speed of a recipe. An iteration is one generator step with the critic steps that belong to it.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param batch images in a batch
 * @param precision of convolutions and matrix products: {@code float32} or {@code bfloat16}
 * @param tuning whether convolution algorithms were timed: {@code auto} or {@code off}
 * @param convolutionPlan the convolution algorithms of the networks
 * @param threads that one operation was spread over
 * @param libtorch its version
 * @param criticStepsPerIteration at least 1
 * @param criticSteps all of them that were measured
 * @param generatorSteps all of them that were measured
 * @param iterations whole ones: the averaging of the generator is in them and in no step
 * @param realImages that the critic sees in an iteration
 * @param gflopPerIteration the arithmetic of an iteration by plain convolutions, in 10^9 operations
 * @param convolutionGflops this machine's rate, in GFLOP/s, at the recipe's largest convolution in its direct form
 * @param startupSeconds from the start of the Java process to the end of its first iteration
 */
public record SpeedReport(
        int batch,
        String precision,
        String tuning,
        ConvolutionPlan convolutionPlan,
        int threads,
        String libtorch,
        int criticStepsPerIteration,
        Timings criticSteps,
        Timings generatorSteps,
        Timings iterations,
        long realImages,
        double gflopPerIteration,
        double convolutionGflops,
        double startupSeconds) {
    /** Real images that the critic sees in a second, by the median iteration. */
    public double imagesPerSecond() {
        return realImages / iterations.median() * 1e3;
    }

    /** GFLOP/s, by the median iteration. */
    public double gflops() {
        return gflopPerIteration / iterations.median() * 1e3;
    }

    /**
     * The rate of training over that of the direct convolution. Algorithms with fewer multiplications than
     * direct convolutions can raise it above 1.
     */
    public double shareOfConvolutionRate() {
        return gflops() / convolutionGflops;
    }
}

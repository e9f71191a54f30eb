package org.wgan4j.gan.convolution;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory layout of a network and the algorithm of each of its convolutions.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param layout of the images between convolutions
 * @param algorithms by {@link ConvolutionSpec#toString}; others are computed directly
 */
public record ConvolutionPlan(MemoryLayout layout, Map<String, ConvolutionAlgorithm> algorithms) {
    /** The direct algorithm for all convolutions, channels first. */
    public static final ConvolutionPlan PLAIN = new ConvolutionPlan(MemoryLayout.CHANNELS_FIRST, Map.of());

    public ConvolutionPlan {
        algorithms = Collections.unmodifiableMap(new TreeMap<>(algorithms));
    }

    /** The algorithm of a convolution; the direct one where the chosen one does not apply. */
    public ConvolutionAlgorithm of(ConvolutionSpec spec) {
        ConvolutionAlgorithm chosen = algorithms.getOrDefault(spec.toString(), ConvolutionAlgorithm.DIRECT);
        return spec.algorithms().contains(chosen) ? chosen : ConvolutionAlgorithm.DIRECT;
    }

    /** The memory layout of the kernels of a convolution; the spectral algorithm reads them channels first. */
    public MemoryLayout layoutOf(ConvolutionSpec spec) {
        return of(spec) == ConvolutionAlgorithm.SPECTRAL ? MemoryLayout.CHANNELS_FIRST : layout;
    }

    /** This plan with another layout. */
    public ConvolutionPlan with(MemoryLayout other) {
        return new ConvolutionPlan(other, algorithms);
    }
}

package org.wgan4j.gan.convolution;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network computes: the layout of its images, and the formulation of each of its convolutions.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param layout of the images between convolutions
 * @param algorithms by {@link ConvolutionSpec#toString}; a map that is not there is computed directly
 */
public record ConvolutionPlan(MemoryLayout layout, Map<String, ConvolutionAlgorithm> algorithms) {
    /** Everything directly, one plane a channel: what the others are held against. */
    public static final ConvolutionPlan PLAIN = new ConvolutionPlan(MemoryLayout.CHANNELS_FIRST, Map.of());

    public ConvolutionPlan {
        algorithms = Collections.unmodifiableMap(new TreeMap<>(algorithms));
    }

    /** The formulation of a map; direct where the one that was chosen does not fit it. */
    public ConvolutionAlgorithm of(ConvolutionSpec map) {
        ConvolutionAlgorithm chosen = algorithms.getOrDefault(map.toString(), ConvolutionAlgorithm.DIRECT);
        return map.algorithms().contains(chosen) ? chosen : ConvolutionAlgorithm.DIRECT;
    }

    /** The layout in which the kernels of a map lie: the spectral form reads them one plane a channel. */
    public MemoryLayout layoutOf(ConvolutionSpec map) {
        return of(map) == ConvolutionAlgorithm.SPECTRAL ? MemoryLayout.CHANNELS_FIRST : layout;
    }

    /** The same formulations in another layout. */
    public ConvolutionPlan with(MemoryLayout other) {
        return new ConvolutionPlan(other, algorithms);
    }
}

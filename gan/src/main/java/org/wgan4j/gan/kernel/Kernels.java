package org.wgan4j.gan.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network computes: the layout of its images, and the formulation of each of its convolutions.
 *
 * @param layout of the images between convolutions
 * @param formulations by {@link ImageMap#toString}; a map that is not there is computed directly
 */
public record Kernels(Layout layout, Map<String, Formulation> formulations) {
    /** Everything directly, one plane a channel: what the others are held against. */
    public static final Kernels PLAIN = new Kernels(Layout.CHANNELS_FIRST, Map.of());

    public Kernels {
        formulations = Collections.unmodifiableMap(new TreeMap<>(formulations));
    }

    /** The formulation of a map; direct where the one that was chosen does not fit it. */
    public Formulation of(ImageMap map) {
        Formulation chosen = formulations.getOrDefault(map.toString(), Formulation.DIRECT);
        return map.formulations().contains(chosen) ? chosen : Formulation.DIRECT;
    }

    /** The layout in which the kernels of a map lie: the spectral form reads them one plane a channel. */
    public Layout layoutOf(ImageMap map) {
        return of(map) == Formulation.SPECTRAL ? Layout.CHANNELS_FIRST : layout;
    }

    /** The same formulations in another layout. */
    public Kernels with(Layout other) {
        return new Kernels(other, formulations);
    }
}

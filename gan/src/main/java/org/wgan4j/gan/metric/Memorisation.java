package org.wgan4j.gan.metric;

import java.util.List;

/** TODO. */
public record Memorisation(Finding memorisedShare, Finding nearCopies, double threshold, List<NearPair> closest) {
    /** Copies the list. */
    public Memorisation {
        closest = List.copyOf(closest);
    }
}

package org.wgan4j.app.gallery;

import java.util.List;
import java.util.Optional;

/** All figures by name. */
public final class Gallery {
    private static final List<Exhibit> EXHIBITS = List.of(
            new ParallelLines(),
            new MovingGaussian(),
            new Interpolation(),
            new CriticAndDiscriminator(),
            VanishingGradient.usual(),
            CriticsAgainstTruth.usual());

    private Gallery() {}

    /** Every figure, in the order of the story they tell. */
    public static List<Exhibit> exhibits() {
        return EXHIBITS;
    }

    /** The names in that order. */
    public static List<String> names() {
        return EXHIBITS.stream().map(Exhibit::name).toList();
    }

    /** The figure of a name, if there is one. */
    public static Optional<Exhibit> named(String name) {
        return EXHIBITS.stream().filter(exhibit -> exhibit.name().equals(name)).findFirst();
    }
}

package org.wgan4j.report.theory;

import java.util.List;
import java.util.Optional;

/** All figures by name. */
public final class Figures {
    private static final List<Figure> EXHIBITS = List.of(
            new ParallelLines(),
            new MovingGaussian(),
            new Interpolation(),
            new CriticAndDiscriminator(),
            VanishingGradient.usual(),
            CriticsAgainstTruth.usual());

    private Figures() {}

    /** Every figure, in the order of the story they tell. */
    public static List<Figure> exhibits() {
        return EXHIBITS;
    }

    /** The names in that order. */
    public static List<String> names() {
        return EXHIBITS.stream().map(Figure::name).toList();
    }

    /** The figure of a name, if there is one. */
    public static Optional<Figure> named(String name) {
        return EXHIBITS.stream().filter(exhibit -> exhibit.name().equals(name)).findFirst();
    }
}

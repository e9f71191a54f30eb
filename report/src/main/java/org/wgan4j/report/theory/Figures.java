package org.wgan4j.report.theory;

import java.util.List;
import java.util.Optional;

/**
 * The figures that explain the Wasserstein distance, by name.
 *
 * <pre>{@code
 * List<Path> files = Figures.named("parallel-lines").orElseThrow().writeWithCaption(Path.of("figures"));
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Figures {
    private static final List<Figure> ALL = List.of(
            new ParallelLines(),
            new MovingGaussian(),
            new Interpolation(),
            new CriticAndDiscriminator(),
            VanishingGradient.standard(),
            CriticsAgainstTruth.standard());

    private Figures() {}

    /** Every figure, from the simplest to those that train networks. */
    public static List<Figure> all() {
        return ALL;
    }

    /** The names, in the same order. */
    public static List<String> names() {
        return ALL.stream().map(Figure::name).toList();
    }

    /** The figure of a name; empty if there is none. */
    public static Optional<Figure> named(String name) {
        return ALL.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}

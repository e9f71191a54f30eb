package org.wgan4j.gan.audit;

import java.util.List;
import java.util.Locale;
import org.wgan4j.transport.Plan;

/**
 * An optimal assignment between equally many real and generated images.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param pairs one a generated image, in their order
 */
public record Pairing(List<Pair> pairs) {
    /**
     * A generated image and the real one that it is paired with.
     *
     * @param generated index of the generated image
     * @param real index of the real image
     * @param distance between them
     */
    public record Pair(int generated, int real, double distance) {}

    public Pairing {
        pairs = List.copyOf(pairs);
    }

    /** The pairs of a plan from real to generated images, of distances {@code [real][generated]}. */
    static Pairing of(Plan plan, double[][] distances) {
        Pair[] pairs = new Pair[plan.size()];
        for (int k = 0; k < pairs.length; k++) {
            int real = plan.source(k);
            int generated = plan.target(k);
            pairs[generated] = new Pair(generated, real, distances[real][generated]);
        }
        return new Pairing(List.of(pairs));
    }

    /**
     * The share of mass that goes from each class of generated images to each class of real ones, {@code [generated class][real class]},
     * 1 in all. A plan that keeps all classes is diagonal.
     *
     * @param generated a class for each generated image
     * @param real a class for each real image
     * @throws IllegalArgumentException if there is not one class an image
     */
    public double[][] massByClass(Labels generated, Labels real) {
        if (generated.classes().size() != pairs.size() || real.classes().size() != pairs.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d pairs need as many classes of both sides, found %d and %d",
                    pairs.size(),
                    generated.classes().size(),
                    real.classes().size()));
        }
        int classes = 1 + Math.max(largest(generated), largest(real));
        double[][] mass = new double[classes][classes];
        for (Pair pair : pairs) {
            int from = generated.classes().get(pair.generated());
            int to = real.classes().get(pair.real());
            mass[from][to] += 1.0 / pairs.size();
        }
        return mass;
    }

    private static int largest(Labels labels) {
        return labels.classes().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}

package org.wgan4j.gan.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.wgan4j.gan.data.Images;

/**
 * The result of an audit: a critic's estimate and exact transport on one batch of real and one of generated images.
 *
 * <p>All distances between images are Euclidean on their flattened pixels, scaled to [-1, 1] as the critic sees them.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param step generator steps made when it was measured
 * @param estimatesWasserstein whether the objective estimates a Wasserstein distance; a GAN's difference of logits does not
 * @param values the numbers; all but {@link AuditValue#CRITIC_ESTIMATE_IN_TRAINING} are there
 * @param real the real images
 * @param realClasses their labels, one each, or empty where the data have none
 * @param generated as many generated images
 * @param pairing which generated image the optimal plan pairs with which real one
 */
public record AuditReport(
        long step,
        boolean estimatesWasserstein,
        Map<AuditValue, Double> values,
        Images real,
        Labels realClasses,
        Images generated,
        Pairing pairing) {
    public AuditReport {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** A number of the report; for those that are not always there, see {@link #find}. */
    public double value(AuditValue value) {
        return find(value).orElseThrow(() -> new IllegalArgumentException("the report has no " + value.key()));
    }

    /** A number of the report, if it is there. */
    public OptionalDouble find(AuditValue value) {
        Double found = values.get(value);
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }

    /** The numbers by the names that {@code metrics.jsonl} gives them. */
    public Map<String, Double> byName() {
        Map<String, Double> named = new LinkedHashMap<>();
        values.forEach((value, number) -> named.put(value.key(), number));
        return named;
    }
}

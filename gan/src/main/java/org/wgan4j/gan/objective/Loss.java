package org.wgan4j.gan.objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * A loss to minimise, with the terms that are logged by their names.
 *
 * <p>It holds tensors of the memory scope in which it was made, and is of use there alone, on one thread.
 *
 * @param total scalar, differentiable
 * @param terms scalars by name, in the order in which they are shown
 */
public record Loss(Tensor total, Map<String, Tensor> terms) {
    public Loss {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /** The value of a term. */
    public double value(String term) {
        Tensor tensor = terms.get(term);
        if (tensor == null) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "no term %s among %s", term, terms.keySet()));
        }
        return tensor.item_double();
    }
}

package org.wgan4j.report.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;

/** An experiment of a comparison. */
public enum Experiment {
    /** The recipes as they are, under several seeds. */
    RECIPES("the recipes"),
    /** Each recipe over a grid of learning rates, with and without batch normalization in the generator, and with a fully connected generator. */
    STABILITY("stability"),
    /** Each recipe with 100 critic steps a generator step. */
    OPTIMAL_CRITIC("a critic trained to optimality"),
    /** The tutorials' systems as written, and as intended. */
    AS_WRITTEN("as written against as intended");

    private final String label;

    Experiment(String label) {
        this.label = label;
    }

    /** Its title on the page. */
    public String label() {
        return label;
    }

    /** Its name in plans and folders. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of the extra experiments: all but the recipes. */
    public static List<String> extraKeys() {
        return Arrays.stream(values())
                .filter(one -> one != RECIPES)
                .map(Experiment::key)
                .toList();
    }

    /**
     * The extra experiment of a name.
     *
     * @throws ActionableException for any other name
     */
    public static Experiment named(String key) {
        return Arrays.stream(values())
                .filter(one -> one != RECIPES && one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ActionableException(String.format(
                        Locale.ROOT,
                        "There is no experiment '%s'; choose from %s.",
                        key,
                        String.join(", ", extraKeys()))));
    }
}

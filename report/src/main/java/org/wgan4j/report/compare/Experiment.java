package org.wgan4j.report.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;

/** What a training of a comparison is for. */
public enum Experiment {
    /** The recipes as they are, under several seeds. */
    RECIPES("the recipes"),
    /** Each recipe over a grid of learning rates, with and without batch norm in the generator, and with a generator of plain layers. */
    STABILITY("stability"),
    /** Each recipe with 100 critic steps in each generator step. */
    OPTIMAL_CRITIC("a critic trained to optimality"),
    /** The tutorials' systems as they are written beside what they intend. */
    AS_WRITTEN("as written against as intended");

    private final String words;

    Experiment(String words) {
        this.words = words;
    }

    /** What it is called on a page. */
    public String words() {
        return words;
    }

    /** What it is called on the command line and in folders. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of the experiments that can be asked for besides the recipes. */
    public static List<String> extraKeys() {
        return Arrays.stream(values())
                .filter(one -> one != RECIPES)
                .map(Experiment::key)
                .toList();
    }

    /** The experiment of a name; anything else is refused with all names. */
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

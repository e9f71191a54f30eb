package org.wgan4j.report.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Schedule;

/**
 * The length of each run of a comparison: generator steps, real images or seconds. Immutable.
 *
 * @param by the unit
 * @param amount in that unit, above 0 and at most 1e9
 */
public record Budget(CostScale by, double amount) {
    /** More steps than any run makes in its time. */
    private static final long ENDLESS = 1_000_000_000;

    private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?(?:e[0-9]+)?)(s|m|h)?");
    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "m", 60.0, "h", 3600.0);

    /** Checks the amount. */
    public Budget {
        if (!(amount > 0) || amount > ENDLESS) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "A budget is above 0 and at most %d, found %s: give one such as 10m or 500.",
                    ENDLESS,
                    amount));
        }
    }

    /** Reads a time such as {@code 10m}, or a number of generator steps such as {@code 500}. */
    public static Budget parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads {@code 10m}, {@code 90s}, {@code 1h}, or a plain number.
     *
     * @throws ActionableException if it is neither, or a time where {@code by} is another unit
     *
     * @param by the unit of a plain number; without it generator steps
     */
    public static Budget parse(String text, Optional<CostScale> by) {
        Matcher parts = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "'%s' is no budget: give a time such as 10m or 90s, or a number of steps or images such as 500.",
                    text));
        }
        double number = Double.parseDouble(parts.group(1));
        String unit = parts.group(2);
        if (unit == null) {
            return new Budget(by.orElse(CostScale.STEPS), number);
        }
        if (by.isPresent() && by.get() != CostScale.SECONDS) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The budget %s is a time, but %s are to be counted: give one of the two.",
                    text,
                    by.get().label()));
        }
        return new Budget(CostScale.SECONDS, number * SECONDS.getOrDefault(unit, 1.0));
    }

    /** A budget in the same unit with a share of the amount. */
    public Budget times(double share) {
        return new Budget(by, amount * share);
    }

    /** Generator steps of a run of the recipe; 1e9 where time is counted. */
    public long steps(Recipe recipe) {
        return switch (by) {
            case SECONDS -> ENDLESS;
            case STEPS -> (long) Math.ceil(amount);
            case IMAGES -> (long) Math.ceil(amount / imagesPerStep(recipe));
        };
    }

    /** Real images that one generator step uses. */
    static double imagesPerStep(Recipe recipe) {
        int batch = recipe.objective().schedule() == Schedule.SPLIT ? recipe.batchSize() / 2 : recipe.batchSize();
        return (double) batch * recipe.objective().criticSteps();
    }

    /** Such as {@code 600 seconds of training}. */
    public String label() {
        return by.amount(amount);
    }
}

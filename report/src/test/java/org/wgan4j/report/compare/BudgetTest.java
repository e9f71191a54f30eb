package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipes;

class BudgetTest {
    @ParameterizedTest
    @CsvSource({"10m,600", "90s,90", "1h,3600", "0.5m,30"})
    void aTimeIsReadInSeconds(String text, double seconds) {
        assertThat(Budget.parse(text, Optional.empty())).isEqualTo(new Budget(CostScale.SECONDS, seconds));
        assertThat(Budget.parse(text, Optional.of(CostScale.SECONDS)))
                .isEqualTo(new Budget(CostScale.SECONDS, seconds));
    }

    @Test
    void aPlainNumberCountsWhatIsSaid() {
        assertThat(Budget.parse("500", Optional.empty())).isEqualTo(new Budget(CostScale.STEPS, 500));
        assertThat(Budget.parse("1e6", Optional.of(CostScale.IMAGES))).isEqualTo(new Budget(CostScale.IMAGES, 1e6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "-5", "5 m", "0", "1e12", "m", "1d"})
    void whatIsNoBudgetIsRefused(String text) {
        assertThatThrownBy(() -> Budget.parse(text, Optional.empty()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("budget");
    }

    @Test
    void aTimeIsNoNumberOfSteps() {
        assertThatThrownBy(() -> Budget.parse("10m", Optional.of(CostScale.STEPS)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("give one of the two");
    }

    @Test
    void equalImagesAreFewerStepsWhereAStepTakesMore() {
        Budget budget = new Budget(CostScale.IMAGES, 128_000);
        assertThat(budget.steps(Recipes.load("gan", List.of()))).isEqualTo(500);
        assertThat(budget.steps(Recipes.load("wgan-gp", List.of()))).isEqualTo(100);
        // The split schedule shows half a batch of real images at a time.
        assertThat(budget.steps(Recipes.load("digit-wgan", List.of())))
                .isEqualTo((long) Math.ceil(128_000.0 / (32 * 5)));
    }
}

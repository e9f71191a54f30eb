package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.recipe.setting.RecipeException;

/** There is no way to a recipe that holds a value outside its range: constructors, changes in code, YAML and overrides refuse it alike. */
class InvalidRecipeTest {
    private static final Recipe VALID = Recipe.wganGp();

    /** The settings with a range of numbers; -1 is outside all of them. */
    static List<SettingHelp> ranges() {
        return Recipes.settings().stream()
                .filter(setting -> !setting.range().isEmpty())
                .toList();
    }

    private static String sentence(SettingHelp setting) {
        String found = setting.key().equals("data.digits") ? "[-1]" : "-1";
        return setting.key() + " is " + found + ", but must be " + setting.type() + " " + setting.range();
    }

    private static Object minusOne(Class<?> type) {
        if (type == List.class) {
            return List.of(-1);
        }
        return type == double.class ? (Object) (-1.0) : (Object) (-1);
    }

    private static RecordComponent component(Record record, String name) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Record group(String name) {
        return (Record) invoke(() -> component(VALID, name).getAccessor().invoke(VALID));
    }

    /** The record made by its constructor, with one component replaced. */
    private static Record built(Record record, String name, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name)
                        ? value
                        : invoke(() -> component.getAccessor().invoke(record)))
                .toArray();
        Constructor<?> constructor = record.getClass().getConstructors()[0];
        return (Record) invoke(() -> constructor.newInstance(values));
    }

    /** The record changed by the method that is called as its setting. */
    private static Record changed(Record record, String name, Object value) {
        RecordComponent component = component(record, name);
        return (Record) invoke(
                () -> record.getClass().getMethod(name, component.getType()).invoke(record, value));
    }

    private static Recipe changedGroup(String group, UnaryOperator<Record> change) {
        return (Recipe)
                invoke(() -> Recipe.class.getMethod(group, UnaryOperator.class).invoke(VALID, change));
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    /** What a reflective call gives or throws. */
    private static Object invoke(Call call) {
        try {
            return call.run();
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theConstructorsRefuseIt(SettingHelp setting) {
        int dot = setting.key().indexOf('.');
        String name = setting.key().substring(dot + 1);
        assertThatThrownBy(() -> {
                    if (dot < 0) {
                        built(VALID, name, minusOne(component(VALID, name).getType()));
                        return;
                    }
                    Record group = group(setting.key().substring(0, dot));
                    Record wrong =
                            built(group, name, minusOne(component(group, name).getType()));
                    built(VALID, setting.key().substring(0, dot), wrong);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence(setting));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void changesInCodeRefuseIt(SettingHelp setting) {
        int dot = setting.key().indexOf('.');
        String name = setting.key().substring(dot + 1);
        if (dot < 0) {
            assertThatThrownBy(() ->
                            changed(VALID, name, minusOne(component(VALID, name).getType())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence(setting));
            return;
        }
        String group = setting.key().substring(0, dot);
        Object value = minusOne(component(group(group), name).getType());
        List<UnaryOperator<Record>> changes =
                List.of(before -> changed(before, name, value), before -> built(before, name, value));
        for (UnaryOperator<Record> change : changes) {
            assertThatThrownBy(() -> changedGroup(group, change))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence(setting));
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void yamlAndOverridesRefuseIt(SettingHelp setting) {
        assertThatThrownBy(() -> Recipes.load("quick", List.of(setting.key() + "=-1")))
                .isInstanceOf(RecipeException.class)
                .hasMessage("override " + setting.key() + "=-1: " + sentence(setting));
        int dot = setting.key().indexOf('.');
        String yaml = dot < 0
                ? setting.key() + ": -1"
                : setting.key().substring(0, dot) + ": {" + setting.key().substring(dot + 1) + ": -1}";
        assertThatThrownBy(() -> Recipes.parse(yaml, "mine.yaml", List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("mine.yaml, line 1, column ")
                .hasMessageEndingWith(": " + sentence(setting));
    }

    @Test
    void mostSettingsHaveARange() {
        assertThat(ranges()).hasSizeGreaterThan(30);
        assertThatCode(() -> built(VALID, "batchSize", 8)).doesNotThrowAnyException();
    }

    @Test
    void aGroupThatIsOutOfRangeIsRefusedByTheRecipeThatWouldHoldIt() {
        AveragingSettings averaging = new AveragingSettings(-1);
        assertThatThrownBy(() -> built(VALID, "averaging", averaging))
                .hasMessage("averaging.halfLifeSteps is -1, but must be a whole number from 0 to 1000000000");
        ObjectiveSettings objective = new ObjectiveSettings(
                "wgan-gp",
                Double.NaN,
                0.01,
                ClippedTensors.ALL,
                1,
                Schedule.ALTERNATING,
                GeneratorMode.BATCH_STATISTICS,
                Map.of());
        assertThatThrownBy(() -> built(VALID, "objective", objective))
                .hasMessage("objective.penalty is NaN, but must be a number above 0 and at most 1000000");
    }

    @Test
    void textsThatNoFileCouldHoldAreRefusedByTheConstructorToo() {
        assertThatThrownBy(() -> built(VALID, "data", built(VALID.data(), "images", "a\nb")))
                .hasMessageStartingWith("data.images is ")
                .hasMessageEndingWith("but must be a text without control characters");
        assertThatThrownBy(() -> built(VALID, "network", built(VALID.network(), "critic", "My Net")))
                .hasMessageStartingWith("network.critic is \"My Net\", but must be one of ");
        assertThatThrownBy(() -> built(
                        VALID,
                        "network",
                        built(built(VALID.network(), "critic", "mine"), "options", Map.of("width", Double.NaN))))
                .hasMessageStartingWith("network.options is NaN, but must be a group of numbers");
    }

    @Test
    void gridsTooLargeForAnIntAreRefusedWithTheirNumberOfImages() {
        assertThatThrownBy(() -> built(built(VALID.samples(), "rows", 50), "columns", 1 << 30))
                .hasMessage(
                        "rows is 50, but with 1073741824 columns that is 53687091200 images a grid: use at most 2500");
    }
}

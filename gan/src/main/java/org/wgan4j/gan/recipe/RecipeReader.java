package org.wgan4j.gan.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.SettingException;
import org.wgan4j.gan.recipe.yaml.SettingsReader;
import org.wgan4j.gan.recipe.yaml.SettingsSource;

/** Merges sources of settings, later ones over earlier ones, and makes the recipe. */
final class RecipeReader {
    /** The reader of the settings of recipes. */
    static final SettingsReader SETTINGS = new SettingsReader(Declarations.of(Recipe.class));

    private static final SettingsSource DEFAULTS = SETTINGS.readDefaults();
    private static final String OBJECTIVE = "objective.name";
    private static final String EPOCHS = "epochs";
    private static final String STEPS = "steps";

    private final Map<String, SettingsSource.Value> merged = new LinkedHashMap<>();

    private RecipeReader() {}

    /** Declared defaults, then those of the objective that is finally chosen, then the given sources; later ones win. */
    static Recipe read(List<SettingsSource> given) {
        RecipeReader reader = new RecipeReader();
        reader.merge(DEFAULTS);
        given.forEach(reader::merge);
        String name = (String) reader.value(OBJECTIVE).value();
        ObjectiveDescription.installed().find(name).ifPresent(reader::mergeDefaultsOf);
        given.forEach(reader::merge);
        return reader.make("", Recipe.class);
    }

    /** Declared defaults, then those of an objective that need not be on the class path. */
    static Recipe read(ObjectiveDescription objective) {
        RecipeReader reader = new RecipeReader();
        reader.merge(DEFAULTS);
        reader.merge(SETTINGS.readResolved("objective: {name: " + objective.name() + "}", "the name of an objective"));
        reader.mergeDefaultsOf(objective);
        return reader.make("", Recipe.class);
    }

    private void mergeDefaultsOf(ObjectiveDescription objective) {
        merge(defaultsOf(objective));
    }

    /** The settings that an objective prefers, as its paper gives them. */
    static SettingsSource defaultsOf(ObjectiveDescription objective) {
        return SETTINGS.readDocument(objective.defaults(), "the defaults of " + objective.name());
    }

    /** A source that names only {@code epochs} also decides that the length is not given in steps. */
    private void merge(SettingsSource source) {
        Map<String, SettingsSource.Value> values = source.values();
        SettingsSource.Value epochs = values.get(EPOCHS);
        if (epochs != null && !values.containsKey(STEPS)) {
            merged.put(STEPS, new SettingsSource.Value(0, epochs.location()));
        }
        merged.putAll(values);
    }

    private SettingsSource.Value value(String key) {
        return Objects.requireNonNull(merged.get(key), key);
    }

    private <R> R make(String prefix, Class<R> record) {
        try {
            return Declarations.make(record, component -> {
                String key = prefix + component.getName();
                Class<?> type = component.getType();
                return type.isRecord() ? make(key + ".", type) : value(key).value();
            });
        } catch (SettingException wrong) {
            throw value(prefix + wrong.setting()).location().refuse(prefix + wrong.sentence());
        }
    }
}

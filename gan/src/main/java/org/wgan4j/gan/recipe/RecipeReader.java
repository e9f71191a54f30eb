package org.wgan4j.gan.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays the layers over each other, defaults first, and makes the recipe of what is then on top. */
final class RecipeReader {
    private static final SettingsSource DEFAULTS = SettingsSource.ofDefaults();
    private static final String OBJECTIVE = "objective.name";
    private static final String EPOCHS = "epochs";
    private static final String STEPS = "steps";

    private final Map<String, SettingsSource.Entry> top = new LinkedHashMap<>();

    private RecipeReader() {}

    /** Declared defaults, then those of the objective that is finally chosen, then the given layers; later ones win. */
    static Recipe read(List<SettingsSource> given) {
        RecipeReader reader = new RecipeReader();
        reader.lay(DEFAULTS);
        given.forEach(reader::lay);
        String name = (String) reader.entry(OBJECTIVE).value();
        ObjectiveDescription.installed().find(name).ifPresent(reader::layDefaultsOf);
        given.forEach(reader::lay);
        return reader.make("", Recipe.class);
    }

    /** Declared defaults, then those of an objective that need not be on the class path. */
    static Recipe read(ObjectiveDescription objective) {
        RecipeReader reader = new RecipeReader();
        reader.lay(DEFAULTS);
        reader.lay(
                SettingsSource.ofResolved("objective: {name: " + objective.name() + "}", "the name of an objective"));
        reader.layDefaultsOf(objective);
        return reader.make("", Recipe.class);
    }

    private void layDefaultsOf(ObjectiveDescription objective) {
        lay(defaultsOf(objective));
    }

    /** The settings that an objective prefers, as its paper gives them. */
    static SettingsSource defaultsOf(ObjectiveDescription objective) {
        return SettingsSource.ofDocument(objective.defaults(), "the defaults of " + objective.name());
    }

    /** A layer that names only {@code epochs} also decides that the length is not given in steps. */
    private void lay(SettingsSource layer) {
        Map<String, SettingsSource.Entry> entries = layer.entries();
        SettingsSource.Entry epochs = entries.get(EPOCHS);
        if (epochs != null && !entries.containsKey(STEPS)) {
            top.put(STEPS, new SettingsSource.Entry(0, epochs.place()));
        }
        top.putAll(entries);
    }

    private SettingsSource.Entry entry(String key) {
        return Objects.requireNonNull(top.get(key), key);
    }

    private <R> R make(String prefix, Class<R> record) {
        try {
            return Declarations.make(record, component -> {
                String key = prefix + component.getName();
                Class<?> type = component.getType();
                return type.isRecord() ? make(key + ".", type) : entry(key).value();
            });
        } catch (SettingException wrong) {
            throw entry(prefix + wrong.setting()).place().refuse(prefix + wrong.sentence());
        }
    }
}

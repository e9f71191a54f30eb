package org.wgan4j.gan.recipe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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
        ObjectiveName objective = (ObjectiveName) reader.entry(OBJECTIVE).value();
        reader.lay(BuiltIn.objectiveDefaults(objective));
        given.forEach(reader::lay);
        return (Recipe) reader.make("", Recipe.class);
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

    private Object make(String prefix, Class<?> record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = prefix + component.getName();
            boolean group = component.getType().isRecord();
            values.add(group ? make(key + ".", component.getType()) : entry(key).value());
        }
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return record.getConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof SettingException wrong) {
                throw entry(prefix + wrong.setting()).place().refuse(prefix + wrong.sentence());
            }
            throw new IllegalStateException(record + " cannot be made", failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(record + " cannot be made", failure);
        }
    }
}

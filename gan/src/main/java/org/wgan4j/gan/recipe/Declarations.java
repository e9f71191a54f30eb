package org.wgan4j.gan.recipe;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All settings of a recipe by dotted key, read once from the records. */
final class Declarations {
    private static final Map<Class<?>, List<Declaration>> BY_RECORD = new LinkedHashMap<>();
    private static final Map<String, Declaration> BY_KEY = new LinkedHashMap<>();

    static {
        collect("", Recipe.class);
    }

    private Declarations() {}

    private static void collect(String prefix, Class<?> record) {
        List<Declaration> own = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(key + ".", component.getType());
            } else {
                own.add(Declaration.of(component.getName(), component));
                BY_KEY.put(key, Declaration.of(key, component));
            }
        }
        BY_RECORD.put(record, own);
    }

    /** Every setting in the order of the records, by its dotted key. */
    static Map<String, Declaration> byKey() {
        return Collections.unmodifiableMap(BY_KEY);
    }

    /** The values of a recipe, by dotted key and in the same order. */
    static Map<String, Object> valuesOf(Recipe recipe) {
        Map<String, Object> values = new LinkedHashMap<>();
        collectValues("", recipe, values);
        return values;
    }

    private static void collectValues(String prefix, Record group, Map<String, Object> values) {
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            String key = prefix + component.getName();
            try {
                Object value = Objects.requireNonNull(component.getAccessor().invoke(group), key);
                if (value instanceof Record inner) {
                    collectValues(key + ".", inner, values);
                } else {
                    values.put(key, value);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(key + " cannot be read", impossible);
            }
        }
    }

    /** Refuses nulls and values out of range; the values come in the order of the record's components. */
    static void check(Class<? extends Record> record, Object... values) {
        Map<String, Object> byName = new LinkedHashMap<>();
        RecordComponent[] components = record.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            byName.put(components[i].getName(), Objects.requireNonNull(values[i], components[i].getName()));
        }
        for (Declaration declaration : Objects.requireNonNull(BY_RECORD.get(record))) {
            declaration.check(Objects.requireNonNull(byName.get(declaration.key())));
        }
    }
}

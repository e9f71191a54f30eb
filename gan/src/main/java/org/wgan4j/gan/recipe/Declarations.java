package org.wgan4j.gan.recipe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All settings of a recipe by dotted key, read once from the records, and records made of values that were checked against them. */
final class Declarations {
    private static final Map<Class<?>, Map<String, Declaration>> BY_RECORD = new LinkedHashMap<>();
    private static final Map<String, Declaration> BY_KEY = new LinkedHashMap<>();

    static {
        collect("", Recipe.class);
    }

    private Declarations() {}

    private static void collect(String prefix, Class<?> record) {
        Map<String, Declaration> own = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(key + ".", component.getType());
            } else {
                own.put(component.getName(), Declaration.of(component.getName(), component));
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
            Object value = valueOf(group, component);
            if (value instanceof Record inner) {
                collectValues(prefix + component.getName() + ".", inner, values);
            } else {
                values.put(prefix + component.getName(), value);
            }
        }
    }

    private static Object valueOf(Record group, RecordComponent component) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(group), component.getName());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component + " cannot be read", impossible);
        }
    }

    /**
     * Refuses values that the declarations of a record or of the groups in it forbid; for the record's constructor, which runs before it holds them.
     *
     * @param values of all components in their order
     */
    static void check(Class<? extends Record> record, Object... values) {
        RecordComponent[] components = record.getRecordComponents();
        if (values.length != components.length) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%s has %d components, found %d values", record, components.length, values.length));
        }
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            Object value = Objects.requireNonNull(values[i], name);
            if (value instanceof Record group) {
                checkGroup(name, group);
            } else {
                declaration(record, name).check(value);
            }
        }
    }

    private static void checkGroup(String name, Record group) {
        Object[] values = Arrays.stream(group.getClass().getRecordComponents())
                .map(component -> valueOf(group, component))
                .toArray();
        try {
            check(group.getClass(), values);
        } catch (SettingException refused) {
            throw refused.in(name);
        }
    }

    /** A record of the given values; refuses those that exclude each other. */
    static <R> R make(Class<R> record, Function<RecordComponent, Object> values) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            arguments.add(values.apply(component));
        }
        try {
            return record.getConstructor(types).newInstance(arguments.toArray());
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(record + " cannot be made", failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(record + " cannot be made", failure);
        }
    }

    /** The record with one setting changed; refuses a value that its declaration forbids. */
    static <R extends Record> R with(R record, String setting, Object value) {
        return with(record, Map.of(setting, value));
    }

    /** The record with some settings changed at once. */
    static <R extends Record> R with(R record, Map<String, Object> changes) {
        changes.forEach((setting, value) -> declaration(record.getClass(), setting).checkInstalled(value));
        return withUnchecked(record, changes);
    }

    /** The record with one setting changed, which may name what is not on the class path. */
    static <R extends Record> R withUnchecked(R record, String setting, Object value) {
        return withUnchecked(record, Map.of(setting, value));
    }

    private static <R extends Record> R withUnchecked(R record, Map<String, Object> changes) {
        changes.forEach((setting, value) -> declaration(record.getClass(), setting).check(value));
        return copy(record, changes);
    }

    /** The recipe with a changed group; what the change refuses is named with the group in front. */
    static <G extends Record> Recipe change(Recipe recipe, String group, G settings, UnaryOperator<G> change) {
        G changed;
        try {
            changed = change.apply(settings);
        } catch (SettingException refused) {
            throw refused.in(group);
        }
        return copy(recipe, Map.of(group, changed));
    }

    private static <R extends Record> R copy(R record, Map<String, Object> changes) {
        @SuppressWarnings("unchecked") // the class of a record of type R, which is final
        Class<R> type = (Class<R>) record.getClass();
        return make(type, component -> {
            Object changed = changes.get(component.getName());
            return changed == null ? valueOf(record, component) : changed;
        });
    }

    private static Declaration declaration(Class<?> record, String setting) {
        return Objects.requireNonNull(
                Objects.requireNonNull(BY_RECORD.get(record)).get(setting), setting);
    }
}

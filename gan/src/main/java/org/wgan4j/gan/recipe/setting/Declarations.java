package org.wgan4j.gan.recipe.setting;

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

/**
 * The settings that the components of records declare, and the reading, checking and changing of such records.
 *
 * <p>A component is a setting with a {@link Setting} annotation, or a group: a record of settings. Safe for use by several threads.
 */
public final class Declarations {
    private static final ClassValue<Map<String, Declaration>> BY_COMPONENT = new ClassValue<>() {
        @Override
        protected Map<String, Declaration> computeValue(Class<?> record) {
            Map<String, Declaration> declared = new LinkedHashMap<>();
            for (RecordComponent component : record.getRecordComponents()) {
                if (!component.getType().isRecord()) {
                    declared.put(component.getName(), Declaration.of(component.getName(), component));
                }
            }
            return declared;
        }
    };

    private Declarations() {}

    /** Every setting of a record and of its groups, in the order of the components, by its dotted key. */
    public static Map<String, Declaration> of(Class<? extends Record> record) {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        collect("", record, declared);
        return Collections.unmodifiableMap(declared);
    }

    private static void collect(String prefix, Class<?> record, Map<String, Declaration> declared) {
        for (RecordComponent component : record.getRecordComponents()) {
            String key = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(key + ".", component.getType(), declared);
            } else {
                declared.put(key, Declaration.of(key, component));
            }
        }
    }

    /** The values of a record and of its groups, by dotted key and in the same order. */
    public static Map<String, Object> valuesOf(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        collectValues("", record, values);
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
     * Refuses values that the declarations of a record or of its groups forbid. To be called in the record's constructor, before it holds them.
     *
     * @param values of all components in their order
     * @throws SettingException with the dotted key of the first value that is forbidden
     */
    public static void check(Class<? extends Record> record, Object... values) {
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
    public static <R> R make(Class<R> record, Function<RecordComponent, Object> values) {
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
    public static <R extends Record> R with(R record, String setting, Object value) {
        return with(record, Map.of(setting, value));
    }

    /** The record with some settings changed at once. */
    public static <R extends Record> R with(R record, Map<String, Object> changes) {
        changes.forEach(
                (setting, value) -> declaration(record.getClass(), setting).checkInstalled(value));
        return withUnchecked(record, changes);
    }

    /** The record with one setting changed, which may name what is not on the class path. */
    public static <R extends Record> R withUnchecked(R record, String setting, Object value) {
        return withUnchecked(record, Map.of(setting, value));
    }

    private static <R extends Record> R withUnchecked(R record, Map<String, Object> changes) {
        changes.forEach(
                (setting, value) -> declaration(record.getClass(), setting).check(value));
        return copy(record, changes);
    }

    /** The record with a changed group; what the change refuses is named with the group in front. */
    public static <R extends Record, G extends Record> R change(
            R record, String group, G settings, UnaryOperator<G> change) {
        G changed;
        try {
            changed = change.apply(settings);
        } catch (SettingException refused) {
            throw refused.in(group);
        }
        return copy(record, Map.of(group, changed));
    }

    private static <R extends Record> R copy(R record, Map<String, Object> changes) {
        @SuppressWarnings("unchecked") // the class of a record of type R, which is final
        Class<R> type = (Class<R>) record.getClass();
        return make(type, component -> {
            Object changed = changes.get(component.getName());
            return changed == null ? valueOf(record, component) : changed;
        });
    }

    private static Declaration declaration(Class<? extends Record> record, String setting) {
        return Objects.requireNonNull(BY_COMPONENT.get(record).get(setting), setting);
    }
}

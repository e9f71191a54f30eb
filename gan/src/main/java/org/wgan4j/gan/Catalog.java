package org.wgan4j.gan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/**
 * A registry of entries of one type by their names, in a fixed order. Immutable and safe for use by several threads.
 *
 * @param <T> the type of the entries
 */
public final class Catalog<T extends Named> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final ClassValue<Catalog<Named>> INSTALLED = new ClassValue<>() {
        @Override
        protected Catalog<Named> computeValue(Class<?> service) {
            return load(service);
        }
    };

    private final Map<String, T> byName;

    private Catalog(Map<String, T> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * A catalog of the given entries.
     *
     * @throws ActionableException if a name has other characters than {@link Named#name} allows, or two entries have the same one
     */
    public static <T extends Named> Catalog<T> of(List<? extends T> entries) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T entry : entries) {
            if (!isName(entry.name())) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "%s is called '%s', but a name has lower-case letters, digits and hyphens, such as wgan-gp: rename it.",
                        entry.getClass().getName(),
                        entry.name()));
            }
            T other = byName.putIfAbsent(entry.name(), entry);
            if (other != null) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "Both %s and %s are called %s: remove or rename one of them.",
                        other.getClass().getName(),
                        entry.getClass().getName(),
                        entry.name()));
            }
        }
        return new Catalog<>(byName);
    }

    /** Whether a text can be a name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * The entries of one type on the class path or module path: the providers that {@link ServiceLoader} finds with the class loader of this
     * library, looked up once for each service.
     *
     * @throws ActionableException if a provider cannot be loaded, or two have the same name
     */
    @SuppressWarnings("unchecked") // every entry is of the service's type
    public static <T extends Named> Catalog<T> installed(Class<T> service) {
        return (Catalog<T>) INSTALLED.get(service);
    }

    private static Catalog<Named> load(Class<?> service) {
        List<Named> found = new ArrayList<>();
        try {
            ServiceLoader.load(service, Catalog.class.getClassLoader()).forEach(entry -> found.add((Named) entry));
        } catch (ServiceConfigurationError broken) {
            throw new ActionableException(
                    String.format(
                            Locale.ROOT,
                            "A provider on the class path cannot be loaded: %s. Remove or repair its jar.",
                            broken.getMessage()),
                    broken);
        }
        return of(found);
    }

    /**
     * These entries and one more.
     *
     * @throws ActionableException if its name is taken or cannot be a name
     */
    public Catalog<T> with(T another) {
        List<T> all = new ArrayList<>(byName.values());
        all.add(another);
        return of(all);
    }

    /** The entry of that name, if there is one. */
    public Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All entries in order. */
    public List<T> entries() {
        return List.copyOf(byName.values());
    }
}

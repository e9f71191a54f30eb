package org.wgan4j.gan.recipe.yaml;

import java.util.Map;

/**
 * The settings that one source names, a document or an override, by dotted key in the order in which it names them. Immutable and safe for use by
 * several threads.
 */
public record SettingsSource(Map<String, Value> values) {
    /** A value of the declared type, and where it was written. */
    public record Value(Object value, SourceLocation location) {}
}

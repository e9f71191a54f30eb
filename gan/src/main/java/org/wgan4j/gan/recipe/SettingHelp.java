package org.wgan4j.gan.recipe;

/**
 * The documentation of a setting. Immutable and safe for use by several threads.
 *
 * @param key dotted, as in YAML and overrides
 * @param type in words
 * @param defaultValue as YAML; where objectives differ, one for each: {@code gan 2e-4, wgan 5e-5, wgan-gp 1e-4}
 * @param range the numbers allowed in words, empty where the type says it all
 * @param help what the setting is
 */
public record SettingHelp(String key, String type, String defaultValue, String range, String help) {}

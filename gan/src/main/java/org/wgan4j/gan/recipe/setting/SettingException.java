package org.wgan4j.gan.recipe.setting;

import java.util.Locale;

/** Thrown for a value that a record of settings cannot take; readers of recipes add its location. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String sentence;

    /** The component of the record, the value found, and a clause that says what is allowed instead. */
    public SettingException(String setting, Object value, String reason) {
        this(sentence(setting, SettingType.write(value), reason), setting);
    }

    private SettingException(String sentence, String setting) {
        super(sentence);
        this.sentence = sentence;
        this.setting = setting;
    }

    /** For a value that could not be read: it is shown as it was found. */
    public static SettingException unread(String setting, String found, String reason) {
        return new SettingException(sentence(setting, found, reason), setting);
    }

    private static String sentence(String setting, String found, String reason) {
        return String.format(Locale.ROOT, "%s is %s, but %s", setting, found, reason);
    }

    /** The component's name, with its group in front where the record of groups found the fault. */
    public String setting() {
        return setting;
    }

    /** The same refusal with the group of the setting in front. */
    SettingException in(String group) {
        SettingException named = new SettingException(group + "." + sentence, group + "." + setting);
        named.initCause(this);
        return named;
    }

    /** The whole message, starting with the setting's name. */
    public String sentence() {
        return sentence;
    }
}

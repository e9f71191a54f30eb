package org.wgan4j.gan.recipe;

import java.util.Locale;

/** A value that a record of settings cannot take; the reader of recipes adds where it stands. */
final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String reason;

    /** The component of the record, the value found, and what is allowed instead. */
    SettingException(String setting, Object value, String reason) {
        super(String.format(Locale.ROOT, "%s = %s: %s", setting, SettingType.write(value), reason));
        this.setting = setting;
        this.reason = reason;
    }

    /** The component's name, with its group in front where the record of groups found the fault. */
    String setting() {
        return setting;
    }

    /** What is allowed instead. */
    String reason() {
        return reason;
    }
}

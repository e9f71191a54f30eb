package org.wgan4j.gan.recipe.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.wgan4j.gan.Named;

/**
 * The declaration of a setting: with the name and type of the annotated record component, it serves the YAML reader,
 * overrides, the list of settings, the resolved recipe, the checks of changes in code, and the error messages.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** The default, as one would write it in YAML. */
    String value();

    /** What the setting is, with its unit, in a sentence without a full stop. */
    String help();

    /** The service whose providers' names the setting takes; {@link Named} itself for a setting that is no such name. */
    Class<? extends Named> named() default Named.class;

    /** The numbers allowed, as an interval: {@code [0, 1)} holds 0 and not 1; empty for any. */
    String range() default "";
}

package org.wgan4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers, file names and words are the same in every language of the machine: no code of any module asks for its locale. */
class LocaleTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wgan4j");

    private static final String CONSTRUCTOR = "<init>";

    /** By class, what takes the locale of the machine unless one is given. */
    private static final Map<String, Set<String>> LOCAL = Map.ofEntries(
            Map.entry("java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase")),
            Map.entry("java.io.PrintStream", Set.of("format", "printf")),
            Map.entry("java.io.PrintWriter", Set.of("format", "printf")),
            Map.entry("java.io.Console", Set.of("format", "printf", "readLine")),
            Map.entry("java.util.Formatter", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.Scanner", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.DecimalFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.SimpleDateFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.MessageFormat", Set.of(CONSTRUCTOR, "format")),
            Map.entry("java.text.DecimalFormatSymbols", Set.of(CONSTRUCTOR, "getInstance")),
            Map.entry(
                    "java.text.NumberFormat",
                    Set.of("getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance")),
            Map.entry("java.time.format.DateTimeFormatter", Set.of("ofPattern", "ofLocalizedDateTime")));

    private static final Set<String> GIVE_A_LOCALE = Set.of("java.util.Locale", "java.text.DecimalFormatSymbols");

    @Test
    void noCodeAsksForTheLocaleOfTheMachine() {
        assertThat(CLASSES).hasSizeGreaterThan(500);
        assertThat(CLASSES.stream().flatMap(LocaleTest::asking)).isEmpty();
    }

    private static Stream<String> asking(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access instanceof JavaCodeUnitAccess<?> call && asks(call.getTarget()))
                .map(access -> access.getDescription());
    }

    private static boolean asks(CodeUnitAccessTarget target) {
        Set<String> local = LOCAL.getOrDefault(target.getOwner().getName(), Set.of());
        boolean given = target.getRawParameterTypes().stream()
                .anyMatch(parameter -> GIVE_A_LOCALE.contains(parameter.getName()));
        return local.contains(target.getName()) && !given;
    }
}

package org.wgan4j.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md lists every package of the published modules and the program, and what each may use of the others. */
class ArchitectureTest {
    private static final String ROOT = "org.wgan4j.";

    /** A row of the tables of packages: the package, what it holds, what it uses. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]*) \\|$", Pattern.MULTILINE);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wgan4j");

    private static final Map<String, List<String>> DOCUMENTED = documented();

    /** A class that uses a class of another package of the project. */
    private record Use(String from, String to, String words) {}

    private static final List<Use> USES = uses();

    private static List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Use use = new Use(
                        shortName(type),
                        shortName(dependency.getTargetClass().getBaseComponentType()),
                        dependency.getDescription());
                if (!use.to.isEmpty() && !use.to.equals(use.from)) {
                    uses.add(use);
                }
            }
        }
        return uses;
    }

    private static Map<String, List<String>> documented() {
        try {
            Map<String, List<String>> packages = new TreeMap<>();
            Matcher row = ROW.matcher(Files.readString(Path.of("../ARCHITECTURE.md")));
            while (row.find()) {
                List<String> used = List.of(row.group(2).replace("`", "").split(",\\s*"));
                packages.put(row.group(1), used);
            }
            return packages;
        } catch (IOException e) {
            throw new IllegalStateException("ARCHITECTURE.md cannot be read", e);
        }
    }

    private static String shortName(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    @Test
    void everyPackageIsListed() {
        TreeSet<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(shortName(type)));
        assertThat(DOCUMENTED.keySet()).containsExactlyElementsOf(found);
    }

    @Test
    void packagesUseOnlyWhatIsListed() {
        assertThat(USES.stream().filter(use -> !allowed(use.from, use.to))).isEmpty();
    }

    @Test
    void whatIsListedIsUsed() {
        List<String> unused = new ArrayList<>();
        DOCUMENTED.forEach((from, patterns) -> patterns.stream()
                .filter(pattern -> !pattern.equals("nothing"))
                .filter(pattern -> USES.stream().noneMatch(use -> use.from.equals(from) && matches(pattern, use.to)))
                .forEach(pattern -> unused.add(from + " -> " + pattern)));
        assertThat(unused).isEmpty();
    }

    private static boolean allowed(String from, String to) {
        return DOCUMENTED.getOrDefault(from, List.of()).stream().anyMatch(pattern -> matches(pattern, to));
    }

    /** A package by its name, or with all packages below it where {@code .*} follows. */
    private static boolean matches(String pattern, String name) {
        return pattern.endsWith(".*")
                ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        SlicesRuleDefinition.slices()
                .matching("org.wgan4j.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyPackagesThatComputeKnowLibtorch() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.gan.convolution..",
                        "org.wgan4j.gan.network..",
                        "org.wgan4j.gan.objective..",
                        "org.wgan4j.gan.optimizer..",
                        "org.wgan4j.gan.audit..",
                        "org.wgan4j.gan.study..",
                        "org.wgan4j.gan.classifier..",
                        "org.wgan4j.gan.checkpoint..",
                        "org.wgan4j.gan.evaluation..",
                        "org.wgan4j.gan.inference..",
                        "org.wgan4j.gan.tuning..",
                        "org.wgan4j.gan.benchmark..",
                        "org.wgan4j.gan.training..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void memoryScopesAreOpenedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wgan4j.gan.torch..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PointerScope.class)
                .check(CLASSES);
    }

    @Test
    void svgIsWrittenInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wgan4j.report.figure.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.batik..")
                .check(CLASSES);
    }
}

package org.wgan4j.gan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of this module go one way, as ARCHITECTURE.md draws them. */
class RoomsTest {
    private static final String ROOT = "org.wgan4j.gan.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wgan4j.gan");

    /** What each room may know of the others. */
    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("format", List.of()),
            Map.entry("picture", List.of()),
            Map.entry("data", List.of("format")),
            Map.entry("metric", List.of("data")),
            Map.entry("recipe", List.of("data")),
            Map.entry("run", List.of("recipe", "format")),
            Map.entry("torch", List.of("recipe")),
            Map.entry("kernel", List.of("torch")),
            Map.entry("network", List.of("kernel", "torch", "data", "recipe")),
            Map.entry("objective", List.of("network", "torch")),
            Map.entry("optimizer", List.of("torch", "recipe")),
            Map.entry("audit", List.of("network", "torch", "data")),
            Map.entry("study", List.of("audit", "objective", "optimizer", "network", "torch", "recipe")),
            Map.entry(
                    "classifier",
                    List.of("optimizer", "network", "kernel", "torch", "recipe", "metric", "data", "format")),
            Map.entry("judge", List.of("classifier", "metric", "torch", "data")),
            Map.entry(
                    "training",
                    List.of(
                            "judge",
                            "objective",
                            "optimizer",
                            "audit",
                            "network",
                            "kernel",
                            "torch",
                            "run",
                            "recipe",
                            "metric",
                            "data",
                            "format"))));

    @Test
    void eachRoomKnowsOnlyTheRoomsThatItMay() {
        MAY_KNOW.forEach((room, known) -> {
            String[] forbidden = MAY_KNOW.keySet().stream()
                    .filter(other -> !other.equals(room) && !known.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .check(CLASSES);
            }
        });
    }

    @Test
    void thereAreNoCyclesBetweenRooms() {
        SlicesRuleDefinition.slices()
                .matching("org.wgan4j.gan.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyTheRoomsThatComputeKnowLibtorch() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "format..",
                        ROOT + "picture..",
                        ROOT + "data..",
                        ROOT + "metric..",
                        ROOT + "recipe..",
                        ROOT + "run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorToLibtorchOpensMemoryScopes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "torch..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PointerScope.class)
                .check(CLASSES);
    }
}

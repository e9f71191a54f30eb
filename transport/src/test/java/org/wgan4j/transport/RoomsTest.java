package org.wgan4j.transport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nouns know no solver, the rooms of solvers know only the nouns, and {@code solver} alone knows them all. */
class RoomsTest {
    private static final String NOUNS = "org.wgan4j.transport";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(NOUNS);

    @Test
    void theNounsKnowNoSolver() {
        noClasses()
                .that()
                .resideInAPackage(NOUNS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(NOUNS + ".*..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "entropic", "cheap"})
    void aRoomOfSolversKnowsOnlyTheNouns(String room) {
        classes()
                .that()
                .resideInAPackage(NOUNS + "." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", NOUNS, NOUNS + "." + room + "..")
                .check(CLASSES);
    }

    @Test
    void divergencesKnowGaussiansBesidesTheNouns() {
        classes()
                .that()
                .resideInAPackage(NOUNS + ".divergence..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", NOUNS, NOUNS + ".cheap..", NOUNS + ".divergence..")
                .check(CLASSES);
    }

    @Test
    void nothingFromOutsideIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", NOUNS + "..")
                .check(CLASSES);
    }
}

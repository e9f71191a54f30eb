package org.wgan4j.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The program's rooms look at runs from outside: figures know numbers, reports know run directories, nobody knows tensors. */
class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wgan4j.app");

    @Test
    void figuresKnowNeitherRunsNorTrainingNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.figure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.gan.run..",
                        "org.wgan4j.gan.training..",
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.app.report..",
                        "org.wgan4j.app.retrieval..",
                        "org.wgan4j.app.gallery..",
                        "org.wgan4j.app.audit..",
                        "org.wgan4j.app.cli..")
                .check(CLASSES);
    }

    @Test
    void drawingsKnowNoPlotsAndPlotsKnowNoTransport() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.figure.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.app.figure.plot..", "org.wgan4j.app.figure.earth..", "org.wgan4j.transport..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.figure.plot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wgan4j.app.figure.earth..", "org.wgan4j.transport..")
                .check(CLASSES);
    }

    @Test
    void svgIsWrittenInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wgan4j.app.figure.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.batik..")
                .check(CLASSES);
    }

    @Test
    void theGalleryKnowsTransportStudiesOfCriticsAndFiguresAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.gallery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.gan.run..",
                        "org.wgan4j.gan.training..",
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.app.report..",
                        "org.wgan4j.app.retrieval..",
                        "org.wgan4j.app.cli..")
                .check(CLASSES);
    }

    @Test
    void reportsReadRunDirectoriesAndNeverTrain() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.gan.training..",
                        "org.wgan4j.gan.network..",
                        "org.wgan4j.gan.objective..",
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.app.retrieval..",
                        "org.wgan4j.app.cli..")
                .check(CLASSES);
    }

    @Test
    void auditsAreDrawnFromTheirNumbersAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.gan.training..",
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.app.report..",
                        "org.wgan4j.app.retrieval..",
                        "org.wgan4j.app.gallery..",
                        "org.wgan4j.app.cli..")
                .check(CLASSES);
    }

    @Test
    void retrievalKnowsTransportAndPicturesAndNeitherRunsNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.wgan4j.app.retrieval..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wgan4j.gan.run..",
                        "org.wgan4j.gan.training..",
                        "org.wgan4j.gan.recipe..",
                        "org.wgan4j.gan.torch..",
                        "org.wgan4j.app.cli..")
                .check(CLASSES);
    }

    @Test
    void nobodyInTheProgramKnowsTensors() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..", "org.wgan4j.gan.network..", "org.wgan4j.gan.objective..")
                .check(CLASSES);
    }
}

package org.wgan4j.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The staged files keep the rules of Maven Central (<a href="https://central.sonatype.org/publish/requirements/">its requirements</a>); no
 * network is asked.
 */
class StagedReleaseIT {
    /** Tests run in the folder of the module. */
    private static final Path ROOT = Path.of("..");

    private static final Path STAGING = Path.of(Objects.requireNonNull(System.getProperty("wgan4j.staging")));
    private static final boolean SIGNED =
            !Objects.requireNonNull(System.getProperty("wgan4j.key")).isEmpty();

    /** One staged artifact: its folder, the common beginning of its files' names, and its POM. */
    private record Artifact(String id, Path folder, String prefix, Element pom) {
        Path file(String suffix) {
            return folder.resolve(prefix + suffix);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static Stream<Artifact> artifacts() throws Exception {
        Stream.Builder<Artifact> artifacts = Stream.builder();
        for (Path pom : files(".pom")) {
            String name = String.valueOf(pom.getFileName());
            Element project = xml(pom);
            artifacts.add(new Artifact(
                    text(project, "artifactId"),
                    Objects.requireNonNull(pom.getParent()),
                    name.substring(0, name.length() - ".pom".length()),
                    project));
        }
        return artifacts.build();
    }

    private static Stream<Artifact> libraries() throws Exception {
        return artifacts().filter(artifact -> !text(artifact.pom(), "packaging").equals("pom"));
    }

    @Test
    void theLibrariesAndTheirParentAreStagedAndTheProgramsAreNot() throws Exception {
        TreeSet<String> expected = new TreeSet<>(List.of("wgan4j"));
        NodeList modules = ((Element) xml(ROOT.resolve("pom.xml"))
                        .getElementsByTagName("modules")
                        .item(0))
                .getElementsByTagName("module");
        for (int i = 0; i < modules.getLength(); i++) {
            Element pom =
                    xml(ROOT.resolve(modules.item(i).getTextContent().strip()).resolve("pom.xml"));
            if (pom.getElementsByTagName("maven.deploy.skip").getLength() == 0) {
                expected.add(text(pom, "artifactId"));
            }
        }
        assertThat(artifacts().map(Artifact::id)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected)
                .contains("wgan4j-transport", "wgan4j-mnist", "wgan4j-gan")
                .doesNotContain("wgan4j-app", "wgan4j-bench");
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void thePomSaysWhatItIsWhoMadeItAndUnderWhichLicence(Artifact artifact) throws Exception {
        Element parent = xml(ROOT.resolve("pom.xml"));
        for (String own : List.of("artifactId", "name", "description")) {
            assertThat(text(artifact.pom(), own)).as(own).isNotBlank();
        }
        assertThat(text(artifact.pom(), "groupId") + text(artifact.pom(), "parent", "groupId"))
                .isEqualTo("org.wgan4j");
        assertThat(text(parent, "url")).isNotBlank();
        assertThat(text(parent, "licenses", "license", "name")).isEqualTo("Apache-2.0");
        assertThat(text(parent, "licenses", "license", "url")).startsWith("https://");
        assertThat(text(parent, "developers", "developer", "name")).isNotBlank();
        for (String part : List.of("connection", "developerConnection", "url")) {
            assertThat(text(parent, "scm", part)).as("scm " + part).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void thePomNamesNoOtherRepositoryAndNoFileOfThisMachine(Artifact artifact) {
        for (String forbidden : List.of("repositories", "pluginRepositories", "systemPath")) {
            assertThat(artifact.pom().getElementsByTagName(forbidden).getLength())
                    .as(forbidden)
                    .isZero();
        }
        NodeList versions = artifact.pom().getElementsByTagName("version");
        String own = text(artifact.pom(), "version") + text(artifact.pom(), "parent", "version");
        for (int i = 0; i < versions.getLength(); i++) {
            String version = versions.item(i).getTextContent().strip();
            assertThat(version.endsWith("-SNAPSHOT") && !own.contains(version))
                    .as(version)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryComesWithItsSourcesAndItsJavadoc(Artifact library) throws IOException {
        TreeSet<String> classes = entries(library.file(".jar"), ".class");
        TreeSet<String> sources = entries(library.file("-sources.jar"), ".java");
        assertThat(classes).isNotEmpty();
        for (String name : classes) {
            String source = name.replaceFirst("(\\$.*)?\\.class$", ".java");
            assertThat(sources).contains(source);
        }
        assertThat(entries(library.file("-javadoc.jar"), ".html"))
                .contains("index.html")
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryHasAModuleNameOfItsOwn(Artifact library) throws IOException {
        String expected = "org." + library.id().replace('-', '.');
        try (JarFile jar = new JarFile(library.file(".jar").toFile())) {
            if (jar.getEntry("module-info.class") != null) {
                try (InputStream in = jar.getInputStream(jar.getEntry("module-info.class"))) {
                    assertThat(ModuleDescriptor.read(in).name()).isEqualTo(expected);
                }
            } else {
                assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void everyFileHasItsChecksumsAndEverySignatureThatWasAskedForIsThere() throws Exception {
        List<Path> files = new ArrayList<>(files(".pom"));
        files.addAll(files(".jar"));
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            assertThat(Files.readString(beside(file, ".md5")).strip()).isEqualTo(digest("MD5", file));
            assertThat(Files.readString(beside(file, ".sha1")).strip()).isEqualTo(digest("SHA-1", file));
            if (SIGNED) {
                assertThat(Files.readString(beside(file, ".asc"))).startsWith("-----BEGIN PGP SIGNATURE-----");
            } else {
                assertThat(beside(file, ".asc")).doesNotExist();
            }
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(STAGING)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static TreeSet<String> entries(Path file, String suffix) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(suffix) && !name.endsWith("package-info.class"))
                    .forEach(names::add);
        }
        return names;
    }

    @SuppressWarnings("InsecureCryptoUsage") // Maven's repositories ask for these two
    private static String digest(String algorithm, Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    }

    private static Element xml(Path file) throws IOException, ParserConfigurationException, SAXException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        return document.getDocumentElement();
    }

    /** The text of a child, a grandchild ..., empty where there is none. */
    private static String text(Element element, String... path) {
        Element at = element;
        for (String name : path) {
            Element found = null;
            NodeList children = at.getChildNodes();
            for (int i = 0; i < children.getLength() && found == null; i++) {
                if (children.item(i) instanceof Element child
                        && child.getTagName().equals(name)) {
                    found = child;
                }
            }
            if (found == null) {
                return "";
            }
            at = found;
        }
        return at.getTextContent().strip();
    }
}

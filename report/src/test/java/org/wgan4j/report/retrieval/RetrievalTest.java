package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;

class RetrievalTest {
    @TempDir
    private Path root;

    private Path pictures = Path.of("");
    private Path query = Path.of("");
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger counted = new AtomicInteger();

    /** Hues further and further from red, which is the query. */
    @BeforeEach
    void drawHues() throws IOException {
        pictures = Files.createDirectory(root.resolve("pictures"));
        query = MadeUpPictures.plain(root.resolve("red.png"), 0xff0000);
        String[] names = {"e", "b", "d", "a", "c"};
        for (int i = 0; i < names.length; i++) {
            MadeUpPictures.plain(pictures.resolve(names[i] + ".png"), MadeUpPictures.hue((i + 1) / 12.0));
        }
    }

    private RetrievalAnswer find(int wanted, boolean recursive, boolean cached, int threads) {
        SignatureSettings settings = new SignatureSettings(ColourSpace.LAB, 8, 1 << 18);
        Optional<Path> caches = cached ? Optional.of(root.resolve("caches/colours")) : Optional.empty();
        return Retrieval.run(
                new RetrievalRequest(query, pictures, recursive, wanted, settings, caches, threads),
                new RetrievalListener() {
                    @Override
                    public void read(int done, int all) {
                        counted.incrementAndGet();
                    }

                    @Override
                    public void note(String message) {
                        notes.add(message);
                    }
                });
    }

    private static List<String> names(List<Match> matches) {
        return matches.stream().map(Match::name).toList();
    }

    private List<Path> cacheFiles() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("caches/colours"))) {
            return files.toList();
        }
    }

    @Test
    void picturesOfShiftedHueAreInTheOrderOfTheShift() {
        RetrievalAnswer answer = find(5, false, false, 2);

        assertThat(names(answer.byTransport()).subList(0, 3)).containsExactly("e.png", "b.png", "d.png");
        assertThat(answer.byTransport()).extracting(Match::distance).isSorted();
        assertThat(answer.byTransport()).allSatisfy(match -> {
            assertThat(match.lowerBound()).isCloseTo(match.distance(), within(1e-6));
            assertThat(match.chiSquare()).isIn(0.0, 1.0);
        });
        assertThat(counted).hasValue(5);
        assertThat(answer.largestGap()).isLessThan(1e-6);
        assertThat(answer.best().name()).isEqualTo("e.png");
        assertThat(answer.flow().distance()).isEqualTo(answer.best().distance());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkToTheFolderIsAsGoodAsTheFolder() throws IOException {
        RetrievalAnswer direct = find(5, true, false, 1);
        Path target = pictures;
        pictures = Files.createSymbolicLink(root.resolve("link"), Path.of("pictures"));
        RetrievalAnswer linked = find(5, true, false, 1);
        assertThat(names(linked.byTransport())).isEqualTo(names(direct.byTransport()));
        assertThat(linked.byTransport())
                .allSatisfy(match -> assertThat(match.file()).startsWith(pictures));

        Files.createSymbolicLink(target.resolve("again"), target);
        assertThat(find(5, true, false, 1).skipped())
                .containsExactly(new SkippedFile("again", "links to folders are not followed"));
        assertThat(find(5, false, false, 1).skipped()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkInARingIsRefused() throws IOException {
        pictures = Files.createSymbolicLink(root.resolve("ring"), Path.of("ring"));
        assertThatThrownBy(() -> find(1, true, false, 1))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is a link that leads to no folder");
    }

    @Test
    void aPictureThatIsCutShortIsNamedAndNotRanked() throws IOException {
        byte[] whole =
                Files.readAllBytes(MadeUpPictures.write(root.resolve("whole.jpg"), 64, 64, (x, y) -> x * y * 997));
        Files.write(pictures.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
        RetrievalAnswer answer = find(9, false, false, 2);
        assertThat(answer.byTransport()).hasSize(5);
        assertThat(answer.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.name()).isEqualTo("cut.jpg");
            assertThat(skipped.reason()).contains("cut short");
        });
    }

    @Test
    void theQueryMayBeInTheFolderAndIsFoundFirst() throws IOException {
        Path inside = Files.copy(query, pictures.resolve("z.png"));
        query = inside;
        MadeUpPictures.plain(pictures.resolve("same.png"), 0xff0000);

        RetrievalAnswer answer = find(3, false, false, 2);

        assertThat(names(answer.byTransport())).containsExactly("same.png", "z.png", "e.png");
        assertThat(answer.byTransport()).extracting(Match::isQuery).containsExactly(false, true, false);
        assertThat(answer.byTransport().get(1).distance()).isZero();
        assertThat(answer.showsQuery()).isTrue();
        assertThat(answer.best().name()).isEqualTo("same.png");
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() throws IOException {
        for (int i = 0; i < 40; i++) {
            MadeUpPictures.noise(pictures.resolve("noise" + i + ".png"), i);
        }
        query = MadeUpPictures.noise(root.resolve("query.png"), 99);
        RetrievalAnswer one = find(7, false, false, 1);
        RetrievalAnswer four = find(7, false, false, 4);

        assertThat(four.byTransport()).isEqualTo(one.byTransport());
        assertThat(four.byL2()).isEqualTo(one.byL2());
        assertThat(four.byChiSquare()).isEqualTo(one.byChiSquare());
        assertThat(four.solved()).isEqualTo(one.solved());
    }

    @Test
    void subfoldersAreSearchedIfThatIsWished() throws IOException {
        MadeUpPictures.plain(pictures.resolve("deep/er/red.png"), 0xff0000);

        assertThat(find(1, true, false, 2).byTransport().get(0).name()).isEqualTo("deep/er/red.png");
        assertThat(find(1, false, false, 2).byTransport().get(0).name()).isEqualTo("e.png");
    }

    @Test
    void theSecondRunReadsNoPicture() throws IOException {
        RetrievalAnswer first = find(5, false, true, 2);
        RetrievalAnswer second = find(5, false, true, 2);

        assertThat(first.known()).isZero();
        assertThat(second.known()).isEqualTo(5);
        assertThat(second.byTransport()).isEqualTo(first.byTransport());
        assertThat(cacheFiles()).hasSize(1);
        assertThat(names(first.byTransport())).hasSize(5);
        try (Stream<Path> files = Files.list(pictures)) {
            assertThat(files).hasSize(5);
        }
    }

    @Test
    void aChangedPictureIsReadAnewAndALostOneIsForgotten() throws IOException {
        find(5, false, true, 2);
        MadeUpPictures.write(pictures.resolve("a.png"), 50, 40, (x, y) -> 0xff0000 | x);
        Files.delete(pictures.resolve("b.png"));

        RetrievalAnswer answer = find(5, false, true, 2);

        assertThat(answer.known()).isEqualTo(3);
        assertThat(answer.pictures()).isEqualTo(4);
        assertThat(answer.byTransport().get(0).name()).isEqualTo("a.png");
        assertThat(find(5, false, true, 2).known()).isEqualTo(4);
    }

    @Test
    void aDamagedCacheIsRebuiltWithANote() throws IOException {
        RetrievalAnswer first = find(5, false, true, 2);
        Path cache = cacheFiles().get(0);
        byte[] bytes = Files.readAllBytes(cache);
        bytes[bytes.length / 2] ^= 1;
        Files.write(cache, bytes);

        RetrievalAnswer second = find(5, false, true, 2);

        assertThat(notes).singleElement().asString().contains("damaged", "rebuilt", cache.toString());
        assertThat(second.known()).isZero();
        assertThat(second.byTransport()).isEqualTo(first.byTransport());
        assertThat(find(5, false, true, 2).known()).isEqualTo(5);
    }

    @Test
    void aCacheThatCannotBeWrittenStopsNothing() throws IOException {
        Files.writeString(root.resolve("caches"), "in the way");

        assertThat(find(2, false, true, 2).byTransport()).hasSize(2);
        assertThat(notes).isNotEmpty().last().asString().contains("the cache was not written");
    }

    @Test
    void filesThatCannotBeReadAreNamedAndSkipped() throws IOException {
        Files.writeString(pictures.resolve("broken.jpg"), "text");
        Files.writeString(pictures.resolve("notes.txt"), "not meant as a picture");

        RetrievalAnswer answer = find(9, false, true, 2);

        assertThat(answer.pictures()).isEqualTo(5);
        assertThat(answer.byTransport()).hasSize(5);
        assertThat(answer.skipped()).extracting(SkippedFile::name).containsExactly("broken.jpg");
        assertThat(RetrievalPage.html(answer)).contains("broken.jpg: it is neither JPEG");
    }

    @Test
    void aFolderWithoutPicturesIsRefused() throws IOException {
        pictures = Files.createDirectory(root.resolve("empty"));
        assertThatThrownBy(() -> find(1, false, false, 1))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("holds no pictures");
        Files.writeString(pictures.resolve("broken.png"), "text");
        assertThatThrownBy(() -> find(1, false, false, 1))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("none of the 1 pictures")
                .hasMessageContaining("broken.png");
        pictures = root.resolve("nowhere");
        assertThatThrownBy(() -> find(1, false, false, 1)).hasMessageContaining("does not exist");
    }
}

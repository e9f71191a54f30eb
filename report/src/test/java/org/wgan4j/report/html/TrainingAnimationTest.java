package org.wgan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingAnimationTest {
    private record PlotCoordinates(int grey, int hundredths) {}

    @TempDir
    Path folder;

    private static List<PlotCoordinates> framesOf(MadeUpRun run) throws IOException {
        TrainingAnimation.write(run.directory());
        List<PlotCoordinates> frames = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(run.directory().animation().toFile())) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                int grey = reader.read(i).getRGB(0, 0) & 0xFF;
                frames.add(new PlotCoordinates(grey, Integer.parseInt(control.getAttribute("delayTime"))));
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    @Test
    void gridsOfEpochsAndStepsComeInTheOrderOfSteps() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "wgan-gp")
                .withSteps(30, 10)
                .withGrid("step-00000015", 15, 8)
                .withGrid("epoch-0003", 30, 8)
                .withGrid("step-00000005", 5, 8)
                .withGrid("epoch-0002", 20, 8)
                .withGrid("epoch-0001", 10, 8);

        assertThat(framesOf(run)).extracting(PlotCoordinates::grey).containsExactly(5, 10, 15, 20, 30);
    }

    @Test
    void epochsThatTheMetricsLackKeepTheirOrder() throws IOException {
        MadeUpRun untold = MadeUpRun.of(folder.resolve("untold"), "wgan-gp")
                .withGrid("epoch-0010", 10, 8)
                .withGrid("epoch-0009", 9, 8);
        MadeUpRun beyond = MadeUpRun.of(folder.resolve("beyond"), "wgan-gp")
                .withSteps(20, 10)
                .withGrid("epoch-0003", 30, 8)
                .withGrid("step-00000025", 25, 8);

        assertThat(framesOf(untold)).extracting(PlotCoordinates::grey).containsExactly(9, 10);
        assertThat(framesOf(beyond)).extracting(PlotCoordinates::grey).containsExactly(25, 30);
    }

    @Test
    void theLastFrameStandsLonger() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick");
        for (int step = 1; step <= 5; step++) {
            run.withGrid("step-0000000" + step, step, 8);
        }

        List<PlotCoordinates> frames = framesOf(run);

        assertThat(frames.get(4).hundredths()).isGreaterThan(3 * frames.get(3).hundredths());
        assertThat(frames.subList(0, 4)).extracting(PlotCoordinates::hundredths).containsOnly(50);
    }

    @Test
    void gridsOfAnotherSizeAndOtherFilesAreLeftOut() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick")
                .withGrid("step-00000001", 1, 16)
                .withGrid("step-00000002", 2, 8)
                .withGrid("mine", 7, 8)
                .withGrid("step-00000003", 3, 8);
        Files.writeString(run.directory().sample("step-00000004"), "no picture, though longer than a PNG header");
        Files.writeString(run.directory().sample("step-00000005"), "short");

        assertThat(framesOf(run)).extracting(PlotCoordinates::grey).containsExactly(2, 3);
    }

    @Test
    void manyGridsAreThinnedEvenly() {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick");
        int grids = TrainingAnimation.MOST_FRAMES + 11;
        for (int step = 1; step <= grids; step++) {
            run.withGrid("step-" + step, 0, 1);
        }

        List<SampleGrid> frames = TrainingAnimation.frames(run.directory());

        assertThat(frames).hasSize(TrainingAnimation.MOST_FRAMES).doesNotHaveDuplicates();
        assertThat(frames.get(0).step()).isEqualTo(1);
        assertThat(frames.get(frames.size() - 1).step()).isEqualTo(grids);
    }

    @Test
    void aRunWithoutGridsGetsNoAnimation() {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick").withSteps(3, 0);

        TrainingAnimation.write(run.directory());

        assertThat(run.directory().animation()).doesNotExist();
    }
}

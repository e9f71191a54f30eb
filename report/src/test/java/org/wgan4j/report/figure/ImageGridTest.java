package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.report.figure.draw.PngFile;

public class ImageGridTest {
    private static final ImageShape GREY = new ImageShape(1, 3, 2);
    private static final ImageShape COLOUR = new ImageShape(3, 3, 2);

    public static Images noise(ImageShape shape, int count, long seed) {
        byte[] pixels = new byte[count * shape.size()];
        new Random(seed).nextBytes(pixels);
        return Images.of(shape, pixels);
    }

    @Test
    void everyPixelOfEveryImageIsAnExactSquareAtItsPlace() {
        for (ImageShape shape : new ImageShape[] {GREY, COLOUR}) {
            Images images = noise(shape, 6, 1);
            ImageGrid grid = ImageGrid.of(2, 3).withScale(4).withGap(5).withTitle("Epoch: 7");
            BufferedImage page = grid.draw(images);
            for (int i = 0; i < 6; i++) {
                Rectangle cell = grid.cell(shape, i);
                for (int y = 0; y < cell.height; y++) {
                    for (int x = 0; x < cell.width; x++) {
                        for (int c = 0; c < shape.channels(); c++) {
                            assertThat(page.getRaster().getSample(cell.x + x, cell.y + y, c))
                                    .isEqualTo(images.pixel(i, c, y / 4, x / 4));
                        }
                    }
                }
            }
        }
    }

    @Test
    void cellsFillRowAfterRowWithTheGapBetweenThemAndEvenMarginsAround() {
        ImageGrid grid = ImageGrid.of(2, 3).withScale(4).withGap(5);
        BufferedImage page = grid.draw(noise(GREY, 6, 2));
        Rectangle first = grid.cell(GREY, 0);
        Rectangle last = grid.cell(GREY, 5);
        assertThat(grid.cell(GREY, 1)).isEqualTo(new Rectangle(first.x + 8 + 5, first.y, 8, 12));
        assertThat(grid.cell(GREY, 3)).isEqualTo(new Rectangle(first.x, first.y + 12 + 5, 8, 12));
        assertThat(page.getWidth() - last.x - last.width).isEqualTo(first.x);
        assertThat(page.getHeight() - last.y - last.height).isEqualTo(first.y);
    }

    @Test
    void whatIsNoImageIsPaperOfOneShade() {
        ImageGrid grid = ImageGrid.of(2, 2).withScale(2).withInk(Polarity.DARK_ON_LIGHT);
        BufferedImage page = grid.draw(noise(GREY, 3, 3));
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (!insideAny(grid, 3, x, y)) {
                    assertThat(page.getRaster().getSample(x, y, 0)).isEqualTo(255);
                }
            }
        }
    }

    private static boolean insideAny(ImageGrid grid, int count, int x, int y) {
        for (int i = 0; i < count; i++) {
            if (grid.cell(GREY, i).contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void darkOnLightShowsEveryValueAs255MinusItself() {
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }
        Images images = Images.of(new ImageShape(1, 16, 16), ramp);
        ImageGrid grid = ImageGrid.of(1, 1).withScale(1).withInk(Polarity.DARK_ON_LIGHT);
        BufferedImage page = grid.draw(images);
        Rectangle cell = grid.cell(images.shape(), 0);
        for (int i = 0; i < 256; i++) {
            assertThat(page.getRaster().getSample(cell.x + i % 16, cell.y + i / 16, 0))
                    .isEqualTo(255 - i);
        }
    }

    @Test
    void theTitleIsInkAboveTheImagesAndMovesThemDown() {
        ImageGrid plain = ImageGrid.of(2, 2).withScale(20);
        ImageGrid titled = plain.withTitle("Epoch: 12");
        BufferedImage page = titled.draw(noise(GREY, 4, 4));
        Rectangle cell = titled.cell(GREY, 0);
        assertThat(cell.y).isGreaterThan(plain.cell(GREY, 0).y);
        int paper = page.getRaster().getSample(0, 0, 0);
        long inked = 0;
        for (int y = 0; y < cell.y; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                inked += page.getRaster().getSample(x, y, 0) == paper ? 0 : 1;
            }
        }
        assertThat(inked).isPositive();
    }

    @Test
    void pagesOfOneGridAreEquallyLargeWhateverTheTitleSays() {
        Images images = noise(GREY, 1, 5);
        BufferedImage one = ImageGrid.of(1, 1).withTitle("Epoch: 1").draw(images);
        BufferedImage many = ImageGrid.of(1, 1)
                .withTitle("Epoch: 1000000, and a long tale about it that cannot fit")
                .draw(images);
        assertThat(many.getWidth()).isEqualTo(one.getWidth());
        assertThat(many.getHeight()).isEqualTo(one.getHeight());
    }

    @Test
    void theNearestSquareHoldsAllImages() {
        for (int count = 1; count < 200; count++) {
            ImageGrid grid = ImageGrid.holding(count);
            assertThat(grid.rows() * grid.columns()).isGreaterThanOrEqualTo(count);
            assertThat((grid.rows() - 1) * grid.columns()).isLessThan(count);
            assertThat(grid.columns() - grid.rows()).isBetween(0, 1);
        }
    }

    @Test
    void moreImagesThanCellsAreRefusedWithBothCounts() {
        assertThatThrownBy(() -> ImageGrid.of(2, 2).draw(noise(GREY, 5, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 images")
                .hasMessageContaining("2 rows of 2");
    }

    @Test
    void imagesOfTwoChannelsAreRefused() {
        assertThatThrownBy(() -> ImageGrid.of(1, 1).draw(noise(new ImageShape(2, 2, 2), 1, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 2");
    }

    @Test
    void aPageTooLargeToDrawIsRefusedBeforeItIsMade() {
        assertThatThrownBy(() -> ImageGrid.of(100, 100).withScale(64).draw(noise(GREY, 1, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16384");
    }

    @Test
    void aStripIsOneRowOfAllImages() {
        Images images = noise(GREY, 7, 9);
        BufferedImage strip = ImageGrid.strip(images.count(), Polarity.LIGHT_ON_DARK)
                .withScale(2)
                .withGap(1)
                .draw(images);
        BufferedImage row = ImageGrid.of(1, 7).withScale(2).withGap(1).draw(images);
        assertThat(PngFile.bytes(strip)).isEqualTo(PngFile.bytes(row));
    }
}

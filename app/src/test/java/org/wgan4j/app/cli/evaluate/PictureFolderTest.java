package org.wgan4j.app.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;

class PictureFolderTest {
    private static final ImageShape GREY = new ImageShape(1, 4, 5);

    @TempDir
    Path folder;

    /** A ramp of the greys 13 i, so that a wrong gamma or order shows. */
    private static byte[] ramp() {
        byte[] pixels = new byte[GREY.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (13 * i);
        }
        return pixels;
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(GREY.width(), GREY.height(), type);
        byte[] ramp = ramp();
        for (int i = 0; i < ramp.length; i++) {
            int grey = ramp[i] & 0xff;
            int x = i % GREY.width();
            int y = i / GREY.width();
            switch (type) {
                case BufferedImage.TYPE_BYTE_GRAY -> picture.getRaster().setSample(x, y, 0, grey);
                case BufferedImage.TYPE_USHORT_GRAY -> picture.getRaster().setSample(x, y, 0, 257 * grey);
                default -> picture.setRGB(x, y, 0xff000000 | grey << 16 | grey << 8 | grey);
            }
        }
        return picture;
    }

    private void write(String name, BufferedImage picture) throws IOException {
        assertThat(ImageIO.write(picture, "png", folder.resolve(name).toFile())).isTrue();
    }

    @Test
    void greyPicturesAreTheSameHoweverTheyAreStored() throws IOException {
        int[] types = {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB
        };
        for (int i = 0; i < types.length; i++) {
            write(i + ".png", picture(types[i]));
        }
        Images read = PictureFolder.read(folder, Polarity.LIGHT_ON_DARK);
        assertThat(read.count()).isEqualTo(types.length);
        for (int i = 0; i < types.length; i++) {
            assertThat(read.slice(i, i + 1)).as("type %d", types[i]).isEqualTo(Images.of(GREY, ramp()));
        }
    }

    @Test
    void blackAndWhiteOfOneBitIsGreyToo() throws IOException {
        BufferedImage picture = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_BINARY);
        picture.setRGB(3, 2, 0xffffffff);
        write("a.png", picture);
        Images read = PictureFolder.read(folder, Polarity.LIGHT_ON_DARK);
        byte[] expected = new byte[GREY.size()];
        expected[2 * 5 + 3] = (byte) 255;
        assertThat(read).isEqualTo(Images.of(GREY, expected));
    }

    @Test
    void darkInkIsTurnedRound() throws IOException {
        write("a.png", picture(BufferedImage.TYPE_BYTE_GRAY));
        byte[] turned = ramp();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (255 - (turned[i] & 0xff));
        }
        assertThat(PictureFolder.read(folder, Polarity.DARK_ON_LIGHT)).isEqualTo(Images.of(GREY, turned));
    }

    @Test
    void onePixelOfColourMakesThreeChannels() throws IOException {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 0, 0x102030);
        write("a.png", picture(BufferedImage.TYPE_BYTE_GRAY));
        write("b.png", picture);
        Images read = PictureFolder.read(folder, Polarity.LIGHT_ON_DARK);
        assertThat(read.shape()).isEqualTo(new ImageShape(3, 4, 5));
        for (int channel = 0; channel < 3; channel++) {
            assertThat(read.pixel(0, channel, 0, 1)).isEqualTo(13);
            assertThat(read.pixel(1, channel, 0, 1)).isEqualTo(16 * (channel + 1));
            assertThat(read.pixel(1, channel, 3, 4)).isEqualTo(19 * 13);
        }
    }

    @Test
    void picturesComeInTheOrderOfTheirNamesAndOtherFilesDoNot() throws IOException {
        for (int i : new int[] {2, 0, 1}) {
            BufferedImage picture = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setSample(0, 0, 0, i);
            write("picture-" + i + (i == 1 ? ".PNG" : ".png"), picture);
        }
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Images read = PictureFolder.read(folder, Polarity.LIGHT_ON_DARK);
        assertThat(read.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(read.pixel(i, 0, 0, 0)).isEqualTo(i);
        }
    }

    /** What a Mac leaves beside each file on a foreign disk. */
    @Test
    void hiddenFilesAreNoPicturesAndWhatElseLiesThereIsSaid() throws IOException {
        write("0001.png", picture(BufferedImage.TYPE_BYTE_GRAY));
        Files.write(folder.resolve("._0001.png"), new byte[] {0, 5, 22, 7});
        assertThat(PictureFolder.read(folder, Polarity.LIGHT_ON_DARK).count()).isEqualTo(1);
        assertThat(PictureFolder.leftOut(folder)).isEmpty();
        Files.createDirectory(folder.resolve("more"));
        Files.createDirectory(folder.resolve("more.png"));
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        assertThat(PictureFolder.read(folder, Polarity.LIGHT_ON_DARK).count()).isEqualTo(1);
        assertThat(PictureFolder.leftOut(folder)).isEqualTo("2 folders and 1 file that is no picture");
    }

    @Test
    void jpegPicturesBesideOthersAreReadToo() throws IOException {
        write("a.png", picture(BufferedImage.TYPE_BYTE_GRAY));
        for (String name : new String[] {"b.jpg", "c.JPEG"}) {
            assertThat(ImageIO.write(
                            picture(BufferedImage.TYPE_BYTE_GRAY),
                            "jpg",
                            folder.resolve(name).toFile()))
                    .isTrue();
        }
        Images read = PictureFolder.read(folder, Polarity.LIGHT_ON_DARK);
        assertThat(read.count()).isEqualTo(3);
        assertThat(read.shape()).isEqualTo(GREY);
        assertThat(read.pixel(1, 0, 2, 2)).isBetween(13 * 12 - 20, 13 * 12 + 20);
    }

    @Test
    void picturesOfAllFormatsAreReadAndWhatIsLeftOutIsSaid() throws IOException {
        for (String ending : List.of("png", "bmp", "tif", "jpg", "gif")) {
            assertThat(ImageIO.write(
                            picture(BufferedImage.TYPE_INT_RGB),
                            ending,
                            folder.resolve("a." + ending).toFile()))
                    .isTrue();
        }
        Files.write(folder.resolve("._a.png"), new byte[] {0, 5, 22, 7});
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Files.createDirectory(folder.resolve("more"));
        assertThat(PictureFolder.read(folder, Polarity.LIGHT_ON_DARK).count()).isEqualTo(5);
        assertThat(PictureFolder.leftOut(folder)).isEqualTo("1 folder and 1 file that is no picture");
    }

    @Test
    void whatIsTransparentLiesOnThePaper() throws IOException {
        BufferedImage clear = new BufferedImage(5, 4, BufferedImage.TYPE_INT_ARGB);
        write("a.png", clear);
        for (Polarity ink : List.of(Polarity.LIGHT_ON_DARK, Polarity.DARK_ON_LIGHT)) {
            assertThat(PictureFolder.read(folder, ink)).isEqualTo(Images.of(GREY, new byte[GREY.size()]));
        }
    }

    @Test
    void noPictureADamagedOneOrAnotherSizeIsRefusedByName() throws IOException {
        refused("holds no pictures");
        write("a.png", picture(BufferedImage.TYPE_BYTE_GRAY));
        byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
        for (int length : new int[] {0, 3, 20, whole.length / 2}) {
            Files.write(folder.resolve("b.png"), Arrays.copyOf(whole, length));
            refused("b.png");
        }
        Files.delete(folder.resolve("b.png"));
        write("c.png", new BufferedImage(7, 3, BufferedImage.TYPE_BYTE_GRAY));
        refused("c.png has 7 by 3 pixels, but a.png before it 5 by 4");
    }

    private void refused(String words) {
        assertThatThrownBy(() -> PictureFolder.read(folder, Polarity.LIGHT_ON_DARK))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining(words)
                .hasMessageContaining(folder.getFileName().toString());
    }
}

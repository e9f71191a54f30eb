package org.wgan4j.app.cli.transport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpyFile;

/** Files for the tests of {@code transport}, written into a folder; every method returns the path as an argument. */
public record TransportFiles(Path folder) {
    public String values(String name, double... values) {
        return array(name, new NpyArray.Float64(new int[] {values.length}, values));
    }

    public String points(String name, double[]... points) {
        double[] flat = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
        return array(name, new NpyArray.Float64(new int[] {points.length, points[0].length}, flat));
    }

    String array(String name, NpyArray array) {
        Path file = folder.resolve(name);
        NpyFile.write(file, array);
        return file.toString();
    }

    public String text(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A picture whose pixels are greys from 0 to 255. */
    public String picture(String name, int type, int[]... greys) {
        BufferedImage image = new BufferedImage(greys[0].length, greys.length, type);
        for (int row = 0; row < greys.length; row++) {
            for (int column = 0; column < greys[row].length; column++) {
                int grey = greys[row][column];
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(column, row, 0, grey);
                } else if (type == BufferedImage.TYPE_USHORT_GRAY) {
                    image.getRaster().setSample(column, row, 0, 257 * grey);
                } else {
                    image.setRGB(column, row, new Color(grey, grey, grey).getRGB());
                }
            }
        }
        return image(name, image);
    }

    public String image(String name, BufferedImage image) {
        Path file = folder.resolve(name);
        try {
            String format = name.substring(name.lastIndexOf('.') + 1);
            if (!ImageIO.write(image, format, file.toFile())) {
                throw new IllegalArgumentException("no writer for " + name);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toString();
    }

    /** Points of the unit square. */
    static double[][] cloud(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[count][2];
        for (double[] point : points) {
            point[0] = random.nextDouble();
            point[1] = random.nextDouble();
        }
        return points;
    }

    static double[][] moved(double[][] points, double right, double up) {
        return Arrays.stream(points)
                .map(point -> new double[] {point[0] + right, point[1] + up})
                .toArray(double[][]::new);
    }
}

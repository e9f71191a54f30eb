package org.wgan4j.gan.classifier;

import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/** Data augmentation: images in [-1, 1], each shifted by up to two pixels in both directions, with black at the edges. */
record ShiftedImages(Dataset data, RandomStream random) {
    private static final int FARTHEST = 2;
    private static final float BLACK = -1;

    /** The images with these indices, {@code [n, channels, height, width]}. */
    Tensor batch(int[] indices) {
        int channels = data.shape().channels();
        int height = data.shape().height();
        int width = data.shape().width();
        float[] pixels = data.scaled(indices);
        float[] shifted = new float[pixels.length];
        float[] draws = Tensors.toArray(random.uniform(Compute.CPU, indices.length, 2));
        for (int i = 0; i < indices.length; i++) {
            int down = shift(draws[2 * i]);
            int right = shift(draws[2 * i + 1]);
            for (int row = 0; row < channels * height; row++) {
                int y = row % height - down;
                int from = (i * channels * height + row - down) * width;
                int to = (i * channels * height + row) * width;
                for (int x = 0; x < width; x++) {
                    boolean inside = y >= 0 && y < height && x - right >= 0 && x - right < width;
                    shifted[to + x] = inside ? pixels[from + x - right] : BLACK;
                }
            }
        }
        return Tensors.of(shifted, indices.length, channels, height, width);
    }

    private static int shift(float draw) {
        return (int) (draw * (2 * FARTHEST + 1)) - FARTHEST;
    }
}

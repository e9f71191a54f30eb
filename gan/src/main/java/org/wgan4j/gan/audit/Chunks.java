package org.wgan4j.gan.audit;

import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.torch.NativeScope;

/** Applies a function to many images in chunks, so that memory stays that of a training step. */
final class Chunks {
    private Chunks() {}

    /**
     * The concatenated results of the function for parts of a batch.
     *
     * @param chunk the most images in a part; parts have nearly equal sizes, since batch statistics need several images
     */
    static float[] map(Tensor images, int chunk, Function<Tensor, float[]> function) {
        int n = Math.toIntExact(images.size(0));
        int parts = (n + chunk - 1) / chunk;
        float[][] results = new float[parts][];
        int length = 0;
        for (int p = 0; p < parts; p++) {
            long from = (long) n * p / parts;
            long to = (long) n * (p + 1) / parts;
            results[p] = NativeScope.get(() -> function.apply(images.narrow(0, from, to - from)));
            length += results[p].length;
        }
        float[] all = new float[length];
        int at = 0;
        for (float[] part : results) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}

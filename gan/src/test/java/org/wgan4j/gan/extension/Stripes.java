package org.wgan4j.gan.extension;

import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.NamedDataset;

/** A data set of one's own: stripes of 8 by 8 pixels. */
public final class Stripes implements NamedDataset {
    @Override
    public String name() {
        return "stripes";
    }

    @Override
    public String summary() {
        return "64 images of stripes, 8 by 8 pixels.";
    }

    @Override
    public Dataset load() {
        byte[] pixels = new byte[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((i % 8 + i / 64) % 2 * 255);
        }
        return Dataset.of(name(), Images.of(new ImageShape(1, 8, 8), pixels));
    }
}

package org.wgan4j.gan.data;

import java.util.Objects;

/** Samples that a function reads when they are needed. */
record ReadSamples(ImageShape shape, int count, Reader reader) implements SampleArray {
    ReadSamples {
        if (count < 0) {
            throw new IllegalArgumentException("the number of samples is at least 0, found " + count);
        }
    }

    @Override
    public void copyScaled(int i, float[] target, int offset) {
        Objects.checkFromIndexSize(offset, shape.size(), target.length);
        reader.read(Objects.checkIndex(i, count), target, offset);
    }

    /** Count and shape: {@code 60000 samples of 1x28x28}. */
    @Override
    public String toString() {
        return count + " samples of " + shape;
    }
}

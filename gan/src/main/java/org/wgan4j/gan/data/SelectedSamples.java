package org.wgan4j.gan.data;

import java.util.Objects;
import java.util.stream.IntStream;

/** A view of selected samples of a larger set. */
final class SelectedSamples implements SampleArray {
    private final SampleArray all;
    private final int[] indices;

    SelectedSamples(SampleArray all, int[] indices) {
        this.all = all;
        this.indices = indices.clone();
        for (int index : this.indices) {
            Objects.checkIndex(index, all.count());
        }
    }

    @Override
    public ImageShape shape() {
        return all.shape();
    }

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public void copyScaled(int i, float[] target, int offset) {
        all.copyScaled(indices[i], target, offset);
    }

    @Override
    public void copyScaled(int[] chosen, float[] target) {
        all.copyScaled(IntStream.of(chosen).map(i -> indices[i]).toArray(), target);
    }

    @Override
    public SampleArray select(int[] chosen) {
        return new SelectedSamples(
                all, IntStream.of(chosen).map(i -> indices[i]).toArray());
    }

    /** Count and shape: {@code 60000 samples of 1x28x28}. */
    @Override
    public String toString() {
        return indices.length + " samples of " + shape();
    }
}

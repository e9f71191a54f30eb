package org.wgan4j.gan.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.metric.sample.Sample;

/**
 * The confusion matrix of a classifier on labelled images.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param confusion counts of images {@code [true class][predicted class]}
 */
public record ClassifierAccuracy(List<List<Integer>> confusion) {
    /** Copies the lists. */
    public ClassifierAccuracy {
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /**
     * Classifies the images.
     *
     * @throws ActionableException if the images have no labels from 0 to 9 or another shape than the classifier knows
     */
    public static ClassifierAccuracy of(DigitClassifier classifier, Dataset data) {
        int classes = classifier.classCount();
        if (data.classHistogram().lastKey() >= classes) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The classifier knows the labels 0 to 9, but %s has the label %d",
                    data.name(),
                    data.classHistogram().lastKey()));
        }
        Sample described = classifier.describe(data.images());
        int[][] confusion = new int[classes][classes];
        described.classes().ifPresent(rows -> {
            for (int i = 0; i < data.size(); i++) {
                confusion[data.label(i)][rows.likeliest(i)]++;
            }
        });
        return new ClassifierAccuracy(Arrays.stream(confusion)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
    }

    /** The number of images. */
    public int images() {
        return confusion.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The number of images that were classified correctly. */
    public int correct() {
        int correct = 0;
        for (int c = 0; c < confusion.size(); c++) {
            correct += confusion.get(c).get(c);
        }
        return correct;
    }

    /** The accuracy, in [0, 1]. */
    public double share() {
        return (double) correct() / images();
    }
}

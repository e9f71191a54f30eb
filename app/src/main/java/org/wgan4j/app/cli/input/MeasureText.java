package org.wgan4j.app.cli.input;

import java.util.stream.Collectors;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;

/** The description of a measure in one line, since samples and histograms are easily confused. Safe for use by several threads. */
public final class MeasureText {
    private MeasureText() {}

    /** Such as "samples: 2000 points of 2 coordinates, equal masses". */
    public static String of(Measure measure) {
        String masses = masses(measure);
        if (measure instanceof Samples) {
            return "samples: " + counted(measure.size(), "point") + " of " + counted(measure.dimension(), "coordinate")
                    + ", " + masses;
        }
        if (measure instanceof Histogram histogram) {
            String where = histogram.dimension() == 1 ? " on a line, " : " on a grid, ";
            return "histogram: " + size(histogram) + (histogram.size() == 1 ? " cell" : " cells") + where + masses;
        }
        return "masses: " + counted(measure.size(), "point") + " at the places of the cost matrix, " + masses;
    }

    /** The axes of a grid: "28 x 28". */
    public static String size(Histogram histogram) {
        return histogram.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    private static String masses(Measure measure) {
        double total = measure.totalMass();
        String sum = total == 1 ? "" : " that sum to " + Numeral.of(total);
        for (int point = 1; point < measure.size(); point++) {
            if (measure.mass(point) != measure.mass(0)) {
                return "given masses" + sum;
            }
        }
        return "equal masses" + sum;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

package org.wgan4j.report.audit;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.audit.Pairing;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.StackedImages;
import org.wgan4j.report.html.EvenSubset;

/** The figure of an optimal plan between generated and real images: pairs from the nearest to the farthest, and mass by class. */
final class PairingFigure {
    private static final int BANDS = 4;
    private static final int COLUMNS = 20;
    private static final int GAP = 4;
    private static final int COMFORTABLE_WIDTH = 1200;

    private PairingFigure() {}

    /**
     * The figure in RGB: in each band the generated images are above the real ones that they are paired with, at even ranks of distance.
     *
     * @param generatedClasses a class for each generated image; without them, or without those of the real images, there is no map of classes
     */
    static BufferedImage draw(AuditReport report, Labels generatedClasses, Polarity ink) {
        List<BufferedImage> panels = new ArrayList<>(bands(report, ink));
        if (generatedClasses.known() && report.realClasses().known()) {
            double[][] mass = report.pairing().massByClass(generatedClasses, report.realClasses());
            panels.add(ClassMassHeatmap.of(mass, panels.get(0).getWidth()).pixels(1));
        }
        return StackedImages.stacked(panels);
    }

    private static List<BufferedImage> bands(AuditReport report, Polarity ink) {
        List<Pairing.Pair> chosen = EvenSubset.of(
                report.pairing().pairs().stream()
                        .sorted(Comparator.comparingDouble(Pairing.Pair::distance))
                        .toList(),
                BANDS * COLUMNS);
        int scale =
                Math.max(1, COMFORTABLE_WIDTH / COLUMNS / report.real().shape().width());
        List<BufferedImage> bands = new ArrayList<>();
        for (int from = 0; from < chosen.size(); from += COLUMNS) {
            List<Pairing.Pair> band = chosen.subList(from, Math.min(from + COLUMNS, chosen.size()));
            String range = String.format(
                    Locale.ROOT,
                    "generated above, real below: %s to %s apart",
                    AuditSentence.number(band.get(0).distance()),
                    AuditSentence.number(band.get(band.size() - 1).distance()));
            bands.add(new ImageGrid(2, Math.min(COLUMNS, chosen.size()), ink, range, scale, GAP)
                    .draw(stacked(report, band, Math.min(COLUMNS, chosen.size()))));
        }
        return bands;
    }

    /** Two rows of images: the generated ones of a band, padded with blank ones, and the real ones. */
    private static Images stacked(AuditReport report, List<Pairing.Pair> band, int columns) {
        Images blank =
                Images.of(report.real().shape(), new byte[report.real().shape().size()]);
        Images.Builder rows = new Images.Builder(report.real().shape(), columns + band.size());
        band.forEach(pair -> rows.add(report.generated(), pair.generated()));
        for (int k = band.size(); k < columns; k++) {
            rows.add(blank);
        }
        band.forEach(pair -> rows.add(report.real(), pair.real()));
        return rows.build();
    }
}

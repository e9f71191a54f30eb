package org.wgan4j.gan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.metric.classes.ClassScores;
import org.wgan4j.gan.metric.classes.StackedModes;
import org.wgan4j.gan.metric.features.FrechetDistance;
import org.wgan4j.gan.metric.features.KernelDistance;
import org.wgan4j.gan.metric.features.Manifolds;
import org.wgan4j.gan.metric.pixels.Memorisation;
import org.wgan4j.gan.metric.pixels.NearPair;
import org.wgan4j.gan.metric.pixels.PixelTransport;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.metric.statistics.SpearmanCorrelation;
import org.wgan4j.gan.metric.statistics.StudentT;
import tools.jackson.databind.JsonNode;

/** The same values as independent implementations; see {@code tools/check_metrics.py}. */
class AgreementWithPythonTest {
    private static final PythonReference PYTHON = new PythonReference();

    @Test
    void distancesOfFeaturesAgree() {
        Features generated = PYTHON.features("generated");
        Features reference = PYTHON.features("reference");
        agrees("frechet_distance", FrechetDistance.between(generated, reference, 1), 1e-9);
        agrees("kernel_distance", KernelDistance.between(generated, reference), 1e-9);
        Manifolds manifolds = Manifolds.between(generated, reference, Manifolds.NEIGHBOURS);
        agrees("precision", manifolds.precision(), 1e-12);
        agrees("recall", manifolds.recall(), 1e-12);
        agrees("density", manifolds.density(), 1e-12);
        agrees("coverage", manifolds.coverage(), 1e-12);
    }

    @Test
    void scoresOfClassesAgree() {
        ClassScores scores = ClassScores.of(PYTHON.classes("generated"), PYTHON.classes("reference"), 1);
        agrees("classifier_score", scores.classifierScore(), 1e-9);
        agrees("class_entropy", scores.entropy(), 1e-9);
        agrees("confident_share", scores.confidentShare(), 1e-12);
        agrees("classes_present", scores.classesPresent(), 1e-12);
        agrees("class_variation", scores.totalVariation(), 1e-12);
    }

    @Test
    void theJackknifeFromRowSumsEqualsTheOneByBruteForce() {
        double error = estimate(KernelDistance.between(PYTHON.features("generated"), PYTHON.features("reference")))
                .standardError();
        double expected =
                PYTHON.expected().at("/standard_errors/kernel_distance").asDouble();
        assertThat(error).isCloseTo(expected, within(1e-9 * expected));
    }

    /** Theirs is of 2000 draws and ours of 100, whose own standard error is 7 %. */
    @Test
    void bootstrapErrorsAgreeUpToTheirOwnChance() {
        ClassScores scores = ClassScores.of(PYTHON.classes("generated"), PYTHON.classes("reference"), 1);
        Map<String, Measurement> measurements = Map.of(
                "frechet_distance",
                FrechetDistance.between(PYTHON.features("generated"), PYTHON.features("reference"), 1),
                "classifier_score",
                scores.classifierScore(),
                "class_entropy",
                scores.entropy(),
                "confident_share",
                scores.confidentShare(),
                "class_variation",
                scores.totalVariation());
        measurements.forEach((key, measurement) -> {
            double expected = PYTHON.expected().at("/standard_errors/" + key).asDouble();
            assertThat(estimate(measurement).standardError()).as(key).isCloseTo(expected, within(0.28 * expected));
        });
    }

    @Test
    void stacksAgree() {
        StackedModes found = StackedModes.ofStacks(PYTHON.stacks(), PYTHON.certain("stacked_reference"), 1);
        JsonNode expected = PYTHON.expected().at("/stacked");
        assertThat(value(found.modes())).isEqualTo(expected.at("/stacked_modes").asDouble());
        assertThat(value(found.kl())).isCloseTo(expected.at("/stacked_kl").asDouble(), within(1e-12));
    }

    @Test
    void exactTransportAndNearestPairsOfPixelsAgree() {
        JsonNode expected = PYTHON.expected().at("/transport");
        for (int power = 1; power <= 2; power++) {
            Measurement found = PixelTransport.exact(PYTHON.images("generated"), PYTHON.images("reference"), power, 1);
            double theirs = expected.at("/w" + power + "_pixels").asDouble();
            assertThat(value(found)).isCloseTo(theirs, within(1e-9 * theirs));
        }
        List<NearPair> pairs = new ArrayList<>();
        expected.at("/closest")
                .forEach(pair -> pairs.add(new NearPair(
                        pair.at("/0").asInt(),
                        pair.at("/1").asInt(),
                        pair.at("/2").asDouble())));
        List<NearPair> found = Memorisation.of(
                        PYTHON.images("generated"), PYTHON.images("reference"), PYTHON.images("reference"), 1000, 1)
                .closest();
        assertThat(found).hasSameSizeAs(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(found.get(i).generated()).isEqualTo(pairs.get(i).generated());
            assertThat(found.get(i).training()).isEqualTo(pairs.get(i).training());
            assertThat(found.get(i).distance()).isCloseTo(pairs.get(i).distance(), within(1e-12));
        }
    }

    @Test
    void rankCorrelationWithTiesAgrees() {
        JsonNode given = PYTHON.expected().at("/spearman");
        Measurement found = SpearmanCorrelation.of(doubles(given.at("/x")), doubles(given.at("/y")));
        assertThat(value(found)).isCloseTo(given.at("/value").asDouble(), within(1e-12));
    }

    @Test
    void quantilesOfStudentAgree() {
        for (JsonNode point : PYTHON.expected().at("/student")) {
            double t =
                    StudentT.central(point.at("/0").asDouble(), point.at("/1").asInt());
            double expected = point.at("/2").asDouble();
            assertThat(t).as(point.toString()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    private static void agrees(String key, Measurement found, double relative) {
        JsonNode expected = PYTHON.expected().at("/values/" + key);
        assertThat(expected.isNumber()).as(key).isTrue();
        assertThat(value(found)).as(key).isCloseTo(expected.asDouble(), within(relative * expected.asDouble()));
    }
}

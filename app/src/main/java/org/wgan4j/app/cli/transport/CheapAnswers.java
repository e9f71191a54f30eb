package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.transport.TransportAnswer.Directions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.approximate.EnergyDistance;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.GaussianTransport;
import org.wgan4j.transport.approximate.SlicedDistance;
import org.wgan4j.transport.approximate.SlicedWasserstein;

/** Distances without a plan. */
final class CheapAnswers {
    private CheapAnswers() {}

    static TransportAnswer sliced(TransportQuestion question, int projections, long seed) {
        if (projections < 1) {
            throw new ActionableException("--projections must be 1 or more, not " + projections);
        }
        double power = question.cost().power();
        return timed("sliced", power, () -> {
            SlicedDistance distance =
                    SlicedWasserstein.between(question.source(), question.target(), power, projections, seed);
            @Nullable Double error = Double.isNaN(distance.standardError()) ? null : distance.standardError();
            return new Found(distance.cost(), distance.value(), new Directions(error, projections));
        });
    }

    static TransportAnswer gaussian(TransportQuestion question) {
        return timed("gaussian", 2, () -> {
            GaussianTransport transport =
                    GaussianTransport.between(Gaussian.fitted(question.source()), Gaussian.fitted(question.target()));
            return new Found(transport.cost(), transport.distance(), null);
        });
    }

    /** The V-statistic: the distance of the two empirical measures themselves, so that equal ones are at 0. */
    static TransportAnswer energy(TransportQuestion question) {
        return timed("energy", 2, () -> {
            EnergyDistance distance =
                    EnergyDistance.between(question.source(), question.target(), EnergyDistance.Statistic.V);
            return new Found(distance.squared(), distance.distance(), null);
        });
    }

    private record Found(
            double cost, double distance, @Nullable Directions directions) {}

    private static TransportAnswer timed(String solver, double power, Supplier<Found> solving) {
        long started = System.nanoTime();
        Found found = solving.get();
        Duration time = Duration.ofNanos(System.nanoTime() - started);
        return new TransportAnswer(
                solver, found.cost, found.distance, power, null, null, true, time, null, found.directions, null);
    }
}

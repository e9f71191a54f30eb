package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
        long started = System.nanoTime();
        double power = question.cost().power();
        SlicedDistance distance =
                SlicedWasserstein.between(question.source(), question.target(), power, projections, seed);
        OptionalDouble error = Double.isNaN(distance.standardError())
                ? OptionalDouble.empty()
                : OptionalDouble.of(distance.standardError());
        return new ApproximateAnswer(
                "sliced",
                distance.cost(),
                distance.value(),
                power,
                error,
                OptionalInt.of(projections),
                true,
                since(started));
    }

    static TransportAnswer gaussian(TransportQuestion question) {
        long started = System.nanoTime();
        GaussianTransport transport =
                GaussianTransport.between(Gaussian.fitted(question.source()), Gaussian.fitted(question.target()));
        return withoutDirections("gaussian", transport.cost(), transport.distance(), started);
    }

    /** The V-statistic: the distance of the two empirical measures themselves, so that equal ones are at 0. */
    static TransportAnswer energy(TransportQuestion question) {
        long started = System.nanoTime();
        EnergyDistance distance =
                EnergyDistance.between(question.source(), question.target(), EnergyDistance.Statistic.V);
        return withoutDirections("energy", distance.squared(), distance.distance(), started);
    }

    private static TransportAnswer withoutDirections(String solver, double cost, double distance, long started) {
        return new ApproximateAnswer(
                solver, cost, distance, 2, OptionalDouble.empty(), OptionalInt.empty(), true, since(started));
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

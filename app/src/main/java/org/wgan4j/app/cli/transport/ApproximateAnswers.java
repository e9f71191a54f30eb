package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.approximate.EnergyDistance;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.GaussianTransport;
import org.wgan4j.transport.approximate.SlicedDistance;
import org.wgan4j.transport.approximate.SlicedWasserstein;

/** Runs the solvers of distances without a plan. */
final class ApproximateAnswers {
    private ApproximateAnswers() {}

    /** The sliced Wasserstein distance from random directions; of those that the limits left time for, if there are any. */
    static TransportAnswer sliced(TransportQuestion question, int projections, long seed) {
        if (projections < 1) {
            throw new ActionableException("--projections must be 1 or more, not " + projections);
        }
        long started = System.nanoTime();
        double power = question.cost().power();
        SlicedDistance distance = SlicedWasserstein.between(
                question.source(), question.target(), power, projections, seed, question.limits());
        OptionalDouble error = Double.isNaN(distance.standardError())
                ? OptionalDouble.empty()
                : OptionalDouble.of(distance.standardError());
        return new ApproximateAnswer(
                "sliced",
                distance.cost(),
                distance.value(),
                power,
                error,
                OptionalInt.of(distance.projections()),
                distance.converged(),
                since(started));
    }

    /** W2 between Gaussians of the same means and covariances. */
    static TransportAnswer gaussian(TransportQuestion question) {
        long started = System.nanoTime();
        GaussianTransport transport = GaussianTransport.between(
                Gaussian.fitted(question.source(), question.limits()),
                Gaussian.fitted(question.target(), remaining(question.limits(), started)),
                remaining(question.limits(), started));
        return withoutDirections("gaussian", transport.cost(), transport.distance(), started);
    }

    /** The V-statistic: the distance of the two empirical measures themselves, so that equal ones are at 0. */
    static TransportAnswer energy(TransportQuestion question) {
        long started = System.nanoTime();
        EnergyDistance distance = EnergyDistance.between(
                question.source(), question.target(), EnergyDistance.Statistic.V, question.limits());
        return withoutDirections("energy", distance.squared(), distance.distance(), started);
    }

    private static TransportAnswer withoutDirections(String solver, double cost, double distance, long started) {
        return new ApproximateAnswer(
                solver, cost, distance, 2, OptionalDouble.empty(), OptionalInt.empty(), true, since(started));
    }

    private static Limits remaining(Limits limits, long started) {
        Duration left = limits.time().minus(since(started));
        return limits.withTime(left.isNegative() ? Duration.ZERO : left);
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

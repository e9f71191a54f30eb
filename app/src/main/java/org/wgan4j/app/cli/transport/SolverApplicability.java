package org.wgan4j.app.cli.transport;

import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.ThresholdedCost;

/** Which solver fits which question; the others are refused in a sentence that says why and names one that fits. */
final class SolverApplicability {
    private SolverApplicability() {}

    static void check(SolverName solver, TransportQuestion question) {
        switch (solver) {
            case LINE -> checkLine(question);
            case CIRCLE -> checkCircle(question);
            case ASSIGNMENT -> checkAssignment(question);
            case GRID -> checkGrid(question);
            case THRESHOLDED -> checkThresholded(question);
            case SLICED -> checkSliced(question);
            case GAUSSIAN -> checkGaussian(question);
            case ENERGY -> checkEnergy(question);
            case AUTO, SIMPLEX, SINKHORN -> {}
        }
    }

    private static void checkLine(TransportQuestion question) {
        if (!(question.cost() instanceof NormCost)) {
            throw refusal(SolverName.LINE, "needs a power of the distance as its cost", "auto or simplex");
        }
        if (question.source().dimension() != 1 || question.target().dimension() != 1) {
            throw refusal(
                    SolverName.LINE,
                    "needs points of 1 coordinate, and these have " + dimensions(question),
                    "auto or simplex");
        }
    }

    private static void checkCircle(TransportQuestion question) {
        if (!question.cost().equals(Cost.EUCLIDEAN)) {
            throw refusal(
                    SolverName.CIRCLE,
                    "costs the shorter way round, so leave --cost, --p and --threshold out",
                    "simplex with a cost matrix for others");
        }
        if (question.source().dimension() != 1 || question.target().dimension() != 1) {
            throw refusal(
                    SolverName.CIRCLE,
                    "needs positions of 1 coordinate, and these have " + dimensions(question),
                    "auto or simplex");
        }
    }

    private static void checkAssignment(TransportQuestion question) {
        int sources = question.source().size();
        int targets = question.target().size();
        if (sources != targets) {
            throw refusal(
                    SolverName.ASSIGNMENT,
                    "needs as many sources as targets, and there are " + sources + " and " + targets,
                    "auto or simplex");
        }
        if (!haveOneMass(question.source()) || !haveOneMass(question.target())) {
            throw refusal(SolverName.ASSIGNMENT, "needs equal masses, and these differ", "auto or simplex");
        }
    }

    private static boolean haveOneMass(Measure measure) {
        for (int point = 1; point < measure.size(); point++) {
            if (measure.mass(point) != measure.mass(0)) {
                return false;
            }
        }
        return true;
    }

    private static void checkGrid(TransportQuestion question) {
        if (!(question.source() instanceof Histogram source)
                || !(question.target() instanceof Histogram target)
                || !source.sameGrid(target)) {
            throw refusal(
                    SolverName.GRID, "needs masses on one grid (pictures, --grid or --histogram)", "auto or simplex");
        }
        boolean known = question.cost().equals(Cost.MANHATTAN)
                || question.cost().equals(Cost.EUCLIDEAN)
                || question.cost().equals(Cost.SQUARED_EUCLIDEAN);
        if (!known) {
            throw refusal(
                    SolverName.GRID,
                    "needs --cost l1, euclidean or sqeuclidean, without another --p and without --threshold",
                    "auto or simplex");
        }
    }

    private static void checkThresholded(TransportQuestion question) {
        if (!(question.cost() instanceof ThresholdedCost)) {
            throw refusal(SolverName.THRESHOLDED, "needs --threshold", "auto or simplex");
        }
    }

    private static void checkSliced(TransportQuestion question) {
        checkCoordinates(SolverName.SLICED, question);
        if (!(question.cost() instanceof NormCost cost) || cost.norm() != NormCost.Norm.EUCLIDEAN) {
            throw refusal(SolverName.SLICED, "needs --cost euclidean or sqeuclidean, without --threshold", "auto");
        }
    }

    private static void checkGaussian(TransportQuestion question) {
        checkCoordinates(SolverName.GAUSSIAN, question);
        if (!question.cost().equals(Cost.SQUARED_EUCLIDEAN)) {
            throw refusal(SolverName.GAUSSIAN, "needs --cost sqeuclidean", "auto");
        }
    }

    private static void checkEnergy(TransportQuestion question) {
        checkCoordinates(SolverName.ENERGY, question);
        if (!question.cost().equals(Cost.EUCLIDEAN)) {
            throw refusal(SolverName.ENERGY, "needs --cost euclidean, without --p and --threshold", "auto");
        }
    }

    private static void checkCoordinates(SolverName solver, TransportQuestion question) {
        if (question.source().dimension() == 0
                || question.source().dimension() != question.target().dimension()) {
            throw refusal(
                    solver,
                    "needs points with as many coordinates on both sides, and these have " + dimensions(question),
                    "a cost matrix with auto or simplex");
        }
    }

    private static String dimensions(TransportQuestion question) {
        return question.source().dimension() + " and " + question.target().dimension();
    }

    private static ActionableException refusal(SolverName solver, String why, String instead) {
        return new ActionableException("--solver " + solver + " " + why + "; take " + instead);
    }
}

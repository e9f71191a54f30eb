package org.wgan4j.transport.entropic;

/**
 * An adaptive over-relaxation parameter for Sinkhorn's algorithm, estimated from the errors of its iterations.
 *
 * <p>Near the solution the error decreases by a factor h an iteration, the second eigenvalue of the linearised map, which is close to 1 when
 * the regularisation is small. The relaxation {@code w = 2 / (1 + sqrt(1 - h))} decreases it by {@code w - 1} instead (Thibault, Chizat,
 * Dossal and Papadakis 2021; Lehmann, von Renesse, Sambale and Uschmajew 2022, theorem 2): 0.94 instead of 0.999. The factor is
 * estimated from the errors of a window of iterations. A larger relaxation first increases the error, so the window after a change is
 * ignored. Far from the solution, and after a window in which the error increased, the relaxation is 1, which always converges.
 *
 * <p>For use by one thread at a time.
 */
final class OverRelaxation {
    private static final double NEAR = 0.1;
    private static final double FAR = 1;
    private static final int SHORTEST_WINDOW = 8;

    private double relaxation = 1;
    private double most = 1.999;
    private double startError;
    private int steps;
    private boolean settling = true;

    /** The relaxation of the next iteration, from 1 to below 2, after an iteration with this error. */
    double after(double error) {
        if (!(error < (relaxation == 1 ? NEAR : FAR))) {
            reset();
        } else if (steps == 0) {
            startError = error;
            steps = 1;
        } else if (steps < window()) {
            steps++;
        } else {
            update(Math.pow(error / startError, 1.0 / steps));
            startError = error;
            steps = 1;
        }
        return relaxation;
    }

    /** The number of iterations of a window, enough for the transient of a change to decay. */
    private int window() {
        return Math.max(SHORTEST_WINDOW, (int) (2 / (2 - relaxation)));
    }

    /** Resets the relaxation to 1 and lowers its maximum. */
    private void reset() {
        most = relaxation > 1 ? (1 + relaxation) / 2 : most;
        relaxation = 1;
        steps = 0;
        settling = true;
    }

    private void update(double rate) {
        if (settling) {
            settling = false;
        } else if (!(rate < 1)) {
            reset();
        } else if (rate > relaxation - 1) {
            double eigenvalue = Math.min(1, square(rate + relaxation - 1) / (rate * square(relaxation)));
            double best = Math.min(most, 2 / (1 + Math.sqrt(1 - eigenvalue)));
            settling = best > relaxation;
            relaxation = Math.max(relaxation, best);
        }
    }

    private static double square(double x) {
        return x * x;
    }
}

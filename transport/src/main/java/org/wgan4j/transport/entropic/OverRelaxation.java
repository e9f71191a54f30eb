package org.wgan4j.transport.entropic;

/**
 * How far to go beyond a plain step of Sinkhorn's algorithm so that fewer steps are needed.
 *
 * <p>Near the solution the error shrinks by a factor h a step, the second eigenvalue of the linearised map, which is close to 1 when the
 * regularisation is small. Steps stretched by {@code w = 2 / (1 + sqrt(1 - h))} shrink it by {@code w - 1} instead (Thibault, Chizat,
 * Dossal and Papadakis 2021; Lehmann, von Renesse, Sambale and Uschmajew 2022, theorem 2): 0.94 in place of 0.999. The factor is
 * read off the errors of a window of steps. Longer steps make the error larger before they make it smaller, so the window after a
 * change does not count. Far from the solution, and after a window in which the error grew, steps are plain, which always converges.
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

    /** The relaxation of the next step, from 1 up to 2, after a step that left this error. */
    double after(double error) {
        if (!(error < (relaxation == 1 ? NEAR : FAR))) {
            retreat();
        } else if (steps == 0) {
            startError = error;
            steps = 1;
        } else if (steps < window()) {
            steps++;
        } else {
            judge(Math.pow(error / startError, 1.0 / steps));
            startError = error;
            steps = 1;
        }
        return relaxation;
    }

    /** As many steps as it takes the stretched iteration to forget its start. */
    private int window() {
        return Math.max(SHORTEST_WINDOW, (int) (2 / (2 - relaxation)));
    }

    /** Back to plain steps, and never again so far beyond them. */
    private void retreat() {
        most = relaxation > 1 ? (1 + relaxation) / 2 : most;
        relaxation = 1;
        steps = 0;
        settling = true;
    }

    private void judge(double rate) {
        if (settling) {
            settling = false;
        } else if (!(rate < 1)) {
            retreat();
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

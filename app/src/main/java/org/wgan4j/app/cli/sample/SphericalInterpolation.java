package org.wgan4j.app.cli.sample;

import org.wgan4j.gan.ArraySize;

/**
 * Spherical linear interpolation (slerp, Shoemake 1985) in latent space from stop to stop. Its points are as typical of a normal
 * distribution as the stops are; a straight line would pass near the origin, where no training took place. Immutable.
 *
 * <p>Between stops {@code a} and {@code b} at an angle {@code w}, the point at the share {@code t} of the way is
 * {@code (sin((1-t)w) a + sin(tw) b) / sin(w)}.
 */
final class SphericalInterpolation {
    /** Below this sine of the angle the two stops (anti)coincide in direction and a straight line is as good. */
    private static final double SMALLEST_SINE = 1e-6;

    private final float[][] stops;

    /**
     * An interpolation over stops.
     *
     * @param latents stops {@code [n, latentSize]} one after the other, at least two
     * @param latentSize numbers a stop has, at least 1
     */
    SphericalInterpolation(float[] latents, int latentSize) {
        if (latentSize < 1 || latents.length % latentSize != 0 || latents.length / latentSize < 2) {
            throw new IllegalArgumentException("an interpolation needs two or more stops of latentSize numbers, not "
                    + latents.length + " numbers for latentSize " + latentSize);
        }
        stops = new float[latents.length / latentSize][latentSize];
        for (int stop = 0; stop < stops.length; stop++) {
            System.arraycopy(latents, stop * latentSize, stops[stop], 0, latentSize);
        }
    }

    /** Points {@code [frames, latentSize]} evenly over the closed way that returns from the last stop to the first. */
    float[] loop(int frames) {
        return points(frames, stops.length / (double) frames);
    }

    /** Points {@code [frames, latentSize]} evenly over the way from the first stop to the last, both among them. */
    float[] line(int frames) {
        return points(frames, frames < 2 ? 0 : (stops.length - 1) / (double) (frames - 1));
    }

    private float[] points(int frames, double stride) {
        if (frames < 1) {
            throw new IllegalArgumentException("an interpolation has 1 or more frames, not " + frames);
        }
        int size = stops[0].length;
        float[] points = new float[ArraySize.of("points", frames, size)];
        for (int frame = 0; frame < frames; frame++) {
            double position = frame * stride;
            // Rounding must not carry the last frame of a line past the last stop.
            int from = Math.min((int) position, stops.length - 1);
            float[] point = between(stops[from], stops[(from + 1) % stops.length], position - from);
            System.arraycopy(point, 0, points, frame * size, size);
        }
        return points;
    }

    /** The point at the share {@code t} in [0, 1] of the way from {@code a} to {@code b}. */
    static float[] between(float[] a, float[] b, double t) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            squareA += (double) a[i] * a[i];
            squareB += (double) b[i] * b[i];
        }
        double norms = Math.sqrt(squareA * squareB);
        double angle = norms == 0 ? 0 : Math.acos(Math.max(-1, Math.min(1, dot / norms)));
        double sine = Math.sin(angle);
        double shareA = sine < SMALLEST_SINE ? 1 - t : Math.sin((1 - t) * angle) / sine;
        double shareB = sine < SMALLEST_SINE ? t : Math.sin(t * angle) / sine;
        float[] point = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            point[i] = (float) (shareA * a[i] + shareB * b[i]);
        }
        return point;
    }
}

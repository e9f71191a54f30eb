package org.wgan4j.transport;

/** Thrown where the total masses of two measures differ and balanced transport needs them equal. */
public final class UnequalMassException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final double sourceMass;
    private final double targetMass;

    /** Names both sums; the message suggests normalising or an unbalanced problem. */
    public UnequalMassException(double sourceMass, double targetMass) {
        super("the source's masses sum to " + sourceMass + " and the target's to " + targetMass
                + ", and balanced transport needs equal sums; normalise both, or solve an unbalanced problem");
        this.sourceMass = sourceMass;
        this.targetMass = targetMass;
    }

    /** The sum of the source's masses. */
    public double sourceMass() {
        return sourceMass;
    }

    /** The sum of the target's masses. */
    public double targetMass() {
        return targetMass;
    }
}

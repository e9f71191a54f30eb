package org.wgan4j.transport;

/** Some mass could only go over pairs of infinite cost. */
public final class NoAllowedPlanException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final double mass;

    /** Says how much mass no allowed pair is left for. */
    NoAllowedPlanException(double mass) {
        super(
                "every plan moves a mass of at least " + mass
                        + " over pairs whose cost is Infinity, which forbids them; allow more pairs, or move a part of the mass only");
        this.mass = mass;
    }

    /** How much mass every plan moves over forbidden pairs. */
    public double mass() {
        return mass;
    }
}

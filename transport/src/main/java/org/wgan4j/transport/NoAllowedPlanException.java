package org.wgan4j.transport;

/** Thrown where every plan moves mass over pairs of infinite cost, which are forbidden. */
public final class NoAllowedPlanException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final double mass;

    /** Names the least mass that every plan moves over forbidden pairs. */
    NoAllowedPlanException(double mass) {
        super(
                "every plan moves a mass of at least " + mass
                        + " over pairs whose cost is Infinity, which forbids them; allow more pairs, or move a part of the mass only");
        this.mass = mass;
    }

    /** The mass that every plan moves over forbidden pairs, at least. */
    public double mass() {
        return mass;
    }
}

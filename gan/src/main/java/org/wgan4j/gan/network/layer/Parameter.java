package org.wgan4j.gan.network.layer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of a tensor of a layer: name, shape, initialisation and role.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name within the layer, as PyTorch names it: {@code weight}, {@code bias}, {@code running_mean}
 * @param init draws its initial values
 * @param fanIn the number of inputs of one output
 * @param fanOut the number of outputs of one input
 * @param role in the layer
 */
public record Parameter(String name, Shape shape, Init init, long fanIn, long fanOut, Role role) {
    /** The weight of a layer, and its bias of one number an output where it has one. */
    public static List<Parameter> weightAndBias(
            Shape weight, Role role, Init weightInit, Optional<Init> biasInit, long outputs, long fanIn, long fanOut) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("weight", weight, weightInit, fanIn, fanOut, role));
        biasInit.ifPresent(
                init -> parameters.add(new Parameter("bias", Shape.of(outputs), init, fanIn, fanOut, Role.BIAS)));
        return parameters;
    }

    /** The role of a tensor in its layer, by which clipping and optimisers select. */
    public enum Role {
        /** The kernel of a convolution. */
        CONVOLUTION_KERNEL,
        /** The matrix of a linear layer. */
        MATRIX,
        /** An offset that is added. */
        BIAS,
        /** The scale of a normalisation. */
        NORMALISATION_SCALE,
        /** The offset of a normalisation. */
        NORMALISATION_OFFSET,
        /** A moving statistic: state that no optimiser touches. */
        MOVING_STATISTIC;

        /** Whether an optimiser updates it. */
        public boolean trainable() {
            return this != MOVING_STATISTIC;
        }

        /** Every role that an optimiser updates. */
        public static Set<Role> allTrainable() {
            return EnumSet.complementOf(EnumSet.of(MOVING_STATISTIC));
        }
    }
}

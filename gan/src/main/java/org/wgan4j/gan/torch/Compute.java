package org.wgan4j.gan.torch;

import java.util.Locale;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.recipe.Precision;

/**
 * The device and the precision of computations. Immutable and safe for use by several threads.
 *
 * @param deviceName libtorch's name of the device: {@code cpu}, {@code cuda}, {@code mps}
 * @param precision of convolutions and matrix products, {@code FLOAT32} or {@code BFLOAT16}; weights are always kept in float32
 */
public record Compute(String deviceName, Precision precision) {
    /** Single precision on the CPU. */
    public static final Compute CPU = new Compute("cpu", Precision.FLOAT32);

    public Compute {
        if (precision == Precision.AUTO) {
            throw new IllegalArgumentException("the precision must be decided, FLOAT32 or BFLOAT16, found AUTO");
        }
    }

    /** The tensor on the device; the same one if it is there already. */
    public Tensor place(Tensor tensor) {
        return onCpu() ? tensor : tensor.to(new Device(deviceName), tensor.scalar_type());
    }

    /** The tensor in the type of convolutions and matrix products. */
    public Tensor toComputePrecision(Tensor tensor) {
        return precision == Precision.BFLOAT16 ? tensor.to(torch.ScalarType.BFloat16) : tensor;
    }

    /** The tensor in single precision. */
    public Tensor toFloat32(Tensor tensor) {
        return precision == Precision.BFLOAT16 ? tensor.to(torch.ScalarType.Float) : tensor;
    }

    /** The same device in another precision. */
    public Compute with(Precision other) {
        return new Compute(deviceName, other);
    }

    /** The precision in lower case, as recipes spell it. */
    public String precisionName() {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    /** Whether tensors lie in main memory. */
    public boolean onCpu() {
        return deviceName.equals("cpu");
    }
}

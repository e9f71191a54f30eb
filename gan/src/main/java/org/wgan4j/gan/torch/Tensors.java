package org.wgan4j.gan.torch;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Conversions between Java arrays and libtorch tensors, gradients, and in-place operations.
 *
 * <p>Stateless; safe for use by several threads as long as they do not share tensors. Arrays are copied; new tensors are on the CPU unless
 * said otherwise and belong to the innermost {@link NativeScope} of the calling thread.
 */
public final class Tensors {
    private Tensors() {}

    /** A float32 tensor of the given shape on the CPU with a copy of the values. */
    public static Tensor of(float[] values, long... shape) {
        long elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (elements != values.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d values do not fill a tensor of shape %s", values.length, Arrays.toString(shape)));
        }
        Tensor tensor = torch.empty(shape);
        if (elements > 0) {
            new FloatPointer(tensor.data_ptr()).put(values);
        }
        return tensor;
    }

    /** A tensor of bytes of the given shape on the CPU with a copy of the values. */
    static Tensor ofBytes(byte[] values, long... shape) {
        Tensor tensor = torch.empty(shape, new TensorOptions(torch.ScalarType.Byte), new MemoryFormatOptional());
        if (values.length > 0) {
            new BytePointer(tensor.data_ptr()).put(values);
        }
        return tensor;
    }

    /** The elements in row-major order, in single precision. */
    public static float[] toArray(Tensor tensor) {
        Tensor source = tensor.detach().cpu().to(torch.ScalarType.Float).contiguous();
        float[] values = new float[Math.toIntExact(source.numel())];
        if (values.length > 0) {
            new FloatPointer(source.data_ptr()).get(values);
        }
        return values;
    }

    /** The sizes of the dimensions. */
    public static long[] shape(Tensor tensor) {
        long[] shape = new long[Math.toIntExact(tensor.dim())];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = tensor.size(d);
        }
        return shape;
    }

    /**
     * The gradients of a scalar with respect to the given tensors, in their order; undefined where it does not depend on one.
     *
     * @param retainGraph whether the graph is needed again
     * @param createGraph whether the gradients themselves must be differentiable
     */
    public static TensorVector gradients(Tensor scalar, TensorVector inputs, boolean retainGraph, boolean createGraph) {
        return torch.grad(
                new TensorVector(scalar), inputs, new TensorVector(), new BoolOptional(retainGraph), createGraph, true);
    }

    /** Runs the work without recording it for gradients. */
    public static <T> T withoutGradients(Supplier<T> work) {
        try (NoGradGuard guard = new NoGradGuard()) {
            assert guard != null;
            return work.get();
        }
    }

    /** Runs the work without recording it for gradients. */
    public static void withoutGradients(Runnable work) {
        try (NoGradGuard guard = new NoGradGuard()) {
            assert guard != null;
            work.run();
        }
    }

    /** Clamps every element to [-bound, bound], in place. */
    public static void clampInPlace(Tensor tensor, double bound) {
        tensor.clamp_(new ScalarOptional(new Scalar(-bound)), new ScalarOptional(new Scalar(bound)));
    }

    /** Interpolates linearly towards the target with the given weight, in place. */
    public static void moveTowards(Tensor tensor, Tensor target, double weight) {
        withoutGradients(() -> {
            tensor.lerp_(target, new Scalar(weight));
        });
    }
}

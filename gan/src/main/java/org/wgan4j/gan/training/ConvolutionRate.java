package org.wgan4j.gan.training;

import java.util.Comparator;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.network.Blueprint;
import org.wgan4j.gan.network.Convolution;
import org.wgan4j.gan.network.Padding;
import org.wgan4j.gan.network.Shape;
import org.wgan4j.gan.network.TransposedConvolution;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * Measures how fast this machine convolves: libtorch's own convolution, forward, of the size of a recipe's largest layer.
 *
 * <p>A transposed convolution is measured as the convolution that it transposes, which multiplies as often and is the form that libraries are
 * tuned for.
 *
 * @param input of the convolution, channels x height x width
 * @param kernels {@code [outputs, inputs, kernel, kernel]}
 * @param multiplications for one image, taps on padding included
 */
record ConvolutionRate(Shape input, Shape kernels, long stride, Padding padding, long multiplications) {
    private static final int ROUNDS = 5;

    /** The layer of the two networks that multiplies most. */
    static ConvolutionRate ofLargest(Blueprint generator, Blueprint critic) {
        return Stream.concat(generator.rows().stream(), critic.rows().stream())
                .filter(row -> row.layer() instanceof Convolution || row.layer() instanceof TransposedConvolution)
                .max(Comparator.comparingLong(RoundCost::multiplications))
                .map(ConvolutionRate::of)
                .orElseThrow(() -> new IllegalArgumentException("neither network has a convolution"));
    }

    private static ConvolutionRate of(Blueprint.Row row) {
        Shape kernels = row.parameters().get(0).shape();
        long products = RoundCost.multiplications(row);
        return row.layer() instanceof TransposedConvolution transposed
                ? new ConvolutionRate(row.output(), kernels, transposed.stride(), transposed.padding(), products)
                : of(row, (Convolution) row.layer(), kernels, products);
    }

    private static ConvolutionRate of(Blueprint.Row row, Convolution layer, Shape kernels, long products) {
        return new ConvolutionRate(row.input(), kernels, layer.stride(), layer.padding(), products);
    }

    /** The best of a few, in GFLOP/s. */
    double measure(long batch, Compute compute) {
        return NativeScope.get(() -> Tensors.withoutGradients(() -> {
            RandomStream random = RandomStream.root(0).child("convolution-rate");
            Tensor images = random.child("images").normal(compute, input.batched(batch));
            Tensor weights = random.child("kernels")
                    .normal(
                            compute,
                            kernels.sizes().stream().mapToLong(Long::longValue).toArray());
            return fastest(2.0 * batch * multiplications * 1e-9, images, weights, compute);
        }));
    }

    private double fastest(double gflop, Tensor images, Tensor weights, Compute compute) {
        long kernel = kernels.size(2);
        long top = padding.before(input.size(1), kernel, stride);
        long bottom = padding.after(input.size(1), kernel, stride);
        long left = padding.before(input.size(2), kernel, stride);
        long right = padding.after(input.size(2), kernel, stride);
        boolean even = top == bottom && left == right;
        Tensor padded =
                even ? images : torch.constant_pad_nd(images, new long[] {left, right, top, bottom}, new Scalar(0f));
        long[] zeros = even ? new long[] {top, left} : new long[] {0, 0};
        Tensor x = compute.lowered(padded);
        Tensor w = compute.lowered(weights);
        double best = 0;
        seconds(x, w, zeros, compute);
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, gflop / seconds(x, w, zeros, compute));
        }
        return best;
    }

    private double seconds(Tensor x, Tensor w, long[] zeros, Compute compute) {
        long begin = System.nanoTime();
        NativeScope.run(() -> {
            Tensor y = torch.convolution(
                    x,
                    w,
                    new TensorOptional(),
                    new long[] {stride, stride},
                    zeros,
                    new long[] {1, 1},
                    false,
                    new long[] {0, 0},
                    1);
            if (!compute.onCpu()) {
                // Other devices work ahead of the program; a number that is read makes it wait.
                y.sum().item_double();
            }
        });
        return (System.nanoTime() - begin) * 1e-9;
    }
}

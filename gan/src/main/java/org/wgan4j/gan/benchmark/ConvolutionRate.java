package org.wgan4j.gan.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.tuning.Stopwatch;

/**
 * Measures the speed of convolutions on this machine: the direct algorithm, forward, of a recipe's largest convolution, in the faster layout.
 *
 * <p>A transposed convolution is measured as the convolution that it transposes, which multiplies as often and is the form that libraries are
 * tuned for.
 *
 * @param map the convolution
 * @param multiplications for one image, taps on padding included
 */
record ConvolutionRate(ConvolutionSpec map, long multiplications) {
    /** The layer of the two networks that multiplies most; where none convolves, the largest matrix, a convolution of single pixels. */
    static ConvolutionRate ofLargest(NetworkSpec generator, NetworkSpec critic) {
        List<NetworkSpec.PlacedLayer> rows = Stream.concat(
                        generator.placedLayers().stream(), critic.placedLayers().stream())
                .toList();
        return largest(rows, row -> row.layer().convolution(row.input()))
                .or(() -> largest(rows, ConvolutionRate::ofMatrix))
                .orElseThrow(() -> new IllegalArgumentException("neither network multiplies"));
    }

    private static Optional<ConvolutionRate> largest(
            List<NetworkSpec.PlacedLayer> rows, Function<NetworkSpec.PlacedLayer, Optional<ConvolutionSpec>> mapOf) {
        return rows.stream()
                .flatMap(row -> mapOf.apply(row).stream()
                        .map(map -> map.transposed() ? map.transpose() : map)
                        .map(map -> new ConvolutionRate(map, row.multiplications())))
                .max(Comparator.comparingLong(ConvolutionRate::multiplications));
    }

    private static Optional<ConvolutionSpec> ofMatrix(NetworkSpec.PlacedLayer row) {
        return row.layer() instanceof Linear linear
                ? Optional.of(new ConvolutionSpec(
                        false, row.input().elements(), linear.outputs(), 1, 1, new Padding.Symmetric(0), 1, 1))
                : Optional.empty();
    }

    /** The fastest repetition, in GFLOP/s. */
    double measure(long batch, Compute compute) {
        double[] milliseconds = NativeScope.get(() -> Tensors.withoutGradients(() -> {
            RandomStream random = RandomStream.root(0).child("convolution-rate");
            Tensor images = compute.toComputePrecision(
                    random.child("images").normal(compute, batch, map.inputs(), map.height(), map.width()));
            Tensor kernels = compute.toComputePrecision(
                    random.child("kernels").normal(compute, map.outputs(), map.inputs(), map.kernel(), map.kernel()));
            return Stopwatch.milliseconds(Stream.of(MemoryLayout.values())
                    .map(layout -> task(layout.of(images), layout.of(kernels), compute))
                    .toList());
        }));
        return 2e-6
                * batch
                * multiplications
                / Arrays.stream(milliseconds).min().orElseThrow();
    }

    private Runnable task(Tensor images, Tensor kernels, Compute compute) {
        return () -> {
            Tensor y = map.apply(images, kernels, new TensorOptional(), ConvolutionAlgorithm.DIRECT);
            if (!compute.onCpu()) {
                // Other devices work ahead of the program; a number that is read makes it wait.
                y.sum().item_double();
            }
        };
    }
}

package org.wgan4j.gan.convolution;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution of stride 1, or its transpose, on small images: transform, multiply matrices of channels frequency by frequency, transform
 * back.
 *
 * <p>With the three matrices of {@link SpectralBasis} the convolution is {@code y = output' (input x * kernel w)}, where {@code *} is, for each
 * product, a multiplication of a matrix {@code [n, inputs]} with one {@code [inputs, outputs]} (Mathieu, Henaff, LeCun 2014). A 5x5 kernel on 7x7
 * images then takes 121 multiplications for each pair of channels where the direct form takes 1225. Autograd differentiates it.
 */
final class SpectralConvolution {
    private SpectralConvolution() {}

    static Tensor apply(ConvolutionSpec spec, Tensor x, Tensor kernels, TensorOptional bias) {
        SpectralBasis basis = SpectralBasis.of(spec);
        long images = x.size(0);
        long inputs = spec.inputs();
        long outputs = spec.outputs();
        long products = basis.products();
        Tensor spectrum = torch.mm(
                        basis.input().to(x.scalar_type()),
                        x.reshape(images * inputs, -1).t())
                .view(products, images, inputs);
        Tensor weights = torch.mm(
                        basis.kernel().to(kernels.scalar_type()),
                        kernels.reshape(inputs * outputs, spec.kernel() * spec.kernel())
                                .t())
                .view(products, kernels.size(0), kernels.size(1));
        Tensor oriented = spec.transposed() ? weights : weights.transpose(1, 2);
        Tensor product = torch.bmm(spectrum, oriented).view(products, images * outputs);
        Tensor y = torch.mm(product.t(), basis.output().to(x.scalar_type()))
                .view(images, outputs, basis.rows(), basis.columns());
        return bias.has_value() ? y.add(bias.get().view(1, outputs, 1, 1)) : y;
    }
}

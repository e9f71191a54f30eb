package org.wgan4j.gan.network.layer;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Pixel shuffle: rearranges groups of factor x factor channels into pixels: {@code c f f x h x w} to {@code c x h f x w f} (Shi et al. 2016).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param factor at least 2
 */
public record PixelShuffle(long factor) implements PiecewiseLinear {
    public PixelShuffle {
        if (factor < 2) {
            throw new IllegalArgumentException("a pixel shuffle enlarges by a factor of at least 2, found " + factor);
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 3 || input.size(0) % (factor * factor) != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a pixel shuffle by %d takes channels in multiples of %d, found %s",
                    factor,
                    factor * factor,
                    input));
        }
        return Shape.of(input.size(0) / (factor * factor), input.size(1) * factor, input.size(2) * factor);
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return torch.pixel_shuffle(x, factor);
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        return new Linearization(forward(x, weights, context), delta -> torch.pixel_unshuffle(delta, factor));
    }

    @Override
    public String description() {
        return "pixel shuffle by " + factor;
    }
}

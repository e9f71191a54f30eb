package org.wgan4j.gan.extension;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.PiecewiseLinear;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.Weights;

/** A layer of one's own: each number times a weight of its own. */
public record Scale() implements PiecewiseLinear {
    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(new Parameter("weight", input, new Init.Constant(0.5), 1, 1, Parameter.Role.MATRIX));
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return x.mul(weights.get("weight"));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        return new Linearization(forward(x, weights, context), delta -> delta.mul(weights.get("weight")));
    }

    @Override
    public long multiplications(Shape input) {
        return input.elements();
    }

    @Override
    public String description() {
        return "scale";
    }
}

package org.wgan4j.gan.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A linear layer {@code y = x W' + b}, with W of shape {@code [outputs, inputs]}.
 *
 * @param outputs at least 1
 * @param bias whether b is there
 */
public record Linear(long outputs, boolean bias, Init weightInit, Init biasInit) implements PiecewiseLinear {
    public Linear {
        if (outputs < 1) {
            throw new IllegalArgumentException("a linear layer has at least 1 output, found " + outputs);
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 1) {
            throw new IllegalArgumentException(
                    "a linear layer takes flat samples, found " + input + ": put a reshape before it");
        }
        return Shape.of(outputs);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return Parameter.weightAndBias(
                Shape.of(outputs, input.elements()),
                Parameter.Role.MATRIX,
                weightInit,
                bias ? Optional.of(biasInit) : Optional.empty(),
                outputs,
                input.elements(),
                outputs);
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, Pass pass) {
        Tensor weight = pass.compute().lowered(weights.get("weight"));
        return torch.linear(pass.compute().lowered(x), weight, weights.bias(bias, pass));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, Pass pass) {
        return new Linearization(
                forward(x, weights, pass),
                delta -> torch.matmul(
                        pass.compute().lowered(delta), pass.compute().lowered(weights.get("weight"))));
    }

    @Override
    public String description() {
        return "linear to " + outputs + (bias ? "" : ", no bias");
    }
}

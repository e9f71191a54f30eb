package org.wgan4j.gan.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.NativeScope;

/** Moving averages of one moment of the gradients, one tensor for each parameter, initially zero. */
record Moments(String suffix, Map<String, Tensor> byParameter) {
    /** Zeros for each of the parameters; the caller closes them. */
    static Moments zeros(String suffix, Map<String, Tensor> parameters) {
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        NativeScope.run(() -> parameters.forEach(
                (name, tensor) -> zeros.put(name, NativeScope.keep(torch.zeros_like(tensor.detach())))));
        return new Moments(suffix, zeros);
    }

    Tensor of(String parameter) {
        Tensor moment = byParameter.get(parameter);
        if (moment == null) {
            throw new IllegalArgumentException("no moving average for " + parameter);
        }
        return moment;
    }

    /** All of them by name, {@code <parameter>.<suffix>}. */
    static Map<String, Tensor> state(Moments... all) {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (Moments moments : all) {
            moments.byParameter.forEach((name, tensor) -> state.put(name + "." + moments.suffix, tensor));
        }
        return state;
    }
}

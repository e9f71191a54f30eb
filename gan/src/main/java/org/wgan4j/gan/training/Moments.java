package org.wgan4j.gan.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.NativeScope;

/** Moving averages, one a parameter, that begin at zero. */
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

    /** Adds them to a state under {@code <parameter>.<suffix>}. */
    void addTo(Map<String, Tensor> state) {
        byParameter.forEach((name, tensor) -> state.put(name + "." + suffix, tensor));
    }
}

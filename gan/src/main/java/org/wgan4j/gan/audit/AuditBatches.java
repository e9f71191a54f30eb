package org.wgan4j.gan.audit;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.torch.Tensors;

/**
 * The images of an audit, four batches of one shape {@code [n, channels, height, width]} in [-1, 1], none of them in two batches.
 *
 * <p>The tensors belong to the caller and must stay open during the audit. For use by one thread; equal only if they are the same tensors.
 *
 * @param real scored by the critic
 * @param otherReal for the floor
 * @param generated scored by the critic
 * @param otherGenerated for the floor
 */
public record AuditBatches(Tensor real, Tensor otherReal, Tensor generated, Tensor otherGenerated) {
    public AuditBatches {
        for (Tensor other : new Tensor[] {otherReal, generated, otherGenerated}) {
            if (!Arrays.equals(Tensors.shape(real), Tensors.shape(other))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the batches of an audit have one shape, found %s and %s",
                        Arrays.toString(Tensors.shape(real)),
                        Arrays.toString(Tensors.shape(other))));
            }
        }
    }
}

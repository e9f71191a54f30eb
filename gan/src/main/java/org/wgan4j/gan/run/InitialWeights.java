package org.wgan4j.gan.run;

import java.util.Objects;

/**
 * The checkpoint of another run whose weights a run was initialised with. Immutable and safe for use by several threads.
 *
 * @param run the absolute path of the other run's directory
 * @param step generator steps of the checkpoint
 * @param generatorSha256 of the file of the generator's weights, in hexadecimal
 * @param criticSha256 of the file of the critic's weights, in hexadecimal
 */
public record InitialWeights(String run, long step, String generatorSha256, String criticSha256) {
    /** Checks that nothing is missing. */
    public InitialWeights {
        Objects.requireNonNull(run, "run is missing");
        Objects.requireNonNull(generatorSha256, "generatorSha256 is missing");
        Objects.requireNonNull(criticSha256, "criticSha256 is missing");
        LogKeys.checkNotNegative("step", (double) step);
    }
}

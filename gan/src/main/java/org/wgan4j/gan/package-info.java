/** Generative adversarial networks on the JVM. Start with {@link org.wgan4j.gan.training.TrainingRun}. */
@NullMarked
package org.wgan4j.gan;

import org.jspecify.annotations.NullMarked;

/** Trained networks for use: samples from the generator, scores from the critic. */
@NullMarked
package org.wgan4j.gan.inference;

import org.jspecify.annotations.NullMarked;

/** Evaluation of samples and critics against real images, after training and at intervals while a run trains. */
@NullMarked
package org.wgan4j.gan.evaluation;

import org.jspecify.annotations.NullMarked;

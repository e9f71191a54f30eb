/** The training loop: networks and optimizers, update schedules, real batches, the check before step 1. */
@NullMarked
package org.wgan4j.gan.training.loop;

import org.jspecify.annotations.NullMarked;

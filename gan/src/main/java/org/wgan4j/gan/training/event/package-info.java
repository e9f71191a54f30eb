/** The events of a training run. */
@NullMarked
package org.wgan4j.gan.training.event;

import org.jspecify.annotations.NullMarked;

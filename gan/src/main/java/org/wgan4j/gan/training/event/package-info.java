/** What a training run tells its listener. */
@NullMarked
package org.wgan4j.gan.training.event;

import org.jspecify.annotations.NullMarked;

/** Checkpoints: written atomically, verified when read, kept and deleted by rule. */
@NullMarked
package org.wgan4j.gan.checkpoint;

import org.jspecify.annotations.NullMarked;

/** Adam and RMSprop over named tensors, with the papers' and Keras's places of epsilon. */
@NullMarked
package org.wgan4j.gan.optimizer;

import org.jspecify.annotations.NullMarked;

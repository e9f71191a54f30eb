/** The optimisers Adam and RMSprop, with the placements of epsilon in the papers and in Keras. */
@NullMarked
package org.wgan4j.gan.optimizer;

import org.jspecify.annotations.NullMarked;

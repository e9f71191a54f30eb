/** Training from a recipe: the loop, optimisers, checkpoints and resume, the check before step 1, and the generator that comes out. */
@NullMarked
package org.wgan4j.gan.training;

import org.jspecify.annotations.NullMarked;

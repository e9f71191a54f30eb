/** Proofs of what comparisons say. */
@NullMarked
package org.wgan4j.app.compare;

import org.jspecify.annotations.NullMarked;

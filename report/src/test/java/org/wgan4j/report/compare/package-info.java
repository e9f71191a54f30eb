/** Proofs of what comparisons say. */
@NullMarked
package org.wgan4j.report.compare;

import org.jspecify.annotations.NullMarked;

/** Comparisons of runs: their plan, their training, and a page with intervals over seeds. */
@NullMarked
package org.wgan4j.report.compare;

import org.jspecify.annotations.NullMarked;

/** Comparisons of runs: what is trained, what came of it, and a page with intervals and verdicts. */
@NullMarked
package org.wgan4j.report.compare;

import org.jspecify.annotations.NullMarked;

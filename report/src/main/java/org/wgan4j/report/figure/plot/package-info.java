/** Plots: axes, what stands between them, and legends that explain it. */
@NullMarked
package org.wgan4j.report.figure.plot;

import org.jspecify.annotations.NullMarked;

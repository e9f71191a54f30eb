/** Plots: axes, marks, legends. */
@NullMarked
package org.wgan4j.report.figure.plot;

import org.jspecify.annotations.NullMarked;

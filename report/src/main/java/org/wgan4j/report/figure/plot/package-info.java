/** Plots: axes, marks, legends and their layout. */
@NullMarked
package org.wgan4j.report.figure.plot;

import org.jspecify.annotations.NullMarked;

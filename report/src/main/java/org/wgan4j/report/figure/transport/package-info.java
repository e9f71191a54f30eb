/** Figures of an optimal transport between two histograms on the line. */
@NullMarked
package org.wgan4j.report.figure.transport;

import org.jspecify.annotations.NullMarked;

/** Pictures of a transport plan between two histograms. */
@NullMarked
package org.wgan4j.report.figure.transport;

import org.jspecify.annotations.NullMarked;

/** Drawings: strokes that become pixels and SVG alike. */
@NullMarked
package org.wgan4j.report.figure.draw;

import org.jspecify.annotations.NullMarked;

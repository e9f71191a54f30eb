/** Drawing on pixels and in SVG, PNG files, fonts. */
@NullMarked
package org.wgan4j.report.figure.draw;

import org.jspecify.annotations.NullMarked;

/** The HTML report of a run, made from its run directory. */
@NullMarked
package org.wgan4j.report.html;

import org.jspecify.annotations.NullMarked;

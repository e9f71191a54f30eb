/** Runs beside each other: what is trained for a comparison, what came of it, and one page that says so with intervals. */
@NullMarked
package org.wgan4j.report.compare;

import org.jspecify.annotations.NullMarked;

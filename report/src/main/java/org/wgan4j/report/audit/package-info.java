/** The audit of a critic as a sentence, a chart and a page of image pairs. */
@NullMarked
package org.wgan4j.report.audit;

import org.jspecify.annotations.NullMarked;

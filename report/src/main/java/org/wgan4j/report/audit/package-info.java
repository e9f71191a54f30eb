/** What the audit of a critic says, as a sentence, a chart and a page of pairs. */
@NullMarked
package org.wgan4j.report.audit;

import org.jspecify.annotations.NullMarked;

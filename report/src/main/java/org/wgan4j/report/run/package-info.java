/** The listener that writes the pictures, the TensorBoard file and the report of a run while it trains. */
@NullMarked
package org.wgan4j.report.run;

import org.jspecify.annotations.NullMarked;

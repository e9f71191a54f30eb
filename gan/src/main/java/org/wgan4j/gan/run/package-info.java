/** The run directory, the one seam between training and all that looks at it: recipe, provenance, metrics, and where the rest lies; no tensors. */
@NullMarked
package org.wgan4j.gan.run;

import org.jspecify.annotations.NullMarked;

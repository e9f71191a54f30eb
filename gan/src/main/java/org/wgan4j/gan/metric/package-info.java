/** Sample quality: the metrics by name, and their evaluation with intervals and floors. Plain arrays, no networks and no native code. */
@NullMarked
package org.wgan4j.gan.metric;

import org.jspecify.annotations.NullMarked;

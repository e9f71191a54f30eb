/** Exact transport under costs with a threshold. */
@NullMarked
package org.wgan4j.transport.exact.threshold;

import org.jspecify.annotations.NullMarked;

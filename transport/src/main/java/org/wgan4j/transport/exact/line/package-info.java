/** Exact transport on the line and on a circle. */
@NullMarked
package org.wgan4j.transport.exact.line;

import org.jspecify.annotations.NullMarked;

/** Exact transport of a part of the mass. */
@NullMarked
package org.wgan4j.transport.exact.partial;

import org.jspecify.annotations.NullMarked;

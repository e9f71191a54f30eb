/** Exact transport between equally many points of equal mass: auction and shortest augmenting paths. */
@NullMarked
package org.wgan4j.transport.exact.assignment;

import org.jspecify.annotations.NullMarked;

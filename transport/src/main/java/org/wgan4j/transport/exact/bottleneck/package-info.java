/** The W-infinity distance: the smallest largest move. */
@NullMarked
package org.wgan4j.transport.exact.bottleneck;

import org.jspecify.annotations.NullMarked;

/** Spanning trees and the network simplex that the exact solvers share. */
@NullMarked
package org.wgan4j.transport.exact.network;

import org.jspecify.annotations.NullMarked;

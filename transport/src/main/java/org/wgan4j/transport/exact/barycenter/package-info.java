/** Exact Wasserstein barycenters. */
@NullMarked
package org.wgan4j.transport.exact.barycenter;

import org.jspecify.annotations.NullMarked;

/** Snapshots of a run at intervals: generated images, or points with the critic's scores on the plane. */
@NullMarked
package org.wgan4j.gan.training.snapshot;

import org.jspecify.annotations.NullMarked;

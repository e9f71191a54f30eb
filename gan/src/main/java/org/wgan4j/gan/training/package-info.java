/** Training runs: started, resumed, recorded in a run directory, reported as events. */
@NullMarked
package org.wgan4j.gan.training;

import org.jspecify.annotations.NullMarked;

/** How good samples are: samples in, numbers with their errors out. Plain arrays, no networks and no native code. */
@NullMarked
package org.wgan4j.gan.metric;

import org.jspecify.annotations.NullMarked;

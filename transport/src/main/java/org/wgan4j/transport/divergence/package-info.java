/** KL, JS, total variation and Hellinger, the divergences that transport distances are held against. */
@NullMarked
package org.wgan4j.transport.divergence;

import org.jspecify.annotations.NullMarked;

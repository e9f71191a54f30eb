/** wgan4j transport. */
@NullMarked
package org.wgan4j.transport;

import org.jspecify.annotations.NullMarked;

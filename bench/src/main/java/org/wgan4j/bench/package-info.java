/** wgan4j bench. */
@NullMarked
package org.wgan4j.bench;

import org.jspecify.annotations.NullMarked;

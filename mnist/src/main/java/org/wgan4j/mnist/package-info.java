/** wgan4j mnist. */
@NullMarked
package org.wgan4j.mnist;

import org.jspecify.annotations.NullMarked;

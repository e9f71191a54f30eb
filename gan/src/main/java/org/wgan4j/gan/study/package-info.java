/** Critics trained on distributions of which everything is known, and held against the truth. */
@NullMarked
package org.wgan4j.gan.study;

import org.jspecify.annotations.NullMarked;

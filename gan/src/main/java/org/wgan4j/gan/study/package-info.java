/** Critics trained on pairs of distributions whose Wasserstein distance is known in closed form. */
@NullMarked
package org.wgan4j.gan.study;

import org.jspecify.annotations.NullMarked;

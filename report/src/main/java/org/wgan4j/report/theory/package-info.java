/** Figures that explain optimal transport and Wasserstein GANs, computed afresh. */
@NullMarked
package org.wgan4j.report.theory;

import org.jspecify.annotations.NullMarked;

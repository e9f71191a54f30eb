/** Figures that explain optimal transport and Wasserstein GANs, computed by the module transport and drawn by the figures. */
@NullMarked
package org.wgan4j.report.theory;

import org.jspecify.annotations.NullMarked;

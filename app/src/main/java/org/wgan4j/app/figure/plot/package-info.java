/** Plots: axes, what stands between them, and legends that explain it. */
@NullMarked
package org.wgan4j.app.figure.plot;

import org.jspecify.annotations.NullMarked;

/** The commands {@code emd} and {@code divergences}. */
@NullMarked
package org.wgan4j.app.cli.emd;

import org.jspecify.annotations.NullMarked;

/** The commands {@code transport}, {@code emd} and {@code divergences}. */
@NullMarked
package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.NullMarked;

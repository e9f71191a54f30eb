/** The commands {@code figures} and {@code retrieve}. */
@NullMarked
package org.wgan4j.app.cli.figures;

import org.jspecify.annotations.NullMarked;

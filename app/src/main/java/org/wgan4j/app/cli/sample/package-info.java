/** The commands {@code sample} and {@code interpolate}. */
@NullMarked
package org.wgan4j.app.cli.sample;

import org.jspecify.annotations.NullMarked;

/** The commands {@code train}, {@code resume} and {@code recipes}. */
@NullMarked
package org.wgan4j.app.cli.train;

import org.jspecify.annotations.NullMarked;

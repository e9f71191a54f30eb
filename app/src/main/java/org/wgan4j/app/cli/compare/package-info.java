/** The command {@code compare}. */
@NullMarked
package org.wgan4j.app.cli.compare;

import org.jspecify.annotations.NullMarked;

/** The command {@code bench}. */
@NullMarked
package org.wgan4j.app.cli.bench;

import org.jspecify.annotations.NullMarked;

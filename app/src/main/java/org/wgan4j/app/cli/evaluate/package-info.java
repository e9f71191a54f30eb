/** What {@code wgan4j evaluate} reads and prints. */
@NullMarked
package org.wgan4j.app.cli.evaluate;

import org.jspecify.annotations.NullMarked;

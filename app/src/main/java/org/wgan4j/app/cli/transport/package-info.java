/** The command {@code transport}. */
@NullMarked
package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.NullMarked;

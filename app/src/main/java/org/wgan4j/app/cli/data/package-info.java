/** The command {@code data}, and the options that choose images. */
@NullMarked
package org.wgan4j.app.cli.data;

import org.jspecify.annotations.NullMarked;

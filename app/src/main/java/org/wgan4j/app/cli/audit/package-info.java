/** The command {@code audit}. */
@NullMarked
package org.wgan4j.app.cli.audit;

import org.jspecify.annotations.NullMarked;

/** The command {@code barycenter}. */
@NullMarked
package org.wgan4j.app.cli.barycenter;

import org.jspecify.annotations.NullMarked;

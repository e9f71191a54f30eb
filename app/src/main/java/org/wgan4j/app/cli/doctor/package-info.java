/** The checks of {@code wgan4j doctor}: each looks at one thing that a run needs and says that it is there or how to get it. */
@NullMarked
package org.wgan4j.app.cli.doctor;

import org.jspecify.annotations.NullMarked;

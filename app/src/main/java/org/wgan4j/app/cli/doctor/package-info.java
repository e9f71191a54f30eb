/** The command {@code doctor}: each check examines one thing that a run needs. */
@NullMarked
package org.wgan4j.app.cli.doctor;

import org.jspecify.annotations.NullMarked;

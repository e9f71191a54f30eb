/** The command line program: one command is one file in a package below. */
@NullMarked
package org.wgan4j.app.cli;

import org.jspecify.annotations.NullMarked;

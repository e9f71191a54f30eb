/** The command line: one command is one file, results go to the standard output and everything else to the error stream. */
@NullMarked
package org.wgan4j.app.cli.console;

import org.jspecify.annotations.NullMarked;

/** What every command shares: options, exit codes, error messages, help, progress, signals, JSON. */
@NullMarked
package org.wgan4j.app.cli.console;

import org.jspecify.annotations.NullMarked;

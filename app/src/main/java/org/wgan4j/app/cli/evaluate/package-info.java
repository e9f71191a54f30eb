/** The commands {@code evaluate} and {@code classifier}. */
@NullMarked
package org.wgan4j.app.cli.evaluate;

import org.jspecify.annotations.NullMarked;

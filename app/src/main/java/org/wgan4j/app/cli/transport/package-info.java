/** What {@code wgan4j transport} is made of: measures and costs from files, the choice of a solver, and the answer in words. */
@NullMarked
package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.NullMarked;

/** What {@code bench} says of a measurement and of the machine that it was taken on. */
@NullMarked
package org.wgan4j.app.cli.bench;

import org.jspecify.annotations.NullMarked;

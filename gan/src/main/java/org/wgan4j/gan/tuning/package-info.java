/** Measures how the networks of a recipe compute fastest on this machine, and keeps the choice in the run directory. */
@NullMarked
package org.wgan4j.gan.tuning;

import org.jspecify.annotations.NullMarked;

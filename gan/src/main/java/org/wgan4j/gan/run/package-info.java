/** The run directory: its files, recipe, provenance, metrics, status and lock. */
@NullMarked
package org.wgan4j.gan.run;

import org.jspecify.annotations.NullMarked;

/** Measurements of speed and memory, run by hand and never published. */
@NullMarked
package org.wgan4j.bench;

import org.jspecify.annotations.NullMarked;

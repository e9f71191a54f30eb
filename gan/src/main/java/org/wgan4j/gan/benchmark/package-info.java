/** Measures how fast a recipe trains, and how much arithmetic a step is. */
@NullMarked
package org.wgan4j.gan.benchmark;

import org.jspecify.annotations.NullMarked;

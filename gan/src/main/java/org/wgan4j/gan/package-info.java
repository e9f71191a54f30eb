/** Generative adversarial networks on the JVM; see the rooms below: data, format, recipe, run, torch, network, objective, training. */
@NullMarked
package org.wgan4j.gan;

import org.jspecify.annotations.NullMarked;

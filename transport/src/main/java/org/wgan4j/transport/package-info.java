/** The types of optimal transport: measures, ground costs, plans, potentials, and solutions with their certificates. */
@NullMarked
package org.wgan4j.transport;

import org.jspecify.annotations.NullMarked;

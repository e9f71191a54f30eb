/**
 * The nouns of optimal transport: measures, ground costs, plans, potentials, and solutions with their certificates.
 *
 * <p>Nothing here solves anything; the solvers are in the packages below, and
 * {@code org.wgan4j.transport.solver.OptimalTransport} picks among them.
 */
@NullMarked
package org.wgan4j.transport;

import org.jspecify.annotations.NullMarked;

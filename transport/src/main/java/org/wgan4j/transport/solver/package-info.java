/** Picks the solver by the structure of a problem, and solves many problems at once. */
@NullMarked
package org.wgan4j.transport.solver;

import org.jspecify.annotations.NullMarked;

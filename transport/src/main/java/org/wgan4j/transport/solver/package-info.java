/** The entry point: selects a solver by the structure of a problem, and computes many distances at once. */
@NullMarked
package org.wgan4j.transport.solver;

import org.jspecify.annotations.NullMarked;

/** Pictures of one histogram being moved to another: the plan, the potentials, and the earth on its way. */
@NullMarked
package org.wgan4j.report.figure.earth;

import org.jspecify.annotations.NullMarked;

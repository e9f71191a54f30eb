/** Shows a run from its directory alone: the curves of its losses, the grids one after the other, and one page with all of it. */
@NullMarked
package org.wgan4j.report.html;

import org.jspecify.annotations.NullMarked;

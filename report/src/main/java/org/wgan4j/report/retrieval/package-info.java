/** Image retrieval by the exact earth mover's distance between colour signatures. */
@NullMarked
package org.wgan4j.report.retrieval;

import org.jspecify.annotations.NullMarked;

/** Finds pictures by their colours: signatures of pictures, and rankings by the exact earth mover's distance between them. */
@NullMarked
package org.wgan4j.report.retrieval;

import org.jspecify.annotations.NullMarked;

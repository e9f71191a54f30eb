@NullMarked
package org.wgan4j.report.retrieval;

import org.jspecify.annotations.NullMarked;

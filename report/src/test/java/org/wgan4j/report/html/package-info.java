@NullMarked
package org.wgan4j.report.html;

import org.jspecify.annotations.NullMarked;

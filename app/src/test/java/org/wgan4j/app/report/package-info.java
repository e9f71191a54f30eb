@NullMarked
package org.wgan4j.app.report;

import org.jspecify.annotations.NullMarked;

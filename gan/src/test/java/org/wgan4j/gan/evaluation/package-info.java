@NullMarked
package org.wgan4j.gan.evaluation;

import org.jspecify.annotations.NullMarked;

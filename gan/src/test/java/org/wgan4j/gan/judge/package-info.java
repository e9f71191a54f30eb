@NullMarked
package org.wgan4j.gan.judge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.wgan4j.gan.metric;

import org.jspecify.annotations.NullMarked;

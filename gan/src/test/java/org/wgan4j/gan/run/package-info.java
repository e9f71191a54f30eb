@NullMarked
package org.wgan4j.gan.run;

import org.jspecify.annotations.NullMarked;

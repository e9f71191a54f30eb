@NullMarked
package org.wgan4j.gan.classifier;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.wgan4j.gan.recipe;

import org.jspecify.annotations.NullMarked;

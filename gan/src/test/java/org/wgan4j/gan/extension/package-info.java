/** What a jar of one's own would add: an objective, an architecture with a layer of its own, a data set. */
@NullMarked
package org.wgan4j.gan.extension;

import org.jspecify.annotations.NullMarked;

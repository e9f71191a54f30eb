/** Images and labels in plain arrays: where they come from, which of them are used, and which make up each batch. */
@NullMarked
package org.wgan4j.gan.data;

import org.jspecify.annotations.NullMarked;

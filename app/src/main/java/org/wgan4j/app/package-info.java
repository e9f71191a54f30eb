/** wgan4j app. */
@NullMarked
package org.wgan4j.app;

import org.jspecify.annotations.NullMarked;

/** Declarations of settings on record components, and records that are checked against them. */
@NullMarked
package org.wgan4j.gan.recipe.setting;

import org.jspecify.annotations.NullMarked;

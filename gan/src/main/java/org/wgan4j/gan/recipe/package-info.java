/** Recipes: every setting of a run, declared once, read strictly from YAML; and the recipes that come with wgan4j. */
@NullMarked
package org.wgan4j.gan.recipe;

import org.jspecify.annotations.NullMarked;

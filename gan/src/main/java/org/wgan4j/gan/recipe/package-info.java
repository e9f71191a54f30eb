/** Recipes: the settings of a run, in code and in YAML, and the built-in recipes. */
@NullMarked
package org.wgan4j.gan.recipe;

import org.jspecify.annotations.NullMarked;

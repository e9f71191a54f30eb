/** Strict reading of declared settings from YAML. */
@NullMarked
package org.wgan4j.gan.recipe.yaml;

import org.jspecify.annotations.NullMarked;

package org.wgan4j.gan.recipe.setting;

import org.wgan4j.gan.ActionableException;

/** Thrown for a recipe or an override that cannot be used; the message says where, what was found, and what is allowed. */
public final class RecipeException extends ActionableException {
    private static final long serialVersionUID = 1L;

    /** One sentence: the place, the value found, the values allowed. */
    public RecipeException(String message) {
        super(message);
    }

    /** As above, with the cause. */
    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}

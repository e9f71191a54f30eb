package org.wgan4j.gan.recipe;

/** The optimisation algorithm. */
public enum OptimizerName {
    /** Adam (Kingma and Ba 2015). */
    ADAM,
    /** RMSprop without momentum or centring (Tieleman and Hinton 2012). */
    RMSPROP
}

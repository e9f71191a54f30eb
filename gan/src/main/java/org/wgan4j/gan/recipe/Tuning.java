package org.wgan4j.gan.recipe;

/** Whether alternative kernels are timed at the start. */
public enum Tuning {
    /** Time them and keep the fastest. */
    AUTO,
    /** Always take the same kernels. */
    OFF
}

package org.wgan4j.gan.recipe;

/** Whether alternative convolution algorithms are timed at the start. */
public enum Tuning {
    /** Time them and keep the fastest. */
    AUTO,
    /** Always use the same algorithms. */
    OFF
}

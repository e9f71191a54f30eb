package org.wgan4j.gan.metric;

/** TODO. */
public record PixelTransport(Finding sliced, Finding w1, Finding w2) {}

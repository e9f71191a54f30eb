/** The classifier of MNIST's digits, which computes the features and class probabilities of quality metrics. */
@NullMarked
package org.wgan4j.gan.classifier;

import org.jspecify.annotations.NullMarked;

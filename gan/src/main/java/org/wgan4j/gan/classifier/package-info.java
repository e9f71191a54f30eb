/** The classifier of MNIST's digits: it describes images by features and class probabilities, so that samples can be judged. */
@NullMarked
package org.wgan4j.gan.classifier;

import org.jspecify.annotations.NullMarked;

/** The four official MNIST files, packed beside this class so that training needs no network. */
@NullMarked
package org.wgan4j.mnist;

import org.jspecify.annotations.NullMarked;

/** Programs that use the libraries of wgan4j, each in one file. */
@NullMarked
package org.wgan4j.examples;

import org.jspecify.annotations.NullMarked;

/** Measures, costs and limits from files, standard input and options. */
@NullMarked
package org.wgan4j.app.cli.input;

import org.jspecify.annotations.NullMarked;

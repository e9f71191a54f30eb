/** Pictures from numbers: grids and strips of images, animations, charts. */
@NullMarked
package org.wgan4j.report.figure;

import org.jspecify.annotations.NullMarked;

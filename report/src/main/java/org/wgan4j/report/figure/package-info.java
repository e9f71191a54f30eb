/** Turns numbers into pictures: grids and strips of images, animations and charts, with no screen and no temporary files. */
@NullMarked
package org.wgan4j.report.figure;

import org.jspecify.annotations.NullMarked;

/** The HTML report of a run, and the HTML elements that all pages share. */
@NullMarked
package org.wgan4j.report.html;

import org.jspecify.annotations.NullMarked;

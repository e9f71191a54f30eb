@NullMarked
package org.wgan4j.app.retrieval;

import org.jspecify.annotations.NullMarked;

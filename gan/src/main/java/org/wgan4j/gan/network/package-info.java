/** Networks as data: layers, their weights, the roles generator and critic, and architectures by name. */
@NullMarked
package org.wgan4j.gan.network;

import org.jspecify.annotations.NullMarked;

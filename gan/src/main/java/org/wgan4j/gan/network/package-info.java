/** Networks as data: layers, their weights, the roles generator and critic, and the architectures of the recipes. */
@NullMarked
package org.wgan4j.gan.network;

import org.jspecify.annotations.NullMarked;

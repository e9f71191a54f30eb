/** Networks: a specification of layers, its weights, and the roles generator and critic. */
@NullMarked
package org.wgan4j.gan.network;

import org.jspecify.annotations.NullMarked;

"""TensorFlow's side of bench/side-by-side, as its tutorials write it: Keras layers, steps as functions of a graph, fakes outside the tape.

TensorFlow's "same" padding puts the odd zero below and to the right where ours, with as many zeros on either side, leaves those at the far
end unused. The one network is the other's mirror image, so that weights and images of ours are mirrored before they are used here.
training_peer.py has the command line.
"""
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import numpy as np
import tensorflow as tf
from tensorflow import keras

import training_peer
from training_cases import IMAGE, NORM_EPSILON, NORM_MOMENTUM, ROOT_EPSILON
from training_cases import Convolution, Dropout, Flatten, Leaky, Linear, Norm, Reshape, Tanh, Transposed


def keras_layer(layer, deviation):
    first = keras.initializers.GlorotUniform() if deviation is None else keras.initializers.RandomNormal(stddev=deviation)
    match layer:
        case Linear(1, bias):
            return keras.layers.Dense(1, use_bias=bias)
        case Linear(outputs, bias):
            return keras.layers.Dense(outputs, use_bias=bias, kernel_initializer=first)
        case Convolution(outputs, kernel, stride):
            return keras.layers.Conv2D(outputs, kernel, stride, padding="same", kernel_initializer=first)
        case Transposed(outputs, kernel, stride, bias):
            return keras.layers.Conv2DTranspose(outputs, kernel, stride, padding="same", use_bias=bias, kernel_initializer=first)
        case Norm():
            return keras.layers.BatchNormalization(momentum=NORM_MOMENTUM, epsilon=NORM_EPSILON)
        case Leaky(slope):
            return keras.layers.LeakyReLU(negative_slope=slope)
        case Dropout(rate):
            return keras.layers.Dropout(rate)
        case Reshape(channels, height, width):
            return keras.layers.Reshape((height, width, channels))
        case Flatten():
            return keras.layers.Flatten()
        case Tanh():
            return keras.layers.Activation("tanh", dtype="float32")


def network(layers, shape, deviation):
    return keras.Sequential([keras.Input(shape), *(keras_layer(layer, deviation) for layer in layers)])


def optimiser(variables, settings):
    if settings["name"] == "adam":
        made = keras.optimizers.Adam(settings["rate"], settings["beta1"], settings["beta2"], epsilon=settings["epsilon"])
    else:
        made = keras.optimizers.RMSprop(settings["rate"], settings["rho"], epsilon=settings["epsilon"])
    made.build(variables)
    return made


class TensorFlowPeer:
    def __init__(self, mode, recipe, batch, images):
        tf.config.threading.set_intra_op_parallelism_threads(os.cpu_count())
        if mode.precision == "bfloat16":
            keras.mixed_precision.set_global_policy("mixed_bfloat16")
        self.recipe, self.batch = recipe, batch
        self.images = None if images is None else tf.constant(images)
        channels, height, width = IMAGE
        deviations = recipe.deviations()
        self.generator = network(recipe.generator(), (recipe.latents,), deviations[0])
        self.critic = network(recipe.critic(), (height, width, channels), deviations[1])
        self.choose_variables()
        graph = tf.function(jit_compile=True) if mode.compiled else tf.function
        self.critic_update, self.generator_update = graph(self.critic_update), graph(self.generator_update)
        self.evaluate = graph(self.evaluate)

    def choose_variables(self):
        """What each optimiser updates: in the split schedule the generator's also has the critic's batch norm, as the texts left it."""
        norms = [layer for layer in self.critic.layers if isinstance(layer, keras.layers.BatchNormalization) and self.recipe.split]
        self.reach = self.generator.trainable_variables + [variable for norm in norms for variable in norm.trainable_variables]
        self.clipped = self.critic.trainable_variables
        if self.recipe.clips_kernels_only:
            self.clipped = [layer.kernel for layer in self.critic.layers if isinstance(layer, keras.layers.Conv2D)]
        self.generator_optimiser = optimiser(self.reach, self.recipe.optimiser)
        self.critic_optimiser = optimiser(self.critic.trainable_variables, self.recipe.optimiser)

    def real(self, n):
        chosen = tf.gather(self.images, tf.random.uniform([n], 0, len(self.images), tf.int32))
        return tf.cast(chosen[..., tf.newaxis], tf.float32) / 127.5 - 1

    def score(self, pixels):
        return tf.cast(self.critic(pixels, training=True), tf.float32)

    def loss_on_real(self, real):
        scores = self.score(real)
        return tf.reduce_mean(tf.nn.softplus(-scores) if self.recipe.objective == "gan" else -scores)

    def loss_on_fake(self, fake):
        scores = self.score(fake)
        return tf.reduce_mean(tf.nn.softplus(scores) if self.recipe.objective == "gan" else scores)

    def penalty(self, real, fake, mixing):
        between = real + mixing * (fake - real)
        with tf.GradientTape() as tape:
            tape.watch(between)
            scores = self.score(between)
        squares = tf.reduce_sum(tf.square(tape.gradient(scores, between)), axis=[1, 2, 3])
        return tf.reduce_mean(tf.square(tf.sqrt(squares + ROOT_EPSILON) - 1))

    def critic_loss(self, real, fake, mixing):
        """The loss, and the mean penalty, 0 where there is none."""
        adversarial = self.loss_on_real(real) + self.loss_on_fake(fake)
        if self.recipe.objective != "wgan-gp":
            return adversarial, tf.constant(0.0)
        penalty = self.penalty(real, fake, mixing)
        return adversarial + self.recipe.penalty * penalty, penalty

    def descend_critic(self, loss):
        variables = self.critic.trainable_variables
        with tf.GradientTape() as tape:
            value = loss()
        self.critic_optimiser.apply(tape.gradient(value, variables), variables)
        if self.recipe.objective == "wgan":
            for variable in self.clipped:
                variable.assign(tf.clip_by_value(variable, -self.recipe.clip, self.recipe.clip))
        return value

    def critic_update(self):
        n = self.batch // 2 if self.recipe.split else self.batch
        real = self.real(n)
        fake = self.generator(tf.random.normal([n, self.recipe.latents]), training=not self.recipe.moving_fakes)
        if self.recipe.split:
            return self.descend_critic(lambda: self.loss_on_real(real)) + self.descend_critic(lambda: self.loss_on_fake(fake))
        mixing = tf.random.uniform([n, 1, 1, 1])
        return self.descend_critic(lambda: self.critic_loss(real, fake, mixing)[0])

    def generator_loss(self, latents):
        scores = self.score(self.generator(latents, training=True))
        return tf.reduce_mean(tf.nn.softplus(-scores) if self.recipe.objective == "gan" else -scores)

    def generator_update(self):
        with tf.GradientTape() as tape:
            loss = self.generator_loss(tf.random.normal([self.batch, self.recipe.latents]))
        self.generator_optimiser.apply(tape.gradient(loss, self.reach), self.reach)
        return loss

    def critic_step(self):
        self.critic_update().numpy()

    def generator_step(self):
        self.generator_update().numpy()

    def evaluate(self, real, latents, mixing):
        loss, penalty = self.critic_loss(real, self.generator(latents, training=True), mixing)
        return loss, self.generator_loss(latents), penalty

    def losses(self, arrays):
        """The losses of weights and noise of ours, both networks on batch statistics."""
        load(self.generator, self.recipe.generator(), "generator", arrays)
        load(self.critic, self.recipe.critic(), "critic", arrays)
        real = mirrored(arrays["real"]).transpose(0, 2, 3, 1)
        values = [float(value) for value in self.evaluate(real, arrays["latents"], arrays["mixing"])]
        if self.recipe.objective != "wgan-gp":
            values.pop()
        return dict(zip(("critic_loss", "generator_loss", "gradient_penalty"), values))


def mirrored(array):
    return array[..., ::-1, ::-1]


def load(model, layers, name, arrays):
    """Give a model weights of ours: mirrored, channels last, and the features that are pixels in that order, too."""
    # Pixels meet a linear layer where the generator's features become an image and where the critic's image becomes features.
    seam = next(i for i, layer in enumerate(layers) if isinstance(layer, (Reshape, Flatten)))
    channels, height, width = layers[seam] if name == "generator" else model.layers[seam - 1].output.shape[3:0:-1]
    order = mirrored(np.arange(channels * height * width).reshape(channels, height, width)).transpose(1, 2, 0).ravel()
    for i, (layer, own) in enumerate(zip(layers, model.layers)):
        tensor = lambda part: arrays[f"{name}.{i}.{part}"]
        if isinstance(layer, (Convolution, Transposed)):
            values = [mirrored(tensor("weight")).transpose(2, 3, 1, 0)]
        elif isinstance(layer, Linear):
            values = [tensor("weight")[order].T if name == "generator" else tensor("weight")[:, order].T]
        elif isinstance(layer, Norm):
            values = [tensor(part) for part in ("weight", "bias", "running_mean", "running_var")]
            values = [value[order] for value in values] if i < seam and name == "generator" else values
        else:
            continue
        if getattr(layer, "bias", True) and not isinstance(layer, Norm):
            pixels = isinstance(layer, Linear) and name == "generator"
            values.append(tensor("bias")[order] if pixels else tensor("bias"))
        own.set_weights(values)


if __name__ == "__main__":
    training_peer.main(TensorFlowPeer, {"python": sys.version.split()[0], "TensorFlow": tf.__version__})

"""The one-digit WGAN of the tutorials in TensorFlow, as they wrote it, to hold the recipe digit-wgan against.

    pip install tensorflow
    python tools/digit_wgan_in_keras.py 5 300        # digit, generator steps

Prints c1, c2, g and the estimate -(c1 + c2) as the tutorials do; ./wgan4j train digit-wgan logs the same as `seed` in metrics.jsonl. The
critic and the combined model are stepped by hand so that what is frozen where is plain: in the combined model the tutorials leave the
critic's batch norm trainable.
"""
import gzip
import pathlib
import sys

import keras
import numpy as np
import tensorflow as tf
from keras import layers

digit, steps = int(sys.argv[1]), int(sys.argv[2])
data = pathlib.Path(__file__).parent.parent / "mnist/src/main/resources/org/wgan4j/mnist"
pixels = np.frombuffer(gzip.open(data / "train-images-idx3-ubyte.gz").read()[16:], np.uint8)
labels = np.frombuffer(gzip.open(data / "train-labels-idx1-ubyte.gz").read()[8:], np.uint8)
real = (pixels.reshape(-1, 28, 28, 1)[labels == digit].astype("float32") - 127.5) / 127.5
rng = np.random.default_rng(1)


def normal(deviation):
    return keras.initializers.RandomNormal(stddev=deviation)


def leaky():
    return layers.LeakyReLU(negative_slope=0.2)


critic = keras.Sequential([layers.Input((28, 28, 1))])
for _ in range(2):
    critic.add(layers.Conv2D(64, 4, strides=2, padding="same", kernel_initializer=normal(0.02)))
    critic.add(layers.BatchNormalization())
    critic.add(leaky())
critic.add(layers.Flatten())
critic.add(layers.Dense(1))

generator = keras.Sequential([layers.Input((50,)), layers.Dense(128 * 7 * 7, kernel_initializer=normal(0.03))])
generator.add(leaky())
generator.add(layers.Reshape((7, 7, 128)))
for _ in range(2):
    generator.add(layers.Conv2DTranspose(128, 4, strides=2, padding="same", kernel_initializer=normal(0.03)))
    generator.add(layers.BatchNormalization())
    generator.add(leaky())
generator.add(layers.Conv2D(1, 7, activation="tanh", padding="same", kernel_initializer=normal(0.03)))

kernels = [layer.kernel for layer in critic.layers if isinstance(layer, layers.Conv2D)]
norms = [v for layer in critic.layers if isinstance(layer, layers.BatchNormalization) for v in layer.trainable_variables]
of_combined = generator.trainable_variables + norms
critic_rule, combined_rule = keras.optimizers.RMSprop(5e-5), keras.optimizers.RMSprop(5e-5)
critic_rule.build(critic.trainable_variables)
combined_rule.build(of_combined)


@tf.function
def critic_step(images, sign):
    with tf.GradientTape() as tape:
        loss = sign * tf.reduce_mean(critic(images, training=True))
    gradients = tape.gradient(loss, critic.trainable_variables)
    critic_rule.apply_gradients(zip(gradients, critic.trainable_variables))
    for kernel in kernels:
        kernel.assign(tf.clip_by_value(kernel, -0.01, 0.01))
    return loss


@tf.function
def generator_step(noise):
    with tf.GradientTape() as tape:
        loss = -tf.reduce_mean(critic(generator(noise, training=True), training=True))
    combined_rule.apply_gradients(zip(tape.gradient(loss, of_combined), of_combined))
    return loss


@tf.function
def predict(noise):
    return generator(noise, training=False)


def noise(n):
    return rng.normal(size=(n, 50)).astype("float32")


for step in range(1, steps + 1):
    on_real, on_fake = [], []
    for _ in range(5):
        on_real.append(float(critic_step(real[rng.integers(0, len(real), 32)], -1.0)))
        on_fake.append(float(critic_step(predict(noise(32)), 1.0)))
    g = float(generator_step(noise(64)))
    if step <= 3 or step == 10 or step % 25 == 0:
        c1, c2 = np.mean(on_real), np.mean(on_fake)
        print(f"{step}: c1 {c1:.2f}, c2 {c2:.2f}, g {g:.2f}, estimate {-c1 - c2:.2f}", flush=True)

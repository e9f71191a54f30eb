"""Values computed with TensorFlow and Keras that our layers and optimisers are held against.

    pip install tensorflow safetensors
    python tools/make_keras_reference.py gan/src/test/resources/golden/keras.safetensors

Images lie here as TensorFlow wants them and are turned to [n, channels, height, width] before they are written; kernels likewise to the
order of our layers: convolutions [outputs, inputs, k, k], transposed convolutions [inputs, outputs, k, k].
"""
import sys

import keras
import numpy as np
import tensorflow as tf
from safetensors.numpy import save_file

rng = np.random.default_rng(20260101)
out = {}


def to_nchw(x):
    return np.ascontiguousarray(np.transpose(x, (0, 3, 1, 2)))


def convolutions():
    for size, kernel, stride in [(28, 5, 2), (14, 5, 2), (7, 5, 2), (9, 4, 2), (28, 4, 2), (8, 7, 1), (11, 3, 3), (6, 2, 3)]:
        x = rng.normal(size=(2, size, size + 1, 3)).astype("float32")
        k = rng.normal(size=(kernel, kernel, 3, 4)).astype("float32")
        y = tf.nn.conv2d(x, k, strides=stride, padding="SAME").numpy()
        name = f"conv.{kernel}.{stride}.{size}"
        out[name + ".x"] = to_nchw(x)
        out[name + ".weight"] = np.ascontiguousarray(np.transpose(k, (3, 2, 0, 1)))
        out[name + ".y"] = to_nchw(y)


def transposed_convolutions():
    for size, kernel, stride in [(7, 5, 1), (7, 5, 2), (14, 5, 2), (7, 4, 2), (5, 3, 3), (6, 3, 2), (4, 2, 2)]:
        x = rng.normal(size=(2, size, size + 1, 3)).astype("float32")
        layer = keras.layers.Conv2DTranspose(4, kernel, strides=stride, padding="same", use_bias=False)
        layer.build(x.shape)
        k = rng.normal(size=(kernel, kernel, 4, 3)).astype("float32")
        layer.set_weights([k])
        name = f"transposed.{kernel}.{stride}.{size}"
        out[name + ".x"] = to_nchw(x)
        out[name + ".weight"] = np.ascontiguousarray(np.transpose(k, (3, 2, 0, 1)))
        out[name + ".y"] = to_nchw(layer(x).numpy())


def batch_norm():
    layer = keras.layers.BatchNormalization()
    x = rng.normal(loc=2.0, scale=3.0, size=(8, 5, 5, 3)).astype("float32")
    layer.build(x.shape)
    out["batchnorm.x"] = to_nchw(x)
    out["batchnorm.training"] = to_nchw(layer(x, training=True).numpy())
    out["batchnorm.inference"] = to_nchw(layer(x, training=False).numpy())
    out["batchnorm.moving_mean"] = layer.moving_mean.numpy()
    out["batchnorm.moving_variance"] = layer.moving_variance.numpy()


def optimizer(name, rule):
    variable = tf.Variable(rng.normal(size=(6,)).astype("float32"))
    out[f"{name}.start"] = variable.numpy().copy()
    for step in range(5):
        # Some gradients are as small as epsilon, so that its place shows.
        gradient = (rng.normal(size=(6,)) * 10.0 ** -np.arange(0, 12, 2)).astype("float32")
        rule.apply_gradients([(tf.constant(gradient), variable)])
        out[f"{name}.gradient.{step}"] = gradient
        out[f"{name}.after.{step}"] = variable.numpy().copy()


def losses():
    real = rng.normal(scale=4, size=(16,)).astype("float32")
    fake = rng.normal(scale=4, size=(16,)).astype("float32")
    cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    out["gan.real"] = real
    out["gan.fake"] = fake
    critic = cross_entropy(tf.ones_like(real), real) + cross_entropy(tf.zeros_like(fake), fake)
    generator = cross_entropy(tf.ones_like(fake), fake)
    out["gan.losses"] = np.array([float(critic), float(generator)], dtype="float32")


convolutions()
transposed_convolutions()
batch_norm()
optimizer("adam", keras.optimizers.Adam(1e-2))
optimizer("rmsprop", keras.optimizers.RMSprop(1e-2))
losses()
save_file(out, sys.argv[1], metadata={"tensorflow": tf.__version__, "keras": keras.__version__})
print(len(out), "tensors,", sum(v.nbytes for v in out.values()), "bytes")

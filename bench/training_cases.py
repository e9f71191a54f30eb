"""What bench/side-by-side trains and with whom: networks, recipes, the ways of running each peer, cases and aims.

The networks are those of Architectures.java and the recipes those of gan/src/main/resources/org/wgan4j/gan/recipe; the comparison of losses
fails where the two differ. Convolutions of even images are padded so that stride s gives size / s.
"""
from collections import namedtuple
from dataclasses import dataclass, replace

Linear = namedtuple("Linear", "outputs bias")
Convolution = namedtuple("Convolution", "outputs kernel stride")
Transposed = namedtuple("Transposed", "outputs kernel stride bias")
Norm = namedtuple("Norm", "")
Leaky = namedtuple("Leaky", "slope")
Dropout = namedtuple("Dropout", "rate")
Reshape = namedtuple("Reshape", "channels height width")
Flatten = namedtuple("Flatten", "")
Tanh = namedtuple("Tanh", "")

IMAGE = (1, 28, 28)
NORM_MOMENTUM, NORM_EPSILON = 0.99, 1e-3
#: Under the root of the gradient's norm, so that it has a gradient where the critic is flat.
ROOT_EPSILON = 1e-12


def tutorial_generator():
    layers = [Linear(7 * 7 * 256, False), Norm(), Leaky(0.3), Reshape(256, 7, 7)]
    layers += [Transposed(128, 5, 1, False), Norm(), Leaky(0.3)]
    layers += [Transposed(64, 5, 2, False), Norm(), Leaky(0.3)]
    return [*layers, Transposed(1, 5, 2, False), Tanh()]


def tutorial_critic(dropout):
    drop = [Dropout(dropout)] if dropout else []
    layers = [Convolution(64, 5, 2), Leaky(0.3), *drop, Convolution(128, 5, 2), Leaky(0.3), *drop]
    return [*layers, Flatten(), Linear(1, True)]


def digit_generator():
    layers = [Linear(7 * 7 * 128, True), Leaky(0.2), Reshape(128, 7, 7)]
    layers += 2 * [Transposed(128, 4, 2, True), Norm(), Leaky(0.2)]
    return [*layers, Convolution(1, 7, 1), Tanh()]


def digit_critic(dropout):
    drop = [Dropout(dropout)] if dropout else []
    return [*(2 * [Convolution(64, 4, 2), Norm(), Leaky(0.2), *drop]), Flatten(), Linear(1, True)]


@dataclass(frozen=True)
class Recipe:
    """One way to train: `objective` is gan, wgan or wgan-gp; a split critic step is one on real and one on fake images, half a batch each."""

    objective: str
    optimiser: dict
    critic_steps: int = 1
    networks: str = "tutorial"
    latents: int = 100
    dropout: float = 0
    penalty: float = 10
    clip: float = 0.01
    #: Only the kernels of convolutions are clipped, not every trainable tensor.
    clips_kernels_only: bool = False
    split: bool = False
    #: The critic's fakes come from moving statistics instead of the batch's.
    moving_fakes: bool = False

    def generator(self):
        return tutorial_generator() if self.networks == "tutorial" else digit_generator()

    def critic(self):
        return (tutorial_critic if self.networks == "tutorial" else digit_critic)(self.dropout)

    def deviations(self):
        """Standard deviations of the first weights of generator and critic; None is Glorot's uniform."""
        return (None, None) if self.networks == "tutorial" else (0.03, 0.02)

    def without_dropout(self):
        return replace(self, dropout=0)


def adam(beta1, beta2):
    return {"name": "adam", "rate": 1e-4, "beta1": beta1, "beta2": beta2, "epsilon": 1e-8}


def rmsprop(rho, epsilon):
    return {"name": "rmsprop", "rate": 5e-5, "rho": rho, "epsilon": epsilon}


RECIPES = {
    "wgan-gp": Recipe("wgan-gp", adam(0.0, 0.9), critic_steps=5),
    "wgan": Recipe("wgan", rmsprop(0.99, 1e-8), critic_steps=5),
    "gan": Recipe("gan", adam(0.9, 0.999), dropout=0.3),
    "digit-wgan": Recipe(
        "wgan",
        rmsprop(0.9, 1e-7),
        critic_steps=5,
        networks="digit",
        latents=50,
        clips_kernels_only=True,
        split=True,
        moving_fakes=True,
    ),
}


@dataclass(frozen=True)
class Mode:
    """One way of running a peer."""

    title: str
    program: str
    precision: str = "float32"
    channels_last: bool = False
    compiled: bool = False


PYTORCH, TENSORFLOW = "training_pytorch.py", "training_tensorflow.py"

MODES = {
    "torch-eager": Mode("PyTorch eager", PYTORCH),
    "torch-channels-last": Mode("PyTorch eager, channels last", PYTORCH, channels_last=True),
    "torch-compile": Mode("PyTorch compiled", PYTORCH, compiled=True),
    "torch-bf16": Mode("PyTorch autocast", PYTORCH, "bfloat16"),
    "torch-bf16-channels-last": Mode("PyTorch autocast, channels last", PYTORCH, "bfloat16", channels_last=True),
    "torch-bf16-compile": Mode("PyTorch autocast, compiled", PYTORCH, "bfloat16", compiled=True),
    "tf-graph": Mode("TensorFlow graph", TENSORFLOW),
    "tf-xla": Mode("TensorFlow XLA", TENSORFLOW, compiled=True),
    "tf-bf16": Mode("TensorFlow graph, mixed precision", TENSORFLOW, "bfloat16"),
}

ALL_MODES = tuple(MODES)
FEW_MODES = ("torch-eager", "torch-channels-last", "torch-bf16", "tf-graph")


@dataclass(frozen=True)
class Case:
    """One table. `aim` is how many times as fast as the fastest float32 peer ours should at least be, `graph_aim` as TensorFlow's graph."""

    recipe: str
    batch: int
    modes: tuple
    aim: float
    graph_aim: float = 0
    ours: tuple = ("float32", "auto")

    @property
    def name(self):
        return f"{self.recipe}-{self.batch}"


CASES = (
    Case("wgan-gp", 256, ALL_MODES, 1.3, graph_aim=2, ours=("float32", "bfloat16", "auto")),
    Case("wgan", 256, FEW_MODES, 1.15),
    Case("gan", 256, FEW_MODES, 1.15),
    Case("wgan-gp", 64, FEW_MODES, 1.3),
    Case("digit-wgan", 64, FEW_MODES, 1.3),
)

#: What ours with precision auto aims at against the fastest peer in any precision.
AUTO_AIM = 1.5
#: How closely losses must agree, relatively.
TOLERANCE = 1e-4
QUICK_BATCH, QUICK_SECONDS = 16, 1


def cases(quick):
    """The cases in order; quick ones have small batches and every mode."""
    if not quick:
        return CASES
    small = {case.recipe: replace(case, batch=QUICK_BATCH, modes=ALL_MODES) for case in reversed(CASES)}
    return tuple(small[recipe] for recipe in RECIPES)

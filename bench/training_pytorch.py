"""PyTorch's side of bench/side-by-side, written as its documentation advises: fused optimiser, frozen critic, fakes without a graph.

The double backward pass of a gradient penalty cannot be compiled, so that there the penalty's critic stays eager. training_peer.py has the
command line.
"""
import os
import sys
from functools import partial

import torch
from torch import nn
from torch.nn import functional

import training_peer
from training_cases import IMAGE, NORM_EPSILON, NORM_MOMENTUM, ROOT_EPSILON
from training_cases import Convolution, Dropout, Flatten, Leaky, Linear, Norm, Reshape, Tanh, Transposed


def module(layer, shape):
    """The module of a layer whose input has the given shape."""
    match layer:
        case Linear(outputs, bias):
            return nn.Linear(shape[0], outputs, bias)
        case Convolution(outputs, kernel, stride):
            return nn.Conv2d(shape[0], outputs, kernel, stride, padding=(kernel - 1) // 2)
        case Transposed(outputs, kernel, stride, bias):
            padding = (kernel - 1) // 2
            return nn.ConvTranspose2d(shape[0], outputs, kernel, stride, padding, stride + 2 * padding - kernel, bias=bias)
        case Norm():
            norm = nn.BatchNorm2d if len(shape) == 3 else nn.BatchNorm1d
            return norm(shape[0], eps=NORM_EPSILON, momentum=1 - NORM_MOMENTUM)
        case Leaky(slope):
            return nn.LeakyReLU(slope)
        case Dropout(rate):
            return nn.Dropout(rate)
        case Reshape():
            return nn.Unflatten(1, tuple(layer))
        case Flatten():
            return nn.Flatten()
        case Tanh():
            return nn.Tanh()


def network(layers, shape, deviation):
    modules = []
    for layer in layers:
        modules.append(module(layer, shape))
        with torch.no_grad():
            shape = nn.Sequential(modules[-1]).eval()(torch.zeros(1, *shape)).shape[1:]
        if isinstance(layer, (Linear, Convolution, Transposed)):
            begin(modules[-1], deviation)
    return nn.Sequential(*modules).train()


def begin(layer, deviation):
    """First weights; a linear layer of one score is Glorot's everywhere."""
    if deviation is None or layer.weight.shape[0] == 1 and isinstance(layer, nn.Linear):
        nn.init.xavier_uniform_(layer.weight)
    else:
        nn.init.normal_(layer.weight, std=deviation)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)


def optimiser(parameters, settings):
    if settings["name"] == "adam":
        betas = (settings["beta1"], settings["beta2"])
        return torch.optim.Adam(parameters, settings["rate"], betas, settings["epsilon"], fused=True)
    return torch.optim.RMSprop(parameters, settings["rate"], settings["rho"], settings["epsilon"])


class PyTorchPeer:
    def __init__(self, mode, recipe, batch, images):
        torch.set_num_threads(os.cpu_count())
        self.mode, self.recipe, self.batch = mode, recipe, batch
        self.images = None if images is None else torch.tensor(images)
        deviations = recipe.deviations()
        self.generator = network(recipe.generator(), (recipe.latents,), deviations[0])
        self.critic = network(recipe.critic(), IMAGE, deviations[1])
        if mode.channels_last:
            self.generator.to(memory_format=torch.channels_last)
            self.critic.to(memory_format=torch.channels_last)
        compiled = partial(torch.compile, dynamic=False) if mode.compiled else lambda same: same
        self.generate, self.score = compiled(self.generator), compiled(self.critic)
        self.autocast = partial(torch.autocast, "cpu", torch.bfloat16, enabled=mode.precision == "bfloat16")
        self.choose_parameters()

    def choose_parameters(self):
        """What each optimiser updates: in the split schedule the generator's also has the critic's batch norm, as the texts left it."""
        norms = [m for m in self.critic.modules() if isinstance(m, nn.BatchNorm2d) and self.recipe.split]
        shared = [parameter for norm in norms for parameter in norm.parameters()]
        shared_ids = {id(parameter) for parameter in shared}
        self.frozen = [p for p in self.critic.parameters() if id(p) not in shared_ids]
        self.clipped = list(self.critic.parameters())
        if self.recipe.clips_kernels_only:
            self.clipped = [m.weight for m in self.critic.modules() if isinstance(m, nn.Conv2d)]
        self.generator_optimiser = optimiser([*self.generator.parameters(), *shared], self.recipe.optimiser)
        self.critic_optimiser = optimiser(self.critic.parameters(), self.recipe.optimiser)

    def arranged(self, pixels):
        return pixels.contiguous(memory_format=torch.channels_last) if self.mode.channels_last else pixels

    def real(self, n):
        chosen = self.images[torch.randint(len(self.images), (n,))].unsqueeze(1)
        return self.arranged(chosen.to(torch.float32).div_(127.5).sub_(1))

    def fakes(self, n):
        """Images for the critic, without a graph."""
        self.generator.train(not self.recipe.moving_fakes)
        with torch.no_grad():
            return self.generate(torch.randn(n, self.recipe.latents))

    def loss_on_real(self, real):
        scores = self.score(real).float()
        return functional.softplus(-scores).mean() if self.recipe.objective == "gan" else -scores.mean()

    def loss_on_fake(self, fake):
        scores = self.score(fake).float()
        return functional.softplus(scores).mean() if self.recipe.objective == "gan" else scores.mean()

    def penalty(self, real, fake, mixing):
        between = torch.lerp(real, fake.float(), mixing).requires_grad_()
        (gradient,) = torch.autograd.grad(self.critic(between).float().sum(), between, create_graph=True)
        return (gradient.flatten(1).square().sum(1).add(ROOT_EPSILON).sqrt() - 1).square().mean()

    def critic_loss(self, real, fake, mixing):
        """The loss, and the mean penalty where there is one."""
        adversarial = self.loss_on_real(real) + self.loss_on_fake(fake)
        if self.recipe.objective != "wgan-gp":
            return adversarial, None
        penalty = self.penalty(real, fake, mixing)
        return adversarial + self.recipe.penalty * penalty, penalty

    def update_critic(self, loss):
        self.critic_optimiser.zero_grad()
        loss.backward()
        self.critic_optimiser.step()
        if self.recipe.objective == "wgan":
            with torch.no_grad():
                for parameter in self.clipped:
                    parameter.clamp_(-self.recipe.clip, self.recipe.clip)

    def critic_step(self):
        if self.recipe.split:
            half = self.batch // 2
            with self.autocast():
                loss = self.loss_on_real(self.real(half))
            self.update_critic(loss)
            with self.autocast():
                loss = self.loss_on_fake(self.fakes(half))
            self.update_critic(loss)
        else:
            with self.autocast():
                loss, _ = self.critic_loss(self.real(self.batch), self.fakes(self.batch), torch.rand(self.batch, 1, 1, 1))
            self.update_critic(loss)

    def generator_step(self):
        for parameter in self.frozen:
            parameter.requires_grad_(False)
        self.generator.train()
        with self.autocast():
            loss = self.generator_loss(torch.randn(self.batch, self.recipe.latents))
        self.generator_optimiser.zero_grad()
        loss.backward()
        self.generator_optimiser.step()
        for parameter in self.frozen:
            parameter.requires_grad_(True)

    def generator_loss(self, latents):
        scores = self.score(self.generate(latents)).float()
        return functional.softplus(-scores).mean() if self.recipe.objective == "gan" else -scores.mean()

    def losses(self, arrays):
        """The losses of weights and noise of ours, both networks on batch statistics."""
        for name, own in (("generator", self.generator), ("critic", self.critic)):
            state = {key.split(".", 1)[1]: torch.tensor(arrays[key]) for key in arrays.files if key.startswith(name + ".")}
            counters = {key: value for key, value in own.state_dict().items() if key.endswith("num_batches_tracked")}
            own.load_state_dict(state | counters)
        latents, mixing = torch.tensor(arrays["latents"]), torch.tensor(arrays["mixing"])
        with torch.no_grad():
            fake = self.generate(latents)
        loss, penalty = self.critic_loss(self.arranged(torch.tensor(arrays["real"])), fake, mixing)
        losses = {"critic_loss": loss, "generator_loss": self.generator_loss(latents), "gradient_penalty": penalty}
        return {name: value.item() for name, value in losses.items() if value is not None}


if __name__ == "__main__":
    training_peer.main(PyTorchPeer, {"python": sys.version.split()[0], "PyTorch": torch.__version__})

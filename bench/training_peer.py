"""What both peers' programs share: the clock, the images, and the command line.

    training_pytorch.py time MODE RECIPE BATCH SECONDS IMAGES    train that long and print one JSON object in a line
    training_pytorch.py check MODE RECIPE FILE                   the losses of the weights and noise in an .npz file of ours
    training_pytorch.py versions                                 which versions are used, as JSON
"""
import gzip
import json
import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from training_cases import MODES, RECIPES

#: One would do for eager modes; a compiled critic is compiled again when it is first frozen.
WARM_UP_ITERATIONS = 2


def images(file):
    """The training images as bytes, [n, 28, 28]."""
    return np.frombuffer(gzip.decompress(Path(file).read_bytes()), np.uint8, offset=16).reshape(-1, 28, 28)


def seconds_since_start():
    """How long this process has lived, imports included."""
    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    return float(Path("/proc/uptime").read_text().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")


def peak_mebibytes():
    row = next(row for row in Path("/proc/self/status").read_text().splitlines() if row.startswith("VmHWM:"))
    return int(row.split()[1]) / 1024


def milliseconds(call):
    started = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - started)


def spread(values):
    return {"median": statistics.median(values), "min": min(values)}


def measure(peer, critic_steps, seconds):
    """Train for so many seconds after warming up, at least one iteration: critic steps, then a generator step."""

    def iteration():
        critic = [milliseconds(peer.critic_step) for _ in range(critic_steps)]
        return critic, milliseconds(peer.generator_step)

    iteration()
    startup = seconds_since_start()
    for _ in range(WARM_UP_ITERATIONS - 1):
        iteration()
    critic, generator, whole = [], [], []
    end = time.perf_counter() + seconds
    while not whole or time.perf_counter() < end:
        started = time.perf_counter()
        critic_times, generator_time = iteration()
        whole.append(1000 * (time.perf_counter() - started))
        critic += critic_times
        generator.append(generator_time)
    times = {"critic_ms": spread(critic), "generator_ms": spread(generator), "iteration_ms": spread(whole)}
    return {"iterations": len(whole), **times, "startup_seconds": startup, "peak_memory_mib": peak_mebibytes()}


def main(make, versions):
    """Run the command; `make(mode, recipe, batch, images)` gives the peer."""
    command, *arguments = sys.argv[1:]
    if command == "versions":
        answer = versions
    elif command == "check":
        mode, recipe, file = arguments
        arrays = np.load(file)
        peer = make(MODES[mode], RECIPES[recipe].without_dropout(), len(arrays["real"]), None)
        answer = peer.losses(arrays)
    else:
        mode, recipe, batch, seconds, file = arguments
        peer = make(MODES[mode], RECIPES[recipe], int(batch), images(file))
        measured = measure(peer, RECIPES[recipe].critic_steps, float(seconds))
        seen = RECIPES[recipe].critic_steps * int(batch) / (2 if RECIPES[recipe].split else 1)
        rate = 1000 * seen / measured["iteration_ms"]["median"]
        what = {"recipe": recipe, "batch": int(batch), "precision": MODES[mode].precision, "threads": os.cpu_count()}
        answer = {**what, **measured, "images_per_second": rate, "machine": versions}
    print(json.dumps(answer))

"""Writes the runs that OldRunsTest opens: run directories of version 0.1.0, which every later version must read.

    python tools/make_old_runs.py gan/src/test/resources/old-runs

It was run once, on the program as it then was. Running it again would put a later version's files in their place, and the test would show
nothing: a new format gets a folder of its own beside this one. It wants ./wgan4j and, of Python, the standard library.

For each of two tiny runs of four steps: the run directory as a zip (without what is drawn from it at the end), what `sample` drew from it, and
what was logged when a copy of it went on for two steps. Then, for every recipe, what its first step logged and the names, shapes and ends of all
tensors of the checkpoint: learning rates next to 0 keep the weights as they were drawn, which pins the names of the random streams.
"""

import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile

target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
program = pathlib.Path(__file__).resolve().parent.parent / "wgan4j"
PLAIN = ["runtime.threads=1", "runtime.tuning=off", "runtime.precision=float32", "quality.everyEpochs=0", "quality.everySteps=0"]

RUNS = {
    # Perceptrons, the gradient penalty, Adam with a falling rate.
    "ring": ["ring", 3, "batchSize=32", "network.hiddenUnits=16", "network.hiddenLayers=2", "checkpoints.everySteps=2", "checkpoints.keep=0"],
    # Convolutions, batch norm in both networks, an averaged generator, clipping, RMSprop. With a critic rate of 1 every
    # weight that is clipped ends at the clip, so that its file packs well.
    "digits": [
        "wgan", 4, "batchSize=8", "data.name=mnist-test", "data.digits=[3, 7]", "network.generator=mlp", "network.critic=digit",
        "network.generatorBatchNorm=true", "network.criticBatchNorm=true", "network.latentSize=4", "network.hiddenUnits=4",
        "network.hiddenLayers=2", "objective.criticSteps=2", "criticOptimizer.learningRate=1", "averaging.halfLifeSteps=2",
        "samples.rows=2", "samples.columns=2",
    ],
}
RECIPES = ["quick", "gan", "wgan", "wgan-gp", "tutorial-gan", "tutorial-wgan-gp", "digit-wgan", "ring", "grid", "swiss-roll"]
FIRST_STEP = ["batchSize=4", "generatorOptimizer.learningRate=1e-12", "criticOptimizer.learningRate=1e-12", "samples.everyEpochs=0", "samples.everySteps=0"]
DRAWN = {"report.html", "losses.png", "training.gif", "events", ".lock"}


def wgan4j(*arguments):
    subprocess.run([program, *map(str, arguments)], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def train(recipe, folder, steps, seed, settings):
    sets = [word for setting in settings for word in ("--set", setting)]
    wgan4j("train", recipe, "--steps", steps, "--seed", seed, *sets, "--out", folder)


def pack(folder, file):
    """Zips a run in the order of its names and with one time, so that equal runs give equal bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and inside.parts[0] not in DRAWN and not (path.suffix == ".png" and path.stat().st_size > 10_000):
                out.writestr(zipfile.ZipInfo(inside.as_posix()), path.read_bytes(), zipfile.ZIP_DEFLATED)


def steps_of(folder):
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    return [line for line in lines if line["kind"] == "step"]


def terms(step):
    return {key: value for key, value in step.items() if key not in ("kind", "step", "epoch", "criticSteps", "imagesSeen", "seconds")}


def tensors(file):
    """Name -> shape, first and last value of a safetensors file."""
    data = file.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    found = {}
    for name, entry in sorted(header.items()):
        if name == "__metadata__":
            continue
        assert entry["dtype"] == "F32"
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        ends = [struct.unpack("<f", data[at : at + 4])[0] for at in (begin, end - 4)]
        found[name] = {"shape": entry["shape"], "first": ends[0], "last": ends[1]}
    return found


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    for name, (recipe, seed, *settings) in RUNS.items():
        run = folder / name
        train(recipe, run, 4, seed, settings + PLAIN)
        pack(run, target / f"{name}.zip")
        wgan4j("sample", run, "-n", 4, "--seed", 1, "--out", target / f"{name}-samples.npz")
        shutil.copytree(run, folder / "copy")
        wgan4j("resume", folder / "copy", "--steps", 6)
        (target / f"{name}-continued.json").write_text(json.dumps([terms(step) for step in steps_of(folder / "copy")[4:]], indent=1) + "\n")
        shutil.rmtree(folder / "copy")

    first_steps = {}
    for recipe in RECIPES:
        run = folder / f"first-{recipe}"
        toy = recipe in ("ring", "grid", "swiss-roll")
        settings = FIRST_STEP + ([] if toy else ["data.name=mnist-test", "data.digits=all"]) + (["network.criticDropout=0.25"] if recipe == "gan" else [])
        train(recipe, run, 1, 7, settings + PLAIN)
        checkpoint = run / "checkpoints/step-00000001"
        first_steps[recipe] = {
            "settings": settings + PLAIN + ["steps=1", "seed=7"],
            "terms": terms(steps_of(run)[0]),
            "files": {file.name: tensors(file) for file in sorted(checkpoint.glob("*.safetensors"))},
        }
    (target / "first-steps.json").write_text("{\n" + ",\n".join(f"{json.dumps(recipe)}: {json.dumps(found)}" for recipe, found in first_steps.items()) + "\n}\n")

version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
(target / "README.md").write_text(
    f"# Runs of {version}\n\nWritten once by `tools/make_old_runs.py`; every later version must read them, so they are never written anew.\n"
)
print(sum(file.stat().st_size for file in target.iterdir()), "bytes")

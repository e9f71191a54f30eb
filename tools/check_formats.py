"""Reads the files that wgan4j writes with the libraries that own the formats, and prints one line for each.

The tests of the module gan leave a file of each format in gan/target/format-samples. To check them:

    mvn test -pl gan -am
    python -m venv .venv && .venv/bin/pip install numpy safetensors tensorboard torch
    .venv/bin/python tools/check_formats.py gan/target/format-samples

A format whose library is not installed is named and left out. The exit status is 1 if any line says WRONG.
"""

import gzip
import importlib
import pathlib
import sys

UINT8 = [11 * i % 256 for i in range(24)]
FLOAT32 = [i / 8 - 0.5 for i in range(6)]
FLOAT64 = [1 / 3, float("-inf"), 5e-324]
METADATA = {"by": "safetensors", "quoted": 'a "b" \\ \u00e9'}


def same(array, dtype, shape, values):
    assert str(array.dtype).endswith(dtype), f"type {array.dtype}, expected {dtype}"
    assert tuple(array.shape) == shape, f"shape {tuple(array.shape)}, expected {shape}"
    assert array.reshape(-1).tolist() == values, f"values {array}"


def npy(folder, numpy):
    same(numpy.load(folder / "uint8.npy"), "uint8", (2, 3, 4), UINT8)


def npz(folder, numpy):
    with numpy.load(folder / "arrays.npz") as arrays:
        assert sorted(arrays) == ["images", "latents", "third"], sorted(arrays)
        same(arrays["images"], "uint8", (2, 3, 4), UINT8)
        same(arrays["latents"], "float32", (2, 3), FLOAT32)
        same(arrays["third"], "float64", (3,), FLOAT64)


def idx(folder, numpy):
    data = gzip.decompress((folder / "uint8-idx3-ubyte.gz").read_bytes())
    sizes = tuple(numpy.frombuffer(data, ">u4", data[3], 4))
    same(numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * len(sizes)).reshape(sizes), "uint8", (2, 3, 4), UINT8)


def safetensors_with(framework):
    def check(folder, safetensors):
        with safetensors.safe_open(folder / "tensors.safetensors", framework) as file:
            assert file.metadata() == METADATA, file.metadata()
            assert sorted(file.keys()) == ["a.scale", "b.weight", "empty"], file.keys()
            same(file.get_tensor("a.scale"), "float32", (), [7])
            same(file.get_tensor("b.weight"), "float32", (2, 3), FLOAT32)
            same(file.get_tensor("empty"), "float32", (0, 3), [])
        with safetensors.safe_open(folder / "none.safetensors", framework) as file:
            assert not list(file.keys())

    return check


def events(folder, event_accumulator):
    accumulator = event_accumulator.EventAccumulator(str(folder / "events"))
    accumulator.Reload()
    scalars = [(event.step, event.value) for event in accumulator.Scalars("critic_loss")]
    assert scalars == [(step, step / 4) for step in range(6)] + [(6, -6), (7, -7)], scalars
    images = accumulator.Images("samples")
    assert [image.step for image in images] == [3], [image.step for image in images]
    assert (images[0].height, images[0].width) == (4, 6)
    assert images[0].encoded_image_string.startswith(b"\x89PNG\r\n\x1a\n")


def server_events(folder, event_multiplexer):
    """The path that the TensorBoard server takes, which turns old-style summaries into tensors."""
    multiplexer = event_multiplexer.EventMultiplexer()
    multiplexer.AddRun(str(folder / "events"), "run")
    multiplexer.Reload()
    points = [(event.step, float(event.tensor_proto.float_val[0])) for event in multiplexer.Tensors("run", "critic_loss")]
    assert points == [(step, step / 4) for step in range(6)] + [(6, -6), (7, -7)], points
    pictures = multiplexer.Tensors("run", "samples")
    assert [list(event.tensor_proto.string_val)[:2] for event in pictures] == [[b"6", b"4"]], pictures


CHECKS = [
    ("npy, read by numpy", npy, "numpy"),
    ("npz, read by numpy", npz, "numpy"),
    ("idx, read by numpy", idx, "numpy"),
    ("safetensors, read by safetensors into numpy", safetensors_with("np"), "safetensors"),
    ("safetensors, read by safetensors into torch", safetensors_with("pt"), "safetensors"),
    ("events, read by EventAccumulator", events, "tensorboard.backend.event_processing.event_accumulator"),
    ("events, read as the server does", server_events, "tensorboard.backend.event_processing.plugin_event_multiplexer"),
]


def main(folder):
    wrong = False
    for name, check, module in CHECKS:
        try:
            check(folder, importlib.import_module(module))
            print(f"{name}: ok")
        except ImportError as missing:
            print(f"{name}: not checked, {missing}")
        except Exception as error:
            wrong = True
            print(f"{name}: WRONG: {error!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1])))

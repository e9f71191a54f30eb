"""Writes the golden files of the format tests with the libraries that own the formats.

Run it from the root of the repository, with numpy, safetensors and tensorboard installed:

    python tools/make_golden.py gan/src/test/resources/golden

The tests expect these bytes to be read, and the event file to be written byte for byte the same.
(The order of the metadata in tensors.safetensors changes from run to run; it means nothing.)
"""

import pathlib
import sys

import numpy
import safetensors
import safetensors.numpy
import tensorboard
from tensorboard.compat.proto.event_pb2 import Event, SessionLog
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)

uint8 = (numpy.arange(24) * 11 % 256).astype(numpy.uint8).reshape(2, 3, 4)
float32 = (numpy.arange(6, dtype=numpy.float32) / 8 - 0.5).reshape(2, 3)
float64 = numpy.array([1 / 3, -numpy.inf, 5e-324])

numpy.save(folder / "uint8.npy", uint8)
numpy.save(folder / "float32.npy", float32)
numpy.save(folder / "float64.npy", float64)
numpy.save(folder / "scalar.npy", numpy.float32(2.5))
numpy.save(folder / "fortran.npy", numpy.asfortranarray(float32))
numpy.save(folder / "int64.npy", numpy.arange(3))
with open(folder / "version2.npy", "wb") as out:
    numpy.lib.format.write_array(out, float32, version=(2, 0))
numpy.savez(folder / "stored.npz", images=uint8, latents=float32, third=float64)
numpy.savez_compressed(folder / "compressed.npz", images=uint8, latents=float32, third=float64)

safetensors.numpy.save_file(
    {"b.weight": float32, "a.scale": numpy.float32([7]).reshape(()), "empty": numpy.zeros((0, 3), numpy.float32)},
    folder / "tensors.safetensors",
    metadata={"by": "safetensors", "quoted": 'a "b" \\ \u00e9'},
)
safetensors.numpy.save_file({"x": float64}, folder / "float64.safetensors")

with open(folder / "events.tfevents", "wb") as out:
    writer = RecordWriter(out)
    time = 1700000000.25

    def write(**fields):
        writer.write(Event(wall_time=time, **fields).SerializeToString())

    write(file_version="brain.Event:2")
    write(step=1, summary=Summary(value=[Summary.Value(tag="critic_loss", simple_value=-1.5)]))
    image = Summary.Image(height=2, width=300, colorspace=1, encoded_image_string=bytes(range(200)))
    write(step=300, summary=Summary(value=[Summary.Value(tag="samples", image=image)]))
    for _ in range(2):
        write(step=301, session_log=SessionLog(status=SessionLog.START))

(folder / "README.md").write_text(
    "# Golden files\n\n"
    "Written by `tools/make_golden.py` with "
    f"numpy {numpy.__version__}, safetensors {safetensors.__version__} and tensorboard {tensorboard.__version__}.\n"
)

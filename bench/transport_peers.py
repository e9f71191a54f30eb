"""The peers' side of bench/transport-side-by-side: writes the instances that both sides read, and times POT and SciPy on them.

    transport_peers.py write SPEC FOLDER MNIST     make the instance that the JSON SPEC describes (see transport_cases.py)
    transport_peers.py time PEER FOLDER [NUMBER]   time one peer on it and print one JSON object in a line
    transport_peers.py versions                    print which versions are used, as JSON

An instance is a folder of .npy files of little-endian doubles: masses a.npy and b.npy, costs.npy, points x.npy and y.npy, images
first.npy and second.npy, whichever the kind has.
"""
import gzip
import json
import os
import sys
import time
from pathlib import Path

# POT imports every framework that it finds, which costs seconds and threads and has no part in what is timed.
for framework in ("PYTORCH", "JAX", "CUPY", "TENSORFLOW"):
    os.environ.setdefault(f"POT_BACKEND_DISABLE_{framework}", "1")

import numpy as np
import ot
import scipy
from scipy.ndimage import gaussian_filter
from scipy.optimize import linear_sum_assignment

NO_LIMIT = 10**9

# --- The instances ---------------------------------------------------------------------------------------------------------------


def write(spec, folder, mnist):
    """Write the arrays of one instance; random ones are drawn from the spec's seed."""
    random = np.random.default_rng(spec["seed"])
    arrays = {"matrix": matrix, "points": weighted_points, "grid": images, "sinkhorn": matrix, "many": many, "sliced": points}
    for name, array in arrays[spec["kind"]](spec, random, mnist).items():
        np.save(folder / name, np.ascontiguousarray(array, dtype="<f8"))


def points(spec, random, mnist):
    n = spec["n"]
    if spec["points"] == "uniform":
        x, y = random.random((n, 2)), random.random((n, 2))
    elif spec["points"] == "gaussian":
        x, y = random.standard_normal((n, 2)), random.standard_normal((n, 2)) * [1.5, 0.5] + [1, 0.5]
    else:
        pixels = gzip.decompress((mnist / "train-images-idx3-ubyte.gz").read_bytes())
        both = np.frombuffer(pixels, np.uint8, 2 * n * 784, offset=16).reshape(2, n, 784)
        x, y = both / 255.0
    return {"x": x, "y": y}


def masses(spec, random):
    n = spec["n"]
    if spec["masses"] == "equal":
        return {"a": np.full(n, 1 / n), "b": np.full(n, 1 / n)}
    a, b = random.random(n), random.random(n)
    return {"a": a / a.sum(), "b": b / b.sum()}


def costs(x, y, power):
    squared = ot.dist(x, y, metric="sqeuclidean")
    return squared if power == 2 else np.sqrt(squared)


def matrix(spec, random, mnist):
    cloud = points(spec, random, mnist)
    return masses(spec, random) | {"costs": costs(cloud["x"], cloud["y"], spec["power"])}


def weighted_points(spec, random, mnist):
    return points(spec, random, mnist) | masses(spec, random)


def images(spec, random, mnist):
    def image():
        noise = random.random((spec["n"], spec["n"]))
        if spec["points"] == "smooth":
            rough = gaussian_filter(random.standard_normal(noise.shape), spec["n"] / 10, mode="wrap")
            noise = np.exp(3 * rough / rough.std())
        return noise / noise.sum()

    return {"first": image(), "second": image()}


def many(spec, random, mnist):
    stack = [matrix(spec, random, mnist) for _ in range(spec["count"])]
    return {name: np.stack([one[name] for one in stack]) for name in stack[0]}


# --- The peers -------------------------------------------------------------------------------------------------------------------
# Each reads its input, which is not timed, and returns the call that is and how to get the value from what the call returns.


def pot_matrix(folder):
    a, b, m = load(folder, "a", "b", "costs")
    return lambda: ot.emd2(a, b, m, numItermax=NO_LIMIT), float


def scipy_matrix(folder):
    (m,) = load(folder, "costs")
    return lambda: linear_sum_assignment(m), lambda pairs: m[pairs].sum() / len(m)


def pot_points(folder):
    """POT's solver that computes the costs when it needs them."""
    x, y, a, b = load(folder, "x", "y", "a", "b")
    return lambda: ot.lp.emd2_lazy(x, y, a, b, numItermax=NO_LIMIT, return_matrix=False), float


def pot_grid(folder, distance):
    first, second = load(folder, "first", "second")
    cells = np.argwhere(np.ones(first.shape)).astype(float)
    m = ot.dist(cells, cells, metric={1: "cityblock", 2: "euclidean", 4: "sqeuclidean"}[distance])
    a, b = first.ravel(), second.ravel()
    return lambda: ot.emd2(a, b, m, numItermax=NO_LIMIT), float


def pot_sinkhorn(folder, regularisation):
    a, b, m = load(folder, "a", "b", "costs")
    call = lambda: ot.sinkhorn(a, b, m, regularisation, method="sinkhorn_log", stopThr=1e-9, numItermax=NO_LIMIT)
    return call, lambda plan: (plan * m).sum()


def pot_many(folder):
    a, b, m = load(folder, "a", "b", "costs")
    return lambda: [ot.emd2(a[k], b[k], m[k], numItermax=NO_LIMIT) for k in range(len(m))], sum


def pot_sliced(folder, directions):
    x, y = load(folder, "x", "y")
    drawn_by_us = np.fromfile(folder / "directions.f8", "<f8").reshape(-1, x.shape[1]).T
    value = lambda timed: ot.sliced_wasserstein_distance(x, y, projections=drawn_by_us)
    return lambda: ot.sliced_wasserstein_distance(x, y, n_projections=int(directions), seed=1), value


PEERS = {f.__name__: f for f in (pot_matrix, scipy_matrix, pot_points, pot_grid, pot_sinkhorn, pot_many, pot_sliced)}


def load(folder, *names):
    return [np.load(folder / f"{name}.npy") for name in names]


# --- Timing: the same rule as in ColdAndWarm.java ----------------------------------------------------------------------------------


def timed(call):
    started = time.perf_counter()
    answer = call()
    return time.perf_counter() - started, answer


def cold_and_warm(call, value):
    cold, answer = timed(call)
    times = {"cold": cold, "warm": cold, "calls": 1, "peak_mib": peak_mebibytes()}
    if cold <= 20:
        spent, calls = cold, 1
        while spent < 10 and (calls < 3 or spent < 2):
            spent, calls = spent + timed(call)[0], calls + 1
        warm = []
        while not warm or (len(warm) < 5 and sum(warm) < 0.5):
            seconds, answer = timed(call)
            warm.append(seconds)
        times |= {"warm": float(np.median(warm)), "calls": calls + len(warm)}
    return times | {"value": float(value(answer))}


def peak_mebibytes():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main(command, *arguments):
    if command == "versions":
        print(json.dumps({"python": sys.version.split()[0], "POT": ot.__version__, "SciPy": scipy.__version__, "NumPy": np.__version__}))
    elif command == "write":
        spec, folder, mnist = arguments
        write(json.loads(spec), Path(folder), Path(mnist))
    else:
        peer, folder, *numbers = arguments
        print(json.dumps(cold_and_warm(*PEERS[peer](Path(folder), *map(float, numbers)))))


if __name__ == "__main__":
    main(*sys.argv[1:])

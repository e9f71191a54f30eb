"""What bench/transport-side-by-side measures: every instance, who solves it, how closely the values must agree, what is aimed at."""
from dataclasses import dataclass, field

TITLES = {
    "a": "General masses, cost matrix given",
    "b": "Equal masses, cost matrix given",
    "c": "Large: 10,000 points with a cost matrix, 20,000 without",
    "d": "Images of 64 x 64 pixels",
    "e": "Sinkhorn in the log domain",
    "f": "Many small problems, all cores against a loop",
    "g": "Sliced W2",
}

#: How many times as fast as the fastest peer a warm call should at least be, case by case.
TARGETS = {"a": 2.0, "b": 1.0, "c": 1.0, "d": 10.0, "e": 3.0, "f": 5.0, "g": 1.0}

EXACT = 1e-9
#: Two plans whose marginals are off by up to 1e-9 differ in cost by more than that.
REGULARISED = 1e-6


@dataclass(frozen=True)
class Instance:
    """One row of a table: `spec` says how to make it, `ours` and `peers` are the arguments of either side."""

    case: str
    name: str
    spec: dict
    ours: list
    peers: list
    tolerance: float = EXACT
    #: Arrays that would only serve a check of memory: the row reports it as well.
    memory: bool = field(default=False)

    @property
    def folder(self):
        return f"{self.case}-" + "".join(c if c.isalnum() else "-" for c in self.name).strip("-")


CLOUDS = [("uniform", 1), ("uniform", 2), ("gaussian", 1), ("gaussian", 2), ("mnist", 1), ("mnist", 2)]
POWER = {1: "Euclidean", 2: "squared"}
CLOUD = {"uniform": "uniform 2-D", "gaussian": "Gaussian 2-D", "mnist": "MNIST pixels"}


def matrices(case, masses, peers, sizes):
    for points, power in CLOUDS:
        for n in sizes:
            spec = {"kind": "matrix", "points": points, "power": power, "masses": masses, "n": n, "seed": n}
            yield Instance(case, f"{CLOUD[points]}, {POWER[power]}, n = {n}", spec, ["matrix"], peers)


def large(dense, lazy):
    spec = {"kind": "matrix", "points": "uniform", "power": 2, "masses": "random", "n": dense, "seed": 3}
    yield Instance("c", f"matrix, uniform 2-D, squared, n = {dense}", spec, ["matrix"], [["pot_matrix"]], memory=True)
    spec = {"kind": "points", "points": "uniform", "masses": "random", "n": lazy, "seed": 4}
    yield Instance("c", f"points, uniform 2-D, squared, n = {lazy}", spec, ["points"], [["pot_points"]], memory=True)


def images(side):
    for points in ("smooth", "noise"):
        for number, cost in ((1, "L1"), (2, "L2 (W1)"), (4, "squared L2 (W2)")):
            spec = {"kind": "grid", "points": points, "n": side, "seed": 5}
            yield Instance("d", f"{points}, {cost}, {side} x {side}", spec, ["grid", number], [["pot_grid", number]])


def sinkhorn(sizes):
    for points, power, regularisation in (("uniform", 2, 0.02), ("mnist", 1, 0.5)):
        for n in sizes:
            spec = {"kind": "sinkhorn", "points": points, "power": power, "masses": "random", "n": n, "seed": n}
            name = f"{CLOUD[points]}, {POWER[power]}, regularisation {regularisation}, n = {n}"
            yield Instance("e", name, spec, ["sinkhorn", regularisation], [["pot_sinkhorn", regularisation]], REGULARISED)


def many(count, n):
    for masses in ("random", "equal"):
        spec = {"kind": "many", "points": "uniform", "power": 2, "masses": masses, "count": count, "n": n, "seed": 6}
        yield Instance("f", f"{count} problems, {masses} masses, n = {n}", spec, ["many"], [["pot_many"]])


def sliced(sizes, directions):
    for points, n in sizes:
        spec = {"kind": "sliced", "points": points, "n": n, "directions": directions, "seed": 7}
        yield Instance("g", f"{CLOUD[points]}, {directions} directions, n = {n}", spec, ["sliced", directions], [["pot_sliced", directions]])


def instances(quick):
    """All instances in order; the quick ones take seconds in all and show only that everything runs."""
    sizes = (61,) if quick else (500, 501, 1000, 1001, 2000, 2001, 4000, 4001)
    yield from matrices("a", "random", [["pot_matrix"]], sizes)
    yield from matrices("b", "equal", [["pot_matrix"], ["scipy_matrix"]], sizes)
    yield from large(*((300, 400) if quick else (10_000, 20_000)))
    yield from images(12 if quick else 64)
    yield from sinkhorn((60,) if quick else (500, 1000, 2000))
    yield from many(*((40, 16) if quick else (1000, 64)))
    yield from sliced((("gaussian", 500), ("mnist", 200)) if quick else (("gaussian", 100_000), ("mnist", 2000)), 20 if quick else 200)

"""Computes the metrics of the package `gan.metric` from their definitions, and holds them against the published code of prdc and torch-fidelity.

    pip install numpy scipy prdc torch-fidelity
    python tools/check_metrics.py                                 writes the values that the tests are held against
    python tools/check_metrics.py generated.npz reference.npz     prints the metrics of an evaluation as JSON

Each npz holds `features` [n, d] and, where there is a classifier, `probabilities` [n, classes]. Nothing that is drawn at random is printed:
standard errors by bootstrap and the stacked modes need the program's own random numbers.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy import linalg, stats
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

HERE = Path(__file__).resolve().parent.parent / "gan/src/test/resources/org/wgan4j/gan/metric"
NEIGHBOURS = 5
CONFIDENT = 0.9


def frechet(x, y):
    a, b = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    step = x.mean(axis=0) - y.mean(axis=0)
    root = linalg.sqrtm(a)  # the product of both has no symmetric root; this one has
    values = np.linalg.eigvalsh(root.real @ b @ root.real)
    return step @ step + np.trace(a) + np.trace(b) - 2 * np.sqrt(np.maximum(values, 0)).sum()


def kernel(x, y):
    return (x @ y.T / x.shape[1] + 1) ** 3


def kernel_distance(x, y):
    n, m = len(x), len(y)
    xx, yy = kernel(x, x), kernel(y, y)
    return (
        (xx.sum() - np.trace(xx)) / (n * (n - 1)) + (yy.sum() - np.trace(yy)) / (m * (m - 1)) - 2 * kernel(x, y).mean()
    )


def kernel_error(x, y):
    """The jackknife by brute force: the whole distance again without each sample."""
    without = [
        np.array([kernel_distance(np.delete(x, i, axis=0), y) for i in range(len(x))]),
        np.array([kernel_distance(x, np.delete(y, j, axis=0)) for j in range(len(y))]),
    ]
    return np.sqrt(sum((len(w) - 1) / len(w) * ((w - w.mean()) ** 2).sum() for w in without))


def radii(rows, k):
    return np.partition(cdist(rows, rows), k, axis=1)[:, k]  # place 0 is the row itself


def manifolds(x, y, k=NEIGHBOURS):
    real_to_fake = cdist(y, x)
    in_real = real_to_fake < radii(y, k)[:, None]
    in_fake = real_to_fake < radii(x, k)[None, :]
    return {
        "precision": in_real.any(axis=0).mean(),
        "recall": in_fake.any(axis=1).mean(),
        "density": in_real.sum(axis=0).mean() / k,
        "coverage": in_real.any(axis=1).mean(),
    }


def entropy(shares):
    return -sum(p * np.log(p) for p in shares if p > 0)


def class_scores(p, q):
    terms = np.where(p > 0, p * (np.log(np.maximum(p, 1e-300)) - np.log(p.mean(axis=0))), 0)
    classes = p.shape[1]
    own = np.bincount(p.argmax(axis=1), minlength=classes) / len(p)
    real = np.bincount(q.argmax(axis=1), minlength=classes) / len(q)
    sure = p.max(axis=1) >= CONFIDENT
    return {
        "classifier_score": np.exp(terms.sum(axis=1).mean()),
        "class_entropy": entropy(own),
        "confident_share": sure.mean(),
        "classes_present": float(len(np.unique(p[sure].argmax(axis=1)))),
        "class_variation": np.abs(own - real).sum() / 2,
    }


def all_metrics(generated, reference):
    x = generated["features"].astype(np.float64)
    y = reference["features"].astype(np.float64)
    found = {"frechet_distance": frechet(x, y), "kernel_distance": kernel_distance(x, y), **manifolds(x, y)}
    if "probabilities" in generated and "probabilities" in reference:
        p, q = (side["probabilities"].astype(np.float64) for side in (generated, reference))
        found |= class_scores(p, q)
        found["published"] = published(x, y, p)
    else:
        found["published"] = published(x, y, None)
    return found


def published(x, y, p):
    """The same by the code of prdc and torch-fidelity, as far as they are installed."""
    found = {}
    try:
        import contextlib
        import io

        from prdc import compute_prdc

        with contextlib.redirect_stdout(io.StringIO()):
            found |= {name: float(value) for name, value in compute_prdc(y, x, NEIGHBOURS).items()}
    except ImportError:
        print("prdc is not installed; its values are left out", file=sys.stderr)
    try:
        import torch
        from torch_fidelity.metric_fid import fid_features_to_statistics, fid_statistics_to_metric
        from torch_fidelity.metric_isc import isc_features_to_metric
        from torch_fidelity.metric_kid import kernel_mmd

        sides = [fid_features_to_statistics(torch.from_numpy(side)) for side in (x, y)]
        found["frechet_distance"] = next(iter(fid_statistics_to_metric(*sides, False).values()))
        same = min(len(x), len(y))  # its formula takes as many of both
        settings = {"kernel": "poly", "kernel_poly_degree": 3, "kernel_poly_gamma": None, "kernel_poly_coef0": 1}
        settings = {f"kid_{name}": value for name, value in settings.items()}
        found["kernel_distance_of_equally_many"] = float(kernel_mmd(x[:same], y[:same], **settings))
        found["own_kernel_distance_of_equally_many"] = kernel_distance(x[:same], y[:same])
        if p is not None and (p > 0).all():
            logits = torch.from_numpy(np.log(p))  # which it puts through a softmax
            found["classifier_score"] = next(iter(isc_features_to_metric(logits, splits=1).values()))
    except ImportError:
        print("torch-fidelity is not installed; its values are left out", file=sys.stderr)
    return found


def bootstrap_error(statistic, *sides, draws=2000):
    random = np.random.default_rng(5)
    values = [statistic(*(side[random.integers(0, len(side), len(side))] for side in sides)) for _ in range(draws)]
    return float(np.std(values, ddof=1))


def made_up(random, count, shift, sharpness):
    features = np.maximum(random.normal(shift, 1, (count, 16)) @ np.linspace(0.2, 1, 256).reshape(16, 16) / 4, 0)
    features += random.normal(0, 0.5, features.shape)  # so that no covariance is singular
    logits = sharpness * random.normal(0, 1, (count, 10))
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return {"features": features.astype(np.float32), "probabilities": p.astype(np.float32)}


def transport_golden(random):
    """A thousand images of 1x5x5 on each side: one block, since more would be made up in the program's own order."""
    x = (random.normal(110, 50, (1000, 25)).clip(0, 255)).astype(np.uint8)
    y = (random.normal(128, 40, (1000, 25)).clip(0, 255)).astype(np.uint8)
    distances = cdist(x / 127.5, y / 127.5)
    found = {}
    for power in (1, 2):
        rows, columns = linear_sum_assignment(distances**power)
        found[f"w{power}_pixels"] = (distances**power)[rows, columns].mean() ** (1 / power)
    nearest = distances.argmin(axis=1)
    closest = np.lexsort((np.arange(1000), distances.min(axis=1)))[:20]
    found["closest"] = [[int(i), int(nearest[i]), float(distances[i, nearest[i]])] for i in closest]
    return {"generated_images": x, "reference_images": y}, found


def other_golden(random):
    x = random.integers(0, 12, 30)
    y = x + random.integers(0, 12, 30)
    digits = np.minimum(random.geometric(0.25, (1200, 3)) - 1, 9)
    return {
        "spearman": {"x": x.tolist(), "y": y.tolist(), "value": float(stats.spearmanr(x, y).statistic)},
        "student": [
            [share, n, float(stats.t.ppf((1 + share) / 2, n))]
            for share in (0.5, 0.95, 0.99)
            for n in (1, 2, 3, 4, 9, 10, 30, 999)
        ],
    }, digits


def stacked(stacks, q):
    shares = (np.bincount(q.argmax(axis=1), minlength=10) + 0.5) / (len(q) + 5)
    expected = np.einsum("i,j,k->ijk", shares, shares, shares).ravel()
    modes = np.bincount(stacks @ [100, 10, 1], minlength=1000)
    own = modes / modes.sum()
    return {"stacked_modes": float((modes > 0).sum()), "stacked_kl": float(stats.entropy(own, expected))}


def golden():
    random = np.random.default_rng(20)
    generated = made_up(random, 300, 0.3, 3)
    reference = made_up(random, 250, 0.0, 4)
    found = all_metrics(generated, reference)
    for name, value in found.pop("published").items():
        own = found.get(name)
        if name.startswith("kernel_distance_of"):
            own = kernel_distance(*(side["features"][:250].astype(np.float64) for side in (generated, reference)))
        if own is not None and abs(own - value) > 1e-6 * abs(value):
            sys.exit(f"{name} is {own} by its definition and {value} by the published code")
    x, y = (side["features"].astype(np.float64) for side in (generated, reference))
    p, q = (side["probabilities"].astype(np.float64) for side in (generated, reference))
    errors = {
        "kernel_distance": kernel_error(x, y),
        "frechet_distance": bootstrap_error(frechet, x, y),
    }
    for name in ("classifier_score", "class_entropy", "confident_share", "class_variation"):
        errors[name] = bootstrap_error(lambda a, b, name=name: class_scores(a, b)[name], p, q)
    images, transport = transport_golden(random)
    other, stacks = other_golden(random)
    many = made_up(random, 1500, 0.0, 4)["probabilities"]
    other["stacked"] = stacked(stacks, many)
    HERE.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        HERE / "samples.npz",
        stacks=stacks.astype(np.uint8),
        stacked_reference=many.argmax(axis=1).astype(np.uint8),
        **{f"generated_{k}": v for k, v in generated.items()},
        **{f"reference_{k}": v for k, v in reference.items()},
        **images,
    )
    values = {"values": found, "standard_errors": errors, "transport": transport, **other}
    (HERE / "expected.json").write_text(json.dumps(values, indent=1, default=float) + "\n")
    print("agrees with the published code; wrote", HERE)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        golden()
    elif len(sys.argv) == 3:
        print(json.dumps(all_metrics(np.load(sys.argv[1]), np.load(sys.argv[2])), indent=1, default=float))
    else:
        sys.exit(__doc__)

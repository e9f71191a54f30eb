"""Values of POT 0.9.7 that the transport tests are held against: python tools/make_transport_values.py

The data are the same closed forms as in the tests (RegularisedValuesTest), so that no file has to travel.
"""

import numpy as np
import ot

i = np.arange(1, 8)
j = np.arange(1, 10)
a = 1 + (i * 5 % 7) / 7.0
a /= a.sum()
b = 1 + (j * 4 % 9) / 9.0
b /= b.sum()
x = np.stack([(i * 3 % 7) / 7.0, (i * 2 % 7) / 7.0], axis=1)
y = np.stack([(j * 2 % 9) / 9.0 + 0.1, (j * 5 % 9) / 9.0], axis=1)
C = ((x[:, None, :] - y[None, :, :]) ** 2).sum(axis=2)

settings = dict(method="sinkhorn_log", stopThr=1e-14, numItermax=100000)
plan = ot.sinkhorn(a, b, C, 0.05, **settings)
kl = (plan * np.log(plan / np.outer(a, b))).sum()
entropy = (plan * (np.log(plan) - 1)).sum()
print("transport cost", float((plan * C).sum()))
print("objective", float((plan * C).sum() + 0.05 * kl))
print("with entropy", float((plan * C).sum() + 0.05 * entropy))

for masses, name in ((b, "equal masses"), (1.5 * b, "target of mass 1.5")):
    plan = ot.unbalanced.sinkhorn_unbalanced(
        a, masses, C, 0.05, 0.3, method="sinkhorn_translation_invariant", reg_type="kl", stopThr=1e-15, numItermax=100000
    )
    print("unbalanced,", name, "cost", float((plan * C).sum()), "mass", float(plan.sum()))

print("partial 0.6", float((ot.partial.partial_wasserstein(a, b, C, m=0.6) * C).sum()))

cells = np.arange(12)
histograms = np.stack([1 + (cells * 5 % 12), 1 + (cells * 7 % 5), 1 + (11 - cells)], axis=1).astype(float)
histograms /= histograms.sum(axis=0)
distances = (cells[:, None] - cells[None, :]) ** 2.0
# Equal weights: POT starts from a geometric mean with equal weights, and with others its limit depends on that start.
q = ot.bregman.barycenter(histograms, distances, 2.0, stopThr=1e-14, numItermax=10000)
print("entropic barycenter", [float(v) for v in q])
q = ot.bregman.barycenter_debiased(histograms, distances, 2.0, stopThr=1e-14, numItermax=10000)
print("debiased barycenter", [float(v) for v in q])
q, log = ot.lp.barycenter(histograms, distances, weights=np.array([0.5, 0.3, 0.2]), log=True)
print("exact barycenter objective", float(log["fun"]))

"""Prints the values that the tests of divergences and of the cheap distances are held against.

    pip install numpy scipy mpmath pot
    python tools/make_divergence_values.py
"""

import mpmath
import numpy as np
import ot
from scipy import stats
from scipy.spatial import distance
from scipy.special import rel_entr

mpmath.mp.dps = 40

p = np.array([12, 7, 4, 1, 19, 14, 9, 6, 3, 2]) / 77
q = np.array([1, 5, 11, 17, 13, 9, 6, 4, 3, 2]) / 71
print("histograms")
print("  KL", rel_entr(p, q).sum(), "reverse", rel_entr(q, p).sum())
print("  JS", distance.jensenshannon(p, q) ** 2, "TV", np.abs(p - q).sum() / 2, 1831 / 5467)
print("  Hellinger", np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2), "chi-square", ((p - q) ** 2 / q).sum())


def density(mean, deviation):
    return lambda x: mpmath.npdf(x, mean, deviation)


def places(*gaussians):
    """Where to cut the integrals: every half deviation up to 12 of them."""
    cuts = {mean + deviation * k / mpmath.mpf(2) for mean, deviation in gaussians for k in range(-24, 25)}
    return sorted(cuts)


def js(first, second):
    f, g = density(*first), density(*second)

    def integrand(x):
        a, b = f(x), g(x)
        m = (a + b) / 2
        return (a * mpmath.log(a / m) + b * mpmath.log(b / m)) / 2

    return mpmath.quad(integrand, places(first, second))


def tv(first, second):
    f, g = density(*first), density(*second)
    crossings = [-mpmath.inf, mpmath.inf]
    (m, s), (n, t) = [(mpmath.mpf(mean), mpmath.mpf(deviation)) for mean, deviation in (first, second)]
    coefficients = [1 / t**2 - 1 / s**2, 2 * m / s**2 - 2 * n / t**2, n**2 / t**2 - m**2 / s**2 + 2 * mpmath.log(t / s)]
    if coefficients[0] == 0:
        crossings.append(-coefficients[2] / coefficients[1])
    else:
        crossings += mpmath.polyroots(coefficients)
    crossings.sort()
    parts = [
        abs(mpmath.ncdf(b, m, s) - mpmath.ncdf(a, m, s) - mpmath.ncdf(b, n, t) + mpmath.ncdf(a, n, t))
        for a, b in zip(crossings, crossings[1:])
    ]
    return sum(parts) / 2


print("Gaussians on the line: (mean, deviation), JS, TV")
for first, second in [((0, 1), (1, 1)), ((0, 1), (10, 1)), ((0, 1), (0, 3)), ((1, 0.5), (-2, 4)), ((0, 1), (0.001, 1.001)), ((0, 0.001), (5, 100))]:
    print("  ", first, second, mpmath.nstr(js(first, second), 18), mpmath.nstr(tv(first, second), 18))

a = np.array([[2.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 1.0]])
b = np.array([[1.0, 0.5, 0.0], [0.5, 2.0, -0.5], [0.0, -0.5, 4.0]])
m, n = np.array([1.0, -2.0, 0.5]), np.array([0.0, 1.0, 2.0])
print("Gaussians in three dimensions")
print("  W2", ot.gaussian.bures_wasserstein_distance(m, n, a, b))
inverse, step = np.linalg.inv(b), n - m
print("  KL", (np.trace(inverse @ a) - 3 + step @ inverse @ step + np.log(np.linalg.det(b) / np.linalg.det(a))) / 2)
mean = (a + b) / 2
overlap = (np.linalg.det(a) * np.linalg.det(b)) ** 0.25 / np.sqrt(np.linalg.det(mean))
print("  Hellinger", np.sqrt(1 - overlap * np.exp(-step @ np.linalg.solve(mean, step) / 8)))

x, y = np.array([0.0, 1.0, 3.5, 7.0]), np.array([0.5, 1.0, 2.0, 8.0, 9.0])
v, w = np.array([1.0, 2.0, 3.0, 4.0]) / 10, np.array([2.0, 1.0, 4.0, 1.0, 2.0]) / 10
print("energy distance on the line", stats.energy_distance(x, y), "weighted", stats.energy_distance(x, y, v, w))
print("W1 on the line, weighted", stats.wasserstein_distance(x, y, v, w))

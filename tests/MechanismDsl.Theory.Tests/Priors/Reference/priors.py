"""Writes priors.csv: distribution functions, tails, densities, hazards, quantiles and means to 32 digits (mpmath, 60 digits of work).

Every number of a declaration and every point is an exact double; the true value at that double is what is tabulated.
Usage: python3 priors.py > priors.csv
"""
from mpmath import mp, mpf, mpmathify as M, inf

mp.dps = 60
LOWER = [mpf(10) ** -12, mpf(10) ** -6, mpf("0.01"), mpf("0.125"), mpf("0.375"), mpf("0.5")]
UPPER = [mpf("0.375"), mpf("0.125"), mpf("0.01"), mpf(10) ** -6, mpf(10) ** -12]


class Law:
    """F, 1 - F and f as independent formulas, each accurate in its own tail."""

    def __init__(self, lo, hi, cdf, sf, pdf, mean):
        self.lo, self.hi, self.cdf, self.sf, self.pdf, self.mean = M(lo), M(hi), cdf, sf, pdf, mean

    def ppf(self, p, upper=False):
        """Bisection on the distance from an end of the support (geometric, since it may be tiny), then Newton."""
        def f(x):
            mass = self.sf(x) if upper else self.cdf(x)
            return (inf if upper else -inf) if mass <= 0 else mp.log(p / mass if upper else mass / p)

        if self.hi < inf and (upper or self.lo == -inf):
            point, sign = (lambda s: self.hi - s), -1
        elif self.lo > -inf:
            point, sign = (lambda s: self.lo + s), 1
        else:
            origin = mpf(-1)
            while f(origin) > 0: origin *= 2
            point, sign = (lambda s: origin + s), 1
        near, far = mpf(10) ** -400, mpf(1)
        if self.lo > -inf and self.hi < inf: far = self.hi - self.lo
        else:
            while sign * f(point(far)) < 0: far *= 2
        for _ in range(80):
            s = mp.sqrt(near * far) if far / near > 4 else (near + far) / 2
            if sign * f(point(s)) >= 0: far = s
            else: near = s
        x = point((near + far) / 2)
        for _ in range(5):
            if self.pdf(x) == 0: break
            x = x - f(x) * (self.sf(x) if upper else self.cdf(x)) / self.pdf(x)
        return x


def gamma(a, s):
    a, s = M(a), M(s)
    return Law(0, inf, lambda v: mp.gammainc(a, 0, v / s, regularized=True), lambda v: mp.gammainc(a, v / s, inf, regularized=True),
               lambda v: (v / s) ** (a - 1) * mp.exp(-v / s) / mp.gamma(a) / s, a * s)


def beta(a, b):
    a, b = M(a), M(b)
    return Law(0, 1, lambda v: mp.betainc(a, b, 0, v, regularized=True), lambda v: mp.betainc(b, a, 0, 1 - v, regularized=True) if v > mpf(10) ** -9 else 1 - mp.betainc(a, b, 0, v, regularized=True),
               lambda v: v ** (a - 1) * (1 - v) ** (b - 1) / mp.beta(a, b), a / (a + b))


def kumaraswamy(a, b):
    a, b = M(a), M(b)
    return Law(0, 1, lambda v: 1 - (1 - v ** a) ** b, lambda v: (1 - v ** a) ** b,
               lambda v: a * b * v ** (a - 1) * (1 - v ** a) ** (b - 1), b * mp.beta(1 + 1 / a, b))


def weibull(k, s):
    k, s = M(k), M(s)
    return Law(0, inf, lambda v: -mp.expm1(-(v / s) ** k), lambda v: mp.exp(-(v / s) ** k),
               lambda v: k / s * (v / s) ** (k - 1) * mp.exp(-(v / s) ** k), s * mp.gamma(1 + 1 / k))


def lower(z): return mp.erfc(-z / mp.sqrt(2)) / 2
def density(z): return mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)
def between(a, b): return lower(-a) - lower(-b) if a > 0 else lower(b) - lower(a)


def lognormal(m, s):
    m, s = M(m), M(s)
    z = lambda v: (mp.log(v) - m) / s
    return Law(0, inf, lambda v: lower(z(v)) if v > 0 else mpf(0), lambda v: lower(-z(v)) if v > 0 else mpf(1), lambda v: density(z(v)) / (s * v), mp.exp(m + s * s / 2))


def truncated_normal(m, s, lo=-inf, hi=inf):
    m, s, lo, hi = M(m), M(s), M(lo), M(hi)
    a, b = (lo - m) / s, (hi - m) / s
    z = lambda v: (v - m) / s
    total = between(a, b)
    return Law(lo, hi, lambda v: between(a, z(v)) / total, lambda v: between(z(v), b) / total, lambda v: density(z(v)) / (s * total),
               m + s * ((density(a) if a > -inf else 0) - (density(b) if b < inf else 0)) / total)


def logistic(m, s):
    m, s = M(m), M(s)
    z = lambda v: (v - m) / s
    return Law(-inf, inf, lambda v: 1 / (1 + mp.exp(-z(v))), lambda v: 1 / (1 + mp.exp(z(v))),
               lambda v: 1 / (s * (1 + mp.exp(-z(v))) * (1 + mp.exp(z(v)))), m)


def pareto(a, s):
    a, s = M(a), M(s)
    return Law(s, inf, lambda v: 1 - (s / v) ** a, lambda v: (s / v) ** a, lambda v: a / v * (s / v) ** a, a * s / (a - 1) if a > 1 else inf)


def bounded_pareto(a, lo, hi):
    a, lo, hi = M(a), M(lo), M(hi)
    total = lo ** -a - hi ** -a
    mean = a / total * (mp.log(hi / lo) if a == 1 else (hi ** (1 - a) - lo ** (1 - a)) / (1 - a))
    return Law(lo, hi, lambda v: (lo ** -a - v ** -a) / total, lambda v: (v ** -a - hi ** -a) / total, lambda v: a * v ** (-a - 1) / total, mean)


def exponential(r): return weibull(1, 1 / M(r))


def truncated_exponential(r, h):
    r, h = M(r), M(h)
    total = -mp.expm1(-r * h)
    return Law(0, h, lambda v: -mp.expm1(-r * v) / total, lambda v: (mp.exp(-r * v) - mp.exp(-r * h)) / total, lambda v: r * mp.exp(-r * v) / total,
               1 / r - h / mp.expm1(r * h))


def power(k, h):
    k, h = M(k), M(h)
    return Law(0, h, lambda v: (v / h) ** k, lambda v: 1 - (v / h) ** k, lambda v: k / h * (v / h) ** (k - 1), k / (k + 1) * h)


def uniform(lo, hi):
    lo, hi = M(lo), M(hi)
    return Law(lo, hi, lambda v: (v - lo) / (hi - lo), lambda v: (hi - v) / (hi - lo), lambda v: 1 / (hi - lo), (lo + hi) / 2)


def triangular(lo, m, hi):
    lo, m, hi = M(lo), M(m), M(hi)
    rise = lambda v: (v - lo) ** 2 / ((hi - lo) * (m - lo))
    fall = lambda v: (hi - v) ** 2 / ((hi - lo) * (hi - m))
    return Law(lo, hi, lambda v: rise(v) if v < m or m == hi else 1 - fall(v), lambda v: 1 - rise(v) if v < m or m == hi else fall(v),
               lambda v: 2 * (v - lo) / ((hi - lo) * (m - lo)) if v < m or m == hi else 2 * (hi - v) / ((hi - lo) * (hi - m)), (lo + m + hi) / 3)


def arcsine(lo, hi):
    lo, hi = M(lo), M(hi)
    return Law(lo, hi, lambda v: 2 / mp.pi * mp.asin(mp.sqrt((v - lo) / (hi - lo))), lambda v: 2 / mp.pi * mp.asin(mp.sqrt((hi - v) / (hi - lo))),
               lambda v: 1 / (mp.pi * mp.sqrt((v - lo) * (hi - v))), (lo + hi) / 2)


def mixture(*parts):
    total = sum(w for w, _ in parts)
    def clipped(law, v, what):
        if v < law.lo or (v == law.lo and what != "pdf"): return {"cdf": mpf(0), "sf": mpf(1), "pdf": mpf(0)}[what]
        if v >= law.hi: return {"cdf": mpf(1), "sf": mpf(0), "pdf": mpf(0)}[what]
        return getattr(law, what)(v)
    average = lambda what: lambda v: sum(M(w) * clipped(law, v, what) for w, law in parts) / total
    return Law(min(l.lo for _, l in parts), max(l.hi for _, l in parts), average("cdf"), average("sf"), average("pdf"),
               sum(M(w) * l.mean for w, l in parts) / total)


inf_f = float("inf")
LAWS = [
    ("Arcsine", [0.0, 1.0], arcsine), ("Arcsine", [2.0, 7.5], arcsine),
    ("Beta", [2.0, 2.0], beta), ("Beta", [0.5, 0.5], beta), ("Beta", [0.05, 3.0], beta), ("Beta", [100.0, 300.0], beta), ("Beta", [1.0, 5.0], beta), ("Beta", [2.5, 0.25], beta),
    ("BoundedPareto", [0.5, 1.0, 16.0], bounded_pareto), ("BoundedPareto", [1.0, 1.0, 100.0], bounded_pareto), ("BoundedPareto", [3.0, 1.0, 1.001], bounded_pareto), ("BoundedPareto", [40.0, 2.0, 1e6], bounded_pareto),
    ("Exponential", [1.0], exponential), ("Exponential", [0.03], exponential),
    ("Gamma", [2.0, 3.0], gamma), ("Gamma", [0.1, 1.0], gamma), ("Gamma", [0.9, 10.0], gamma), ("Gamma", [30.0, 0.5], gamma), ("Gamma", [1000.0, 1.0], gamma),
    ("Kumaraswamy", [2.0, 3.0], kumaraswamy), ("Kumaraswamy", [0.3, 0.5], kumaraswamy), ("Kumaraswamy", [8.0, 0.5], kumaraswamy),
    ("Logistic", [0.0, 1.0], logistic), ("Logistic", [10.0, 2.0], logistic),
    ("Lognormal", [0.0, 1.0], lognormal), ("Lognormal", [3.0, 0.1], lognormal), ("Lognormal", [-2.0, 3.0], lognormal),
    ("Pareto", [2.0, 1.0], pareto), ("Pareto", [0.5, 3.0], pareto), ("Pareto", [1.0, 2.0], pareto), ("Pareto", [20.0, 1.5], pareto),
    ("Power", [2.0, 1.0], power), ("Power", [0.5, 1.0], power), ("Power", [0.1, 12.0], power), ("Power", [20.0, 3.0], power),
    ("Triangular", [0.0, 0.25, 1.0], triangular), ("Triangular", [2.0, 2.0, 5.0], triangular), ("Triangular", [1.0, 4.0, 4.0], triangular), ("Triangular", [0.0, 0.875, 1.0], triangular),
    ("TruncatedExponential", [1.0, 2.0], truncated_exponential), ("TruncatedExponential", [0.001, 1.0], truncated_exponential), ("TruncatedExponential", [50.0, 2.0], truncated_exponential), ("TruncatedExponential", [0.25, 1.0], truncated_exponential),
    ("TruncatedNormal", [5.0, 2.0], truncated_normal), ("TruncatedNormal", [5.0, 2.0, 0.0], truncated_normal), ("TruncatedNormal", [5.0, 2.0, 0.0, 9.0], truncated_normal),
    ("TruncatedNormal", [0.0, 1.0, 8.0, 9.0], truncated_normal), ("TruncatedNormal", [0.0, 1.0, -inf_f, -6.0], truncated_normal), ("TruncatedNormal", [0.0, 1.0, 10.0], truncated_normal),
    ("TruncatedNormal", [0.0, 1.0, 3.0, 3.001], truncated_normal), ("TruncatedNormal", [1.0, 100.0, 0.0, 1.0], truncated_normal), ("TruncatedNormal", [-3.0, 2.0, 0.0, 5.0], truncated_normal),
    ("TruncatedNormal", [-10.0, 1.0, 0.0], truncated_normal), ("TruncatedNormal", [0.0, 1.0, 0.0], truncated_normal), ("TruncatedNormal", [0.0, 1.0, 1.0, 3.0], truncated_normal),
    ("Uniform", [0.0, 1.0], uniform), ("Uniform", [2.0, 6.0], uniform), ("Uniform", [-3.0, 5.0], uniform),
    ("Weibull", [2.0, 1.0], weibull), ("Weibull", [0.5, 3.0], weibull), ("Weibull", [10.0, 2.0], weibull),
    ("Histogram", [], lambda: mixture((3, uniform(0, 3)), (1, uniform(3, 8)))),
    ("Gap", [], lambda: mixture((1, uniform(0, 1)), (3, uniform(2, 4)))),
    ("Lognormals", [], lambda: mixture((1, lognormal(0, 1)), (2, lognormal(2, 0.25)))),
    ("Uniforms", [], lambda: mixture((3, uniform(0, 4)), (1, uniform(2, 8)))),
    ("Bounded", [], lambda: mixture((1, gamma(2, 3)), (1, truncated_normal(5, 2, 0, 9)), (2, beta(2, 2)))),
]


def text(x): return "Infinity" if x == inf else "-Infinity" if x == -inf else mp.nstr(x, 32, strip_zeros=True)


if __name__ == "__main__":
    print("# Written by priors.py with mpmath at 60 digits: see there. Values at exact doubles.")
    print("# mean: prior,parameters,mean,,value   point: prior,parameters,point,v,F,1-F,f,(1-F)/f,F/f   quantile: prior,parameters,lower|upper,p,v")
    for name, parameters, make in LAWS:
        law, head = make(*parameters), f"{name},{' '.join(repr(p) for p in parameters)}"
        print(f"{head},mean,,{text(law.mean)}")
        points = []
        for masses, upper in ((LOWER, False), (UPPER, True)):
            for mass in masses:
                mass = M(float(mass))
                quantile = law.ppf(mass, upper)
                if law.lo < 0 and abs(quantile) < mpf(10) ** -50: quantile = mpf(0)
                print(f"{head},{'upper' if upper else 'lower'},{float(mass)!r},{text(quantile)}")
                points.append(float(quantile))
        for point in sorted(set(points)):
            v = M(point)
            if not (v > law.lo and v < law.hi): continue
            F, S, f = law.cdf(v), law.sf(v), law.pdf(v)
            if f == 0: continue
            print(f"{head},point,{point!r},{text(F)},{text(S)},{text(f)},{text(S / f)},{text(F / f)}")

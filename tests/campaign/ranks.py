"""Whether one row of measured times tends to be longer than another, by their ranks: no outlier counts for more than its place."""

FAR = 3.29  # a normal deviate chance goes beyond once in a thousand


def mann_whitney(one, other):
    """The rank sum of one among both, as a normal deviate; times hardly ever tie."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(at for at, (_, which) in enumerate(ranked, 1) if which == 0)
    n, m = len(one), len(other)
    return (ranks - n * (n + m + 1) / 2) / (n * m * (n + m + 1) / 12) ** 0.5


def least_noticed(one, other):
    """Seconds by which all of one would have to be slower, or quicker, to stand out from the other: the larger of both."""
    def reach(sign):
        near, far = 0.0, max(max(one), max(other))
        while far - near > 0.00001:
            middle = (near + far) / 2
            out = sign * mann_whitney([second + sign * middle for second in one], other) > FAR
            near, far = (near, middle) if out else (middle, far)
        return far
    return max(reach(1), reach(-1))

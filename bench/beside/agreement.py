"""Whether two programs gave the same answer. Times of different answers are not compared."""
import csv
import gzip
import math

NEAR = 1e-9  # relative, for what chance has no part in


class Differs(Exception):
    """Two answers are not the same."""


def table(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as file:
        yield from csv.DictReader(file)


def number(text):
    """Nothing where nothing stands: an empty field, or what R writes for it."""
    text = text.strip()
    return None if text in ("", "NA", "NaN", "nan") else float(text)


def by_key(path, key, columns):
    rows = {}
    for place, row in enumerate(table(path)):
        at = tuple(row[name] for name in key) if key else place
        rows[at] = [number(row[column]) for column in columns]
    return rows


def difference(one, other, least):
    if one is None or other is None:
        return 0.0 if one is other else math.inf
    return abs(one - other) / max(abs(other), least)


def largest(ours, theirs, key, columns, least=1e-3, every=True, near=NEAR):
    """The largest relative difference of the columns, which are pairs of names or one name for both.

    Values smaller than least are held against least: what cancels out to nearly nothing has no digits of its own.
    Rows by key, or by their place where there is none. With every, neither may have rows that the other has not.
    """
    pairs = [(column, column) if isinstance(column, str) else column for column in columns]
    here = by_key(ours, key, [one for one, _ in pairs])
    there = by_key(theirs, key, [other for _, other in pairs])
    if not here:
        raise Differs(f"{ours.name} is empty")
    missing = len(here.keys() - there.keys()) + (len(there.keys() - here.keys()) if every else 0)
    if missing:
        raise Differs(f"{missing} rows stand in only one of {ours.name} and {theirs.name}")
    worst = 0.0
    for at, values in here.items():
        for (name, _), one, other in zip(pairs, values, there[at]):
            apart = difference(one, other, least)
            if not apart <= near:
                raise Differs(f"{name} of {at} is {one} in {ours.name} and {other} in {theirs.name}")
            worst = max(worst, apart)
    return worst


def close(ours, theirs, key, column, mean, most):
    """For what chance has a part in: how far apart two columns are, in the mean and at most."""
    here = by_key(ours, key, [column])
    there = by_key(theirs, key, [column])
    apart = [abs(one - there[at][0]) for at, (one,) in here.items()]
    found = sum(apart) / len(apart)
    if found > mean or max(apart) > most:
        raise Differs(f"{column} is {found:.3g} apart in the mean and {max(apart):.3g} at most; "
                      f"two draws of the same may be {mean} and {most}")
    return found

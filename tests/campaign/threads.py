#!/usr/bin/env python3
"""Every measure of the catalogue answers with the same bytes on one thread and on two, table and account.

    tests/campaign/threads.py [--rows 200000] [--only proximity] [--binary build/release/src/trivium]

Amounts are fractional and keys stand in several rows, in any order, so that each sum has a last digit that would tell in which order it was
added up. It shows first that it would: the sums of one of its tables, added up in two orders, differ. Exits with 1 where an answer differs;
a measure that it has no tables for is named.
"""

import pathlib
import random
import subprocess
import sys
import tempfile
import time

import city
import stops

# Those that take long grow with something else than their rows; they get fewer.
FEWER = {"network-positions": 20, "brokerage": 4, "network-structure": 4, "communities": 4, "distance-density": 20, "relative-concentration": 20}


class Tables(stops.Tables):
    """As those of stops.py, but with decimals in every amount and with keys again and again."""

    def file(self, name):
        # The place of a file says for how many rows it is.
        path = self.folder / f"{name}-{self.rows}.csv"
        return path if path.exists() else getattr(self, name.replace("-", "_"))(path)

    def of(self, rows):
        other = Tables(self.folder, rows, 0)
        other.numbers = self.numbers
        return other

    def amount(self):
        return f"{self.numbers.uniform(0.1, 1000) ** 3:.6f}"

    def some(self, letter, of):
        return f"{letter}{self.numbers.randrange(of)}"

    def employment(self, path):
        return stops.lines(path, "region,industry,jobs", (f"{self.some('R', 180)},{self.some('I', 240)},{self.amount()}" for _ in range(self.rows)))

    def plants(self, path):
        return stops.lines(path, "region,industry,jobs", (f"{self.some('R', 180)},{self.some('I', 240)},{self.amount()}" for _ in range(self.rows)))

    def sites(self, path):
        place = self.numbers.uniform
        return stops.lines(path, "industry,x,y,jobs", (f"{self.some('I', 10)},{place(0, 1e5):.3f},{place(0, 1e5):.3f},{self.amount()}" for _ in range(self.rows)))

    def areas(self, path):
        side = self.area_side()
        return stops.lines(path, "area,value", (f"{self.numbers.randrange(side)}-{self.numbers.randrange(side)},{self.numbers.gauss(0, 100):.6f}" for _ in range(self.rows)))

    def neighbours(self, path):
        side = self.area_side()
        return stops.lines(path, "one,other", (f"{r}-{i},{r + up}-{i + right}" for r in range(side) for i in range(side) for up, right in ((0, 1), (1, 0))))

    def area_side(self):
        return max(3, int((self.rows / 80) ** 0.5))

    def values(self, path):
        return stops.lines(path, "of,code,value", (f"{self.some('R', 90)},{self.numbers.randrange(self.side)},{self.amount()}" for _ in range(self.rows)))

    def correspondence(self, path):
        return stops.lines(path, "from,to,weight", (f"{i},{(i + part) % 50},{weight}" for i in range(self.side) for part, weight in enumerate((0.1, 0.2, 0.7))))

    def panel(self, path):
        years = 10
        return stops.lines(path, "worker,year,establishment,industry",
                           (f"W{n // years},{2010 + n % years},{self.numbers.randrange(50_000)},{self.numbers.randrange(40)}" for n in range(self.rows)))

    def flows(self, path):
        return stops.lines(path, "from,to,count", (f"{self.numbers.randrange(self.side)},{self.numbers.randrange(self.side)},{self.numbers.randrange(1, 100)}" for _ in range(self.rows)))

    flows_before = flows

    def change(self, path):
        return stops.lines(path, "industry,region_then,region_now,larger_then,larger_now",
                           (",".join([self.some("I", 300), *(self.amount() for _ in range(4))]) for _ in range(self.rows)))

    def ties(self, path):
        actors = max(3, self.rows // 10)
        return stops.lines(path, "from,to,weight", (f"{self.numbers.randrange(actors)},{self.numbers.randrange(actors)},{self.amount()}" for _ in range(self.rows)))


NO_WEIGHTS = ["--weights", "alike"]
MORE = {"network-structure": NO_WEIGHTS, "brokerage": NO_WEIGHTS, "distance-density": ["--pairs", "by_jobs", "--draws", "20"],
        "autocorrelation": ["--draws", "99"], "local-autocorrelation": ["--draws", "99"]}


def answers(given, name, tables, folder):
    """What it answers on one thread and on two, and the seconds of both."""
    made, seconds = [], []
    for threads in (1, 2):
        out = folder / f"on-{threads}" / "answer.csv"
        out.parent.mkdir(exist_ok=True)
        began = time.monotonic()
        done = subprocess.run([*stops.command(given, name, tables, out), *MORE.get(name, []), "--threads", str(threads)], capture_output=True, text=True, timeout=600)
        seconds.append(time.monotonic() - began)
        if done.returncode != 0:
            raise city.Trouble(f"{name} does not end well on {threads} threads: {done.stderr[-500:]}")
        made.append((out.read_bytes(), (out.parent / "answer.csv.account.json").read_bytes()))
    return made, seconds


def differing(one, two):
    one, two = one.splitlines(), two.splitlines()
    return sum(a != b for a, b in zip(one, two)) + abs(len(one) - len(two)), max(len(one), len(two)) - 1


def would_show(tables):
    """Whether the order in which its amounts are added up can be told from the sum."""
    amounts = {}
    for line in tables.file("employment").read_text().splitlines()[1:]:
        region, _, jobs = line.split(",")
        amounts.setdefault(region, []).append(float(jobs))
    return any(sum_of(all_) != sum_of(reversed(all_)) for all_ in amounts.values())


def sum_of(amounts):
    total = 0.0  # one after the other: sum() of newer Pythons is exact
    for amount in amounts:
        total += amount
    return total


def main():
    given = city.options(__doc__.splitlines()[0], rows=(200_000, "rows of a table", 1_000_000), only=("", "one measure, by its name"))
    city.bounded(given.seconds or 3600)
    names = stops.catalogue(given.binary)
    if sorted(names) != sorted(stops.MEASURES):
        raise city.Trouble(f"no tables for {sorted(set(names) ^ set(stops.MEASURES))}")
    failed, asked = [], 0
    with tempfile.TemporaryDirectory(prefix="trivium-threads-") as folder:
        folder = pathlib.Path(folder)
        tables = Tables(folder, given.rows, given.seed)
        if not would_show(tables):
            raise city.Trouble("sums in another order are the same: more rows")
        for name in names:
            if given.only and given.only != name:
                continue
            asked += 1
            (one, two), seconds = answers(given, name, tables.of(given.rows // FEWER.get(name, 1)), folder)
            rows, of = differing(one[0], two[0])
            if one == two:
                print(f"{name}: the same {of:,} rows, {seconds[0]:.1f} and {seconds[1]:.1f} s", flush=True)
                continue
            failed.append(name)
            print(f"{name}: {rows:,} of {of:,} rows differ{'' if one[1] == two[1] else ', and so does the account'}", flush=True)
    print(f"threads: {given.rows:,} rows, {asked} measures, {'not the same: ' + ', '.join(failed) if failed else 'each the same on one and on two'} (seed {given.seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

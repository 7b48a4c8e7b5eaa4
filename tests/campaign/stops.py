#!/usr/bin/env python3
"""Every measure of the catalogue is stopped, as by Ctrl-C, while it reads, counts and writes: it is gone within a second and leaves no file.

One that had just written its answer when the wish came leaves the whole of it, which is compared. So is `trivium flows` while it waits for a
server that says nothing.

    tests/campaign/stops.py [--rows 1000000] [--stops 8] [--only proximity] [--binary build/release/src/trivium]

Each gets tables of as many rows (places, industries and actors are fewer). When it is stopped is drawn over the time it takes, or over
the first 20 seconds where it takes longer. Exits with 1 where one took longer than a second, or left a file; a measure that the campaign
has no tables for is named.
"""

import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time

import city

LONGEST = 20  # seconds of a measure within which it is stopped
GONE = 1.0


class Failed(Exception):
    """The claim does not hold."""


def lines(path, header, rows):
    with open(path, "w") as file:
        file.write(header + "\n")
        file.writelines(row + "\n" for row in rows)
    return path


class Tables:
    """Each made when it is first asked for."""

    def __init__(self, folder, rows, seed):
        self.folder, self.rows, self.numbers = folder, rows, random.Random(seed)
        self.side = max(3, int(rows ** 0.5))

    def pairs(self):
        return ((i // self.side, i % self.side) for i in range(self.side * self.side))

    def file(self, name):
        path = self.folder / f"{name}.csv"
        return path if path.exists() else getattr(self, name.replace("-", "_"))(path)

    def employment(self, path):
        return lines(path, "region,industry,jobs", (f"R{r},I{i},{self.numbers.randrange(1, 1000)}" for r, i in self.pairs()))

    def plants(self, path):
        return lines(path, "region,industry,jobs", (f"R{r},I{self.numbers.randrange(600)},{self.numbers.randrange(1, 1000)}" for r, _ in self.pairs()))

    def sites(self, path):
        place = self.numbers.uniform
        return lines(path, "industry,x,y,jobs", (f"I{n % 10},{place(0, 1e5):.1f},{place(0, 1e5):.1f},{n % 50 + 1}" for n in range(self.rows)))

    def areas(self, path):
        return lines(path, "area,value", (f"{r}-{i},{self.numbers.gauss(0, 1):.6f}" for r, i in self.pairs()))

    def neighbours(self, path):
        return lines(path, "one,other", (f"{r}-{i},{r + up}-{i + right}" for r, i in self.pairs() for up, right in ((0, 1), (1, 0))))

    def values(self, path):
        return lines(path, "of,code,value", (f"R{r},{i},{self.numbers.randrange(1000)}" for r, i in self.pairs()))

    def correspondence(self, path):
        return lines(path, "from,to,weight", (f"{i},{i + part},0.5" for i in range(self.side) for part in (0, 1)))

    def panel(self, path):
        years = 10
        return lines(path, "worker,year,establishment,industry",
                     (f"{n // years},{2010 + n % years},{self.numbers.randrange(50_000)},{self.numbers.randrange(600)}" for n in range(self.rows)))

    def flows(self, path):
        return lines(path, "from,to,count", (f"{i},{j},{self.numbers.randrange(1, 100)}" for i, j in self.pairs()))

    flows_before = flows

    def firm_sizes(self, path):
        return lines(path, "firm,industry,jobs", (f"F{n},{n % 900},{self.numbers.randrange(1, 500)}" for n in range(self.rows)))

    def core(self, path):
        return lines(path, "industry", (str(i) for i in range(0, self.side, 20)))

    targeted = core

    def change(self, path):
        return lines(path, "industry,region_then,region_now,larger_then,larger_now", (f"{n},{n % 90 + 1},{n % 80 + 1},1000,{n % 900 + 600}" for n in range(self.rows)))

    def firms(self, path):
        def life(n):
            first = self.numbers.randrange(1990, 2024)
            return f"T{n % 900},{first},{first + n % 9 if n % 3 else ''}"
        return lines(path, "type,first,last", (life(n) for n in range(self.rows)))

    def ties(self, path):
        actors = max(3, self.rows // 10)
        return lines(path, "from,to", (f"{self.numbers.randrange(actors)},{self.numbers.randrange(actors)}" for _ in range(self.rows)))

    def actors(self, path):
        return lines(path, "actor,group", (f"{n},G{n % 5}" for n in range(max(3, self.rows // 10))))


NETWORK = ["ties", "actors"]
MEASURES = {  # the tables each takes, and what has to be said
    "location-quotient": (["employment"], []), "concentration": (["employment"], []), "specialisation": (["employment"], []),
    "variety": (["employment"], []), "proximity": (["employment"], []), "relatedness-density": (["employment"], []), "complexity": (["employment"], []),
    "ellison-glaeser": (["plants"], []), "firm-concentration": (["firm-sizes"], []),
    "distance-density": (["sites"], ["--industry", "I1"]), "relative-concentration": (["sites"], ["--industry", "I1"]),
    "autocorrelation": (["areas", "neighbours"], []), "local-autocorrelation": (["areas", "neighbours"], []),
    "recoding": (["values", "correspondence"], ["--from-list", "Old 1", "--to-list", "New 1"]),
    "job-changes": (["panel"], []), "skill-relatedness": (["flows"], []), "functional-boundary": (["flows", "core", "flows-before"], []),
    "policy-targets": (["flows", "targeted"], []), "shift-share": (["change"], []), "entries-and-exits": (["firms"], []), "survival": (["firms"], []),
    "network-structure": (NETWORK, []), "network-positions": (NETWORK, []), "communities": (NETWORK, []), "brokerage": (NETWORK, []),
}


def catalogue(binary):
    printed = subprocess.run([binary, "measure", "list"], capture_output=True, text=True, check=True, timeout=60).stdout
    return [line.split()[0] for line in printed.splitlines() if not line.startswith(" ")]


def command(given, name, tables, out):
    files, said = MEASURES[name]
    return [given.binary, "measure", name, *(word for table in files for word in (f"--{table}", str(tables.file(table)))), *said, "--out", str(out)]


def whole(given, name, tables, folder):
    """Seconds it takes; LONGEST where it takes longer, and then there is no whole.csv."""
    (folder / "whole.csv").unlink(missing_ok=True)
    began = time.monotonic()
    try:
        done = subprocess.run(command(given, name, tables, folder / "whole.csv"), capture_output=True, text=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return LONGEST
    if done.returncode != 0:
        raise city.Trouble(f"{name} does not end well by itself: {done.stderr[-500:]}")
    return time.monotonic() - began


def stopped(given, name, tables, folder, numbers):
    """Seconds from the wish to the end, how often it was still at work, and seconds of the whole."""
    seconds = whole(given, name, tables, folder)
    answer = folder / "whole.csv"
    expected = answer.read_bytes() if answer.exists() else None
    took, met = [], 0
    for number in range(given.stops):
        place = folder / f"{name}-{number}"
        place.mkdir()
        work = subprocess.Popen(command(given, name, tables, place / "answer.csv"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # One of each part of the time it takes, so that reading, counting and writing are all met.
        time.sleep(seconds * (number + numbers.random()) / given.stops)
        began = time.monotonic()
        work.send_signal(signal.SIGINT)
        code = work.wait(timeout=120)
        gone = time.monotonic() - began
        took.append(gone)  # also of one that had just ended: a wish that is not heard shows in how long that took
        left = sorted(file.name for file in place.iterdir())
        # Ended by the signal itself where it came before the program listens for it, or after its work was done.
        if code not in (0, 130, -signal.SIGINT):
            raise Failed(f"{name} ended with {code}")
        if not left:
            met += 1
        elif left != ["answer.csv", "answer.csv.account.json"] or (place / "answer.csv").read_bytes() != expected:
            raise Failed(f"{name} left {left}, and not the whole answer")
        elif code == 130:
            raise Failed(f"{name} says that it was stopped, and left its answer")
    if not met:
        raise Failed(f"{name} was never met at work: more rows, or it does not listen")
    return took, met, seconds


def connecting(given, folder):
    """Seconds until `trivium flows` is gone that waits for the first word of a server which takes its connection and says none."""
    took = {}
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for way, address in (("--postgres", f"host=127.0.0.1 port={port} user=nobody dbname=nothing"),
                             ("--odbc", f"Driver={{PostgreSQL Unicode}};Server=127.0.0.1;Port={port};Database=nothing;Uid=nobody")):
            out = folder / f"flows{way}.csv"
            work = subprocess.Popen([given.binary, "flows", "--table", "panel", way, address, "--out", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            server.settimeout(30)
            taken, _ = server.accept()
            time.sleep(0.3)
            began = time.monotonic()
            work.send_signal(signal.SIGINT)
            try:
                code = work.wait(timeout=15)
            except subprocess.TimeoutExpired:
                work.kill()
                raise Failed(f"flows {way} still waits for its server 15 s after it was stopped") from None
            took[way] = time.monotonic() - began
            taken.close()
            if code != 130 or list(folder.glob(f"{out.name}*")):
                raise Failed(f"flows {way} ended with {code} and left {list(folder.glob('flows*'))}: {work.stderr.read()}")
    return took


def main():
    # A shell that starts this in the background lets it ignore the wish, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    given = city.options(__doc__.splitlines()[0], rows=(30_000, "rows of a table", 1_000_000), stops=(3, "how often each is stopped", 8),
                         only=("", "one measure, by its name"))
    city.bounded(given.seconds or 3 * 3600)
    numbers = random.Random(given.seed)
    names = catalogue(given.binary)
    if sorted(names) != sorted(MEASURES):
        raise city.Trouble(f"no tables for {sorted(set(names) ^ set(MEASURES))}")
    slowest, times, late = 0.0, 0, []
    with tempfile.TemporaryDirectory(prefix="trivium-stops-") as name:
        folder = pathlib.Path(name)
        tables = Tables(folder, given.rows, given.seed)
        if not given.only:
            try:
                took = connecting(given, folder)
            except Failed as fault:
                print(f"stops: {fault} (seed {given.seed})")
                return 1
            for way, gone in took.items():
                print(f"flows {way}, while it connects: gone after {gone:.2f} s", flush=True)
                if gone > GONE:
                    late.append(f"flows {way}")
        for measure in names:
            if given.only and given.only != measure:
                continue
            try:
                took, met, seconds = stopped(given, measure, tables, folder, numbers)
            except Failed as fault:
                print(f"stops: {fault} (seed {given.seed})")
                return 1
            print(f"{measure}: {seconds:.1f} s whole, stopped {met} times, gone after {max(took):.2f} s at most", flush=True)
            times += met
            slowest = max([slowest, *took])
            if max(took) > GONE:
                late.append(measure)
    print(f"stops: {given.rows:,} rows, stopped {times} times, {slowest:.2f} s at most{', too late: ' + ', '.join(late) if late else ''} (seed {given.seed})")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())

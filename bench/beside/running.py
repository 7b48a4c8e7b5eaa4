"""One run of a program: the seconds of each of its steps as it tells them, and the most memory it held.

The memory is asked of GNU time, not of this process: the kernel counts what a child held before it became another
program, and that would be the memory of Python.
"""
import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

import places

MOST_SECONDS = 1800
OURS = re.compile(r"^(\S+) seconds=([\d.]+) .*peak_mib=(\d+)$", re.MULTILINE)
THEIRS = re.compile(r"^KERNEL (.+)$", re.MULTILINE)


class Failed(Exception):
    """A program ended in another way than by finishing its work."""


@dataclass
class Run:
    seconds: dict = field(default_factory=dict)  # by step, of the function alone
    peaks: dict = field(default_factory=dict)  # MiB at the end of a step, where the program tells them
    peak: int = 0  # MiB, of the whole process
    whole: float = 0.0  # seconds with start-up
    said: str = ""


def environment():
    """What OPENBLAS_* may say of this machine would slow the peers; two threads for everybody."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    return {**kept, "OPENBLAS_NUM_THREADS": "2", "OMP_NUM_THREADS": "2", "BENCH_RUNS": "1",
            "NODE_PATH": str(places.BENCH / "node_modules")}


def steps_of_ours(said):
    found = OURS.findall(said)
    return {name: float(seconds) for name, seconds, _ in found}, {name: int(peak) for name, _, peak in found}


def steps_of_peers(said):
    """Peers print KERNEL and then names and numbers in turn."""
    seconds = {}
    for line in THEIRS.findall(said):
        words = line.split()
        seconds.update({name: float(number) for name, number in zip(words[::2], words[1::2])})
    return seconds


def run(command):
    command = [str(word) for word in command]
    timer = shutil.which("time")
    if timer is None:
        raise Failed("the package time is missing: script/setup bench")
    with tempfile.NamedTemporaryFile("r") as told:
        began = time.monotonic()
        done = subprocess.run([timer, "-q", "-f", "%M", "-o", told.name, *command], capture_output=True, text=True,
                              env=environment(), timeout=MOST_SECONDS)
        whole = time.monotonic() - began
        if done.returncode != 0:
            raise Failed(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        peak = int(told.read().split()[-1]) // 1024
    seconds, peaks = steps_of_ours(done.stdout)
    return Run({**seconds, **steps_of_peers(done.stdout)}, peaks, peak, whole, done.stdout)

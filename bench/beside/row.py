"""What a row of the speed table is made of."""
import pathlib
from dataclasses import dataclass, field
from typing import Callable

from running import Run


@dataclass
class Answer:
    """A run and where it wrote what it found; references have no run."""
    out: pathlib.Path
    run: Run = field(default_factory=Run)


@dataclass(frozen=True)
class Stated:
    """A peer that Debian and npm do not package: its figure, measured elsewhere on a machine of two cores."""
    peer: str
    seconds: float
    memory: str = ""
    goal: float | None = None  # its own ratio, beside the row's, which is to the first one stated


@dataclass(frozen=True)
class Peer:
    name: str
    needs: tuple  # Debian packages, or packages of npm that begin with @
    command: Callable  # (inputs, out, size) -> words
    seconds: Callable | None  # steps -> seconds; none where the peer tells none: of the whole process then
    agrees: Callable | None = None  # (ours, theirs, size) -> largest difference; raises Differs
    sizes: str = "s m l xl"
    yardstick: bool = True  # whether the goal is about it; others are told as information


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    program: str
    inputs: str  # kind, as the generator names it
    extents: dict  # how large a size is, for the exponent
    arguments: Callable  # (inputs, out, size) -> words after the program
    step: Callable  # size -> steps that are added up
    peers: tuple = ()
    refers: Callable | None = None  # (ours, size) -> largest difference from the references; raises Differs
    divisor: dict = field(default_factory=dict)  # by size: how many draws the step makes
    goals: dict = field(default_factory=dict)  # ratio by size
    longest: dict = field(default_factory=dict)  # seconds of the whole step by size, where nobody else does it
    memory: dict = field(default_factory=dict)  # MiB by size
    stated: dict = field(default_factory=dict)  # by size, one or several of Stated

    def seconds(self, run, size):
        return sum(run.seconds[step] for step in self.step(size)) / self.divisor.get(size, 1)

    def stated_of(self, size):
        return tuple(self.stated.get(size, ()))

    def peak(self, run, size):
        return max(run.peaks[step] for step in self.step(size))

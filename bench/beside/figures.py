"""Times of both, taken in turn, and what they say: the least, the middle, the ratio, how they grow."""
import math
import os
import statistics
from dataclasses import dataclass, field

import inputs
import needs
import places
import running
from row import Answer

ROUNDS = 3
LONG = 40.0  # seconds; what takes longer is done once


@dataclass
class Times:
    seconds: list = field(default_factory=list)
    peak: int = 0  # MiB

    def figure(self):
        return {"least": min(self.seconds), "middle": statistics.median(self.seconds), "runs": len(self.seconds),
                "peak_mib": self.peak}


@dataclass
class Beside:
    """A peer's times, and the ratio of each to the time of ours just before it."""
    peer: object
    times: Times = field(default_factory=Times)
    ratios: list = field(default_factory=list)

    def figure(self):
        return {"peer": self.peer.name, **self.times.figure(), "ratio": statistics.median(self.ratios),
                "yardstick": self.peer.yardstick, "whole_process": self.peer.seconds is None}


def out_of(row, size, who):
    folder = places.MADE / "answers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{row.name}-{size}-{who.replace(' ', '-').replace(',', '')}.csv"


def ours_once(row, size, files, times):
    out = out_of(row, size, "ours")
    ran = running.run([places.PROGRAMS / row.program, *row.arguments(files, out, size)])
    times.seconds.append(row.seconds(ran, size))
    times.peak = max(times.peak, row.peak(ran, size))
    return Answer(out, ran)


def peer_once(beside, row, size, files, ours):
    out = out_of(row, size, beside.peer.name)
    ran = running.run(beside.peer.command(files, out, size))
    seconds = beside.peer.seconds(ran.seconds) if beside.peer.seconds else ran.whole
    # A program that tells thousandths may tell nothing: then it is taken for half of one.
    beside.times.seconds.append(seconds or 0.0005)
    beside.times.peak = max(beside.times.peak, ran.peak)
    beside.ratios.append(row.seconds(ours.run, size) / beside.times.seconds[-1])
    return Answer(out, ran)


def measured(row, size):
    """The figure of a row at a size. Raises Differs where the answers do."""
    files = inputs.files(row.inputs, size)
    load = os.getloadavg()[0]
    ours = Times()
    peers = [Beside(peer) for peer in row.peers if size in peer.sizes.split() and needs.can_run(peer)]
    apart = []
    spent = {}
    for turn in range(ROUNDS):
        if not peers:
            last = ours_once(row, size, files, ours)
            spent[None] = last.run.whole
        for beside in peers:
            if turn and (spent[beside.peer.name] > LONG or beside.peer.seconds is None):
                continue
            last = ours_once(row, size, files, ours)
            theirs = peer_once(beside, row, size, files, last)
            spent[beside.peer.name] = last.run.whole + theirs.run.whole
            if turn == 0 and beside.peer.agrees:
                apart.append(beside.peer.agrees(last, theirs, size))
        if turn == 0 and row.refers:
            apart.append(row.refers(last, size))
        if min(spent.values()) > LONG:
            break
    return {"row": row.name, "size": size, "extent": row.extents[size], "work": row.work, "program": row.program,
            "ours": ours.figure(), "beside": [beside.figure() for beside in peers],
            "apart": max((one for one in apart if one is not None), default=None),
            "load": round(load, 1), **judged(row, size, ours, peers)}


def judged(row, size, ours, peers):
    """The ratio that the goal is about: to the quickest peer in the same run, or to the figure that was stated."""
    yardsticks = [beside for beside in peers if beside.peer.yardstick]
    stated = row.stated_of(size)
    middle = statistics.median(ours.seconds)
    ratio = None
    if yardsticks:
        quickest = min(yardsticks, key=lambda beside: statistics.median(beside.times.seconds))
        ratio = statistics.median(quickest.ratios)
    elif stated:
        ratio = middle / stated[0].seconds
    return {"ratio": ratio, "goal": row.goals.get(size), "memory_goal_mib": row.memory.get(size),
            "whole_step": middle * row.divisor.get(size, 1), "longest": row.longest.get(size),
            "stated": [{"peer": one.peer, "seconds": one.seconds, "memory": one.memory, "goal": one.goal,
                        "ratio": middle / one.seconds} for one in stated]}


def exponent(points):
    """Of the size, in the time: least squares on the logarithms of (size, seconds)."""
    if len(points) < 2:
        return None
    across = [math.log(size) for size, _ in points]
    up = [math.log(seconds) for _, seconds in points]
    middle, height = statistics.fmean(across), statistics.fmean(up)
    spread = sum((x - middle) ** 2 for x in across)
    return sum((x - middle) * (y - height) for x, y in zip(across, up)) / spread

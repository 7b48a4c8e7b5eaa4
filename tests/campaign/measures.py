#!/usr/bin/env python3
"""A measure that is killed while it writes leaves nothing or the whole answer.

    tests/campaign/measures.py [--cycles 20] [--binary build/release/src/trivium]

Exits with 1 where half a file was left. What a measure that is stopped does is in stops.py.
"""
import argparse
import json
import pathlib
import random
import subprocess
import tempfile
import time

REGIONS, INDUSTRIES = 900, 1_000


def write_jobs(path, seed):
    numbers = random.Random(seed)
    with open(path, "w") as file:
        file.write("region,industry,jobs\n")
        for region in range(REGIONS):
            file.writelines(f"R{region:04},I{industry:04},{numbers.randrange(1, 1_000)}\n" for industry in range(INDUSTRIES))


def start(binary, jobs, out):
    return subprocess.Popen([binary, "measure", "location-quotient", "--employment", jobs, "--out", out],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole(binary, jobs, folder, form):
    out = folder / f"whole.{form}"
    began = time.monotonic()
    assert start(binary, jobs, out).wait() == 0
    return out.read_bytes(), told(folder / f"whole.{form}.account.json"), time.monotonic() - began


def told(account):
    """What an account beside an answer says; JSON and Parquet hold their own. Half a file is no JSON."""
    return json.loads(account.read_text()) if account.exists() else None


def killed(binary, jobs, folder, form, cycles, numbers):
    """How often there was nothing, and how often all of it."""
    expected, said, seconds = whole(binary, jobs, folder, form)
    earlier = {f"answer.{form}": b"an earlier answer"} | ({f"answer.{form}.account.json": b'{"of": "an earlier answer"}'} if said else {})
    counts = {"nothing": 0, "whole": 0}
    for cycle in range(cycles):
        place = folder / f"killed-{form}-{cycle}"
        place.mkdir()
        # Half of them stand where an earlier answer is, with its account.
        before = earlier if cycle % 2 else {}
        for name, bytes_ in before.items():
            (place / name).write_bytes(bytes_)
        # The end is where it is written, so that is where most of them fall.
        wait = seconds * (numbers.uniform(0.7, 1.1) if cycle % 4 else numbers.uniform(0, 0.7))
        work = start(binary, jobs, place / f"answer.{form}")
        time.sleep(wait)
        work.kill()
        work.wait()
        left = sorted(file.name for file in place.iterdir())
        answer = place / f"answer.{form}"
        account = place / f"answer.{form}.account.json"
        found = answer.read_bytes() if answer.exists() else None
        if found == before.get(answer.name):
            counts["nothing"] += 1
        else:
            assert found == expected, f"half a file in {place}"
            counts["whole"] += 1
        # It comes after the answer, and an earlier one is gone before: it tells of the answer beside it, or it is not there.
        if account.exists():
            assert found is not None, f"an account without its answer in {place}"
            assert told(account) == (said if found == expected else json.loads(before[account.name])), f"another answer's account in {place}"
        allowed = {f"answer.{form}", f"answer.{form}.account.json"}
        # The name <file>.part is given to a whole file, an instant before its own.
        parts = [name for name in left if name not in allowed]
        for name in parts:
            assert name.endswith(".part") and (name != f"answer.{form}.part" or (place / name).read_bytes() == expected), \
                f"{name} was left in {place}"
    return counts


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--cycles", type=int, default=20)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--binary", default="build/release/src/trivium")
    chosen = words.parse_args()
    numbers = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory(prefix="trivium-measures-") as name:
        folder = pathlib.Path(name)
        jobs = folder / "jobs.csv"
        write_jobs(jobs, chosen.seed)
        for form in ("csv", "json", "parquet"):
            counts = killed(chosen.binary, jobs, folder, form, chosen.cycles, numbers)
            print(f"{form}: killed {chosen.cycles} times: {counts['nothing']} times nothing, {counts['whole']} times the whole")


main()

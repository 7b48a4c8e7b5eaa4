"""Inputs of the generator, made once and kept under build/; each is held against the checksum published for it."""
import hashlib
import os
import subprocess

import places

FILES = {"graph": ("graph_{}_edges.csv", "graph_{}_nodes.csv")}

# The generator ends at 100,000 sites. A million are made by its own function, from its own seed for that name.
SITES_OF_A_COUNTRY = """
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import gen
gen.POINTS["xl"] = (1_000_000, 100_000)
gen.points("xl", sys.argv[2])
"""


class Spoiled(Exception):
    """An input is not the one that the peers were given."""


def names(kind, size):
    return [pattern.format(size) for pattern in FILES.get(kind, (kind + "_{}.csv",))]


def published():
    """The checksum of each file, by its name."""
    lines = (places.REFERENCES / "inputs.sha256").read_text().splitlines()
    return {name: checksum for checksum, name in (line.split() for line in lines)}


def checksum(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def generate(kind, size, folder):
    if (kind, size) == ("points", "xl"):
        command = [places.PYTHON, "-c", SITES_OF_A_COUNTRY, places.SHARED, folder]
    else:
        command = [places.PYTHON, "-B", places.SHARED / "gen.py", kind, size, folder]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    subprocess.run(command, check=True, env=kept)


def files(kind, size):
    """Paths of an input, made if they are not there. A file gets its name when it is whole and the right one."""
    wanted = [places.INPUTS / name for name in names(kind, size)]
    if all(path.exists() for path in wanted):
        return wanted
    folder = places.INPUTS / "being-made"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"bench: making {kind} {size}", flush=True)
    generate(kind, size, folder)
    checksums = published()
    for path in wanted:
        made = folder / path.name
        if checksums.get(path.name, checksum(made)) != checksum(made):
            raise Spoiled(f"{path.name} is not the input the peers were given: its checksum differs from inputs.sha256 "
                          "(made with numpy 1.24.2 and pandas 1.5.3)")
        made.rename(path)
    return wanted

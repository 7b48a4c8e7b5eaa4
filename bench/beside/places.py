"""Where things lie: the checkout, what is built, the generator with its peers and references, and what is made here."""
import os
import pathlib

# Debian's own, for that is where its packages are; the first on the path may be another.
PYTHON = "/usr/bin/python3"
BENCH = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
PROGRAMS = ROOT / "build/release/bench"
TRIVIUM = ROOT / "build/release/src/trivium"
MADE = ROOT / "build/bench"
INPUTS = MADE / "inputs"
SHARED = pathlib.Path(os.environ.get("TRIVIUM_SHARED", ROOT.parent / "shared")) / "data/bench"
PEERS = SHARED / "peers"
REFERENCES = SHARED / "ref"


def reference(name):
    return REFERENCES / name

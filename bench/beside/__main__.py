"""One benchmark per row of the speed table, each beside its peer in the same run: script/bench

    script/bench                         every row at its small and middle size
    script/bench --sizes s,m,l --xl      all of it; forty minutes on two idle cores
    script/bench kd panel --sizes l      some rows
    script/bench --into docs/measure/speed.md    puts the table of all figures kept so far there

Ours and the peer's take turns; each tells the time of its function, without start-up and without reading its file, and
does it once. What differs in its answer is refused and gets no figure. Inputs, answers and figures lie in build/bench.
"""
import argparse
import pathlib
import subprocess
import sys

import beyond_memory
import inputs
import needs
import places
import written
from speed_table import ROWS, measured


def asked():
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [row.name for row in ROWS]
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"some of {', '.join([*names, beyond_memory.NAME])}")
    parser.add_argument("--sizes", default="s,m", help="some of s, m, l, xl (usually s,m)")
    parser.add_argument("--xl", action="store_true", help="also a panel of 51 M records, a million sites, 5 M firms")
    parser.add_argument("--into", type=pathlib.Path, help="a document that gets the table of all figures kept so far")
    given = parser.parse_args()
    unknown = set(given.rows) - {*names, beyond_memory.NAME}
    if unknown:
        parser.error(f"there is no row {', '.join(sorted(unknown))}")
    sizes = given.sizes.split(",")
    if not set(sizes) <= {"s", "m", "l", "xl"}:
        parser.error("sizes are s, m, l and xl")
    given.sizes = list(dict.fromkeys([*sizes, *(["xl"] if given.xl else [])]))
    given.only_written = given.into is not None and len(sys.argv) == len(["script", "--into", "file"])
    return given


def build(rows, beyond):
    targets = [*dict.fromkeys(row.program for row in rows), *(["bench_flows", "trivium"] if beyond else [])]
    subprocess.run([places.ROOT / "script/build", "release", *targets], check=True)


def run(given):
    """How many answers were refused."""
    rows = [row for row in ROWS if not given.rows or row.name in given.rows]
    beyond = not given.rows or beyond_memory.NAME in given.rows
    needs.say_missing(rows)
    build(rows, beyond)
    try:
        found, refused = measured(rows, given.sizes)
        if beyond:
            refused += beyond_memory.refused(given.sizes)
    except inputs.Spoiled as wrong:
        raise SystemExit(f"bench: {wrong}") from wrong
    if found:
        print(f"\n{written.markdown(found)}\nbench: {len(found)} figures kept in {written.KEPT}")
    return refused


def main():
    given = asked()
    refused = 0 if given.only_written else run(given)
    if given.into:
        written.put_into(given.into, written.kept())
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()

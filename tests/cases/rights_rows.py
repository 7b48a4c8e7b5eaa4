#!/usr/bin/env python3
"""Every route has a row in the matrix of rights, and every row a route.

    rights_rows.py PROGRAM [FILE]    what PROGRAM openapi lists against the rows of FILE, tests/cases/rights.txt

The build asks this of the program it has just linked and stops where one is missing. What the rows state is held
against what the routes do by rights_test.cpp.
"""
import json
import pathlib
import subprocess
import sys

ROWS = "tests/cases/rights.txt"


def rows_in(text):
    """The line of each row, by its route: "GET /assessments/{assessment}"."""
    rows = {}
    for number, line in enumerate(text.splitlines(), 1):
        first = line.split(" | ")[0].strip()
        if first and first != "who" and not first.startswith("#"):
            rows[first] = number
    return rows


def routes_in(description):
    return {f"{method.upper()} {path}" for path, methods in description["paths"].items() for method in methods}


def faults(routes, rows, file):
    """A line for each that is missing, as a compiler writes it."""
    last = max(rows.values(), default=1)
    lacking = [f"{file}:{last}: {route} has no row. State below this one who may do what there; HACKING.md, \"A new address\", says how."
               for route in sorted(routes - rows.keys())]
    left_over = [f"{file}:{number}: {route} has a row, and there is no such route." for route, number in rows.items() if route not in routes]
    return lacking + left_over


def main(program, file=ROWS):
    asked = subprocess.run([program, "openapi"], capture_output=True, text=True)
    if asked.returncode != 0:
        print(f"{program} openapi does not list the routes, so nobody knows whether each has a row in {file}:\n{asked.stderr}{asked.stdout}", file=sys.stderr)
        return 1
    found = faults(routes_in(json.loads(asked.stdout)), rows_in(pathlib.Path(file).read_text(encoding="utf-8")), file)
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

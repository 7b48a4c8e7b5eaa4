#!/usr/bin/env python3
"""What stops the build: a route without a row in rights.txt, a row without a route, a program that lists nothing."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
import rights_rows  # noqa: E402

ROUTES = {"/": ["get"], "/networks/{network}": ["get", "post"]}
ROWS = """# The matrix
who | nobody ana
# method and address | with whose records | what is sent | before | sent | open to the city
GET / | / |  | yy | yy | yy
GET /networks/{network} | /networks/{West} |  | sn | sn | sn
POST /networks/{network} | /networks/{West} | {"a": "b | c"} | sn | sn | sn
"""


class RightsRows(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="trivium-rights-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.rows = self.folder / "rights.txt"
        self.rows.write_text(ROWS)
        self.lists(ROUTES)

    def lists(self, routes):
        """The program that is asked lists these."""
        told = json.dumps({"paths": {path: {method: {} for method in methods} for path, methods in routes.items()}})
        self.program(f"[ \"$1\" = openapi ] || exit 9\ncat <<'END'\n{told}\nEND\n")

    def program(self, does):
        program = self.folder / "program"
        program.write_text("#!/bin/sh\n" + does)
        program.chmod(0o755)

    def asks(self):
        done = subprocess.run([sys.executable, HERE / "rights_rows.py", self.folder / "program", self.rows], capture_output=True, text=True)
        return done.returncode, done.stderr

    def test_a_row_for_each_route_is_fine(self):
        self.assertEqual(self.asks(), (0, ""))

    def test_a_route_without_a_row_is_named_with_the_file(self):
        self.lists({**ROUTES, "/new": ["post"], "/": ["get", "post"]})
        status, said = self.asks()
        self.assertEqual(status, 1)
        self.assertEqual([line.split(". ")[0] for line in said.splitlines()], [f"{self.rows}:6: POST / has no row", f"{self.rows}:6: POST /new has no row"])

    def test_a_row_without_a_route_is_named_with_its_line(self):
        self.lists({"/": ["get"], "/networks/{network}": ["post"]})
        self.assertEqual(self.asks(), (1, f"{self.rows}:5: GET /networks/{{network}} has a row, and there is no such route.\n"))

    def test_a_route_whose_parameter_has_another_name_is_another_one(self):
        self.lists({"/": ["get"], "/networks/{which}": ["get", "post"]})
        self.assertEqual(len(self.asks()[1].splitlines()), 4)

    def test_an_empty_matrix_lacks_every_route(self):
        self.rows.write_text("")
        self.assertEqual(len(self.asks()[1].splitlines()), 3)

    def test_a_program_that_lists_nothing_is_no_proof(self):
        self.program("echo a word is missing >&2\nexit 2\n")
        status, said = self.asks()
        self.assertEqual(status, 1)
        self.assertIn("a word is missing", said)

    def test_the_rows_there_are_are_read(self):
        rows = rights_rows.rows_in((HERE / "rights.txt").read_text(encoding="utf-8"))
        self.assertGreater(len(rows), 100)
        for route in rows:
            self.assertRegex(route, r"^(GET|POST) /\S*$")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""What script/bench may and may not say: no figure for answers that differ, ratios of pairs, goals as they are."""
import contextlib
import io
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/beside"))
import agreement  # noqa: E402
import figures  # noqa: E402
import inputs  # noqa: E402
import places  # noqa: E402
import row  # noqa: E402
import running  # noqa: E402
import speed_table  # noqa: E402
import written  # noqa: E402

# It stands for both: prints the times it is told, one for each time it is called, and writes the answer it is told.
PROGRAM = """#!/bin/sh
echo once >> "$0.calls"
seconds=$(sed -n "$(wc -l < "$0.calls")p" "$0.times")
echo "work seconds=$seconds least=$seconds most=$seconds peak_mib=3"
echo "KERNEL work $seconds"
cp "$0.answer" "$1"
"""


class Beside(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="trivium-beside-"))
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("PROGRAMS", "MADE", "INPUTS", "REFERENCES"):
            self.addCleanup(setattr, places, name, getattr(places, name))
            setattr(places, name, self.folder)
        self.addCleanup(setattr, written, "KEPT", written.KEPT)
        written.KEPT = self.folder / "figures.json"

    def table(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def program(self, name, seconds, answer):
        path = self.table(name, PROGRAM)
        path.chmod(0o755)
        self.table(f"{name}.times", "".join(f"{one}\n" for one in seconds))
        self.table(f"{name}.answer", answer)
        return path

    def row(self, theirs, **more):
        def agrees(ours, peers, size):
            return agreement.largest(ours.out, peers.out, ("id",), ["value"])

        self.table("kind_s.csv", "there is no generator to ask\n")
        peer = row.Peer("peer", (), lambda files, out, size: [theirs, out], lambda steps: steps["work"], agrees)
        return row.Row(name="work", work="some work", program="ours", inputs="kind", extents={"s": 100},
                       arguments=lambda files, out, size: [out], step=lambda size: ["work"], peers=(peer,), **more)

    def test_answers_that_are_the_same_to_nine_digits_agree(self):
        one = self.table("one.csv", "id,value\n1,2\n2,\n")
        other = self.table("other.csv", "id,value\n2,NA\n1,2.000000001\n")
        self.assertAlmostEqual(agreement.largest(one, other, ("id",), ["value"]), 5e-10, places=12)

    def test_answers_that_differ_do_not(self):
        one = self.table("one.csv", "id,value\n1,2\n2,3\n")
        for name, text in (("number", "id,value\n1,2\n2,3.00001\n"), ("nothing", "id,value\n1,2\n2,\n"),
                           ("row too few", "id,value\n1,2\n"), ("row too many", "id,value\n1,2\n2,3\n3,4\n"),
                           ("infinity", "id,value\n1,2\n2,inf\n"), ("empty", "id,value\n")):
            with self.subTest(name), self.assertRaises(agreement.Differs):
                agreement.largest(one, self.table("other.csv", text), ("id",), ["value"])

    def test_what_cancels_out_is_held_against_a_size_and_not_against_itself(self):
        one = self.table("one.csv", "id,value\n1,1e-17\n")
        other = self.table("other.csv", "id,value\n1,3e-17\n")
        self.assertLess(agreement.largest(one, other, ("id",), ["value"], least=1e-3), 1e-9)
        with self.assertRaises(agreement.Differs):
            agreement.largest(one, other, ("id",), ["value"], least=0)

    def test_the_exponent_is_that_of_the_law_the_times_follow(self):
        self.assertAlmostEqual(figures.exponent([(n, 3 * n**1.5) for n in (10, 200, 7000)]), 1.5)
        self.assertIsNone(figures.exponent([(10, 1)]))

    @unittest.skipUnless(shutil.which("time"), "the package time is not installed: script/setup bench")
    def test_the_ratio_is_the_middle_of_pairs_taken_in_turn(self):
        self.program("ours", (1, 3, 2), "id,value\n1,2\n")
        theirs = self.program("theirs", (2, 4, 8), "id,value\n1,2\n")
        found = figures.measured(self.row(theirs, goals={"s": 0.4}), "s")
        self.assertEqual(found["ours"]["least"], 1)
        self.assertEqual(found["ours"]["middle"], 2)
        self.assertEqual(found["beside"][0]["middle"], 4)
        self.assertEqual(found["ratio"], 0.5)  # of 0.5, 0.75 and 0.25
        self.assertGreater(found["beside"][0]["peak_mib"], 0)
        told = written.table(written.keep([found], [self.row(theirs)]))
        self.assertIn("0.4 **missed**", told)
        self.assertEqual(json.loads(written.KEPT.read_text())[0]["row"], "work")

    @unittest.skipUnless(shutil.which("time"), "the package time is not installed: script/setup bench")
    def test_each_figure_stated_is_held_against_its_own_goal_and_a_missed_one_is_told(self):
        self.program("ours", (1, 1, 1), "id,value\n1,2\n")
        self.table("kind_s.csv", "there is no generator to ask\n")
        stated = (row.Stated("first", 20), row.Stated("second", 25, "2 GB", 0.03), row.Stated("third", 100, goal=0.02))
        work = row.Row(name="work", work="some work", program="ours", inputs="kind", extents={"s": 100},
                       arguments=lambda files, out, size: [out], step=lambda size: ["work"], goals={"s": 0.06},
                       divisor={"s": 2}, longest={"s": 0.5}, stated={"s": stated})
        one = figures.measured(work, "s")
        self.assertEqual(one["ratio"], 0.025)  # half a second for a draw, to the first
        self.assertEqual(written.goal({**one, "longest": None}), "0.06 reached; second 0.03 reached; third 0.02 reached")
        self.assertEqual(written.goal({**one, "goal": None, "stated": []}), "500 ms in all: 1 s, **missed**")
        late = {**one, "stated": [{**peer, "ratio": 0.03} for peer in one["stated"]]}
        self.assertIn("third 0.02 **missed**", written.goal(late))
        self.assertEqual(written.ratio(one), "0.025, to stated; 0.02 to second; 0.005 to third")
        self.assertIn("stated 2 GB", written.memory(one))

    @unittest.skipUnless(shutil.which("time"), "the package time is not installed: script/setup bench")
    def test_what_was_measured_can_be_told_at_once(self):
        self.program("ours", (1, 1, 1), "id,value\n1,2\n")
        theirs = self.program("theirs", (2, 2, 2), "id,value\n1,2\n")
        with contextlib.redirect_stdout(io.StringIO()):
            found, refused = speed_table.measured([self.row(theirs)], ["s"])
        self.assertEqual(refused, 0)
        self.assertIn("some work", written.markdown(found))

    @unittest.skipUnless(shutil.which("time"), "the package time is not installed: script/setup bench")
    def test_times_of_different_answers_are_refused_and_nothing_is_kept(self):
        self.program("ours", (1, 1, 1), "id,value\n1,2\n")
        theirs = self.program("theirs", (2, 2, 2), "id,value\n1,2.1\n")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            found, refused = speed_table.measured([self.row(theirs)], ["s"])
        self.assertEqual((found, refused), ([], 1))
        self.assertIn("REFUSED", said.getvalue())
        self.assertFalse(written.KEPT.exists())

    @unittest.skipUnless(shutil.which("time"), "the package time is not installed: script/setup bench")
    def test_a_program_that_fails_is_refused_with_what_it_said(self):
        with self.assertRaisesRegex(running.Failed, "ended with 3: no such thing"):
            running.run(["sh", "-c", "echo no such thing >&2; exit 3"])

    def test_an_input_that_is_not_the_published_one_is_refused(self):
        self.table("inputs.sha256", "0" * 64 + "  kind_s.csv\n")
        self.addCleanup(setattr, inputs, "generate", inputs.generate)
        inputs.generate = lambda kind, size, folder: (folder / "kind_s.csv").write_text("another")
        with contextlib.redirect_stdout(io.StringIO()), self.assertRaises(inputs.Spoiled):
            inputs.files("kind", "s")
        self.assertFalse((self.folder / "kind_s.csv").exists())

    def test_peers_are_not_slowed_by_what_is_set_for_this_machine(self):
        os.environ["OPENBLAS_CORETYPE"] = "Haswell"
        self.addCleanup(os.environ.pop, "OPENBLAS_CORETYPE")
        self.assertNotIn("OPENBLAS_CORETYPE", running.environment())
        self.assertEqual(running.environment()["BENCH_RUNS"], "1")


if __name__ == "__main__":
    unittest.main()

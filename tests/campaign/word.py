#!/usr/bin/env python3
"""Does a table that went through a word processor come back as it is, with exactly what was changed in it?

Fifty tables of 32 tasks are filled by chance, taken along as DOCX, opened and saved by LibreOffice and brought back: every
field has to stand as it was written. Then another program than ours edits them in some forty ways: texts emptied, split,
made bold or moved, bullets, choices and rows more and less, changes left tracked. The fields that are proposed have to be
the fields that were edited, in their words; what cannot be taken over has to be named, for its reason; and nothing else
may be either. What was changed here meanwhile has to be a conflict and nothing else; what is accepted has to stand in the
table, and what is not must not change. At the end files no word processor writes are brought: each has to be refused with
a sentence within two seconds of a processor, and the server's memory must not grow.
"""

import io
import os
import pathlib
import random
import sys

import docx

import city
import edited_tables
import foreign_files
from through_word import Claims, bring, saved_by_libreoffice

WORDS = ("kluster företag Ñandú façade 12 € “quoted” l’été œuvre Łódź smörgåsbord coopération señales açúcar firms Bosch&Co 5<7>3 R&D 50 % "
         "co-op **stars** _under_ [a](b:c) {footer} C:\\temp </w:t> &amp; <!-- ]]> 😀 Ελλάδα a/b https://example.org/?a=1&b=2 – — … 1. 2) "
         "non\u00a0breaking soft\u00adhyphen non\u2011breaking").split(" ")
MOST_SECONDS = 2.0  # of a processor
MOST_GROWTH = 128 * 1024  # kB, while a file is read
MOST_KEPT = MOST_GROWTH  # kB, when all have been read: no more than one file may take, however many came


# ── Filling ─────────────────────────────────────────────────────────────────────────────────────────────────────────

def line(dice, least=1, most=9):
    return f"s{dice.randrange(10**6)} " + " ".join(dice.choice(WORDS) for _ in range(dice.randint(least, most)))


def notes(dice, length):
    text = ""
    while len(text) < length or not text:
        if dice.random() < 0.5:
            text += "".join(("- " if dice.random() < 0.7 else "  - ") + line(dice) + "\n" for _ in range(dice.randint(1, 5)))
        else:
            text += line(dice, 3, 40) + ("\n" if dice.random() < 0.3 else "") + ("\tbehind a tab" if dice.random() < 0.2 else "") + "\n"
        text += "\n" * dice.randint(0, 2)
    return text.strip()


def value_for(field, dice):
    codes = [choice["code"] for choice in field["choices"]]
    kind = field["kind"]
    if kind == "one":
        return dice.choice(codes) if dice.random() < 0.8 else {"own": line(dice, 0, 3)}
    if kind in ("many", "ranked"):
        chosen = dice.sample(codes, dice.randint(1, len(codes)))
        return chosen + ([{"own": line(dice, 0, 2).replace(",", "")}] if dice.random() < 0.3 else [])
    if kind == "number":
        return dice.choice([1, 2, 3, 4, 5])
    if kind == "year":
        return dice.randint(1990, 2030)
    if kind == "text":
        return line(dice, 0, 6)
    if kind == "long_text":
        return line(dice, 3, 20)
    if kind == "lines":
        return [line(dice, 0, 8) for _ in range(dice.randint(1, 5))]
    if kind == "rows":
        columns = field["rows"][0]["columns"]
        most = 3 if field["id"] == "demands" else 4
        rows = []
        for _ in range(dice.randint(1, most)):
            row = {column["id"]: value_for(column, dice) for column in columns if dice.random() < 0.7}
            row[columns[0]["id"]] = value_for(columns[0], dice)
            rows.append(row)
        return rows
    raise city.Trouble(f"The campaign does not know a field of the kind {kind}.")


def fill(person, table, dice, bare=False):
    """Every task gets something, and some nothing but "I do not know yet". Gives {task: answer as it was sent}.

    bare: one is never touched, and one list is as long as it may be.
    """
    filled = {}
    for task in city.TASKS:
        if bare and task == "C6":
            continue
        page = person.read(f"/assessments/{table}/tasks/{task}")
        answer = {"standing": "answered", "facets": {}, "notes": "", "evidence": "", "language": dice.choice(["en", "es", "sv"])}
        for field in page["fields"]:
            if dice.random() < 0.75:
                answer["facets"][field["id"]] = value_for(field, dice)
        if bare and task == "A_sum":
            answer["facets"]["demands"] = [{"text": line(dice), "weight": weight} for weight in (1, 2, 3)]
        if dice.random() < 0.8:
            answer["notes"] = notes(dice, dice.choice([10, 200, 1000, 3000]))
        if dice.random() < 0.2:
            answer["evidence"] = line(dice)
        if dice.random() < 0.1:
            answer["standing"] = "not_known_yet"
        person.must(person.save(table, task, 0, **answer))
        filled[task] = answer
    return filled


def fields_that_say_something(answer):
    count = (answer["standing"] != "answered") + bool(answer["notes"]) + bool(answer["evidence"])
    for value in answer["facets"].values():
        rows = isinstance(value, list) and value and isinstance(value[0], dict) and "own" not in value[0]
        count += sum(len(row) for row in value) if rows else 1
    return count


# ── What is claimed ─────────────────────────────────────────────────────────────────────────────────────────────────

def round_trip(person, tables, filled, files, claim, how):
    equal = fields = 0
    for table, answers, content in zip(tables, filled, files):
        answer = bring(person, table, content)
        if answer.status != 200:
            claim(False, f"{how}: {answer.status} {answer.text[:300]}")
            continue
        page = answer.json
        touched = {one["task"] for one in page["changes"] + page["left"]}
        equal += 32 - len(touched)
        expected = sum(fields_that_say_something(one) for one in answers.values())
        fields += page["same"]
        claim(not page["changes"] and not page["left"] and not page["remarks"],
              f"{how}: {[(one['task'], one['label'], one.get('text'), one.get('before', one.get('why'))) for one in page['changes'] + page['left']][:2]} {page['remarks']}")
        claim(page["same"] == expected, f"{how}: {page['same']} fields stand as written, {expected} were")
    return equal, fields


def conflicts(person, table, content, claim):
    """Notes of A1, A2 and A3 are changed in the document; those of A2, A3 and A4 here, those of A3 to the same."""
    page = {task: person.read(f"/assessments/{table}/tasks/{task}") for task in ("A1", "A2", "A3", "A4", "A5")}
    for task in page:
        facets = {}
        person.must(person.save(table, task, page[task]["revision"], notes=f"Old words of {task}.", facets=facets, standing="answered", language="en"))
    content = person.get(f"/assessments/{table}/table.docx").body
    document = docx.Document(io.BytesIO(content))
    for row in document.tables[0].rows[1:4]:
        run = next(run for paragraph in row.cells[2].paragraphs for run in paragraph.runs if run.text.startswith("Old words"))
        run.text = run.text.replace("Old", "New")
    out = io.BytesIO()
    document.save(out)
    for task, words in (("A2", "Other words."), ("A3", "New words of A3."), ("A4", "Words from here.")):
        revision = person.read(f"/assessments/{table}/tasks/{task}")["revision"]
        person.must(person.save(table, task, revision, notes=words, standing="answered", language="en", facets={}))
    seen = person.must(bring(person, table, out.getvalue())).json
    found = {one["task"]: one for one in seen["changes"]}
    claim(set(found) == {"A1", "A2"} and seen["already"] == 1, f"conflict: {list(found)}, {seen['already']} already")
    claim(not found["A1"]["conflict"] and found["A1"]["pick"] == "document", "what was changed in the document alone is proposed")
    two = found["A2"]
    claim(two["conflict"] and two["pick"] is None, "what was changed on both sides is a conflict, and nothing is chosen")
    claim((two["before"], two["text"], two["here"]) == ("Old words of A2.", "New words of A2.", "Other words."), "three texts are shown")

    def take(picks, revisions=None):
        chosen = [{"task": one["task"], "field": one["field"], "text": one["text"], "written": one["written"],
                   "revision": (revisions or {}).get(one["task"], one["revision"]), "pick": pick} for one, pick in zip(seen["changes"], picks)]
        return person.post(f"/assessments/{table}/word/take", {"from": table, "document_language": seen["document_language"], "changes": chosen})

    claim(take(["document", None]).status == 422, "a conflict has to be decided")
    claim(take(["document", "document"], {"A2": two["revision"] - 1}).status == 409, "a newer text here is a conflict again")
    claim(person.read(f"/assessments/{table}/tasks/A1")["notes"] == "Old words of A1.", "nothing was written by either")
    claim(take(["document", "document"]).status == 200, "what was chosen is taken over")
    for task, words in (("A1", "New words of A1."), ("A2", "New words of A2."), ("A3", "New words of A3."), ("A4", "Words from here.")):
        claim(person.read(f"/assessments/{table}/tasks/{task}")["notes"] == words, f"{task} says: {words}")
    again = person.must(bring(person, table, out.getvalue())).json
    claim(not again["changes"] and again["already"] == 3, "the same document again proposes nothing")


# ── Files no word processor writes ──────────────────────────────────────────────────────────────────────────────────

def reset_peak(server):
    pathlib.Path(f"/proc/{server.pid}/clear_refs").write_text("5")


def worked(server):
    """Seconds of a processor that the server took: what else the machine does is not the file's doing."""
    fields = pathlib.Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def refusals(server, person, table, good, claim, dice, count):
    slowest, growth, asked = ("", 0.0), ("", 0), 0
    before = None
    for what, content, refused in foreign_files.hostile(good, dice, count):
        if before is None:
            bring(person, table, good)  # what a good file takes is no growth
            before = server.resident()[0]
        reset_peak(server)
        begun = worked(server)
        answer = person.send_parts(f"/assessments/{table}/word", {}, {"file": ("table.docx", content)}, accept="application/json")
        seconds = worked(server) - begun
        grown = server.resident()[1] - before
        asked += 1
        slowest = max(slowest, (what, seconds), key=lambda one: one[1])
        growth = max(growth, (what, grown), key=lambda one: one[1])
        claim(answer.status in ((422, 413) if refused else (200, 422)), f"{what}: {answer.status} {answer.text[:200]}")
        said = answer.json
        if answer.status == 422:
            claim(said["flaws"] and said["flaws"][0]["pointer"] == "/file" and len(said["flaws"][0]["message"]) > 20, f"{what}: no sentence: {said}")
        claim(seconds <= MOST_SECONDS, f"{what}: {seconds:.2f} s")
        claim(grown <= MOST_GROWTH, f"{what}: {grown} kB more")
    kept = server.resident()[0] - before
    claim(kept <= MOST_KEPT, f"after all files {kept} kB more")
    return asked, slowest, growth, kept


def main():
    given = city.options(__doc__.splitlines()[0], tables=(3, "tables", 50), broken=(40, "files broken by chance", 275))
    city.bounded(given.seconds or 3000)
    dice = random.Random(given.seed)
    claim = Claims()
    server = city.Server(given.binary, given.database)
    server.start()
    host = city.host_of(server)
    cluster = host.add_cluster("Lund", name="Food")
    rounds = [host.open_round(cluster, f"Round {number}") for number in range(given.tables)]
    person = city.join(server, host.invite(cluster, "Ana"), "Ana")
    tables = [person.start_table(one) for one in rounds]
    filled = [fill(person, table, dice, bare=number % 2 == 0) for number, table in enumerate(tables)]
    files = [person.must(person.get(f"/assessments/{table}/table.docx")).body for table in tables]
    as_written = round_trip(person, tables, filled, files, claim, "as it was written")
    folder = server.folder
    again = saved_by_libreoffice(files, folder / "again")
    equal, fields = round_trip(person, tables, filled, again, claim, "saved by LibreOffice")
    kinds, figures = edited_tables.edits(person, tables, files, folder, claim, dice)
    conflicts(person, tables[0], files[0], claim)
    asked, slowest, growth, kept = refusals(server, person, tables[-1], files[-1], claim, dice, given.broken)
    server.away()
    print(f"{as_written[0]}/{32 * len(tables)} tasks equal as written, {equal}/{32 * len(tables)} after LibreOffice saved them ({fields} fields); "
          f"{sum(kinds.values())} edits of {len(kinds)} kinds, each brought as it is and after LibreOffice: {figures['proposed']} fields proposed, {figures['named']} things named; "
          f"{figures['conflicts']} conflicts, {figures['accepted']} accepted, {figures['rejected']} not; {asked} files nobody's word processor writes: slowest {slowest[1]:.2f} s ({slowest[0]}), "
          f"memory +{growth[1] // 1024} MB at most ({growth[0]}), +{kept // 1024} MB kept; {claim.held} claims hold, {len(claim.broken)} do not (seed {given.seed})")
    return 1 if claim.broken else 0


if __name__ == "__main__":
    sys.exit(main())

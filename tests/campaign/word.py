#!/usr/bin/env python3
"""Does a table that went through a word processor come back as it is, with exactly what was changed in it?

Fifty tables of 32 tasks are filled by chance, taken along as DOCX, opened and saved by LibreOffice and brought back: every
field has to stand as it was written. Then another program than ours (python-docx) changes a number of fields: exactly
those have to be proposed, or named as what cannot be taken over. What was changed here meanwhile has to be a conflict,
and what is taken over has to stand in the table. At the end files no word processor writes are brought: each has to be
refused with a sentence within two seconds of a processor, and the server's memory must not grow.
"""

import base64
import io
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import zipfile
import zlib

import docx

import city

WORDS = ("kluster företag Ñandú façade 12 € “quoted” l’été œuvre Łódź smörgåsbord coopération señales açúcar firms Bosch&Co 5<7>3 R&D 50 % "
         "co-op **stars** _under_ [a](b:c) {footer} C:\\temp </w:t> &amp; <!-- ]]> 😀 Ελλάδα a/b https://example.org/?a=1&b=2 – — … 1. 2) "
         "non\u00a0breaking soft\u00adhyphen non\u2011breaking").split(" ")
MOST_SECONDS = 2.0  # of a processor
MOST_GROWTH = 128 * 1024  # kB, while a file is read
MOST_KEPT = MOST_GROWTH  # kB, when all have been read: no more than one file may take, however many came
LEAF = ("one", "many", "ranked", "number", "year", "text", "long_text", "lines")


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


def fill(person, table, dice):
    """Every task gets something, and some nothing but "I do not know yet". Gives {task: answer as it was sent}."""
    filled = {}
    for task in city.TASKS:
        page = person.read(f"/assessments/{table}/tasks/{task}")
        answer = {"standing": "answered", "facets": {}, "notes": "", "evidence": "", "language": dice.choice(["en", "es", "sv"])}
        for field in page["fields"]:
            if dice.random() < 0.75:
                answer["facets"][field["id"]] = value_for(field, dice)
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


# ── Word and LibreOffice ────────────────────────────────────────────────────────────────────────────────────────────

def saved_by_libreoffice(files, folder):
    folder.mkdir()
    for number, content in enumerate(files):
        (folder / f"{number}.docx").write_bytes(content)
    names = [f"{number}.docx" for number in range(len(files))]
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx", "--outdir", "again", *names],
                   cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1500)
    return [(folder / "again" / name).read_bytes() for name in names]


def bring(person, table, content):
    record = {"file": base64.b64encode(content).decode()}
    return person.post(f"/assessments/{table}/word", record)


def edited(content, tasks, labels, count, dice):
    """Some paragraphs get a word in front. Gives the file and {(task, label of the part)}."""
    document = docx.Document(io.BytesIO(content))
    cells = [row.cells[2] for table in document.tables for row in table.rows[1:]]
    places = []
    for task, cell in zip(tasks, cells):
        label = None
        for paragraph in cell.paragraphs:
            if paragraph.style.name == "PartLabel":
                label = paragraph.text
            elif label and paragraph.runs and paragraph.text.strip():
                places.append((task, label, paragraph))
    chosen = set()
    dice.shuffle(places)
    for task, label, paragraph in places:
        if len(chosen) == count:
            break
        if (task, label) in chosen:
            continue
        chosen.add((task, label))
        run = next(run for run in paragraph.runs if run.text)
        run.text = "EDITED " + run.text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), chosen


def named(page):
    """{(task, label of the part)} of what the preview lists; a cell goes by its facet."""
    plain = lambda label: re.sub(r", (line \d+: .*|line \d+|a new line)$", "", label)
    return {(one["task"], plain(one["label"])) for one in page["changes"] + page["left"]}


# ── What is claimed ─────────────────────────────────────────────────────────────────────────────────────────────────

class Claims:
    def __init__(self):
        self.broken = []
        self.held = 0

    def __call__(self, holds, what):
        if holds:
            self.held += 1
        else:
            self.broken.append(what)
            print("not so:", what[:600], flush=True)


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


def edits(person, tables, files, folder, claim, dice):
    proposed = 0
    changed, expected = [], []
    for number, content in enumerate(files):
        file, chosen = edited(content, city.TASKS, None, dice.randint(1, 8), dice)
        changed.append(file)
        expected.append(chosen)
    again = saved_by_libreoffice(changed, folder / "edited")
    for table, chosen, one, other in zip(tables, expected, changed, again):
        for content in (one, other):
            answer = bring(person, table, content)
            page = answer.json if answer.status == 200 else {"changes": [], "left": []}
            claim(named(page) == chosen, f"edited: {sorted(named(page) ^ chosen)} of {sorted(chosen)} ({answer.status})")
            proposed += len(page["changes"]) + len(page["left"])
    return proposed


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

def packed(parts, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_document(content, text):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = text
    return packed(parts)


def zeros(gigabytes, declared):
    """One entry of so many zeros, by repeating one piece of its packed bytes."""
    piece = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = piece.compress(b"\0" * 10**8) + piece.flush(zlib.Z_FULL_FLUSH)
    stream = block * (gigabytes * 10)
    name = b"word/document.xml"
    sizes = struct.pack("<LLL", 0, len(stream), declared)
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0) + name + stream
    rels = packed({"_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>'}, zipfile.ZIP_STORED)
    start = rels.index(b"PK\1\2")
    head = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, start) + name
    directory = rels[start:rels.index(b"PK\5\6")] + head
    return rels[:start] + local + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, 2, 2, len(directory), start + len(local), 0)


def overlapping(count):
    """Many entries that share one body."""
    body = zlib.compress(b"\0" * 10**6, 9)[2:-4]
    local = b"PK\3\4" + struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, 0, len(body), 10**6, 5, 0) + b"a.xml" + body
    directory = b"".join(b"PK\1\2" + struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 33, 0, len(body), 10**6, 5, 0, 0, 0, 0, 0, 0) + b"a.xml" for _ in range(count))
    return local + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(local), 0)


def hostile(good, dice, count):
    """(what, bytes, whether it has to be refused): the kinds by name first, then a good file broken by chance."""
    W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = lambda inner: f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    other = packed({"[Content_Types].xml": "<Types/>", "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>',
                    "word/document.xml": document("<w:p><w:r><w:t>Dear all</w:t></w:r></w:p>")})
    locked = bytearray(good)
    for at in (match.start() for match in re.finditer(b"PK\1\2", good)):
        locked[at + 8] |= 1
    lying = bytearray(good)
    at = good.index(b"PK\1\2")
    lying[at + 24:at + 28] = struct.pack("<L", 7)
    yield "nothing", b"", True
    yield "a text", "Dear all, åäö".encode(), True
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(dice.randrange(256) for _ in range(999)), True
    yield "JSON", b'{"format": "trivium.table"}', True
    yield "the older Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, True
    yield "an ODT called DOCX", packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), True
    yield "a spreadsheet", packed({"_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>', "xl/workbook.xml": "<workbook/>"}), True
    yield "a foreign DOCX", other, True
    yield "half a DOCX", good[:len(good) // 2], True
    yield "a DOCX in a DOCX", packed({"a.docx": good}), True
    yield "a DOCX in a part", packed({"word/document.xml": good, "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>'}), True
    yield "encrypted", bytes(locked), True
    yield "lying about a size", bytes(lying), True
    yield "10 GB of zeros, said", zeros(10, 0xFFFFFFFF), True
    yield "10 GB of zeros, not said", zeros(10, 1000), True
    yield "30 MB of zeros", packed({"a.bin": b"\0" * (30 << 20)}), True
    yield "5,000 entries", packed({f"word/{n}.xml": "" for n in range(5000)}), True
    yield "overlapping", overlapping(999), True
    yield "a DTD", with_document(good, '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + document("")), True
    yield "a billion laughs", with_document(good, f"<!DOCTYPE a [<!ENTITY l0 \"lol\">{laughs}]>" + document("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")), True
    yield "depth 100,000", with_document(good, document("<w:p>" * 100_000 + "</w:p>" * 100_000)), True
    yield "6 million elements", with_document(good, document("<a/>" * 5_900_000)), True
    yield "24 MB of attributes", with_document(good, document("<a " + 'b="" ' * 4_800_000 + "/>")), True
    yield "24 MB of text", with_document(good, document("<w:p><w:r><w:t>" + "x" * (24 << 20) + "</w:t></w:r></w:p>")), True
    yield "180,000 elements with text", with_document(good, document(("<w:p><w:r><w:t>" + "x" * 60 + "</w:t></w:r></w:p>") * 60_000)), False
    yield "49,000 rows", with_document(good, document("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 49_000 + "</w:tbl>")), False
    yield "no end", with_document(good, document("").replace("</w:body>", "")), True
    for number in range(count):
        broken = bytearray(good)
        for _ in range(dice.randint(1, 30)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        if dice.random() < 0.3:
            del broken[dice.randrange(len(broken)):]
        if dice.random() < 0.3:
            at = dice.randrange(len(broken) or 1)
            broken[at:at] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 200)))
        yield f"broken by chance {number}", bytes(broken), False


def reset_peak(server):
    pathlib.Path(f"/proc/{server.pid}/clear_refs").write_text("5")


def worked(server):
    """Seconds of a processor that the server took: what else the machine does is not the file's doing."""
    fields = pathlib.Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def refusals(server, person, table, good, claim, dice, count):
    slowest, growth, asked = ("", 0.0), ("", 0), 0
    before = None
    for what, content, refused in hostile(good, dice, count):
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
    filled = [fill(person, table, dice) for table in tables]
    files = [person.must(person.get(f"/assessments/{table}/table.docx")).body for table in tables]
    as_written = round_trip(person, tables, filled, files, claim, "as it was written")
    folder = server.folder
    again = saved_by_libreoffice(files, folder / "again")
    equal, fields = round_trip(person, tables, filled, again, claim, "saved by LibreOffice")
    proposed = edits(person, tables, files, folder, claim, dice)
    conflicts(person, tables[0], files[0], claim)
    asked, slowest, growth, kept = refusals(server, person, tables[-1], files[-1], claim, dice, given.broken)
    server.away()
    print(f"{as_written[0]}/{32 * len(tables)} tasks equal as written, {equal}/{32 * len(tables)} after LibreOffice saved them ({fields} fields); "
          f"{proposed} edits proposed or named, none else; {asked} files nobody's word processor writes: slowest {slowest[1]:.2f} s ({slowest[0]}), "
          f"memory +{growth[1] // 1024} MB at most ({growth[0]}), +{kept // 1024} MB kept; {claim.held} claims hold, {len(claim.broken)} do not (seed {given.seed})")
    return 1 if claim.broken else 0


if __name__ == "__main__":
    sys.exit(main())

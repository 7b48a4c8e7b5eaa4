"""Canaries: words that stand nowhere else, put wherever a table takes words, and found again in what is answered."""

import io
import re
import subprocess
import zipfile

import city

BIRD = re.compile(rb"qzxk[a-z]{8}")


class Flock:
    """Canaries, each used once."""

    def __init__(self, dice):
        self.dice = dice
        self.all = []

    def bird(self):
        self.all.append("qzxk" + "".join(self.dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(8)))
        return self.all[-1]


# ── Filling a table ─────────────────────────────────────────────────────────────────────────────────────────────────

def given_to(field, flock, row_ids):
    """A value for a field of a task, with a canary wherever words of one's own are possible."""
    codes = [choice["code"] for choice in field["choices"]]
    kind = field["kind"]
    if kind == "one":
        return {"own": flock.bird()}
    if kind in ("many", "ranked"):
        return [codes[0], {"own": flock.bird()}, {"own": flock.bird()}]
    if kind == "number":
        return 2
    if kind == "year":
        return 2031
    if kind == "text":
        return f"one {flock.bird()} line"
    if kind == "long_text":
        return f"first {flock.bird()}\nsecond {flock.bird()}"
    if kind == "lines":
        return [f"{flock.bird()} ñ", f"and {flock.bird()}"]
    if kind == "rows":
        columns = field["rows"][0]["columns"]
        return [{"id": row, **{column["id"]: given_to(column, flock, []) for column in columns}} for row in row_ids]
    raise city.Trouble(f"The campaign does not know a field of the kind {kind}.")


def fill(manager, table, flock, before=None):
    """Every task, twice, so that the history holds texts of its own, of another flock where one is named. A row keeps its id, which is a canary too."""
    for task in city.TASKS:
        page = manager.read(f"/assessments/{table}/tasks/{task}")
        has_rows = any(field["kind"] == "rows" for field in page["fields"])
        ids = [flock.bird(), flock.bird()] if has_rows else []
        for version, birds in enumerate((before or flock, flock)):
            facets = {field["id"]: given_to(field, birds, ids) for field in page["fields"]}
            answer = manager.save(table, task, version, standing="answered", confidence="guess", notes=f"- {birds.bird()}\n- ñ {birds.bird()}",
                                  evidence=f"see {birds.bird()}", language=f"x-{birds.bird()}", facets=facets)
            manager.must(answer)


# ── What an answer says ─────────────────────────────────────────────────────────────────────────────────────────────

def words_in(answer):
    """All text of an answer, its headers and, where it is a document, what stands in it."""
    said = b"\n".join(f"{key}: {value}".encode() for key, value in answer.headers) + b"\n" + answer.body
    if answer.body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(answer.body)) as parts:
            for part in parts.infolist():
                said += part.filename.encode() + b"\n" + re.sub(rb"<[^>]*>", b"", parts.read(part)) + parts.read(part)
    if answer.body[:4] == b"%PDF":
        text = subprocess.run(["pdftotext", "-", "-"], input=answer.body, stdout=subprocess.PIPE, check=True).stdout
        facts = subprocess.run(["pdfinfo", "-"], input=answer.body, stdout=subprocess.PIPE, check=True).stdout
        said += text + facts
    return said.lower()


def birds_in(answer):
    said = words_in(answer)
    unbroken = said.translate(None, b" \t\r\n-\xc2\xad")  # a document may break a word, with a soft hyphen or without
    return {bird.decode() for bird in BIRD.findall(said) + BIRD.findall(unbroken)}


def kind_of(answer, where):
    """As what a canary was seen."""
    if "/search" in where:
        return "search"
    if answer.status >= 400:
        return "error text"
    if answer.header("Content-Type").startswith("text/calendar"):
        return "calendar"
    if answer.header("Content-Disposition") and "json" not in answer.header("Content-Type"):
        return "document"
    return {"text/html": "page", "application/json": "JSON", "text/csv": "CSV"}.get(answer.header("Content-Type").split(";")[0], "other")

"""The answers in a DOCX of a table as somebody at a word processor has them: their parts, paragraphs, lines and runs.

Read from the file's own XML and by the words of its headings, without anything the product reads it with.
"""

import copy
import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FREE = ("notes", "evidence")  # words of one's own, without a form


def child(element, path):
    return element.find("/".join(W + step for step in path.split("/")))


def style(paragraph):
    found = child(paragraph, "pPr/pStyle")
    return "" if found is None else found.get(W + "val")


def form(paragraph):
    """Its style, and the list and level it stands in."""
    return style(paragraph), [one.get(W + "val") for one in paragraph.findall(f"{W}pPr/{W}numPr/*")]


def words_of(element):
    """As it reads with every tracked change accepted."""
    said = ""
    for one in element:
        name = one.tag.removeprefix(W)
        if name == "t":
            said += one.text or ""
        elif name == "br":
            said += "\n"
        elif name == "softHyphen":
            said += "\u00ad"
        elif name not in ("del", "moveFrom", "pPr", "rPr"):
            said += words_of(one)
    return said


def typed(paragraphs):
    """As somebody would type it here: "- " before a bullet, an empty line before a paragraph."""
    text = ""
    for paragraph in paragraphs:
        words, level = words_of(paragraph), child(paragraph, "pPr/numPr/ilvl")
        if not words.strip():
            continue
        if level is None:
            text += ("\n\n" if text else "") + words
        else:
            indent = "  " * int(level.get(W + "val"))
            text += ("\n" if text else "") + indent + "- " + words.replace("\n", "\n" + indent + "  ")
    return text


def plain(text):
    """Blanks that nobody sees do not count."""
    return "\n".join(re.sub(r"(?<=\S) +", " ", line).rstrip() for line in text.strip().split("\n"))


# ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

def say(run, text):
    """The run says this instead."""
    word = child(run, "t")
    word.text = text
    word.set(SPACE, "preserve")


def texts(paragraph):
    """Runs with words, those in tracked changes left out."""
    return [run for run in paragraph.findall(W + "r") if child(run, "t") is not None and child(run, "t").text]


def write(paragraph, text):
    """The paragraph says this instead, in the dress of its first words."""
    first = texts(paragraph)[0]
    for one in list(paragraph):
        if one.tag != W + "pPr" and one is not first:
            paragraph.remove(one)
    say(first, text)


def below(paragraph, text):
    """One more paragraph of its kind."""
    more = copy.deepcopy(paragraph)
    write(more, text)
    paragraph.addnext(more)
    return more


def lines(paragraph):
    """The runs of each line, where lines are parted by breaks."""
    found = [[]]
    for run in paragraph.findall(W + "r"):
        if child(run, "br") is not None:
            found.append([])
        else:
            found[-1].append(run)
    return found


def write_line(runs, text):
    for run in runs[1:]:
        run.getparent().remove(run)
    say(runs[0], text)


def blanks(paragraph, until=None):
    """Between two words of a run, before what is said until: (run, place)."""
    found, said = [], ""
    for run in texts(paragraph):
        text = child(run, "t").text
        found += [(run, blank.start()) for blank in re.finditer(r"(?<=\S) (?=\S)", text) if not until or until not in said + text[:blank.start()]]
        said += text
    return found


def cut(paragraph, dice, until=None):
    """A run with words is cut in two at a blank between two of them."""
    run, at = dice.choice(blanks(paragraph, until))
    text = child(run, "t").text
    rest = copy.deepcopy(run)
    say(run, text[:at])
    say(rest, text[at:])
    run.addnext(rest)
    return run, rest


def run_with(run, text):
    more = copy.deepcopy(run)
    say(more, text)
    return more


def element(like, name, **attributes):
    return like.makeelement(W + name, {W + key: value for key, value in attributes.items()})


def bold(run):
    dress = child(run, "rPr")
    if dress is None:
        dress = element(run, "rPr")
        run.insert(0, dress)
    dress.append(element(run, "b"))


def tracked(around, name):
    """What somebody put in, or took out, with changes being tracked."""
    mark = element(around, name, id="9001", author="Somebody", date="2026-11-29T09:00:00Z")
    around.addprevious(mark)
    mark.append(around)
    if name == "del":
        for word in list(around.iter(W + "t")):
            word.tag = W + "delText"


def halve(paragraph, dice, until=None):
    halves = cut(paragraph, dice, until)
    rest = copy.deepcopy(paragraph)
    for run in rest.findall(W + "r"):
        rest.remove(run)
    for run in [halves[1], *halves[1].itersiblings(W + "r")]:
        rest.append(run)
    paragraph.addnext(rest)
    say(halves[1], child(halves[1], "t").text.lstrip())
    return rest


# ── Parts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

class Part:
    """What stands under one heading."""

    def __init__(self, cell, heading, field, key, kind):
        self.cell = cell
        self.heading = heading
        self.label = words_of(heading)
        self.field = field  # of the page; nothing for words of one's own
        self.key = key
        self.kind = kind
        self.paragraphs = []

    @property
    def task(self):
        return self.cell.task

    @property
    def stored(self):
        return self.cell.answer["facets"][self.key]

    @property
    def text(self):
        return typed(self.paragraphs)

    def of_words(self):
        """Paragraphs that can be cut between two words; of a row in what it begins with."""
        return [paragraph for paragraph in self.paragraphs if blanks(paragraph, ";" if self.kind == "rows" else None)]

    def filled(self):
        return [paragraph for paragraph in self.paragraphs if texts(paragraph)]

    # A list of rows: one paragraph each.

    @property
    def columns(self):
        return self.field["rows"][0]["columns"]

    def key_of(self, number, column):
        return f"{self.key}/{self.stored[number]['id']}/{column}"

    def first_column(self, number):
        return next(column["id"] for column in self.columns if column["id"] in self.stored[number])

    def cells(self, number):
        """{column: words} of a row as it stands in the document now."""
        names = {column["label"]: column["id"] for column in self.columns}
        pieces = re.split("; (" + "|".join(re.escape(name) for name in names) + "): ", words_of(self.paragraphs[number]))
        return {self.first_column(number): pieces[0], **{names[name]: words for name, words in zip(pieces[1::2], pieces[2::2])}}

    def write_row(self, number, cells):
        names = {column["id"]: column["label"] for column in self.columns}
        first, *others = cells.items()
        write(self.paragraphs[number], "; ".join([first[1], *(f"{names[column]}: {words}" for column, words in others)]))


class Cell:
    """The answer to one task."""

    def __init__(self, row, task, page, answer, own):
        self.row = row
        self.element = row.findall(W + "tc")[2]
        self.task = task
        self.page = page
        self.answer = answer
        self.parts = []
        self.standing = self.nothing = None
        by_label = {field["label"]: field for field in page["fields"]}
        for paragraph in self.element.findall(W + "p"):
            if style(paragraph) == "PartLabel":
                label = words_of(paragraph)
                field = by_label.get(label)
                key, kind = (own[label], own[label]) if field is None else (field["id"], field["kind"])
                self.parts.append(Part(self, paragraph, field, key, kind))
            elif style(paragraph) == "Standing":
                self.standing = paragraph
            elif style(paragraph) == "NotProvided":
                self.nothing = paragraph
            else:
                self.parts[-1].paragraphs.append(paragraph)

    def part(self, key):
        return next((part for part in self.parts if part.key == key), None)

    def append(self, element):
        self.element.append(element)

    def never_empty(self):
        """A cell ends with a paragraph, whatever is taken out."""
        if not len(self.element) or self.element[-1].tag != W + "p":
            self.element.append(self.element.makeelement(W + "p"))


def cells(document, tasks, pages, answers, own):
    """The answers in a document, {task: Cell}; own: how the headings of words of one's own are called, {label: key}."""
    rows = [row for table in document.element.body.findall(W + "tbl") for row in table.findall(W + "tr")[1:]]
    return {task: Cell(row, task, pages[task], answers.get(task), own) for task, row in zip(tasks, rows)}

"""Edits of what has a form: orders, choices, numbers and lists of rows."""

import re

from edits_in_word import kind
from word_parts import W, below, child, element, halve, lines, run_with, say, texts, words_of, write, write_line


ROOM = {"demands": 3, "visions": 5}  # the most rows of the shortest lists; all others take eight and more


def another(choices, said, dice):
    """The label of a choice that was not made."""
    left = [choice["label"] for choice in choices if choice["label"] not in said]
    return dice.choice(left) if left else None


# ── Orders, choices and numbers ─────────────────────────────────────────────────────────────────────────────────────

@kind
def an_order_changed(desk):
    part = desk.pick(["ranked"], lambda part: len(lines(part.paragraphs[0])) > 1)
    if part:
        first, second, *_ = desk.dice.sample(lines(part.paragraphs[0]), 2)
        words = ["".join(words_of(run) for run in one) for one in (first, second)]
        write_line(first, words[1])
        write_line(second, words[0])
        desk.proposes(part)


@kind
def another_choice(desk):
    part = desk.pick(["one"], lambda part: another(part.field["choices"], part.text, desk.dice))
    if part:
        write(part.paragraphs[0], another(part.field["choices"], part.text, desk.dice))
        desk.proposes(part)


@kind
def one_choice_more(desk):
    part = desk.pick(["many"])
    if part:
        last = lines(part.paragraphs[0])[-1][-1]
        more = another(part.field["choices"], part.text.split("\n"), desk.dice) if desk.dice.random() < 0.5 else None
        gap = run_with(last, "")
        gap.replace(child(gap, "t"), element(gap, "br"))
        last.addnext(gap)
        gap.addnext(run_with(last, more or "Something of nobody's list"))
        desk.proposes(part)


@kind
def one_choice_less(desk):
    part = desk.pick(["many", "ranked"], lambda part: len(lines(part.paragraphs[0])) > 1)
    if part:
        last = lines(part.paragraphs[0])[-1]
        for gone in [last[0].getprevious(), *last]:
            gone.getparent().remove(gone)
        desk.proposes(part)


@kind
def choices_said_in_spanish(desk):
    part = desk.pick(["one", "many", "ranked"], lambda part: any(label in desk.spanish[part.task] for label in re.sub(r"(?m)^\d+\. ", "", part.text).split("\n")))
    if part:
        for one in lines(part.paragraphs[0]):
            place, label = re.match(r"(\d+\. )?(.*)", "".join(words_of(run) for run in one)).groups()
            write_line(one, (place or "") + desk.spanish[part.task].get(label, label))


@kind
def another_number(desk):
    part = desk.pick(["number", "year"])
    if part:
        run = texts(part.paragraphs[0])[0]
        say(run, re.sub(r"\d+", lambda found: str(int(found.group()) + 1), child(run, "t").text, count=1))
        desk.proposes(part)


@kind
def a_number_in_words(desk):
    part = desk.pick(["number", "year"])
    if part:
        write(part.paragraphs[0], "hardly any")
        desk.names(part.task, part.label, "flaw.not_a_number" if part.kind == "number" else "flaw.not_a_year")


# ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────────

@kind
def a_cell_changed(desk):
    fits = lambda part: any(column["kind"] in ("text", "number", "year", "one") for row in part.stored for column in part.columns[1:] if column["id"] in row)
    part = desk.pick(["rows"], fits)
    if part:
        places = [(number, column) for number, row in enumerate(part.stored) for column in part.columns[1:]
                  if column["id"] in row and column["kind"] in ("text", "number", "year", "one")]
        number, column = desk.dice.choice(places)
        cells = part.cells(number)
        before = cells[column["id"]]
        after = before + " and more"
        if column["kind"] == "one":
            after = another(column["choices"], before, desk.dice)
        elif column["kind"] in ("number", "year"):
            after = re.sub(r"\d+", lambda found: str(int(found.group()) - 1) if found.group() != "1" else "2", before, count=1)
        cells[column["id"]] = after
        part.write_row(number, cells)
        desk.proposes(part, after, part.key_of(number, column["id"]))


@kind
def a_cell_more(desk):
    missing = lambda part: [(number, column) for number, row in enumerate(part.stored) for column in part.columns[1:] if column["id"] not in row and column["kind"] in ("text", "one")]
    part = desk.pick(["rows"], missing)
    if part:
        number, column = desk.dice.choice(missing(part))
        after = column["choices"][0]["label"] if column["kind"] == "one" else "said in Word"
        part.write_row(number, {**part.cells(number), column["id"]: after})
        desk.proposes(part, after, part.key_of(number, column["id"]))


def room_for_two(part):
    return len(part.stored) + 2 <= ROOM.get(part.key, 8)


def a_new_row(desk, part):
    words = f"Quite another thing {desk.dice.randrange(10**6)}"
    last = part.columns[-1]
    if last["kind"] == "text":
        words += f"; {last['label']}: of Word"
    below(part.paragraphs[-1], words)
    if len(part.stored) == ROOM.get(part.key):
        desk.names(part.task, desk.words["word.new_row"].replace("{label}", part.label), "flaw.too_many_rows")
    else:
        desk.proposes(part, words, f"{part.key}/+{len(part.stored)}")


@kind
def a_row_more(desk):
    """(Open: the last row there is room for, once it was taken, is named as one too many when the same document comes once more.)"""
    part = desk.pick(["rows"], room_for_two)
    if part:
        a_new_row(desk, part)


@kind
def a_row_too_many(desk):
    part = desk.pick(["rows"], lambda part: len(part.stored) == ROOM.get(part.key))
    if part:
        a_new_row(desk, part)


@kind
def a_row_less(desk):
    part = desk.pick(["rows"], lambda part: len(part.stored) > 1)
    if part:
        number = desk.dice.randrange(len(part.stored))
        gone = part.paragraphs.pop(number)
        gone.getparent().remove(gone)
        desk.proposes(part, "", f"{part.key}/{part.stored[number]['id']}")


@kind
def rows_in_another_order(desk):
    part = desk.pick(["rows"], lambda part: len(part.stored) > 1)
    if part:
        part.heading.addnext(part.paragraphs[-1])
        desk.names(part.task, part.label, "word.untaken.order")


@kind
def every_row_emptied(desk):
    part = desk.pick(["rows"])
    if part:
        for paragraph in part.paragraphs[1:]:
            paragraph.getparent().remove(paragraph)
        write(part.paragraphs[0], "")
        for row in part.stored:
            desk.proposes(part, "", f"{part.key}/{row['id']}")


@kind
def a_row_split_in_two(desk):
    """Which half is the row that was there is for the product to guess; what is proposed stays within the list.

    It is split in what it begins with. (Open: a row more that says its cells otherwise than we write them, a number without its unit or an
    order that is ours no more, is proposed again when the same document comes once more, and taken twice.)
    """
    part = desk.pick(["rows"], lambda part: room_for_two(part) and part.of_words())
    if part:
        halve(desk.dice.choice(part.of_words()), desk.dice, until=";")
        desk.within[part.task, part.key] = True

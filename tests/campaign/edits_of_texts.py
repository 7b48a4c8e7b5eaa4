"""Edits of texts: words in front, bullets more, paragraphs split, bold words, headings, changes left tracked."""

import copy

from edits_in_word import TEXTS, kind
from word_parts import FREE, Part, W, below, bold, child, cut, element, form, halve, run_with, say, style, texts, tracked, typed, write


@kind
def a_word_in_front(desk):
    part = desk.pick([*TEXTS, "one", "many", "ranked"])
    if part:
        first = texts(desk.dice.choice(part.filled()))[0]
        say(first, "EDITED " + child(first, "t").text)
        desk.proposes(part)


@kind
def a_text_emptied(desk):
    part = desk.pick([*TEXTS, "one", "many", "ranked", "number", "year"])
    if part:
        for paragraph in part.paragraphs[1:]:
            paragraph.getparent().remove(paragraph)
        write(part.paragraphs[0], "")
        desk.proposes(part, "")


@kind
def a_bullet_more(desk):
    part = desk.pick(["notes", "lines"], lambda part: any(child(one, "pPr/numPr") is not None for one in part.paragraphs))
    if part:
        last = next(one for one in reversed(part.paragraphs) if child(one, "pPr/numPr") is not None)
        part.paragraphs.insert(part.paragraphs.index(last) + 1, below(last, "one thing more, out of Word"))
        desk.proposes(part)


@kind
def a_bullet_made_a_paragraph(desk):
    part = desk.pick(["notes"], lambda part: any(child(one, "pPr/numPr") is not None for one in part.paragraphs))
    if part:
        paragraph = desk.dice.choice([one for one in part.paragraphs if child(one, "pPr/numPr") is not None])
        child(paragraph, "pPr").remove(child(paragraph, "pPr/numPr"))
        desk.proposes(part)


@kind
def a_paragraph_split_in_two(desk):
    part = desk.pick(["notes", "evidence", "lines"], Part.of_words)
    if part:
        paragraph = desk.dice.choice(part.of_words())
        part.paragraphs.insert(part.paragraphs.index(paragraph) + 1, halve(paragraph, desk.dice))
        desk.proposes(part)


@kind
def a_line_of_text_split_in_two(desk):
    """What holds one line is still the same line."""
    part = desk.pick(["text"], Part.of_words)
    if part:
        halve(desk.dice.choice(part.of_words()), desk.dice)


@kind
def a_bold_word_pasted(desk):
    part = desk.pick(TEXTS, Part.of_words)
    if part:
        before, _ = cut(desk.dice.choice(part.of_words()), desk.dice)
        more = run_with(before, " pasted")
        bold(more)
        before.addnext(more)
        desk.proposes(part)


@kind
def a_word_made_bold(desk):
    part = desk.pick([*TEXTS, "one", "many", "rows"], Part.of_words)
    if part:
        bold(cut(desk.dice.choice(part.of_words()), desk.dice)[1])


@kind
def a_heading_taken_out(desk):
    """Its words stand below the part before it now: they are proposed there, though nobody wrote them there."""
    def fits(part):
        at = part.cell.parts.index(part)
        return at > 0 and part.cell.parts[at - 1].kind in ("notes", "lines") and part.kind in FREE and len(part.text) < 400
    part = desk.pick(FREE, fits)
    if part:
        before = part.cell.parts[part.cell.parts.index(part) - 1]
        part.heading.getparent().remove(part.heading)
        desk.proposes(before, typed(before.paragraphs + part.paragraphs))
        desk.names(part.task, part.label, "word.untaken.part_gone")


@kind
def a_heading_taken_out_with_its_text(desk):
    part = desk.pick([*TEXTS, "one", "many", "ranked", "number", "year", "rows"])
    if part:
        for gone in [part.heading, *part.paragraphs]:
            gone.getparent().remove(gone)
        part.cell.never_empty()
        desk.names(part.task, part.label, "word.untaken.part_gone")


@kind
def a_heading_reworded(desk):
    part = desk.pick([*TEXTS, "one", "many", "ranked", "number", "year", "rows"])
    if part:
        say(next(part.heading.iter(W + "r")), "A heading of my own")
        desk.names(part.task, part.label, "word.untaken.label")


# ── Tracked changes ─────────────────────────────────────────────────────────────────────────────────────────────────

@kind
def an_insertion_left_tracked(desk):
    part = desk.pick(TEXTS, Part.of_words)
    if part:
        before, _ = cut(desk.dice.choice(part.of_words()), desk.dice)
        more = run_with(before, " put in")
        before.addnext(more)
        tracked(more, "ins")
        desk.proposes(part)
        desk.remarks.add("word.seen.tracked")


@kind
def a_deletion_left_tracked(desk):
    part = desk.pick(TEXTS, Part.of_words)
    if part:
        tracked(cut(desk.dice.choice(part.of_words()), desk.dice)[1], "del")
        desk.proposes(part)
        desk.remarks.add("word.seen.tracked")


@kind
def a_paragraph_left_tracked_as_deleted(desk):
    """Before one of its own form, or a heading. (Open: before one of another form, that one is taken for what was deleted: a bullet, or none.)"""
    def fitting(part):
        return [one for one in part.filled() if one.getnext() is not None and (style(one.getnext()) == "PartLabel" or form(one.getnext()) == form(one))]
    part = desk.pick(["notes", "lines"], lambda part: len(part.filled()) > 1 and fitting(part))
    if part:
        paragraph = desk.dice.choice(fitting(part))
        for run in paragraph.findall(W + "r"):
            tracked(run, "del")
        dress = element(paragraph, "rPr")
        dress.append(element(paragraph, "del", id="9002", author="Somebody", date="2026-11-29T09:00:00Z"))
        child(paragraph, "pPr").append(dress)
        desk.proposes(part)
        desk.remarks.add("word.seen.tracked")


@kind
def a_move_left_tracked(desk):
    part = desk.pick(["notes"], lambda part: len(part.filled()) > 1)
    if part:
        first, last = part.filled()[0], part.filled()[-1]
        moved = copy.deepcopy(last)
        for paragraph, name in ((last, "moveFrom"), (moved, "moveTo")):
            for run in paragraph.findall(W + "r"):
                tracked(run, name)
        first.addprevious(moved)
        desk.proposes(part, typed([moved, *part.paragraphs[:-1]]))
        desk.remarks.add("word.seen.tracked")

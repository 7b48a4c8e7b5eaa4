"""Edits that go from one answer to another, and those beside the answers."""

import copy

from edits_in_word import TEXTS, kind
from word_parts import FREE, W, child, element, say, typed, write


# ── From one place to another ───────────────────────────────────────────────────────────────────────────────────────

def target(desk, source, fits=lambda part: True):
    """The last part of another answer, where it holds words of one's own."""
    found = [cell.parts[-1] for task, cell in sorted(desk.cells.items()) if task in desk.free and task != source.task and cell.parts and cell.parts[-1].kind in FREE]
    found = [part for part in found if fits(part)]
    if not found:
        desk.free.add(source.task)
        return None
    return desk.taken(desk.dice.choice(found))


@kind
def a_text_moved_to_another_answer(desk):
    source = desk.pick(["notes"], lambda part: len(part.text) < 3000)
    into = source and target(desk, source)
    if into:
        hold = copy.deepcopy(source.paragraphs[0])
        write(hold, "")
        source.heading.addnext(hold)
        for paragraph in source.paragraphs:
            into.cell.append(paragraph)
        desk.proposes(source, "")
        desk.proposes(into, typed(into.paragraphs + source.paragraphs))


@kind
def a_whole_answer_moved_to_another(desk):
    """Its headings go along: those the other answer has too are its own, the others are words like any.

    (Open: where the same heading then stands twice without another between, it is named as changed, which nobody did.)
    """
    source = desk.pick([*TEXTS, "one", "many", "ranked"], lambda part: part.cell.standing is None)
    taken = source and {part.key for part in source.cell.parts} - set(FREE)
    into = source and target(desk, source, lambda part: part.key != source.cell.parts[0].key and not taken & {field["id"] for field in part.cell.page["fields"]})
    if into:
        words = {part.key: part.text for part in into.cell.parts if part.key in FREE}
        here = into.key
        for part in source.cell.parts:
            more = [part.text]
            if part.key in FREE:
                here = part.key
            else:
                more.insert(0, part.label)
            words[here] = "\n\n".join(([words[here]] if here in words else []) + more)
            for one in [part.heading, *part.paragraphs]:
                into.cell.append(one)
            desk.names(part.task, part.label, "word.untaken.part_gone")
        source.cell.never_empty()
        for key, text in words.items():
            before = into.cell.part(key)
            if before is None or text != before.text:
                desk.proposes(into, text, key)


@kind
def a_table_pasted_into_an_answer(desk):
    part = desk.pick(["notes"], lambda part: part.cell.parts[-1] is part)
    if part:
        table, rows = element(part.heading, "tbl"), []
        table.append(element(table, "tblPr"))
        for _ in range(2):
            row = element(table, "tr")
            for _ in range(2):
                cell = element(table, "tc")
                rows.append(copy.deepcopy(part.paragraphs[-1]))
                write(rows[-1], f"pasted {desk.dice.randrange(10**6)}")
                if child(rows[-1], "pPr/numPr") is not None:
                    child(rows[-1], "pPr").remove(child(rows[-1], "pPr/numPr"))
                cell.append(rows[-1])
                row.append(cell)
            table.append(row)
        part.cell.append(table)
        part.cell.never_empty()
        desk.proposes(part, typed(part.paragraphs + rows))
        desk.remarks.add("word.seen.tables")


@kind
def a_row_added_to_the_table(desk):
    cell = desk.dice.choice([cell for _, cell in sorted(desk.cells.items()) if cell.row.getparent() is not None])
    row = copy.deepcopy(cell.row)
    for column in row.findall(W + "tc"):
        for one in list(column):
            if one.tag != W + "tcPr":
                column.remove(one)
        paragraph = element(row, "p")
        run = element(row, "r")
        run.append(element(row, "t"))
        say(run, "A question of my own")
        paragraph.append(run)
        column.append(paragraph)
    cell.row.addnext(row)
    desk.names(None, "", "word.untaken.unknown_row")


@kind
def a_row_of_the_table_taken_out(desk):
    task = desk.dice.choice(sorted(desk.free) or [None])
    if task:
        desk.free.discard(task)
        row = desk.cells[task].row
        row.getparent().remove(row)
        desk.names(task, "", "word.untaken.row_gone")


# ── Beside the answers ──────────────────────────────────────────────────────────────────────────────────────────────

@kind
def words_where_nothing_was_provided(desk):
    found = [cell for task, cell in sorted(desk.cells.items()) if task in desk.free and cell.nothing is not None and cell.standing is None]
    if found:
        cell = desk.dice.choice(found)
        desk.free.discard(cell.task)
        write(cell.nothing, "We build boats.")
        desk.proposed[cell.task, "notes"] = "We build boats."


@kind
def i_do_not_know_yet_taken_out(desk):
    found = [cell for task, cell in sorted(desk.cells.items()) if task in desk.free and cell.standing is not None and cell.parts]
    if found:
        cell = desk.dice.choice(found)
        desk.free.discard(cell.task)
        cell.standing.getparent().remove(cell.standing)
        desk.proposed[cell.task, "standing"] = desk.words["standing.answered"]


@kind
def a_question_reworded(desk):
    task = desk.dice.choice(sorted(desk.free) or [None])
    if task:
        desk.free.discard(task)
        run = next(desk.cells[task].row.findall(W + "tc")[1].iter(W + "r"))
        say(run, "And: " + child(run, "t").text)
        desk.names(task, "", "word.untaken.beside")

"""What people do to a table in Word, kind by kind, and what has to be proposed and named for each.

A kind changes the answer to one task (two, where something moves) and says on the desk what has to come of it: a field
that is proposed, with its words; something that is named because it cannot be taken over; a remark; or nothing at all.
The kinds stand in edits_of_forms.py, edits_of_texts.py and edits_across.py.
"""

from word_parts import FREE, plain

TEXTS = (*FREE, "lines", "text")
KINDS = []


def kind(edit):
    KINDS.append(edit)
    return edit


def name_of(edit):
    return edit.__name__.replace("_", " ")


class Desk:
    """One document under work."""

    def __init__(self, cells, spanish, words, dice):
        self.cells = cells
        self.spanish = spanish  # {task: {label of a choice: the same in Spanish}}
        self.words = words
        self.dice = dice
        self.aside = set(dice.sample(sorted(task for task, cell in cells.items() if cell.part("notes") and not cell.part("demands")), 2))  # nobody touches these
        self.free = set(cells) - self.aside
        self.proposed = {}  # {(task, field): words}
        self.within = {}  # {(task, facet)}: some of its fields, whichever
        self.named = set()  # {(task, label, key of the sentence)}
        self.remarks = set()
        self.done = {}  # {kind: [task]}

    def pick(self, kinds, fits=lambda part: True):
        """A part in an answer nobody has touched yet."""
        found = [part for task in sorted(self.free) for part in self.cells[task].parts if part.kind in kinds and part.filled() and fits(part)]
        part = self.dice.choice(found) if found else None
        return part and self.taken(part)

    def taken(self, part):
        self.free.discard(part.task)
        return part

    def proposes(self, part, words=None, key=None):
        """words: as the part stands now, where none are given."""
        self.proposed[part.task, key or part.key] = plain(part.text if words is None else words)

    def names(self, task, label, why):
        self.named.add((task, label, why))

    def work(self, tried):
        """What was tried least in other documents comes first: there are more kinds than answers. tried: {kind: times}, counted on."""
        for edit in sorted(KINDS, key=lambda edit: tried[name_of(edit)]):
            before = set(self.free), set(self.named)
            edit(self)
            if before != (self.free, self.named):
                self.done[name_of(edit)] = sorted(before[0] - self.free)
        tried.update(self.done.keys())

"""Tables that were edited in Word: exactly the edits are proposed, what cannot be taken over is named, and what is chosen is taken."""

import collections
import copy
import io
import os
import re

import docx

import city
import edits_across  # these three bring the kinds of edits
import edits_in_word
import edits_of_forms
import edits_of_texts
import word_parts
from through_word import Claims, bring, saved_by_libreoffice
from word_parts import plain


# ── What is proposed ────────────────────────────────────────────────────────────────────────────────────────────────

def answers_of(person, table):
    return {answer["task"]: answer for answer in person.read(f"/assessments/{table}/export")["answers"]}


def edited(person, table, content, words, dice, tried):
    """The document with one edit of every kind that finds a place in it: the file, and the desk that says what has to come of it."""
    answers = answers_of(person, table)
    pages = {task: person.read(f"/assessments/{table}/tasks/{task}") for task in city.TASKS}
    reader = person.again()
    reader.language = "es"
    spanish = {}
    for task in city.TASKS:
        other = reader.read(f"/assessments/{table}/tasks/{task}")
        spanish[task] = {one["label"]: two["label"] for field, same in zip(pages[task]["fields"], other["fields"]) for one, two in zip(field["choices"], same["choices"])}
    document = docx.Document(io.BytesIO(content))
    cells = word_parts.cells(document, city.TASKS, pages, answers, {words[f"question.{key}"]: key for key in word_parts.FREE})
    desk = edits_in_word.Desk(cells, spanish, words, dice)
    desk.work(tried)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), desk


def sentence_key(words, said):
    """Which of the product's sentences this is."""
    fits = lambda text: re.fullmatch(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)), said)
    return next((key for key, text in words.items() if key.startswith(("word.", "flaw.")) and fits(text)), said)


def apart(one, other):
    at = len(os.path.commonprefix([one, other]))
    return f"with …{one[max(0, at - 40):at + 60]!r}…, not …{other[max(0, at - 40):at + 60]!r}…"


def as_expected(page, desk, words, claim, how):
    """Proposed is what was edited, in its words; named what cannot be taken over, for its reason; and nothing besides."""
    proposed = {(one["task"], one["field"]): plain(one["text"]) for one in page["changes"]}
    facet = lambda task, field: (task, field.split("/")[0])
    guessed = {facet(*place) for place in proposed if facet(*place) in desk.within}
    certain = {place: text for place, text in proposed.items() if facet(*place) not in desk.within}
    named = collections.Counter((one["task"], one["label"], sentence_key(words, one["why"])) for one in page["left"])
    remarks = {sentence_key(words, one) for one in page["remarks"]}
    whose = {task: kind for kind, tasks in desk.done.items() for task in tasks}
    kinds = lambda places: sorted({f"{place[0]} ({whose.get(place[0], 'untouched')}) {place[1]}" for place in places})
    claim(certain.keys() == desk.proposed.keys() and guessed == desk.within.keys(),
          f"{how}: proposed {kinds(certain.keys() - desk.proposed.keys())}, not proposed {kinds(desk.proposed.keys() - certain.keys())} {desk.within.keys() - guessed}")
    for place in certain.keys() & desk.proposed.keys():
        claim(certain[place] == desk.proposed[place], f"{how}: {kinds([place])} is proposed {apart(certain[place], desk.proposed[place])}")
    expected = collections.Counter(desk.named)
    claim(named == expected, f"{how}: named {list((named - expected).elements())}, not named {list((expected - named).elements())} {kinds([*(named - expected), *(expected - named)])}")
    claim(remarks == desk.remarks, f"{how}: remarks {remarks}, not {desk.remarks}")
    claim(not page["already"], f"{how}: {page['already']} stand here already")


def blind_to(page, desk, words, claim):
    """The measure itself: one proposal more or less, one in other words, one that is only named, all would be seen."""
    def seen(page, expected, what):
        quiet = Claims(aloud=False)
        as_expected(page, expected, words, quiet, what)
        claim(bool(quiet.broken), f"nobody would notice {what}")

    changes = {(one["task"], one["field"]): one for one in page["changes"]}
    place = next((place for place in desk.proposed if place in changes), None)
    claim(place and page["left"], "nothing is proposed, or nothing named: nothing can be measured")
    if not place:
        return
    other = copy.copy(desk)
    other.proposed = {one: text for one, text in desk.proposed.items() if one != place}
    seen(page, other, "a proposal nobody's edit asked for")
    other.proposed = {**desk.proposed, (min(desk.aside), "notes"): "x"}
    seen(page, other, "an edit that is not proposed")
    other.proposed = {**desk.proposed, place: desk.proposed[place] + " x"}
    seen(page, other, "a proposal in other words")
    one = changes.pop(place)
    named = {"task": one["task"], "label": one["label"], "why": words["word.untaken.mixed"]}
    seen({**page, "changes": [*changes.values()], "left": [*page["left"], named]}, desk, "an edit that is only named")
    seen({**page, "left": page["left"][1:]}, desk, "something left out that is not named")


def edits(person, tables, files, folder, claim, dice):
    words = city.words("en")
    kinds = collections.Counter()
    work = [edited(person, table, content, words, dice, kinds) for table, content in zip(tables, files)]
    again = saved_by_libreoffice([file for file, _ in work], folder / "edited")
    figures = collections.Counter()
    for table, (file, desk), other in zip(tables, work, again):
        for how, content in (("edited", file), ("edited, saved by LibreOffice", other)):
            page = person.must(bring(person, table, content)).json
            as_expected(page, desk, words, claim, how)
            blind_to(page, desk, words, claim)
            figures["proposed"] += len(page["changes"])
            figures["named"] += len(page["left"])
        choices(person, table, other, desk, figures, claim, dice)
    untried = {edits_in_word.name_of(edit) for edit in edits_in_word.KINDS} - kinds.keys()
    claim(len(tables) < 3 or not untried, f"no document held {untried}")
    return kinds, figures


# ── What is chosen ──────────────────────────────────────────────────────────────────────────────────────────────────

def fields_of(answers):
    """Everything that is kept, by its place: {(task, field): value}, the cells of rows each by itself."""
    kept = {}
    for task, answer in answers.items():
        for key in word_parts.FREE:
            kept[task, key] = answer[key]
        kept[task, "standing"] = answer["standing"] if answer["standing"] != "answered" else None
        for facet, value in answer["facets"].items():
            if not isinstance(value, list) or not value or not isinstance(value[0], dict) or "id" not in value[0]:
                kept[task, facet] = value
                continue
            for row in value:
                kept.update({(task, f"{facet}/{row['id']}/{column}"): cell for column, cell in row.items() if column != "id"})
    return {place: value for place, value in kept.items() if value}


def changed_here(person, table, task, answers, **fields):
    answer = {key: answers[task][key] for key in ("standing", "confidence", "notes", "evidence", "facets", "language")}
    person.must(person.save(table, task, answers[task]["revision"], **{**answer, **fields}))


def choices(person, table, content, desk, figures, claim, dice):
    """Of the edited fields some are changed here too, one of them just as in the document: conflicts are the others, and nothing else is.

    Then some proposals are accepted and some are not: what is accepted changes, and nothing else does.
    """
    answers = answers_of(person, table)
    own = {place[0]: place for place, text in sorted(desk.proposed.items()) if place[1] in word_parts.FREE and place[0] in answers and text}
    same, *both = dice.sample(list(own.values()), min(4, len(own)))
    for task, key in both:
        changed_here(person, table, task, answers, **{key: f"Words from here, about {task}."})
    changed_here(person, table, same[0], answers, **{same[1]: desk.proposed[same]})
    for task in sorted(desk.aside & answers.keys()):
        changed_here(person, table, task, answers, notes="Changed here alone.")
    before = answers_of(person, table)
    page = person.must(bring(person, table, content)).json
    place_of = lambda one: (one["task"], one["field"])
    certain = {place for place in map(place_of, page["changes"]) if (place[0], place[1].split("/")[0]) not in desk.within}
    claim(certain == desk.proposed.keys() - {same} and page["already"] == 1, f"changed here as well: proposed {certain ^ desk.proposed.keys()}, {page['already']} already")
    claim({place_of(one) for one in page["changes"] if one["conflict"]} == set(both), f"conflicts are {[place_of(one) for one in page['changes'] if one['conflict']]}, not {both}")
    picks = {}
    for one in page["changes"]:
        place = place_of(one)
        claim(one["pick"] == (None if one["conflict"] else "document"), f"{place}: {one['pick']} is chosen")
        if one["conflict"]:
            three = [plain(one[which]) for which in ("before", "here", "text")]
            shown = [plain(answers[place[0]][place[1]]), f"Words from here, about {place[0]}.", desk.proposed[place]]
            claim(three == shown, f"{place}: the three texts are {three}, not {shown}")
        picks[place] = dice.choice(["document", "here", "written"] if one["conflict"] else ["document", "document", "here"])
    chosen = [{key: one[key] for key in ("task", "field", "text", "written", "revision")} | {"pick": picks[place_of(one)]} for one in page["changes"]]
    taken = person.post(f"/assessments/{table}/word/take", {"from": table, "document_language": page["document_language"], "changes": chosen})
    claim(taken.status == 200, f"taking over: {taken.status} {taken.text[:300]}")
    was, now = fields_of(before), fields_of(answers_of(person, table))
    moved = {place for place in was.keys() | now.keys() if was.get(place) != now.get(place)}
    accepted = {place for place, pick in picks.items() if pick != "here"}
    ids = {key.split("/")[1] for _, key in was if "/" in key}

    def proposal(place):
        """Under which proposal a field may have changed: its own, that of its row, or that of a row more."""
        task, key = place
        facet, *rest = key.split("/")
        if (task, facet) in desk.within:
            return next((one for one in accepted if one[0] == task and one[1].startswith(facet + "/")), place)
        if rest and place not in accepted:
            row = (task, f"{facet}/{rest[0]}")
            return row if rest[0] in ids else next((one for one in accepted if one[0] == task and one[1].startswith(facet + "/+")), row)
        return place

    under = {proposal(place) for place in moved}
    certain = {place for place in accepted if (place[0], place[1].split("/")[0]) not in desk.within}
    claim(under <= accepted and certain <= under, f"accepted, and unchanged: {certain - under}; changed, and not accepted: {under - accepted}")
    once_more = person.must(bring(person, table, content)).json
    left = {place for place, pick in picks.items() if pick != "document"}
    claim({place_of(one) for one in once_more["changes"]} == left and once_more["already"] == 1 + len(picks) - len(left),
          f"the same document again: {[place_of(one) for one in once_more['changes']]}, not {left}; {once_more['already']} already, not {1 + len(picks) - len(left)}")
    claim(once_more["left"] == page["left"], f"the same document again: named {once_more['left']}, not {page['left']}")
    figures["conflicts"] += len(both)
    figures["accepted"] += len(accepted)
    figures["rejected"] += len(picks) - len(accepted)

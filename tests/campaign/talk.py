#!/usr/bin/env python3
"""Two coaches and four managers of a city talk all at once: is anything lost that was acknowledged, or in there twice?

Six people write at the same time: they begin conversations, add to each other's, resolve and reopen them, and the coaches
note beside the same tasks on top of each other. Some sentences are sent twice at the same moment, as browsers do after a
lost reply. At the end every acknowledged remark stands exactly once in its conversation, each person's in the order she
wrote them; every text the coaches' notes had is on top of the one before; what was told to all is one of the tellings.

A fifth manager is refused with a reason that names city, programme and number, and of two who accept an invitation to the
last place at the same moment exactly one gets in.

The measure is measured too: a remark that was never written, one forgotten and one twice have to be noticed.
"""

import collections
import random
import re
import sys
import threading
import time

import city

TASKS = ("A1", "B3", "C8")


class World:
    """A network with one programme; cities with a cluster each."""

    def __init__(self, server):
        self.server = server
        self.host = city.host_of(server)
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network, "Learning to look")

    def cluster(self, place, name="Films"):
        cluster = self.host.add_cluster(place, name=name)
        return cluster, self.host.take_in(self.programme, cluster)


class Talk:
    """What six people say, and what of it was acknowledged."""

    def __init__(self, world, dice):
        self.dice = dice
        self.world = world
        self.cluster, self.round = world.cluster("Near")
        host, server = world.host, world.server
        self.managers = [city.join(server, host.invite(self.cluster, f"Manager {number}"), f"Manager {number}") for number in range(4)]
        self.coaches = [city.join(server, host.invite(self.cluster, f"Coach {number}", "coach"), f"Coach {number}") for number in range(2)]
        for manager in self.managers:
            manager.table = manager.start_table(self.round)
            for task in TASKS:
                manager.must(manager.save(manager.table, task, 0, notes="x", language="en"))
            manager.must(manager.post(f"/assessments/{manager.table}/send", {}))
        self.said = collections.defaultdict(list)  # conversation: (who, text), each person's in order
        self.notes = collections.defaultdict(dict)  # (table, task): {revision: piece}
        self.tellings = collections.defaultdict(list)  # conversation: (revision before, answer)
        self.known_notes = {}
        self.saved = {(manager.table, task): (1, "x") for manager in self.managers for task in TASKS}
        self.conflicts = self.twice = self.begun = self.turned = 0
        self.lock = threading.Lock()
        self.shared = [self.begin(manager, manager.table, task, f"Begun by {manager.name} on {task}", "colleagues") for manager in self.managers for task in TASKS[:1]]
        self.shared.append(self.begin(self.managers[0], "", "", "Begun by all", "colleagues"))

    def begin(self, person, table, task, text, heard):
        record = {"heard": heard, "text": text, **({"assessment": table, "task": task} if table else {})}
        conversation = person.must(person.post(f"/rounds/{self.round}/conversations", record)).json["conversation"]
        with self.lock:
            self.said[conversation].append((person.name, text))
            self.begun += 1
        return conversation

    def begin_twice(self, person, table, task, text):
        """Sent twice at once: one conversation."""
        found = []
        city.together(lambda window: found.append(window.must(window.post(f"/rounds/{self.round}/conversations", {"assessment": table, "task": task, "text": text}))
                                                  .json["conversation"]), [(person.again(),) for _ in range(2)])
        with self.lock:
            self.begun += 1
            self.twice += 1
            for conversation in set(found):
                self.said[conversation].append((person.name, text))
        return set(found)

    def say(self, person, conversation, text, at_once=1, resolve=False):
        record = {"text": text, **({"then": "resolve"} if resolve else {})}
        address = f"/conversations/{conversation}/remarks"
        if at_once == 1:
            person.must(person.post(address, record))
        else:
            city.together(lambda window: window.must(window.post(address, record)), [(person.again(),) for _ in range(at_once)])
        with self.lock:
            self.twice += at_once > 1
            self.said[conversation].append((person.name, text))

    def note(self, coach, table, task, piece):
        """On top of whatever the other coach noted in the meantime."""
        revision, text = self.known_notes.get((coach.name, table, task), (0, ""))
        while True:
            longer = piece if not text or len(text) > 4_000 else f"{text}\n{piece}"
            answer = coach.post(f"/assessments/{table}/tasks/{task}/note", {"note": longer, "note_revision": revision})
            if answer.status == 200:
                revision = answer.json["note_revision"]
                break
            if answer.status != 409:
                raise city.Trouble(f"{coach.name}: a note gave {answer.status} {answer.text[:200]}")
            revision, text = answer.json["conflict"]["revision"], answer.json["conflict"]["text"]
            with self.lock:
                self.conflicts += 1
        self.known_notes[coach.name, table, task] = (revision, longer)
        with self.lock:
            if revision in self.notes[table, task]:
                raise city.Trouble(f"Revision {revision} of a note was promised twice")
            self.notes[table, task][revision] = (piece, longer)

    def save(self, manager, task, mark):
        """One's own answer, while others talk about it; only its owner writes it, so no save is overtaken."""
        revision, _ = self.saved[manager.table, task]
        answer = manager.must(manager.save(manager.table, task, revision, notes=mark, language="en"))
        self.saved[manager.table, task] = (answer.json["revision"], mark)

    def faults_in_answers(self):
        faults = []
        for (table, task), (revision, notes) in self.saved.items():
            page = self.coaches[0].read(f"/assessments/{table}/tasks/{task}")
            if (page["revision"], page["notes"]) != (revision, notes):
                faults.append(f"{task} is {page['notes']!r} (revision {page['revision']}), and {notes!r} (revision {revision}) was acknowledged")
        return faults

    def turn(self, person, number):
        """One thing a person does."""
        dice = random.Random(f"{self.dice} {person.name} {number}")
        mark = f"{person.name} says {number} – ñ €"
        conversation = dice.choice(self.shared)
        kind = dice.choice(("say", "say", "say", "say twice", "answer and resolve", "resolve", "reopen", "begin", "begin twice", "note", "tell", "save"))
        coach = person in self.coaches
        if kind == "save" and not coach:
            return self.save(person, dice.choice(TASKS), mark)
        table = dice.choice(self.managers).table if coach else person.table
        if kind in ("say", "save") or (kind in ("note", "tell") and not coach):
            self.say(person, conversation, mark)
        elif kind == "say twice":
            self.say(person, conversation, mark, at_once=2)
        elif kind == "answer and resolve":
            self.say(person, conversation, mark, resolve=True)
        elif kind in ("resolve", "reopen"):
            person.must(person.post(f"/conversations/{conversation}/{kind}", {}))
            with self.lock:
                self.turned += 1
        elif kind == "begin":
            self.say(person, self.begin(person, table, dice.choice(TASKS), mark, "coaches"), mark + ", and more")
        elif kind == "begin twice":
            found = self.begin_twice(person, table, dice.choice(TASKS), mark)
            if len(found) != 1:
                raise city.Trouble(f"{person.name} began a conversation twice at once, and there are {len(found)}")
        elif kind == "note":
            self.note(person, dice.choice(self.managers).table, dice.choice(TASKS), f"- {mark}")
        elif kind == "tell":
            page = person.read(f"/conversations/{conversation}")
            revision = page["telling"]["revision"]
            answer = person.post(f"/conversations/{conversation}/tell", {"question": "What?", "answer": mark, "revision": revision})
            if answer.status == 200:
                with self.lock:
                    self.tellings[conversation].append((revision, mark))
            elif answer.status != 409:
                raise city.Trouble(f"{person.name}: telling all gave {answer.status} {answer.text[:200]}")

    def all_at_once(self, turns):
        def talk(person):
            for number in range(turns):
                self.turn(person, number)
        city.together(talk, [(person,) for person in self.managers + self.coaches])

    def stored(self):
        """What stands in each conversation, as a coach reads it."""
        coach = self.coaches[0]
        return {conversation: [(line["name"], line["text"]) for line in coach.read(f"/conversations/{conversation}")["remarks"]] for conversation in self.said}

    def faults_in(self, stored):
        faults = []
        for conversation, remarks in self.said.items():
            there = collections.Counter(stored[conversation])
            for remark, times in collections.Counter(remarks).items():
                if there[remark] != times:
                    faults.append(f"{remark} was acknowledged {times} times and stands there {there[remark]} times")
            faults += [f"{remark} was never acknowledged" for remark in there if remark not in remarks]
            for person in {name for name, _ in remarks}:
                said, kept = ([remark for remark in some if remark[0] == person] for some in (remarks, stored[conversation]))
                if sorted(said) == sorted(kept) and said != kept:
                    faults.append(f"What {person} said stands in another order")
        return faults

    def faults_in_notes(self):
        faults = []
        for (table, task), pieces in self.notes.items():
            if sorted(pieces) != list(range(1, len(pieces) + 1)):
                faults.append(f"The note on {task} was promised as {sorted(pieces)}")
            for revision in range(2, len(pieces) + 1):
                piece, text = pieces[revision]
                before = pieces[revision - 1][1]
                if text not in (piece, f"{before}\n{piece}"):
                    faults.append(f"Revision {revision} of the note on {task} is not on top of the one before")
            page = self.coaches[1].read(f"/assessments/{table}/tasks/{task}")["coach_note"]
            if (page["revision"], page["text"]) != (max(pieces), pieces[max(pieces)][1]):
                faults.append(f"The note on {task} is not what was acknowledged last")
        for conversation, told in self.tellings.items():
            revisions = sorted(revision for revision, _ in told)
            now = self.coaches[0].read(f"/conversations/{conversation}")["telling"]
            if revisions != list(range(len(told))) or now["answer"] != max(told)[1] or now["revision"] != len(told):
                faults.append(f"Told to all on top of {revisions}, and now it is {now}")
        return faults

    def blindness(self, stored):
        """The measure itself."""
        conversation = max(stored, key=lambda one: len(stored[one]))
        remarks = stored[conversation]
        wrong = {"a remark that is gone": remarks[:-1], "a remark twice": remarks + remarks[-1:], "a remark nobody wrote": remarks + [("Nobody", "nothing")],
                 "an order that is another": remarks[::-1]}
        return [f"The campaign does not notice {what}" for what, some in wrong.items() if not self.faults_in({**stored, conversation: some})]


def last_places(world, times):
    """Of two invitations to the last place, accepted at the same moment: how many got in, each time."""
    host, server = world.host, world.server
    faults = []
    for number in range(times):
        place = f"Place {number}"
        cluster = host.add_cluster(place)
        second = host.add_cluster(place, name="Food")
        host.take_in(world.programme, cluster)
        for at in range(3):
            city.join(server, host.invite(cluster, f"There {number} {at}"), f"There {number} {at}")
        # The second cluster is not in the programme yet, so its invitations take no place: two are open for the last one.
        keys = [host.invite(second, f"Late {number} {at}") for at in range(2)]
        host.take_in(world.programme, second)
        statuses = []
        ready = threading.Barrier(2)

        def accept(key, at):
            visitor = city.Visitor(server)
            visitor.get("/about")
            ready.wait()
            answer = visitor.post("/join", {"key": key, "name": f"Late {number} {at}", "password": city.PASSWORD})
            statuses.append((answer.status, answer.text))

        city.together(accept, [(key, at) for at, key in enumerate(keys)])
        names = [line for line in host.read(f"/clusters/{second}")["people"] if line["role"] == "manager"]
        refused = next((text for status, text in statuses if status == 422), "")
        if sorted(status for status, _ in statuses) != [200, 422] or len(names) != 1 or not says_why(refused, place):
            faults.append(f"Two for the last place: {[(status, text[:160]) for status, text in statuses]}, {len(names)} got in")
    return faults


def says_why(text, place):
    return place in text and "Learning to look" in text and re.search(r"\b(4|four)\b", text)


def fifth(world, talk):
    """Refused at the address, and nothing is written; a fifth person who hands over, or coaches, is none."""
    host = world.host
    before = len(host.read(f"/clusters/{talk.cluster}")["invitations"])
    answer = host.post(f"/clusters/{talk.cluster}/invitations", {"name": "Fifth", "email": "fifth@example.org", "role": "manager"})
    faults = []
    if answer.status != 422 or not says_why(answer.text, "Near") or answer.json["flaws"][0]["pointer"] != "/email":
        faults.append(f"A fifth manager: {answer.status} {answer.text[:200]}")
    if len(host.read(f"/clusters/{talk.cluster}")["invitations"]) != before:
        faults.append("A fifth manager was invited")
    if host.post(f"/clusters/{talk.cluster}/invitations", {"name": "Fifth", "email": "fifth@example.org", "role": "coach"}).status != 200:
        faults.append("A coach was refused, too")
    return faults


def main():
    given = city.options(__doc__.splitlines()[0], turns=(60, "what each of the six does", 1_500), places=(5, "last places with two who accept", 50))
    city.bounded(given.seconds or 500 + given.turns * 2 + given.places * 10)
    server = city.Server(given.binary, given.database)
    server.start()
    world = World(server)
    talk = Talk(world, given.seed)
    begun = time.monotonic()
    talk.all_at_once(given.turns)
    seconds = time.monotonic() - begun
    stored = talk.stored()
    faults = talk.faults_in(stored) + talk.faults_in_notes() + talk.faults_in_answers() + talk.blindness(stored) + fifth(world, talk) + last_places(world, given.places)
    server.away()
    for fault in faults[:30]:
        print(fault)
    remarks = sum(len(some) for some in talk.said.values())
    print(f"talk: 2 coaches and 4 managers at once, {remarks} remarks in {len(talk.said)} conversations ({talk.twice} sent twice at once), {talk.turned} times resolved or reopened, "
          f"{sum(revision for revision, _ in talk.saved.values()) - len(talk.saved)} answers saved, "
          f"{sum(len(some) for some in talk.notes.values())} notes with {talk.conflicts} conflicts, {sum(len(some) for some in talk.tellings.values())} times told to all, "
          f"in {seconds:.0f} s; {given.places} last places, one of two each; {len(faults)} lost, doubled or otherwise wrong; "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

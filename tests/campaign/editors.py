#!/usr/bin/env python3
"""Many people save at once, some of them in several windows on one answer: is any update lost, or in there twice?

Every save names the revision it was typed on. Where a newer text is stored already (409), the piece is added to that
text and saved again on its revision. At the end the history of every answer is walked from its first text to its
last: each text has to be the one before it with exactly one acknowledged piece added, under the revision that was
promised, and every acknowledged piece has to appear once.
"""

import collections
import multiprocessing
import random
import statistics
import sys
import time

import city

ROOM = 2_000  # characters; then the next piece begins a new text, and the old one stays in the history
WINDOWS = 4   # sessions of one user on one answer
OWN_TASKS = [task for task in city.TASKS if task != "C_sum"]
SHARED = "C_sum"


class Window:
    """One session of a user, saving piece after piece."""

    def __init__(self, name, visitor, table, tasks, dice):
        self.name = name
        self.visitor = visitor.again()
        self.table = table
        self.tasks = dice.sample(tasks, len(tasks))
        self.known = {task: (0, "") for task in tasks}  # revision and text, as last seen
        self.promised = []  # (table, task, revision, piece)
        self.conflicts = 0
        self.seconds = []

    def add(self, number):
        task = self.tasks[number % len(self.tasks)]
        piece = f"- {self.name} n{number} €ñ"
        while True:
            revision, text = self.known[task]
            longer = with_piece(text, piece)
            begun = time.monotonic()
            answer = self.visitor.save(self.table, task, revision, notes=longer, language="en")
            self.seconds.append(time.monotonic() - begun)
            if answer.status == 200:
                revision = answer.json["revision"]
                self.known[task] = (revision, longer)
                self.promised.append((self.table, task, revision, piece))
                return
            if answer.status != 409:
                raise city.Trouble(f"{self.name}: a save gave {answer.status} {answer.text[:200]}")
            self.conflicts += 1
            conflict = answer.json["conflict"]
            self.known[task] = (conflict["revision"], conflict["stored"]["parts"][0]["text"])


def with_piece(text, piece):
    return piece if not text or len(text) > ROOM else f"{text}\n{piece}"


def save_all(windows, each, told):
    """In a process of its own: every window saves `each` pieces, all at once."""
    try:
        city.together(lambda window: [window.add(number) for number in range(each)], [(window,) for window in windows])
        told.put(([entry for window in windows for entry in window.promised], sum(window.conflicts for window in windows),
                  [second for window in windows for second in window.seconds]))
    except Exception as trouble:  # the parent says it
        told.put(trouble)


def faults_of(visitor, table, task, promised):
    """promised: {revision: piece}. Every difference between what was acknowledged and what is stored, in words."""
    where = f"/assessments/{table}/tasks/{task}"
    texts = {version["revision"]: version["parts"][0]["text"] for version in visitor.read(where + "/history?every=1")["versions"]}
    faults = []
    before = ""
    for revision in range(1, len(texts) + 1):
        text = texts.get(revision)
        piece = promised.get(revision)
        if text is None:
            faults.append(f"{where}: no revision {revision}")
            continue
        if piece is None:
            faults.append(f"{where}: revision {revision} was never acknowledged")
        elif text != with_piece(before, piece):
            faults.append(f"{where}: revision {revision} is not the text before it with {piece!r} added")
        before = text
    faults += [f"{where}: revision {revision} was acknowledged and is gone" for revision in promised if revision not in texts]
    page = visitor.read(where)
    if page["notes"] != before or page["revision"] != len(texts):
        faults.append(f"{where}: the stored text is not the newest of the history")
    return faults


def blindness(visitor, table, task, promised):
    """The measure itself: a piece that was never saved, a save that was forgotten and one that never was have to be noticed."""
    last = max(promised)
    wrong = {"a piece that was not saved": {**promised, last: "- never saved"},
             "a save nobody acknowledged": {revision: piece for revision, piece in promised.items() if revision != last},
             "an acknowledged save that is gone": {**promised, last + 1: "- gone"}}
    return [f"The campaign does not notice {what}" for what, given in wrong.items() if not faults_of(visitor, table, task, given)]


def main():
    given = city.options(__doc__.splitlines()[0], users=(50, "people, each with a table"), saves=(2_000, "acknowledged saves in all", 50_000))
    city.bounded(given.seconds or 120 + given.saves // 20)
    server = city.Server(given.binary, given.database)
    server.start()
    host = city.host_of(server)
    tables = city.cities_with_tables(server, host, given.users)
    dice = random.Random(given.seed)
    windows = [Window(f"u{number}", manager, table, OWN_TASKS, dice) for number, (manager, table) in enumerate(tables)]
    crowded = tables[:max(1, given.users // 5)]
    for number, (manager, table) in enumerate(crowded):
        # The first window is the session of the joining, the others have signed in once more.
        sessions = [manager] + [city.sign_in(server, f"manager.{number}@example.org") for _ in range(WINDOWS - 1)]
        windows += [Window(f"u{number}w{at}", session, table, [SHARED], dice) for at, session in enumerate(sessions)]
    each = -(-given.saves // len(windows))

    told = multiprocessing.Queue()
    begun = time.monotonic()
    workers = [multiprocessing.Process(target=save_all, args=(windows[at::2], each, told)) for at in range(2)]
    for worker in workers:
        worker.start()
    results = [told.get() for _ in workers]
    seconds = time.monotonic() - begun
    for worker in workers:
        worker.join()
    for result in results:
        if isinstance(result, Exception):
            raise result
    promised = collections.defaultdict(dict)
    faults = []
    for entries, _, _ in results:
        for table, task, revision, piece in entries:
            if revision in promised[table, task]:
                faults.append(f"/assessments/{table}/tasks/{task}: revision {revision} was promised to two saves")
            promised[table, task][revision] = piece
    readers = {table: manager for manager, table in tables}
    for (table, task), pieces in promised.items():
        faults += faults_of(readers[table], table, task, pieces)
    (table, task), pieces = next(iter(promised.items()))
    faults += blindness(readers[table], table, task, pieces)
    acknowledged = sum(len(entries) for entries, _, _ in results)
    conflicts = sum(count for _, count, _ in results)
    times = statistics.quantiles([second * 1000 for _, _, some in results for second in some], n=100)
    memory, most = server.resident()
    server.away()
    for fault in faults[:10]:
        print(fault)
    print(f"editors: {acknowledged} saves by {given.users} users in {len(windows)} windows ({len(crowded)} answers shared by {WINDOWS} windows each), "
          f"{acknowledged / seconds:.0f} saves/s, p50 {times[49]:.0f} p95 {times[94]:.0f} p99 {times[98]:.0f} ms, {conflicts} conflicts, "
          f"{len(faults)} lost or doubled; server {memory // 1024} MB (most {most // 1024}); "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""kill -9 in the middle of saving: is every save that was acknowledged still there after a start?

Many writers save without a pause, each its own answer, each text unlike any other. At a random moment the server is
ended with -9, every second time at the very moment an acknowledgement arrives. It is started again, and each
acknowledged text has to be the stored one or stand in the answer's history under the revision that was promised.
"""

import hashlib
import http.client
import os
import random
import signal
import statistics
import sys
import threading
import time

import city


class Slot:
    """One answer of one table, and what the server promised about it."""

    def __init__(self, manager, table, task):
        self.manager = manager.again()
        self.table = table
        self.task = task
        self.revision = 0
        self.promised = {}  # revision: digest of the text

    @property
    def address(self):
        return f"/assessments/{self.table}/tasks/{self.task}"


class Fall:
    """One cycle's moment of the kill."""

    def __init__(self, server, dice):
        self.server = server
        self.after = dice.uniform(0.03, 0.5)
        self.at_an_answer = dice.random() < 0.5
        self.armed = False
        self.lock = threading.Lock()
        self.done = False

    def now(self):
        with self.lock:
            if not self.done:
                self.done = True
                os.kill(self.server.pid, signal.SIGKILL)

    def wait(self):
        time.sleep(self.after)
        if self.at_an_answer:
            self.armed = True
            time.sleep(0.5)
        self.now()
        self.server.process.wait()


def digest(text):
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


def write_until_it_falls(slot, texts, fall, dice):
    while not fall.done:
        # Long texts keep a commit busy for longer, short ones make more commits.
        length = dice.choice((60, 400, 3_000, 3_000, 19_000))
        start = dice.randrange(len(texts) - length)
        notes = f"{slot.task} {slot.revision + 1} {dice.getrandbits(64):016x} " + texts[start:start + length].strip()
        try:
            answer = slot.manager.save(slot.table, slot.task, slot.revision, notes=notes, language="en")
        except (OSError, http.client.HTTPException):
            return  # no answer, no promise
        if answer.status != 200:
            raise city.Trouble(f"{slot.address}: a save on revision {slot.revision} gave {answer.status} {answer.text[:200]}")
        if fall.armed:
            fall.now()
        slot.revision = answer.json["revision"]
        slot.promised[slot.revision] = digest(notes)


def notes_in(version):
    return version["parts"][0]["text"] if version["parts"] else ""


def faults_of(slot):
    """Reads an answer back. Every promise that is not kept, in words; then the slot goes on from what is stored."""
    faults = []
    slot.manager.close()
    versions = slot.manager.read(slot.address + "/history?every=1")["versions"]
    page = slot.manager.read(slot.address)
    revisions = [version["revision"] for version in versions]
    if revisions != list(range(len(versions), 0, -1)):
        faults.append(f"{slot.address}: the history has holes: {revisions[:20]}")
    if page["revision"] != len(versions) or (versions and page["notes"] != notes_in(versions[0])):
        faults.append(f"{slot.address}: the stored answer is not the newest of its history")
    kept = {version["revision"]: digest(notes_in(version)) for version in versions}
    for revision, promised in slot.promised.items():
        if kept.get(revision) != promised:
            faults.append(f"{slot.address}: revision {revision} was acknowledged and is not there")
    slot.revision = len(versions)
    return faults


def records_fault(server):
    """What SQLite says about its file, looked at on a copy."""
    copy = server.copy()
    said = [row[0] for row in copy.execute("pragma integrity_check")]
    orphans = copy.execute("pragma foreign_key_check").fetchall()
    copy.close()
    return [] if said == ["ok"] and not orphans else [f"integrity_check: {said[:3]} {orphans[:3]}"]


class Campaign:
    def __init__(self, given):
        self.given = given
        self.dice = random.Random(given.seed)
        self.texts = city.text_of(random.Random(given.seed + 1), 60_000, 60_000)
        self.restarts = []
        self.acknowledged = 0
        self.server = None
        self.slots = []

    def found(self):
        """A new installation, so that the records stay small: every tenth cycle."""
        if self.server:
            self.server.away()
        # With the right program: the wrong one answers before its own records know who was just signed in.
        self.server = city.Server(city.BINARY if city.BINARY.exists() else self.given.binary, self.given.database)
        self.server.start()
        host = city.host_of(self.server)
        tables = city.cities_with_tables(self.server, host, 4)
        self.server.stop()
        self.server.binary = self.given.binary
        self.server.start()
        self.slots = [Slot(*tables[number % 4], city.TASKS[number // 4]) for number in range(self.given.writers)]

    def cycle(self, number):
        if number % 10 == 0:
            self.found()
        fall = Fall(self.server, self.dice)
        before = sum(len(slot.promised) for slot in self.slots)
        falling = threading.Thread(target=fall.wait)
        falling.start()
        try:
            city.together(write_until_it_falls,
                          [(slot, self.texts, fall, random.Random(self.dice.getrandbits(64))) for slot in self.slots])
        finally:
            falling.join()
        self.acknowledged += sum(len(slot.promised) for slot in self.slots) - before
        self.restarts.append(self.server.start())
        faults = []
        for slot in self.slots:
            faults += faults_of(slot)
        if not self.given.database:
            faults += records_fault(self.server)
        return faults


def main():
    given = city.options(__doc__.splitlines()[0], cycles=(20, "how often the server is ended with -9", 300),
                         writers=(48, "people saving at once"),
                         expect_loss=(False, "the program is wrong on purpose: succeed as soon as a loss is found"))
    city.bounded(given.seconds or 120 + given.cycles * 20)
    campaign = Campaign(given)
    lost = []
    done = 0
    for number in range(given.cycles):
        faults = campaign.cycle(number)
        done += 1
        for fault in faults[:5]:
            print(f"cycle {done}: {fault}", flush=True)
        lost += faults
        if lost and given.expect_loss:
            break
    campaign.server.away()
    milliseconds = [seconds * 1000 for seconds in campaign.restarts]
    print(f"crash: {done} cycles of kill -9, {campaign.acknowledged} saves acknowledged, {len(lost)} lost or torn; "
          f"started again in {min(milliseconds):.0f}/{statistics.median(milliseconds):.0f}/{max(milliseconds):.0f} ms "
          f"(least/median/most); {'PostgreSQL' if given.database else 'SQLite'}, {given.writers} writers, seed {given.seed}")
    if given.expect_loss:
        print(f"crash: the wrong build was caught in cycle {done}" if lost else f"crash: the wrong build was NOT caught in {done} cycles")
        return 0 if lost else 1
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())

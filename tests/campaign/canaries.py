#!/usr/bin/env python3
"""A table full of words that stand nowhere else: who finds one of them at any address of the router?

Manager M2 fills every field of every task with canaries and does not send. Everybody else (nobody, colleagues,
coordinator, coach, host, another city, the sample city, an ended session …) then asks every route the program itself
lists, as page, JSON, CSV, document and search, reading and writing, with M2's ids and with broken input, and her own
calendar. Not one canary may come back in a body or a header, none of M2's records may change. Then M2 sends, then opens
the table to the city, then a colleague sends too. There are canaries also in what M2 asks the coaches and they note, in a
table of an earlier round and what became of it, in the plan of the visit, in a case of the cluster and the source of its
numbers: canary_readers.py says who reads which from when on. They find all of them, everybody else none. A route this
campaign cannot fill makes it fail, and so does one that opened to nobody.

The measure is measured too: before anything else M2 has to find the canaries in pages, JSON, CSV, documents, search,
calendar and error texts. With --plant one of the strangers is M2: then the campaign succeeds only when it cries.
"""

import base64
import collections
import json
import random
import subprocess
import sys
import threading

import city
from canary_ground import ground_for
from canary_people import People, records_of_m2
from canary_readers import M1_TOO, NOT_SENT, PHASES, READERS, SENT, TO_THE_CITY, reads
from canary_round import Round
from deeds import asked_by, translated_by
from flock import BIRD, Flock, fill

KINDS = ("page", "JSON", "CSV", "document", "search", "calendar", "error text")
# The first run is over before anybody could have a table.
OVER = {"GET /first-run", "POST /first-run/sample", "POST /first-run/setup", "POST /first-run/restore"}
WITHOUT_CALENDAR = {"nobody", "forged session", "ended session of M2", "sample city"}


def saved_often(person, address, record, differs):
    """On a revision that no mistake names: whoever else may write there would write over it."""
    for revision in range(5):
        last = {} if revision == 4 else {differs: f"not yet {revision}"}
        person.must(person.post(address, {**record, **last, "revision": revision}))


class Campaign:
    def __init__(self, given):
        self.given = given
        dice = random.Random(given.seed)
        self.flocks = {group: Flock(dice) for group in READERS}
        self.server = city.Server(given.binary, given.database, ["--sample"])
        self.server.start()
        self.people = People(self.server)
        self.fill_the_tables()
        described = json.loads(subprocess.run([given.binary, "openapi"], stdout=subprocess.PIPE, check=True, cwd=city.ROOT).stdout)
        self.routes = {method: [(path, operations[method]) for path, operations in described["paths"].items() if method in operations]
                       for method in ("get", "post")}
        self.ground = ground_for(self.people)
        self.ground.paths["conversation"] = [asked_by(self.people.m2, self.people.round, self.people.tables["M2"], *self.birds("asked of the coaches", 2))]
        self.fill_the_cluster()
        self.asked = 0
        self.principals = 0
        # Routes that let somebody in; these let in M2 when the ground was laid.
        self.open = {f"POST /assessments/{{assessment}}/links{rest}" for rest in ("", "/{link}/remove")}
        self.open |= {"POST /assessments/{assessment}/reasons", "POST /account/sessions/{session}/end", "POST /clusters/{cluster}/numbers",
                      "POST /roles/{role}/initiatives"}
        self.found = []    # canaries where they may not be
        self.cried = set() # of which groups
        self.with_calendar = set()
        self.changed = False  # M2's records, by somebody else
        self.fallen = collections.Counter()  # addresses that gave 5xx, and how often
        self.faults = []   # anything else
        self.lock = threading.Lock()

    def birds(self, group, count):
        return [self.flocks[group].bird() for _ in range(count)]

    def all_birds(self):
        return [bird for flock in self.flocks.values() for bird in flock.all]

    # ── Where canaries are ──────────────────────────────────────────────────────────────────────────────────────────

    def fill_the_tables(self):
        m2, table, before = self.people.m2, self.people.tables["M2"], self.people.earlier_table
        fill(m2, table, self.flocks["the table"], self.flocks["what stood there before it was sent"])
        because, *taken = self.birds("the table", 4)
        m2.must(m2.post(f"/assessments/{table}/reasons", {"task": "A1", "because": f"as {because} did", "revision": 0}))
        translated_by(m2, table, *(f"- {bird} ñ" for bird in taken))
        parts = zip(("issues", "solutions", "lessons"), self.birds("the table", 3))
        m2.must(m2.post(f"/assessments/{table}/closing", {"revision": 0, **{part: f"- {bird} ñ" for part, bird in parts}}))
        practice, *taken = self.birds("the table before", 4)
        m2.must(m2.save(before, "C8", 0, facets={"practices": [{"text": practice}]}))
        translation = translated_by(m2, before, *(f"- {bird} ñ" for bird in taken))
        became = {"revision": 0, "outcome": "tried_worked", "what_happened": f"- {self.flocks['what happened'].bird()} ñ"}
        m2.must(m2.post(f"/assessments/{table}/translations/{translation}/outcome", became))

    def fill_the_cluster(self):
        m2, cluster = self.people.m2, self.people.cluster
        words = ("title", "place", "cluster_name", "situation", "what_was_done", "what_it_took", "what_to_watch", "question")
        case = {"kind": "failure", "revision": 1, **dict(zip(words, self.birds("the cluster's case", len(words))))}
        m2.must(m2.post(f"/clusters/{cluster}/cases/{self.ground.inputs['own_case']}", case))
        # Few newcomers in the table (C10), many here: what speaks against an answer names its source beside it.
        numbers = {"source": self.flocks["the numbers' source"].bird(), "numbers": "year;firms;young\n2024;100;60", "decimal": "point"}
        saved_often(m2, f"/clusters/{cluster}/numbers", numbers, "source")
        where, morning, evening = self.birds("the visit", 3)
        plan = {"on_day": f"{city.NEXT_YEAR}-06-01", "where": f"{where} ñ", "timetable": f"09:30 {morning}\n18:00 {evening}"}
        saved_often(city.sign_in(self.server, self.people.emails["Coordinator"]), f"/rounds/{self.people.round}/visit", plan, "where")

    def note(self):
        coach = city.sign_in(self.server, self.people.emails["Coach"])
        for task in ("A1", "B3"):
            kept = {"note": "\n".join(f"- {bird} ñ" for bird in self.birds("the coaches' notes", 2)), "note_revision": 0}
            coach.must(coach.post(f"/assessments/{self.people.tables['M2']}/tasks/{task}/note", kept))

    # ── Who finds them ──────────────────────────────────────────────────────────────────────────────────────────────

    def turn_of(self, visitor, mistakes):
        return Round(visitor, self.routes, self.ground, self.people.own(visitor.name), self.people.tables["M2"], "all" if self.given.long else mistakes)

    def count(self, turn):
        self.asked += turn.asked
        self.fallen += turn.fallen
        self.open |= turn.open

    def judge(self, name, turn, phase):
        """Who may not read a group of canaries finds none, who may finds all."""
        for group, flock in self.flocks.items():
            seen = [bird for bird in flock.all if bird in turn.seen]
            if not reads(name, group, phase):
                self.found += [f"{PHASES[phase]}: {name} finds {bird} of {group} at {turn.seen[bird]}" for bird in seen]
                self.cried |= {group} if seen else set()
            elif len(seen) < len(flock.all):
                self.faults.append(f"{PHASES[phase]}: {name} should read {group} and misses {sorted(set(flock.all) - set(seen))[:5]}, {len(seen)} of {len(flock.all)} are seen")
        if turn.has_calendar and name != "host" and reads(name, "the visit", phase) and not set(self.flocks["the visit"].all) <= turn.kinds["calendar"]:
            self.faults.append(f"{PHASES[phase]}: {name} should have the visit in her calendar")

    def ask_as(self, visitor, phase, canaries, mistakes, last):
        visitor.adopts = False
        turn = self.turn_of(visitor, mistakes)
        turn.everything(canaries, removes_sample=visitor.name != "host" or last)
        with self.lock:
            self.count(turn)
            self.judge(visitor.name, turn, phase)
            self.with_calendar |= {visitor.name} if turn.has_calendar else set()

    def phase(self, phase, canaries, mistakes, last=False):
        """Everybody asks, several at once; the host comes at the end, because she takes the sample city out."""
        before = records_of_m2(self.people)
        principals = self.people.principals(self.given.plant)
        self.with_calendar = set()
        waiting = principals[:-1]
        def next_ones():
            while True:
                with self.lock:
                    if not waiting:
                        return
                    visitor = waiting.pop(0)
                self.ask_as(visitor, phase, canaries, mistakes, last)
        city.together(next_ones, [()] * 4)
        self.ask_as(principals[-1], phase, canaries, mistakes, last)
        if records_of_m2(self.people) != before:
            self.changed = True
            self.faults.append(f"{PHASES[phase]}: M2's records were changed by somebody else")
        shut_out = {principal.name for principal in principals} - self.with_calendar - WITHOUT_CALENDAR
        if shut_out:
            self.faults.append(f"{PHASES[phase]}: {sorted(shut_out)} could not read a calendar of their own")
        self.principals = len(principals)
        print(f"canaries: {PHASES[phase]}: {len(principals)} principals have asked, {self.asked} requests by now", flush=True)

    def own_reading(self, phase, mistakes):
        """M2 reads all but the coaches' notes."""
        turn = self.turn_of(self.people.m2, mistakes)
        turn.routes = {"get": [route for route in self.routes["get"] if "{" in route[0]], "post": []}
        turn.reads()
        turn.own_calendar()
        turn.searches(self.all_birds()[::10])
        turn.ask("POST", f"/assessments/{turn.table}/tasks/A1", b'{"revision": 0}', {"Content-Type": "application/json", "Accept": "application/json"})
        self.count(turn)
        self.judge("M2", turn, phase)
        return turn

    def measure_the_measure(self):
        """M2 finds every canary, and finds some in every kind of answer."""
        turn = self.own_reading(NOT_SENT, "some")
        self.kinds = {kind: len(turn.kinds[kind]) for kind in KINDS}
        self.own, self.own_of = len(set(self.all_birds()) & set(turn.seen)), len(self.all_birds())
        blind = [kind for kind in KINDS if not turn.kinds[kind]]
        if blind:
            self.faults.append(f"M2 finds no canary in {blind}: the campaign could not see a leak there")

    def send(self, name):
        person = city.sign_in(self.server, self.people.emails[name])
        person.must(person.post(f"/assessments/{self.people.tables[name]}/send", {}))
        self.open.add("POST /assessments/{assessment}/send")
        if name == "M2":
            stored = person.read(f"/assessments/{self.people.tables[name]}/closing")
            written = {member: stored[member] for member in ("issues", "solutions", "lessons", "revision")}
            person.must(person.post(f"/assessments/{self.people.tables[name]}/closing", {**written, "then": "hand_in"}))

    def leave_for_good(self):
        """Two who are not needed any more: one goes, the other is erased."""
        host = city.sign_in(self.server, "host@example.org")
        for name in ("Going", "Gone"):
            city.join(self.server, host.invite(self.people.far_cluster, name, "coach"), name)
        going = city.sign_in(self.server, "going@example.org")
        going.must(going.post("/account/delete", {"current": city.PASSWORD}))
        gone = next(line for line in host.read("/people")["people"] if line["email"] == "gone@example.org")
        host.must(host.post(f"/people/{gone['person']}/erase", {"email": gone["email"]}))
        self.open |= {"POST /account/delete", "POST /people/{person}/erase"}

    def bring_from_word(self):
        """A document opens to the person whose table it was written from; the one that everybody tries is M2's."""
        m2, table = self.people.m2, self.people.tables["M2"]
        file = base64.b64encode(m2.must(m2.get(f"/assessments/{table}/table.docx")).body).decode()
        m2.must(m2.post(f"/assessments/{table}/word", {"file": file}))
        self.open.add("POST /assessments/{assessment}/word")

    def open_to_the_city(self):
        """M2's table is; and those of five managers of two cities are counted together."""
        self.ground.inputs["compared"] = True  # nobody takes that back by trying
        for name in ("M2", "M3", "Left manager", "Neighbour", "Sister manager"):
            person = city.sign_in(self.server, self.people.emails[name])
            person.must(person.post(f"/assessments/{self.people.tables[name]}/sharing", {"with_city": name == "M2", "compared": True}))
        if self.people.m2.read(f"/programmes/{self.people.programme}/comparison")["tables"] != 5:
            self.faults.append("No five tables are counted together, so nothing is proved there")

    def everything(self):
        self.leave_for_good()
        self.bring_from_word()
        self.measure_the_measure()
        self.phase(NOT_SENT, self.all_birds(), "some")
        if self.given.plant:
            return
        self.send("M2")
        self.note()
        some = self.all_birds()[::max(1, len(self.all_birds()) // 40)]
        self.phase(SENT, some, "few")
        self.open_to_the_city()
        self.phase(TO_THE_CITY, some, "few")
        self.send("M1")
        self.people.change_places()
        self.phase(M1_TOO, some, "few", last=True)
        self.own_reading(M1_TOO, "few")
        shut = {f"{method.upper()} {path}" for method, some in self.routes.items() for path, _ in some} - self.open - OVER
        if shut:
            self.faults.append(f"Nobody got in anywhere at {sorted(shut)}, so nothing is proved there")
        if BIRD.search(self.server.log.read_bytes()):
            self.faults.append("There are canaries in the server's log")


def main():
    given = city.options(__doc__.splitlines()[0], long=(False, "every mistake at every address", True),
                         plant=(False, "one of the strangers is M2: succeed when that is noticed"))
    city.bounded(given.seconds or (7200 if given.long else 1700))
    campaign = Campaign(given)
    campaign.everything()
    campaign.server.away()
    if given.plant:
        caught = campaign.changed and campaign.cried == {group for group, flock in campaign.flocks.items() if flock.all}
        print(f"canaries: the planted leak was {'noticed' if caught else 'NOT noticed'}: {len(campaign.found)} canaries of {len(campaign.cried)} groups, "
              f"records {'changed' if campaign.changed else 'not changed'}")
        return 0 if caught else 1
    for fault in (campaign.found + campaign.faults)[:30]:
        print(fault)
    for address, times in campaign.fallen.items():
        print(f"{address} gave 5xx {times} times")
    routes = sum(len(some) for some in campaign.routes.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in campaign.kinds.items())
    print(f"canaries: {routes} routes ({len(OVER)} of them over) x {campaign.principals} principals x {len(campaign.all_birds())} canaries of {len(READERS)} groups, "
          f"{campaign.asked} requests in {len(PHASES)} states: found {len(campaign.found)} where they may not be, {sum(campaign.fallen.values())} answers 5xx, "
          f"{len(campaign.faults)} other faults; M2 finds {campaign.own} of {campaign.own_of} ({kinds}); "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if campaign.found or campaign.fallen or campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())

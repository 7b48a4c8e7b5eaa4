#!/usr/bin/env python3
"""A table full of words that stand nowhere else: who finds one of them at any address of the router?

Manager M2 fills every field of every task with canaries and does not send. Everybody else (nobody, colleagues,
coordinator, coach, host, another city, the sample city, an ended session …) then asks every route the program itself
lists, as page, JSON, CSV, document and search, reading and writing, with M2's ids and with broken input. Not one canary
may come back in a body or a header, none of M2's records may change. Then M2 sends: the coaches (of the cluster, and of
the city for a network) and the colleague who has sent read all of them, the others still none. A route this campaign
cannot fill makes it fail, and so does one that opened to nobody.

The measure is measured too: before anything else M2 has to find the canaries in pages, JSON, CSV, documents, search and
error texts. With --plant one of the strangers is M2: then the campaign succeeds only when it cries.
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
from canary_round import Round
from deeds import asked_by, translated_by
from flock import BIRD, Flock, fill

COACHES = ("Coach", "Network coach")  # of M2: they read what M2 asks them
KINDS = ("page", "JSON", "CSV", "document", "search", "error text")
# The first run is over before anybody could have a table.
OVER = {"GET /first-run", "POST /first-run/sample", "POST /first-run/setup", "POST /first-run/restore"}


class Campaign:
    def __init__(self, given):
        self.given = given
        self.flock = Flock(random.Random(given.seed))
        self.server = city.Server(given.binary, given.database, ["--sample"])
        self.server.start()
        self.people = People(self.server)
        table = self.people.tables["M2"]
        fill(self.people.m2, table, self.flock)
        # Said to the coaches alone, from before the table is sent.
        self.said = {self.flock.bird(), self.flock.bird()}
        self.conversation = asked_by(self.people.m2, self.people.round, table, *sorted(self.said))
        self.people.m2.must(self.people.m2.post(f"/assessments/{table}/reasons", {"task": "A1", "because": f"as {self.flock.bird()} did", "revision": 0}))
        translated_by(self.people.m2, table, *(f"- {self.flock.bird()} ñ" for _ in range(3)))
        closes = {"revision": 0, **{part: f"- {self.flock.bird()} ñ" for part in ("issues", "solutions", "lessons")}}
        self.people.m2.must(self.people.m2.post(f"/assessments/{table}/closing", closes))
        described = json.loads(subprocess.run([given.binary, "openapi"], stdout=subprocess.PIPE, check=True, cwd=city.ROOT).stdout)
        self.routes = {method: [(path, operations[method]) for path, operations in described["paths"].items() if method in operations]
                       for method in ("get", "post")}
        self.ground = ground_for(self.people)
        self.ground.paths["conversation"] = [self.conversation]
        self.asked = 0
        self.principals = 0
        # Routes that let somebody in; these let in M2 when the ground was laid.
        self.open = {f"POST /assessments/{{assessment}}/links{rest}" for rest in ("", "/{link}/remove")} | {"POST /assessments/{assessment}/reasons", "POST /account/sessions/{session}/end"}
        self.found = []    # canaries where they may not be
        self.changed = False  # M2's records, by somebody else
        self.fallen = collections.Counter()  # addresses that gave 5xx, and how often
        self.faults = []   # anything else
        self.lock = threading.Lock()

    def turn_of(self, visitor, mistakes):
        return Round(visitor, self.routes, self.ground, self.people.own(visitor.name), self.people.tables["M2"], "all" if self.given.long else mistakes)

    def count(self, turn):
        self.asked += turn.asked
        self.fallen += turn.fallen
        self.open |= turn.open

    def ask_as(self, visitor, phase, readers, canaries, mistakes, last):
        visitor.adopts = False
        turn = self.turn_of(visitor, mistakes)
        turn.everything(canaries, removes_sample=visitor.name != "host" or last)
        with self.lock:
            self.count(turn)
            hears = visitor.name in COACHES
            said = {} if hears else {bird: where for bird, where in turn.seen.items() if bird in self.said}
            self.found += [f"{phase}: {visitor.name} hears {bird} at {where}" for bird, where in said.items()]
            if hears and self.said - set(turn.seen):
                self.faults.append(f"{phase}: {visitor.name} should hear what M2 asked")
            missed = set(self.flock.all) - set(turn.seen) - self.said
            turn.seen = {bird: where for bird, where in turn.seen.items() if bird not in self.said}
            if visitor.name not in readers:
                self.found += [f"{phase}: {visitor.name} finds {bird} at {where}" for bird, where in turn.seen.items()]
            elif missed:
                self.faults.append(f"{phase}: {visitor.name} should read everything and misses {len(missed)} of {len(self.flock.all)}")

    def phase(self, name, readers, canaries, mistakes, last=False):
        """Everybody asks, several at once; the host comes at the end, because she takes the sample city out."""
        before = records_of_m2(self.people)
        principals = self.people.principals(self.given.plant)
        waiting = principals[:-1]
        def next_ones():
            while True:
                with self.lock:
                    if not waiting:
                        return
                    visitor = waiting.pop(0)
                self.ask_as(visitor, name, readers, canaries, mistakes, last)
        city.together(next_ones, [()] * 4)
        self.ask_as(principals[-1], name, readers, canaries, mistakes, last)
        if records_of_m2(self.people) != before:
            self.changed = True
            self.faults.append(f"{name}: M2's records were changed by somebody else")
        self.principals = len(principals)
        print(f"canaries: {name}: {len(principals)} principals have asked", flush=True)

    def own_reading(self):
        """The measure itself: M2 finds every canary, and finds some in every kind of answer."""
        turn = self.turn_of(self.people.m2, "some")
        turn.routes = {"get": [route for route in self.routes["get"] if "{assessment}" in route[0] or "{conversation}" in route[0]], "post": []}
        turn.reads()
        turn.searches(self.flock.all[::10])
        turn.ask("POST", f"/assessments/{turn.table}/tasks/A1", b'{"revision": 0}', {"Content-Type": "application/json", "Accept": "application/json"})
        self.count(turn)
        self.kinds = {kind: len(turn.kinds[kind]) for kind in KINDS}
        self.own = len(turn.seen)
        blind = [kind for kind in KINDS if not turn.kinds[kind]]
        if blind:
            self.faults.append(f"M2 finds no canary in {blind}: the campaign could not see a leak there")
        if self.own < len(self.flock.all):
            missed = sorted(set(self.flock.all) - set(turn.seen))
            self.faults.append(f"M2 cannot find {len(missed)} of the canaries, so the campaign looks in the wrong places: {missed[:5]}")

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

    def everything(self):
        self.leave_for_good()
        self.bring_from_word()
        self.own_reading()
        self.phase("not sent", [], self.flock.all, "some")
        if self.given.plant:
            return
        some = self.flock.all[::max(1, len(self.flock.all) // 40)]
        self.send("M2")
        self.phase("sent", ["Coach", "Network coach", "M3"], some, "few")
        self.send("M1")
        self.phase("M1 has sent too", ["Coach", "Network coach", "M3", "M1"], some, "few", last=True)
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
        caught = len(campaign.found) > 0 and campaign.changed
        print(f"canaries: the planted leak was {'noticed' if caught else 'NOT noticed'}: {len(campaign.found)} canaries, "
              f"records {'changed' if campaign.changed else 'not changed'}")
        return 0 if caught else 1
    for fault in (campaign.found + campaign.faults)[:30]:
        print(fault)
    for address, times in campaign.fallen.items():
        print(f"{address} gave 5xx {times} times")
    routes = sum(len(some) for some in campaign.routes.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in campaign.kinds.items())
    print(f"canaries: {routes} routes ({len(OVER)} of them over) x {campaign.principals} principals x {len(campaign.flock.all)} canaries, "
          f"{campaign.asked} requests in 3 states: found {len(campaign.found)} where they may not be, {sum(campaign.fallen.values())} answers 5xx, "
          f"{len(campaign.faults)} other faults; M2 finds {campaign.own} of {len(campaign.flock.all)} ({kinds}); "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if campaign.found or campaign.fallen or campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A person with words everywhere is erased: who finds one of them, in pages, exports, files or after an older backup?

Mona fills every field of her table twice, a closing summary, links, reasons, translations, a case of her own,
conversations and a note as a coach elsewhere, each with canaries; her name and address hold some too. The initiative she
stands for is the cluster's and stays; that she did goes.
Before, the campaign finds every one of them where it looks later: in Mona's own export, in pages, and in the raw files.
Then the host erases her. Now everybody left asks every address there is, as page, JSON, CSV and document, and searches;
the raw files of the data folder are looked through byte by byte (SQLite with its log and free pages), the records row
by row (both databases), and a backup made after. Then the backup made before is restored, into the same folder and into
another with the list that trivium erased printed, and all is looked through again: 0 canaries.

With --expect-remains the program that erases is one that leaves what was deleted in the file (preset early), all before
is done with the right one (build/release): then the campaign succeeds only when it finds that.
"""

import json
import random
import subprocess
import sys

import city
import flock


class Campaign:
    def __init__(self, given):
        self.given = given
        self.found = []
        self.faults = []
        self.asked = 0

        self.flock = flock.Flock(random.Random(given.seed))
        # The wrong program answers before its own records know who was just signed in: it only erases.
        right = city.BINARY if given.expect_remains and city.BINARY.exists() else given.binary
        self.server = city.Server(right, given.database, words=["--sample"])
        self.server.start()

    # ── The town ────────────────────────────────────────────────────────────────────────────────────────────────────

    def settle(self):
        server = self.server
        self.host = city.host_of(server)
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network)
        self.cluster = self.host.add_cluster("Near", name="Films")
        self.round = self.host.take_in(self.programme, self.cluster)
        far = self.host.add_cluster("Far", name="Food")
        far_round = self.host.open_round(far)
        name, self.email = f"Mona {self.flock.bird()}", f"{self.flock.bird()}@example.org"
        invited = self.host.must(self.host.post(f"/clusters/{self.cluster}/invitations", {
            "name": name, "email": self.email, "role": "manager", "initiative": "Hub"})).json
        self.mona = city.join(server, invited["invitation_link"].split("key=")[1], name)
        self.mats = city.join(server, self.host.invite(self.cluster, "Mats"), "Mats")
        self.coach = city.join(server, self.host.invite(self.cluster, "Cora", "coach"), "Cora")
        self.eva = city.join(server, self.host.invite(far, "Eva"), "Eva")
        key = self.host.invite(far, name, "coach", self.email)
        self.mona.must(self.mona.post("/join", {"key": key, "name": name, "password": city.PASSWORD}))
        self.mona = city.sign_in(server, self.email)
        # Somebody invites her once more, and somebody does not know her password.
        self.host.invite(self.cluster, name, "coordinator", self.email)
        city.Visitor(server).post("/sign-in", {"email": self.email, "password": "a wrong password"})
        self.table = self.mona.start_table(self.round)
        self.mats_table = self.mats.start_table(self.round)
        self.eva_table = self.eva.start_table(far_round)
        for person, table in ((self.mats, self.mats_table), (self.eva, self.eva_table)):
            person.must(person.save(table, "A1", 0, notes="of nobody who goes", language="en"))
            person.must(person.post(f"/assessments/{table}/send", {}))

    def write(self):
        mona, bird = self.mona, self.flock.bird
        flock.fill(mona, self.table, self.flock)
        mona.must(mona.post(f"/assessments/{self.table}/closing", {"revision": 0, "issues": bird(), "solutions": bird(), "lessons": bird(), "then": "hand_in"}))
        mona.must(mona.post(f"/assessments/{self.table}/reasons", {"task": "A1", "revision": 0, "because": bird()}))
        mona.must(mona.post(f"/assessments/{self.table}/cases/brest/translation", {"revision": 0, "same": bird(), "different": bird(), "would_have_to_be_true": bird()}))
        told = mona.must(mona.post(f"/clusters/{self.cluster}/cases", {
            "kind": "failure", "title": f"Case {bird()}", "place": bird(), "cluster_name": bird(), "situation": bird(), "what_was_done": bird(),
            "what_it_took": bird(), "what_to_watch": bird(), "question": bird(), "language": "en"})).json
        case = told.get("own_case") or told.get("id")
        # A colleague keeps what he took from her case; its title was hers.
        self.mats.must(self.mats.post(f"/assessments/{self.mats_table}/cases/{case}/translation", {"revision": 0, "same": "x", "different": "", "would_have_to_be_true": ""}))
        self.mats_words = "what Mats said stays"
        asked = mona.must(mona.post(f"/rounds/{self.round}/conversations", {"text": bird(), "assessment": self.table, "task": "A3", "heard": "colleagues"})).json
        self.conversation = asked["conversation"]
        self.mats.must(self.mats.post(f"/conversations/{self.conversation}/remarks", {"text": self.mats_words}))
        mona.must(mona.post(f"/conversations/{self.conversation}/remarks", {"text": bird()}))
        mona.must(mona.post(f"/rounds/{self.round}/conversations", {"text": bird()}))
        mona.must(mona.post(f"/assessments/{self.eva_table}/tasks/A1/note", {"note": bird(), "note_revision": 0}))
        mona.must(mona.post(f"/assessments/{self.table}/send", {}))
        mona.must(mona.post(f"/assessments/{self.table}/sharing", {"with_city": True, "compared": True}))
        self.calendar = mona.must(mona.post("/account/calendar", {})).json["calendar_link"].split("/")[-2]
        # Read by others, so that the trail speaks of her.
        self.coach.read(f"/assessments/{self.table}")
        self.mats.read(f"/assessments/{self.table}/tasks/A1")

    # ── Looking ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def birds_in(self, text):
        return {bird.decode() for bird in flock.BIRD.findall(text)} & set(self.flock.all)

    def files(self):
        """Every byte in the data folder, as it lies there now."""
        return b"\n".join(path.read_bytes() for path in sorted(self.server.data.rglob("*")) if path.is_file())

    def rows(self):
        return json.dumps(self.server.contents(), ensure_ascii=False).encode()

    def look_as(self, visitor):
        """What a visitor finds at every address, with Mona's ids and everybody else's."""
        paths = {"assessment": [self.table, self.mats_table, self.eva_table], "task": ["A1", "A3", "B2", "C_sum"], "cluster": [self.cluster], "round": [self.round],
                 "network": [self.network], "programme": [self.programme], "conversation": [self.conversation], "told_case": ["brest"],
                 "measure": ["location-quotient"], "step": ["3"], "person": self.people, "city": [], "own_case": [], "link": [], "translation": [],
                 "session": [], "role": [], "invitation": [], "initiative": [], "calendar_key": [self.calendar]}
        found = set()
        for path, operations in self.openapi["paths"].items():
            if "get" not in operations:
                continue
            addresses = [path]
            for name in [part[1:-1] for part in path.split("/") if part.startswith("{")] + [part.split(".")[0][1:-1] for part in path.split("/") if "}." in part]:
                if name not in paths:
                    raise city.Trouble(f"The campaign does not know what to put for {name} in {path}: add it to look_as.")
                addresses = [address.replace("{" + name + "}", value) for address in addresses for value in paths[name]]
            for address in addresses:
                document = address.endswith((".docx", ".odt", ".pdf"))
                if document and self.table not in address and self.round not in address:
                    continue
                for suffix in ("",) if document else ("", ".json", ".csv"):
                    answer = visitor.ask("GET", address + suffix, headers={"Accept": "*/*" if document else "text/html"}, timeout=120)
                    self.asked += 1
                    found |= flock.birds_in(answer) & set(self.flock.all)
        for query in ("qzxk", "Mona"):
            found |= flock.birds_in(visitor.get(f"/search.json?q={query}")) & set(self.flock.all)
        return found

    def nothing_left(self, phase):
        """Records, files, and what everybody who is left finds."""
        left = {"rows": self.birds_in(self.rows()), "log": self.birds_in(self.server.log.read_bytes())}
        if not self.given.database:
            left["files"] = self.birds_in(self.files())
        for email in ("mats@example.org", "cora@example.org", "eva@example.org", "host@example.org"):
            left[email] = self.look_as(city.sign_in(self.server, email))
        left["nobody"] = self.look_as(city.Visitor(self.server))
        for where, birds in left.items():
            if birds:
                self.found.append(f"{phase}: {len(birds)} of {len(self.flock.all)} canaries in {where}: {sorted(birds)[:3]}")
        mats = city.sign_in(self.server, "mats@example.org")
        talk = mats.read(f"/conversations/{self.conversation}")
        if self.mats_words not in json.dumps(talk):
            self.faults.append(f"{phase}: what Mats said is gone too")
        print(f"erasure: {phase}: looked through", flush=True)

    def run(self, *words, fails=False):
        command = [self.given.binary, *words]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=city.ROOT, timeout=120)
        if (done.returncode != 0) != fails:
            raise city.Trouble(f"{command} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def records(self):
        return ["--data", str(self.server.data)] + (["--database", self.server.database] if self.server.database else [])

    def chain_fits(self, phase):
        said = self.run("trail", "check", *self.records()).decode()
        if "fits" not in said:
            self.faults.append(f"{phase}: the chain does not fit: {said}")
        return said.splitlines()[-1]

    # ── The claim ───────────────────────────────────────────────────────────────────────────────────────────────────

    def see_before(self):
        """The measure itself: everything that is looked for later is seen now."""
        every = set(self.flock.all)
        exported = self.birds_in(self.mona.get("/export").body)
        by_command = self.birds_in(self.run("person", "export", self.email, *self.records()))
        for where, birds in (("her own export", exported), ("the export by command", by_command), ("the rows", self.birds_in(self.rows()))):
            if birds != every:
                self.faults.append(f"{len(every - birds)} of {len(every)} canaries are not in {where}: {sorted(every - birds)[:3]}")
        if not self.given.database and self.birds_in(self.files()) != every:
            self.faults.append("The raw files do not hold all canaries before: looking there would prove nothing")
        seen = self.look_as(self.mona) | self.look_as(city.sign_in(self.server, "host@example.org"))
        self.seen = len(seen)
        if len(seen) < len(every) * 0.8:
            self.faults.append(f"Only {len(seen)} of {len(every)} canaries are on pages before: looking there proves little")
        self.exported = len(exported)

    def erase(self):
        person = next(line for line in self.host.read("/people")["people"] if line["email"] == self.email)["person"]
        self.people = [person]
        wrong = self.host.post(f"/people/{person}/erase", {"email": "somebody@else.org"})
        if wrong.status != 422:
            self.faults.append(f"An address that is not hers was taken: {wrong.status}")
        if len(self.stood_for(person)) != 1:
            self.faults.append("Before, she stands for no initiative: that she does not afterwards proves nothing")
        self.host.must(self.host.post(f"/people/{person}/erase", {"email": self.email}))
        if self.given.expect_remains:
            self.host.add_network("Later")  # writes follow each other: once this is answered, the erasure is written
        if self.mona.get("/account", "application/json").status != 401:
            self.faults.append("She is still signed in")
        if city.Visitor(self.server).get(f"/calendar/{self.calendar}/trivium.ics").status != 404:
            self.faults.append("The address of her calendar still opens something")
        left = [row["name"] for row in self.server.contents()["initiatives"] if row["cluster"] == self.cluster]
        if self.stood_for(person) or left != ["Hub"]:
            self.faults.append(f"Her cluster's initiatives are {left}, and she stands for {self.stood_for(person)}")
        person_in = [table for table in ("sessions", "calendar_links", "reminders", "assessments") if any(row["person"] == person for row in self.server.contents()[table])]
        if person_in:
            self.faults.append(f"Rows about her are left in {person_in}")

    def stood_for(self, person):
        now = self.server.contents()
        roles = [row["id"] for row in now["roles"] if row["person"] == person]
        return [row["initiative"] for row in now["initiatives_of_roles"] if row["role"] in roles]

    def everything(self):
        self.settle()
        self.write()
        self.openapi = self.host.read("/openapi.json")
        self.people = []
        self.see_before()
        before = self.server.folder / "before.backup"
        self.run("backup", *self.records(), str(before))
        if self.birds_in(before.read_bytes()) != set(self.flock.all):
            self.faults.append("The backup made before does not hold all canaries")
        noted = self.chain_fits("before")
        if self.given.expect_remains:
            self.server.stop()
            self.server.binary = self.given.binary
            self.server.start()
        self.erase()
        if self.given.expect_remains:
            return
        self.nothing_left("erased")
        after = self.server.folder / "after.backup"
        self.run("backup", *self.records(), str(after))
        if left := self.birds_in(after.read_bytes()):
            self.found.append(f"A backup made after holds {len(left)} canaries")
        self.run("person", "export", self.email, *self.records(), fails=True)
        self.run("trail", "check", "--noted", noted, *self.records())
        list_file = self.server.folder / "list"
        list_file.write_bytes(self.run("erased", *self.records()))
        if b"example.org" in list_file.read_bytes() or not list_file.read_bytes().strip():
            self.faults.append("The list of erasures is empty, or names somebody")
        self.server.stop()
        said = self.run("restore", *self.records(), str(before)).decode()
        if "Erased again, because the backup was older: 1" not in said:
            self.faults.append(f"The restore did not say that it erased again: {said}")
        self.server.start()
        self.nothing_left("restored")
        self.run("trail", "check", "--noted", noted, *self.records())
        if not self.given.database:
            self.elsewhere(before, list_file)

    def elsewhere(self, before, list_file):
        """On another machine: with the list she stays away, and without it she is back, which is why it has to be kept."""
        for words, expected in ((["--erased", str(list_file)], 0), ([], len(self.flock.all))):
            folder = self.server.folder / f"other-{expected}"
            self.run("restore", "--data", str(folder), *words, str(before))
            held = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
            if len(self.birds_in(held)) != expected:
                self.found.append(f"Restored elsewhere {'with' if words else 'without'} the list: {len(self.birds_in(held))} canaries, not {expected}")


def main():
    given = city.options(__doc__.splitlines()[0], expect_remains=(False, "the program leaves what was deleted in the file: succeed when that is noticed"))
    city.bounded(given.seconds or 900)
    campaign = Campaign(given)
    campaign.everything()
    if given.expect_remains:
        left = campaign.birds_in(campaign.files())
        rows = campaign.birds_in(campaign.rows())
        campaign.server.away()
        print(f"erasure: remains of {len(left)} of {len(campaign.flock.all)} canaries were {'noticed' if left else 'NOT noticed'} in the files, {len(rows)} in the records; seed {given.seed}")
        return 0 if left and not rows and not campaign.faults else 1
    campaign.server.away()
    for fault in campaign.found + campaign.faults:
        print(fault)
    print(f"erasure: {len(campaign.flock.all)} canaries, {campaign.exported} in her export, {campaign.seen} on pages before; {campaign.asked} requests; "
          f"found {len(campaign.found)} where none may be, {len(campaign.faults)} other faults; {'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if campaign.found or campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())

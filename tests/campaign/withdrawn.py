#!/usr/bin/env python3
"""A right is taken away while somebody has everything open: what does the next request still give?

For each state somebody holds a right, has asked every address it opens (pages, JSON, CSV, documents, search, conversation,
closing summary, visit) and keeps the connection. Then the right goes: a role is ended, left or handed over, an invitation
withdrawn, a table closed to the city, a session ended elsewhere, a password changed … The very next request at each of
these addresses, reading and writing, has to be refused, and none of the words may come back.

The measure is measured too: beside each a witness keeps the same right; judged in the same way everything has to be found
open still. A refusal that came from elsewhere would be noticed there.
"""

import json
import re
import sys
import time

import city
import flock

WORD = re.compile(rb"withdrawnword[a-z]+")
WORDS_OF = "withdrawnword"
FILES = ("docx", "odt")


class Ask:
    """One request that a right opens."""

    def __init__(self, address, record=None, accept="text/html", says=""):
        self.address, self.record, self.accept = address, record, accept
        self.says = says  # open only where the answer says this

    def of(self, visitor):
        if self.record is None:
            return visitor.get(self.address, self.accept)
        record = {name: (f"{value} {time.monotonic_ns()}" if value == "new" else value) for name, value in self.record.items()}
        return visitor.ask("POST", self.address, json.dumps(record).encode(), {"Content-Type": "application/json", "Accept": "application/json"})

    def opens(self, answer):
        said = b"\n".join(f"{name}: {value}".encode() for name, value in answer.headers) + flock.words_in(answer)
        if answer.status in (301, 302, 303, 401, 403, 404, 410):
            return bool(WORD.search(said))
        return not self.says or self.says.encode() in said

    def __str__(self):
        return f"{'GET' if self.record is None else 'POST'} {self.address} ({self.accept})"


def reads(*addresses, says=""):
    return [Ask(address + suffix, says=says) for address in addresses for suffix in ("", ".json")]


class World:
    def __init__(self, server):
        self.server = server
        self.host = city.host_of(server)
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network)
        self.cluster = self.host.add_cluster("Near", name="Films")
        self.round = self.host.take_in(self.programme, self.cluster)
        self.city = next(line["city"] for line in self.host.read(f"/networks/{self.network}")["cities"])
        self.count = 0
        self.coach = self.come("coach")
        self.other_coach = self.come("coach")
        self.witness = self.manager()
        self.table = self.witness.table
        self.files_of_table()

    def come(self, role, network=False, name=""):
        """Somebody new."""
        self.count += 1
        name = name or f"{role.capitalize()} {self.count}"
        in_city = self.city if role in ("coach", "coordinator") else ""
        key = self.host.invite_to_network(self.network, name, role, in_city) if network else self.host.invite(self.cluster, name, role)
        person = city.join(self.server, key, name)
        person.email = f"{name.lower().replace(' ', '.')}@example.org"
        return person

    def manager(self):
        """A manager who has sent, summed up, asked the coaches and told a case."""
        person = self.come("manager")
        word = WORDS_OF + chr(97 + self.count // 26) + chr(97 + self.count % 26)
        person.word = word
        person.table = person.start_table(self.round)
        person.must(person.save(person.table, "A1", 0, notes=f"{word}notes and {word}after", language="en"))
        person.must(person.save(person.table, "B3", 0, facets={"strategies": [{"text": f"{word}strategy"}]}))
        person.must(person.save(person.table, "C8", 0, facets={"practices": [{"text": f"{word}practice"}]}))
        person.must(person.post(f"/assessments/{person.table}/send", {}))
        person.must(person.post(f"/assessments/{person.table}/closing", {"revision": 0, "issues": f"{word}issues", "then": "hand_in"}))
        begin = {"assessment": person.table, "task": "A1"}
        person.alone = person.must(person.post(f"/rounds/{self.round}/conversations", {**begin, "text": f"{word}alone"})).json["conversation"]
        for_all = {**begin, "heard": "colleagues", "text": f"{word}together"}
        person.together = person.must(person.post(f"/rounds/{self.round}/conversations", for_all)).json["conversation"]
        told = {"kind": "failure", "title": f"{word}title", "situation": "x", "what_was_done": "x"}
        person.case = person.must(person.post(f"/clusters/{self.cluster}/cases", told)).json["own_case"]
        return person

    def files_of_table(self):
        self.coach.must(self.coach.post(f"/assessments/{self.table}/tasks/A1/note", {"note": f"{WORDS_OF}note", "note_revision": 0}))
        tells = {"question": f"{WORDS_OF}question", "answer": f"{WORDS_OF}answer", "revision": 0}
        self.coach.must(self.coach.post(f"/conversations/{self.witness.together}/tell", tells))

    # What each right opens.

    def of_cluster(self):
        return reads(f"/clusters/{self.cluster}", f"/rounds/{self.round}/together")

    def of_members(self):
        return reads(f"/clusters/{self.cluster}/cases", f"/clusters/{self.cluster}/cases/{self.witness.case}", f"/clusters/{self.cluster}/numbers") + [
            Ask(f"/clusters/{self.cluster}/cases.csv"), Ask(f"/clusters/{self.cluster}/cases", {"kind": "failure", "title": "new", "situation": "x", "what_was_done": "x"})]

    def of_programme(self):
        return reads(f"/networks/{self.network}", f"/programmes/{self.programme}", f"/programmes/{self.programme}/answers") + [
            Ask(f"/programmes/{self.programme}/answers.csv")]

    def of_visit(self):
        return reads(f"/rounds/{self.round}/visit", f"/programmes/{self.programme}/cities/{self.city}") + [Ask(f"/rounds/{self.round}/visit.{kind}") for kind in FILES]

    def of_plan(self):
        return [Ask(f"/rounds/{self.round}/visit", {"revision": 999, "where": "new"})]  # 409 where it may be planned

    def of_table(self):
        table = f"/assessments/{self.table}"
        pages = [table + rest for rest in ("", "/tasks/A1", "/tasks/A1/history", "/table", "/check", "/closing", "/fit", "/agenda", "/since", "/stage", "/cases", "/cases/brest",
                                           "/answers", "/documents")]
        found = reads(*pages) + [Ask(f"{table}/answers.csv"), Ask(f"{table}/tasks/A1/history.csv"), Ask(f"{table}/export"), Ask(f"{table}/tasks/A1", accept="application/json")]
        found += [Ask(f"{table}/{what}.{kind}") for what in ("table", "closing") for kind in FILES]
        # What was searched for is marked, so the word is found in pieces; what stands after it says that there was something.
        return found + [Ask(f"/search{suffix}?q={self.witness.word}", says=self.witness.word + "after") for suffix in ("", ".json", ".csv")]

    def of_notes(self):
        return [Ask(f"/assessments/{self.table}/tasks/A1/note", {"note": "new", "note_revision": 999})]

    def of_talk(self, conversation):
        return reads(f"/conversations/{conversation}") + [Ask(f"/conversations/{conversation}.csv"), Ask(f"/conversations/{conversation}/remarks", {"text": "new"}),
                                                          Ask(f"/conversations/{conversation}/resolve", {}), Ask(f"/conversations/{conversation}/reopen", {})]

    def of_asking(self):
        return reads(f"/rounds/{self.round}/conversations") + [Ask(f"/rounds/{self.round}/conversations.csv")]

    def of_inviting(self):
        """Refused at a field (422) where one may invite, so that no places are taken."""
        return [Ask(f"/clusters/{self.cluster}/invitations", {"name": "", "email": "x", "role": "manager"})]

    def of_initiatives(self):
        return [Ask(f"/clusters/{self.cluster}/initiatives", {"initiative_name": ""})]  # the same

    def of_handing_over(self, person):  # the same
        form = {"name": "", "email": "x", "role": "manager", "instead_of": self.role_of(person)}
        return reads(f"/clusters/{self.cluster}") + [Ask(f"/clusters/{self.cluster}/invitations", form)]

    def of_link(self, key):  # the same
        return [Ask(f"/join?key={key}"), Ask(f"/join.json?key={key}"), Ask("/join", {"key": key, "name": "", "password": ""})]

    def of_steps(self):
        return reads(f"/programmes/{self.programme}/steps/3") + [Ask(f"/networks/{self.network}/cities", {"city": "", "country": ""}),
                                                                 Ask(f"/programmes/{self.programme}/steps/3", {"revision": 999, "due": "by", "due_on": "2099-01-01"})]

    def of_account(self):
        return reads("/account", "/clusters") + [Ask("/export"), Ask("/import")]

    # How a right comes and goes.

    def role_of(self, person):
        return next(line["may_end"] for line in self.host.read(f"/clusters/{self.cluster}")["people"] if line["name"] == person.name)

    def hand_over(self, person, by):
        self.count += 1
        given = {"name": "Successor", "email": f"successor.{self.count}@example.org", "role": "manager", "instead_of": self.role_of(person)}
        return by.must(by.post(f"/clusters/{self.cluster}/invitations", given)).json["invitation_link"].split("key=")[1]

    def neighbour(self):
        """Manages another cluster of the city, and has sent hers in the same programme."""
        beside = self.host.add_cluster("Near", name="Games")
        its_round = self.host.take_in(self.programme, beside)
        person = city.join(self.server, self.host.invite(beside, "Neighbour"), "Neighbour")
        person.must(person.post(f"/assessments/{person.start_table(its_round)}/send", {}))
        return person

    def open_to_city(self, opened=True):
        self.witness.must(self.witness.post(f"/assessments/{self.table}/sharing", {"with_city": opened, "compared": False}))

    def end_role(self, person, by=None, network=False):
        by = by or self.host
        page = by.read(f"/networks/{self.network}" if network else f"/clusters/{self.cluster}")
        role = next(line["may_end"] for line in page["people"] if line["name"] == person.name and line["may_end"])
        by.must(by.post(f"/roles/{role}/end", {}))


def states(world):
    """(what goes, who has it, a witness who keeps it, what it opens, how it goes, what stays open for her)."""
    manages = lambda: world.of_cluster() + world.of_initiatives() + world.of_members() + world.of_programme() + world.of_visit() + world.of_asking() + world.of_talk(world.witness.together)
    reads_all = lambda: manages() + world.of_table()
    coaches = lambda: (world.of_cluster() + world.of_members() + world.of_visit() + world.of_plan() + world.of_asking() + world.of_table() + world.of_notes()
                       + world.of_talk(world.witness.alone))
    arranges = lambda: world.of_cluster() + world.of_members() + world.of_visit() + world.of_plan() + world.of_asking() + world.of_talk(world.witness.together)

    def manager(how):
        def prepared():
            person = world.manager()
            own = [Ask(f"/assessments/{person.table}"), Ask(f"/assessments/{person.table}/tasks/A1")]
            return person, world.witness, reads_all(), lambda: how(person), own, world.of_talk(person.alone)
        return prepared

    def role(name, network, opened, how, witness=None):
        def prepared():
            person = world.come(name, network)
            return person, witness or world.come(name, network), opened(), lambda: how(person, network), [], []
        return prepared

    def ended(person, network=False):
        world.end_role(person, network=network)

    def left(person, network=False):
        world.end_role(person, by=person, network=network)

    def handed_over(person):
        world.end_role(city.join(world.server, world.hand_over(person, world.host), "Successor"))  # makes room again

    coordinator = world.come("coordinator")
    by_coordinator = lambda person: world.end_role(person, by=coordinator)
    yield "a manager's role, ended by the coordinator", manager(by_coordinator)
    yield "a manager's role, left", manager(lambda person: world.end_role(person, by=person))
    yield "a manager's role, handed over", manager(handed_over)
    # Handing over: the page that is open, and the link that is made. The witness hands over, too, and nobody comes.
    def page_of(how):
        def prepared():
            person, witness = world.manager(), world.witness.again()
            witness.asks = world.of_handing_over(world.witness)
            return person, witness, world.of_handing_over(person), lambda: how(person), [Ask(f"/assessments/{person.table}")], []
        return prepared

    def link_of(how):
        def prepared():
            person, (nobody, witness) = world.manager(), [city.Visitor(world.server, name=name) for name in ("guest", "other guest")]
            witness.asks = world.of_link(world.hand_over(world.witness, world.witness))
            return nobody, witness, world.of_link(world.hand_over(person, person)), lambda: how(person), [], []
        return prepared

    yield "a hand-over page that is open, the role ended by the coordinator", page_of(by_coordinator)
    yield "a hand-over page that is open, the role handed over elsewhere", page_of(handed_over)
    yield "a link that hands over, the role ended by the coordinator", link_of(by_coordinator)
    yield "a link that hands over, the role handed over by another one", link_of(handed_over)
    yield "a coach's role in a cluster, ended", role("coach", False, coaches, ended, world.other_coach)
    yield "a coach's role in a cluster, left", role("coach", False, coaches, left, world.other_coach)
    yield "a coach's role for a city of a network, ended", role("coach", True, lambda: coaches() + world.of_programme(), ended)
    yield "a coach's role for a city of a network, left", role("coach", True, lambda: coaches() + world.of_programme(), left)
    yield "a coordinator's role in a cluster, ended", role("coordinator", False, lambda: arranges() + world.of_inviting() + world.of_programme(), ended, coordinator)
    yield "a coordinator's role in a network, ended", role("coordinator", True, lambda: arranges() + world.of_inviting() + world.of_programme(), ended)
    yield "a lead's role, ended", role("lead", True, lambda: world.of_cluster() + world.of_programme() + world.of_visit() + world.of_plan() + world.of_inviting() + world.of_steps(), ended)
    yield "an observer's role, ended", role("observer", True, world.of_programme, ended)

    def one_of_two():
        """Coach and coordinator at once: the coach's part goes, the coordinator's stays."""
        person = world.come("coach")
        person.must(person.post("/join", {"key": world.host.invite(world.cluster, person.name, "coordinator", person.email), "name": person.name, "password": city.PASSWORD}))
        roles = [line for line in world.host.read(f"/clusters/{world.cluster}")["people"] if line["name"] == person.name]
        coach = next(line["may_end"] for line in roles if line["role"] == "coach")
        return (person, world.other_coach, world.of_table() + world.of_notes() + world.of_talk(world.witness.alone),
                lambda: world.host.must(world.host.post(f"/roles/{coach}/end", {})), world.of_cluster() + world.of_visit(), [])

    yield "one of two roles", one_of_two

    # A table open to its city; the coach reads it either way.
    def to_the_city(reader, how):
        def prepared():
            person = reader()
            world.open_to_city()
            return person, world.other_coach, world.of_table(), lambda: how(person), [], []
        return prepared

    closed = lambda _: world.open_to_city(opened=False)
    yield "a table open to the city, the coordinator's role ended", to_the_city(lambda: world.come("coordinator"), ended)
    yield "a table open to the city, closed to its coordinator", to_the_city(lambda: coordinator, closed)
    yield "a table open to the city, closed to a manager beside", to_the_city(world.neighbour, closed)

    # Sessions.
    def session(how):
        def prepared():
            person = world.come("coach")
            return person, world.other_coach, coaches() + world.of_account(), lambda: how(person), [], []
        return prepared

    def ended_elsewhere(person):
        other = city.sign_in(world.server, person.email)
        for line in other.read("/account")["sessions"]:
            if not line["this_one"]:
                other.must(other.post(f"/account/sessions/{line['session']}/end", {}))

    def password_changed(person):
        other = city.sign_in(world.server, person.email)
        other.must(other.post("/account/password", {"current": city.PASSWORD, "password": "another long password"}))

    def signed_out(person):
        other = person.again()
        other.must(other.post("/sign-out", {}))

    def signed_in_again(person):
        other = person.again()
        other.must(other.post("/sign-in", {"email": person.email, "password": city.PASSWORD}))

    yield "a session, ended elsewhere", session(ended_elsewhere)
    yield "a session, by another password elsewhere", session(password_changed)
    yield "a session, signed out in another window", session(signed_out)
    yield "a session, signed in anew in another window", session(signed_in_again)

    # Links.
    def invitation(network, how):
        def prepared():
            keys = [world.host.invite_to_network(world.network, f"Guest {world.count}{at}", "observer") if network else
                    world.host.invite(world.cluster, f"Guest {world.count}{at}", "coach") for at in range(2)]
            world.count += 1
            opened = [world.of_link(key) for key in keys]
            nobody, witness = city.Visitor(world.server, name="guest"), city.Visitor(world.server, name="other guest")
            witness.asks = opened[1]
            return nobody, witness, opened[0], lambda: how(network, keys[0], f"Guest {world.count - 1}0"), [], []
        return prepared

    def withdrawn(network, _, name):
        page = world.host.read(f"/networks/{world.network}" if network else f"/clusters/{world.cluster}")
        given = next(line["invitation"] for line in page["invitations"] if line["name"] == name)
        world.host.must(world.host.post(f"/invitations/{given}/withdraw", {}))

    def accepted(_, key, name):
        city.join(world.server, key, name)

    yield "an invitation to a cluster, withdrawn", invitation(False, withdrawn)
    yield "an invitation to a network, withdrawn", invitation(True, withdrawn)
    yield "an invitation, accepted elsewhere", invitation(False, accepted)

    def sample():
        door = world.host.read("/start")["sample_people"][0]["person"]
        person = city.Visitor(world.server, name="sample city")
        person.must(person.post("/sample/enter", {"person": door}))
        table = person.read("/start")["mine"][0]["assessment"]
        opened = reads(f"/assessments/{table}", f"/assessments/{table}/fit") + [Ask(f"/assessments/{table}/table.docx"), Ask("/export")]
        return person, None, opened, lambda: world.host.must(world.host.post("/sample/remove", {})), [], []

    yield "the sample city, taken out", sample

    def case_taken_out():
        told = {"kind": "failure", "title": f"{WORDS_OF}gone", "situation": "x", "what_was_done": "x"}
        case = world.witness.must(world.witness.post(f"/clusters/{world.cluster}/cases", told)).json["own_case"]
        address = f"/clusters/{world.cluster}/cases/{case}"
        return world.coach, None, reads(address), lambda: world.witness.must(world.witness.post(address + "/remove", {})), reads(f"/clusters/{world.cluster}/cases"), []

    yield "a case of one's own, taken out", case_taken_out


class Campaign:
    def __init__(self, given):
        self.server = city.Server(given.binary, given.database, ["--sample"])
        self.server.start()
        self.world = World(self.server)
        self.faults = []
        self.states = self.asked = self.blind = 0

    def still_open(self, visitor, asks):
        self.asked += len(asks)
        return [(ask, answer) for ask in asks for answer in [ask.of(visitor)] if ask.opens(answer)]

    def judge(self, what, prepared):
        person, witness, asks, goes, stays, own = prepared()
        shut = set(asks + own) - {ask for ask, _ in self.still_open(person, asks + own)}
        self.faults += [f"{what}: {ask} was not open before, so nothing is proved" for ask in shut]
        goes()
        self.states += 1
        for ask, answer in self.still_open(person, asks + own):
            self.faults.append(f"{what}: {ask} still gives {answer.status}")
        for ask in set(stays) - {ask for ask, _ in self.still_open(person, stays)}:
            self.faults.append(f"{what}: {ask} is shut, and should stay open")
        if witness:
            kept = getattr(witness, "asks", asks)
            seen = self.still_open(witness, kept)
            self.faults += [f"{what}: {ask} is shut for the witness, too: the campaign would not see it open" for ask in set(kept) - {ask for ask, _ in seen}]
            self.blind += len(seen) == len(kept)


def main():
    given = city.options(__doc__.splitlines()[0], times=(1, "how often each right is withdrawn", 5))
    city.bounded(given.seconds or 700 * given.times)
    campaigns = []
    for _ in range(given.times):
        campaign = Campaign(given)
        for what, prepared in states(campaign.world):
            campaign.judge(what, prepared)
        campaign.server.away()
        campaigns.append(campaign)
    faults = [fault for campaign in campaigns for fault in campaign.faults]
    for fault in faults[:40]:
        print(fault)
    print(f"withdrawn: {sum(campaign.states for campaign in campaigns)} rights withdrawn in {campaigns[0].states} ways, {sum(campaign.asked for campaign in campaigns)} requests; "
          f"beside {sum(campaign.blind for campaign in campaigns)} of them a witness kept all; {len(faults)} faults; "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""People of another city put ids into addresses, queries and records that are not theirs: does anything show, does anything change?

Two cities, Near and Far, each with a cluster, a network, a programme, tables, conversations, links, cases, invitations. The
people of Far, those of another city in Near's own programme, one of the sample city and somebody not signed in ask every route the program lists that takes an id, and put
in each place where one stands: the id of Near, lists, nothing, both ids at once, one of them twice, odd spellings. Each
answer has to be the one that an id gets which never existed: the same status, headers and body but for the id itself.
Words of Near may come back nowhere, and afterwards its records have to be what they were, row by row.

The measure is measured too: at every place an id of Far's own has to get another answer than the one that never existed,
or nothing would be proved there; Near's own people find the words; and a save of theirs is noticed in the records.
"""

import base64
import hashlib
import itertools
import json
import random
import re
import sys
import threading
import time
import urllib.parse

import city
import deeds

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
# Places in records and queries where an id stands. Rows of a table and keys of links are no ids: they name something only
# together with a table.
IN_RECORDS = ("assessment", "cluster", "in_city", "which", "instead_of", "person", "told_case", "within")
IN_QUERIES = ("assessment", "with")
OF_A_CITY = ("assessment", "cluster", "round", "conversation", "own_case", "told_case", "link", "translation", "with", "invitation", "role", "initiative", "within")
TAKES_AWAY = ("/send", "/remove", "/withdraw", "/end")
WORD = re.compile(r"nearword\w+")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")


def never(dice):
    """An id like any other, of something that never was."""
    digits = f"{int(time.time() * 1000) - dice.randrange(10 ** 7):012x}7{dice.randrange(16 ** 3):03x}{dice.choice('89ab')}{dice.randrange(16 ** 15):015x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


# ── Two cities ──────────────────────────────────────────────────────────────────────────────────────────────────────

class Town:
    """A city, its people, and what there is of it by the name it has in addresses and records."""

    def __init__(self, server, host, name):
        self.name = name
        self.server = server
        word = name.lower() + "word"
        network = host.add_network(f"Network {word}net")
        programme = host.open_programme(network)
        cluster = host.add_cluster(name, name=f"Films {word}films")
        earlier = host.open_round(cluster, "Earlier")
        self.people = {role: self.joined(host.invite(cluster, f"{role} {name}", role), role) for role in ("manager", "coach", "coordinator")}
        colleague = self.joined(host.invite(cluster, f"Colleague {name}"), "colleague")
        self.people["lead"] = self.joined(host.invite_to_network(network, f"Lead {name}", "lead"), "lead")
        manager = self.people["manager"]
        early = manager.start_table(earlier)
        translation = deeds.translated_by(manager, early, f"{word}same")
        round_id = host.take_in(programme, cluster)
        table = manager.start_table(round_id)
        manager.must(manager.save(table, "A1", 0, notes=f"{word}notes", language="en"))
        manager.must(manager.save(table, "B3", 0, facets={"strategies": [{"text": f"{word}strategy"}]}))
        manager.must(manager.save(table, "C8", 0, facets={"practices": [{"text": f"{word}practice"}]}))
        told = {"kind": "failure", "title": f"{word}title", "situation": f"{word}situation", "what_was_done": "x"}
        case = manager.must(manager.post(f"/clusters/{cluster}/cases", told)).json["own_case"]
        umbrella, initiative = (manager.must(manager.post(f"/clusters/{cluster}/initiatives", {"initiative_name": name})).json["initiative"]
                                for name in (f"{word}umbrella", f"{word}hub"))
        conversation = deeds.asked_by(manager, round_id, table, f"{word}asked", f"{word}more")
        drawn = deeds.link_drawn_by(manager, table)
        manager.must(manager.post(f"/assessments/{table}/send", {}))
        manager.must(manager.post(f"/assessments/{table}/closing", {"revision": 0, "issues": f"{word}issues", "then": "hand_in"}))
        others = colleague.start_table(round_id)
        colleague.must(colleague.save(others, "A1", 0, notes=f"{word}colleague", language="en"))
        colleague.must(colleague.post(f"/assessments/{others}/send", {}))
        coach = self.people["coach"]
        coach.must(coach.post(f"/assessments/{table}/tasks/A1/note", {"note": f"{word}note", "note_revision": 0}))
        host.invite(cluster, f"Guest {name}", "coach")
        self.joined(host.invite(cluster, f"Leaving {name}", "coach"), "leaving")
        page = host.read(f"/clusters/{cluster}")
        city.sign_in(server, f"manager.{name.lower()}@example.org")
        roles = {person["name"]: person["may_end"] for person in page["people"]}
        self.ids = {"assessment": table, "round": round_id, "cluster": cluster, "network": network, "programme": programme, "own_case": case,
                    "told_case": case, "conversation": conversation, "link": drawn["link"], "translation": translation, "with": others,
                    "city": next(line["city"] for line in host.read(f"/networks/{network}")["cities"]), "invitation": page["invitations"][0]["invitation"],
                    "role": roles[f"Leaving {name}"], "initiative": initiative, "within": umbrella, "instead_of": roles[f"Colleague {name}"],
                    "session": next(line["session"] for line in manager.read("/account")["sessions"] if not line["this_one"]),
                    "person": next(row["id"] for row in server.contents()["people"] if row["email"] == f"manager.{name.lower()}@example.org")}
        self.ids["in_city"] = self.ids["which"] = self.ids["city"]
        self.rows = {"from_row": drawn["from_row"], "to_row": drawn["to_row"]}

    def sister(self, host):
        """People of another city of the same programme: (manager who has sent, coach, coordinator)."""
        network, programme = self.ids["network"], self.ids["programme"]
        cluster = host.add_cluster("Sister", name="Films")
        round_id = host.take_in(programme, cluster)
        place = next(line["city"] for line in host.read(f"/networks/{network}")["cities"] if line["name"] == "Sister")
        manager = city.join(self.server, host.invite(cluster, "Sister manager"), "Sister manager")
        table = manager.start_table(round_id)
        manager.must(manager.save(table, "A1", 0, notes="x", language="en"))
        manager.must(manager.post(f"/assessments/{table}/send", {}))
        others = [city.join(self.server, host.invite_to_network(network, f"Sister {role}", role, place), f"Sister {role}") for role in ("coach", "coordinator")]
        return [manager, *others]

    def joined(self, key, role):
        return city.join(self.server, key, f"{role.capitalize()} {self.name}")

    def records(self):
        """Every row that is about this city, and their hash: what names one of its ids, what names such a row, and so on. That somebody tried is noted."""
        rows = [(table, row) for table, some in self.server.contents().items() if table not in ("trail", "trail_ends") for row in some]
        known = {self.ids[name] for name in ("cluster", "network", "programme", "city")} | {
            row["person"] for table, row in rows if table == "roles" and {row["cluster"], row["network"]} & {self.ids["cluster"], self.ids["network"]}}
        while True:
            about = [(table, row) for table, row in rows if known & {value for value in row.values() if isinstance(value, str)}]
            found = {row["id"] for _, row in about if isinstance(row.get("id"), str)} - known
            if not found:
                break
            known |= found
        lines = sorted(json.dumps((table, row), sort_keys=True) for table, row in about)
        return lines, hashlib.sha256("\n".join(lines).encode()).hexdigest()


# ── What is sent ────────────────────────────────────────────────────────────────────────────────────────────────────

def spellings(reads):
    """Ways to write an id in an address."""
    yield "as it is", lambda value: value
    yield "as JSON", lambda value: value  # the suffix is added to the address
    if reads:
        yield "in upper case", str.upper
        yield "with an escape", lambda value: f"%{ord(value[0]):02x}{value[1:]}"
        yield "escaped twice", lambda value: f"%25{ord(value[0]):02x}{value[1:]}"
        yield "with a blank", lambda value: value + "%20"
        yield "with a NUL", lambda value: value + "%00"
        yield "before another step", lambda value: f"{value}%2F..%2F{value}"


def records_with(record, member, own, other):
    """The record with another's id in one of its members: (what it is, type, body)."""
    def as_json(value):
        return json.dumps({**record, member: value}).encode()
    rest = {name: value for name, value in record.items() if name != member}
    yield "as it is", JSON, as_json(other)
    yield "alone in a list", JSON, as_json([other])
    yield "in a list with one's own", JSON, as_json([own, other])
    yield "in a list before one's own", JSON, as_json([other, own])
    yield "within an object", JSON, as_json({"id": other})
    yield "in upper case", JSON, as_json(other.upper())
    yield "between blanks", JSON, as_json(f" {other} ")
    yield "with a NUL", JSON, as_json(other + "\0")
    yield "twice, one's own first", JSON, (json.dumps({member: own})[:-1] + ", " + json.dumps({**rest, member: other})[1:]).encode()
    yield "twice, one's own last", JSON, (json.dumps({member: other})[:-1] + ", " + json.dumps({**rest, member: own})[1:]).encode()
    pairs = city.as_form(rest)
    yield "in a form", FORM, urllib.parse.urlencode([*pairs, (member, other)]).encode()
    yield "twice in a form, one's own first", FORM, urllib.parse.urlencode([(member, own), *pairs, (member, other)]).encode()
    yield "twice in a form, one's own last", FORM, urllib.parse.urlencode([(member, other), *pairs, (member, own)]).encode()
    yield "in a list of a form", FORM, urllib.parse.urlencode([*pairs, (member + "/-", own), (member + "/-", other)]).encode()


def records_without(record, member):
    for value in ([], None, "", 0, True, {}, [None], [[]]):
        yield JSON, json.dumps({**record, member: value}).encode()
    rest = {name: value for name, value in record.items() if name != member}
    yield JSON, json.dumps(rest).encode()
    yield FORM, urllib.parse.urlencode([*city.as_form(rest), (member, "")]).encode()


class Place:
    """Where an id stands: in the address of a route, in its query or in its record."""

    def __init__(self, method, template, operation, kind, name):
        self.method, self.template, self.operation, self.kind, self.name = method, template, operation, kind, name

    def __str__(self):
        return f"{self.name} in the {self.kind} of {self.method} {self.template}"


def places_of(described):
    for template, operations in described["paths"].items():
        for method in ("GET", "POST"):
            operation = operations.get(method.lower())
            if not operation:
                continue
            for name in re.findall(r"\{(\w+)\}", template):
                if name not in ("task", "step", "measure", "calendar_key"):  # a calendar's key is a secret and no id
                    yield Place(method, template, operation, "address", name)
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query" and parameter["name"] in IN_QUERIES:
                    yield Place(method, template, operation, "query", parameter["name"])
            schema = operation.get("requestBody", {}).get("content", {}).get(JSON, {}).get("schema", {})
            for name in schema.get("properties", {}):
                if name in IN_RECORDS and "{" + name + "}" not in template:
                    yield Place(method, template, operation, "record", name)


# ── The campaign ────────────────────────────────────────────────────────────────────────────────────────────────────

class Campaign:
    def __init__(self, given):
        self.dice = random.Random(given.seed)
        self.server = city.Server(given.binary, given.database, ["--sample"])
        self.server.start()
        host = city.host_of(self.server)
        self.near = Town(self.server, host, "Near")
        self.far = Town(self.server, host, "Far")
        self.sisters = self.near.sister(host)
        self.spare = host.add_cluster("Far", name="Spare")
        self.far.somebody = self.far.ids["person"]
        self.far.ids["person"] = host.read("/start")["sample_people"][0]["person"]  # the only people one may enter as
        self.places = list(places_of(host.read("/openapi.json")))
        unknown = {place.name for place in self.places} - set(self.far.ids)
        if unknown:
            raise city.Trouble(f"The campaign does not know an id for {sorted(unknown)}: add it to Town.ids.")
        self.inputs = self.inputs_of(given)
        self.asked = self.pairs = 0
        self.faults = []
        self.lock = threading.Lock()

    def inputs_of(self, given):
        """What fits in the other members of records; the ids are Far's own."""
        manager, table = self.far.people["manager"], self.far.ids["assessment"]
        exported = manager.read(f"/assessments/{table}/export")
        document = manager.must(manager.get(f"/assessments/{table}/table.docx")).body
        return {**self.far.ids, **self.far.rows, "task": "A1", "revision": 1, "standing": "answered", "notes": "x", "language": "en", "then": None, "back": "/",
                "started_from": "A", "country": "Spain", "cluster_name": f"Films {self.far.name}", "network_name": "Network", "programme_title": "Looking", "city_name": "Far", "city_country": "Spain", "zone": "Europe/Madrid", "initiative_name": f"{self.far.name.lower()}wordhub", "stands_for": [self.far.ids["initiative"]], "name": "Somebody", "email": "somebody@example.org", "role": "manager", "title": "Another",
                "table": exported, "kind": "carries", "because": "x", "same": "x", "different": "x", "would_have_to_be_true": "x", "outcome": "not_tried",
                "what_happened": "x", "situation": "x", "what_was_done": "x", "question": "x", "year": city.NEXT_YEAR, "text": "x", "answer": "x",
                "days": 400, "note": "x", "note_revision": 1, "due": "before", "due_on": f"{city.NEXT_YEAR}-09-20", "issues": "x", "source": "x",
                "numbers": "year;firms\n2024;40", "decimal": "point", "where": "x", "password": city.PASSWORD, "heard": "coaches",
                "with_city": False, "compared": False, "file": base64.b64encode(document).decode(), "from": table, "document_language": "en",
                "changes": [{"task": "A2", "field": "notes", "text": "x", "written": 0, "revision": 0, "pick": "document"}]}

    def record_for(self, place):
        members = place.operation.get("requestBody", {}).get("content", {}).get(JSON, {}).get("schema", {}).get("properties", {})
        record = {name: self.inputs[name] for name in members if self.inputs.get(name) is not None}
        if place.template == "/clusters/{cluster}/cases" or "{own_case}" in place.template:
            record["kind"] = "practice" if "kind" in record else None
        if place.template == "/networks/{network}/invitations":
            record["role"] = "coach"
        if place.template == "/programmes/{programme}/clusters" and place.name == "in_city":
            del record["cluster"]
        if place.name != "instead_of":
            record.pop("instead_of", None)
        return {name: value for name, value in record.items() if value is not None}

    def address(self, template, ids, spell=lambda value: value, spelled=()):
        return re.sub(r"\{(\w+)\}", lambda found: {"task": "A1", "step": "3", "measure": "location-quotient"}.get(found[1])
                      or (spell(ids[found[1]]) if found[1] in spelled else ids[found[1]]), template)

    def ask(self, visitor, method, address, kind="", body=None, accept=JSON):
        headers = {"Accept": accept}
        if method == "POST":
            headers.update({"Content-Type": kind or JSON, "Origin": self.server.public_address})
        answer = visitor.ask(method, address, body if method == "POST" else None, headers)
        with self.lock:
            self.asked += 1
        return answer

    def look(self, visitor, what, answer):
        """Nothing of Near, and no fall."""
        said = "\n".join(f"{name}: {value}" for name, value in answer.headers) + "\n" + answer.text
        words = WORD.findall(said)
        if words:
            self.faults.append(f"{visitor.name} finds {words[0]} with {what}")
        if answer.status >= 500:
            self.faults.append(f"{visitor.name}, {what}: {answer.status}")

    @staticmethod
    def told(answer, ids):
        """What an answer says, but for the ids it was asked with and the moment."""
        said = f"{answer.status}\n" + "\n".join(f"{name}: {value}" for name, value in answer.headers if name.lower() != "date") + "\n" + answer.text
        for one in ids:
            for spelled in (one, one.upper(), f"%{ord(one[0]):02x}{one[1:]}", f"%25{ord(one[0]):02x}{one[1:]}"):
                said = said.replace(spelled, "ID")
        return INSTANT.sub("NOW", said)

    def same(self, visitor, what, answer, twin, ids, never_ids):
        self.look(visitor, what, answer)
        with self.lock:
            self.pairs += 1
        one, other = self.told(answer, ids), self.told(twin, never_ids)
        # Where one's own id was taken both times, something was done twice and may be told of.
        if one != other and not (answer.status == twin.status < 400):
            at = next((number for number, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            self.faults.append(f"{visitor.name}, {what}: {answer.status} is told from what never was ({twin.status}): "
                               f"…{one[max(0, at - 40):at + 80]!r} / …{other[max(0, at - 40):at + 80]!r}")

    def in_address(self, visitor, place):
        """Near's id here, and in the other places of the address one's own or Near's too."""
        names = [name for name in re.findall(r"\{(\w+)\}", place.template) if name in self.far.ids]
        others = [name for name in names if name != place.name]
        body = json.dumps(self.record_for(place)).encode()
        for chosen in itertools.product((False, True), repeat=len(others)):
            foreign = [place.name, *(name for name, taken in zip(others, chosen) if taken)]
            ids = {**self.far.ids, **{name: self.near.ids[name] for name in foreign}}
            twins = {**self.far.ids, **{name: never(self.dice) for name in foreign}}
            for spelling, spell in spellings(place.method == "GET"):
                more = ".json" if spelling == "as JSON" else ""
                for accept in ("text/html", JSON, "text/csv") if spelling == "as it is" and place.method == "GET" else (JSON,):
                    asked = [self.ask(visitor, place.method, self.address(place.template, given, spell, foreign) + more, JSON, body, accept) for given in (ids, twins)]
                    self.same(visitor, f"{place}, {spelling}, {accept}", *asked, [ids[name] for name in foreign], [twins[name] for name in foreign])
        if place.method == "POST":
            # The address wins over the record and the query.
            address = self.address(place.template, {**self.far.ids, place.name: self.near.ids[place.name]})
            self.look(visitor, f"{place}, one's own in the record", self.ask(visitor, "POST", f"{address}?{place.name}={self.far.ids[place.name]}", JSON,
                                                                           json.dumps({**self.record_for(place), place.name: self.far.ids[place.name]}).encode()))
        if place.template.endswith((*TAKES_AWAY, ".pdf")):
            return  # one's own PDF takes seconds each, and is made from what .odt shows
        mine = self.address(place.template, self.far.ids)
        asked = [self.ask(visitor, place.method, f"{mine}?{place.name}={one}", JSON, json.dumps({**self.record_for(place), place.name: one}).encode())
                 for one in (self.near.ids[place.name], never(self.dice))]
        for answer in asked:
            self.look(visitor, f"{place}, beside one's own", answer)

    def in_query(self, visitor, place):
        own, near, gone = self.far.ids[place.name], self.near.ids[place.name], never(self.dice)
        address = self.address(place.template, self.far.ids)
        more = "&task=A1" if place.name == "assessment" else ""
        for query in ("{name}={other}", "{name}={own}&{name}={other}", "{name}={other}&{name}={own}", "{name}/-={own}&{name}/-={other}", "{name}={other}%00"):
            for accept in ("text/html", JSON, "text/csv"):
                asked = [self.ask(visitor, "GET", f"{address}?{query.format(name=place.name, own=own, other=other)}{more}", accept=accept) for other in (near, gone)]
                self.same(visitor, f"{place}, {query}", *asked, [near], [gone])
        for value in ("", "null", "[]", "0", "%00"):
            self.look(visitor, f"{place}, {value}", self.ask(visitor, "GET", f"{address}?{place.name}={value}"))

    def own_in_address(self, place):
        """The host may erase whoever has an account, and not the people one may enter as."""
        return {**self.far.ids, "person": self.far.somebody} if place.kind == "address" else self.far.ids

    def own_in_record(self, place):
        """A cluster that takes part cannot be taken in again: another one of Far."""
        return self.spare if place.name == "cluster" else self.far.ids[place.name]

    def in_record(self, visitor, place):
        own, near, gone = self.own_in_record(place), self.near.ids[place.name], never(self.dice)
        record = self.record_for(place)
        address = self.address(place.template, self.far.ids)
        for (what, kind, body), (_, _, twin) in zip(records_with(record, place.name, own, near), records_with(record, place.name, own, gone)):
            asked = [self.ask(visitor, "POST", address, kind, sent) for sent in (body, twin)]
            self.same(visitor, f"{place}, {what}", *asked, [near], [gone])
        for kind, body in records_without(record, place.name):
            self.look(visitor, f"{place}, without", self.ask(visitor, "POST", address, kind, body))

    def tamper(self, visitor):
        for place in self.places:
            # Network, programme and who is in them are theirs too; tables, rounds and what was said are not.
            if visitor in self.sisters and place.name not in OF_A_CITY:
                continue
            {"address": self.in_address, "query": self.in_query, "record": self.in_record}[place.kind](visitor, place)

    def principals(self):
        sample = city.Visitor(self.server, name="sample city")
        sample.must(sample.post("/sample/enter", {"person": self.far.ids["person"]}))
        found = [city.sign_in(self.server, f"{role}.far@example.org") for role in ("manager", "coach", "coordinator", "lead")]
        found += [sample, city.Visitor(self.server)]
        for visitor in [*found, *self.sisters]:
            visitor.adopts = False
        return found + self.sisters

    def made_anew(self, place):
        """What the last question took away, or somebody before it."""
        manager, ids = self.far.people["manager"], self.far.ids
        if "{link}" in place.template:
            manager.must(manager.post(f"/assessments/{ids['assessment']}/links", {"kind": "carries", **self.far.rows}))
            ids["link"] = next(line["link"] for line in manager.read(f"/assessments/{ids['assessment']}/fit")["lines"] if line["link"])
        if place.template.endswith("{own_case}/remove"):
            told = {"kind": "failure", "title": "Another", "situation": "x", "what_was_done": "x"}
            ids["own_case"] = manager.must(manager.post(f"/clusters/{ids['cluster']}/cases", told)).json["own_case"]
        if "{session}" in place.template:
            known = {line["session"] for line in manager.read("/account")["sessions"]}
            city.sign_in(self.server, "manager.far@example.org")
            ids["session"] = next(line["session"] for line in manager.read("/account")["sessions"] if line["session"] not in known)

    def beside(self, place):
        """Tables are compared two by two: one alone is refused, whosever it is."""
        return f"{place.name}/-={self.far.ids['assessment']}&{place.name}/-=" if place.name == "with" else f"task=A1&{place.name}="

    def places_proved(self):
        """The measure itself: one's own id is told from one that never was, at every place, by somebody."""
        people = [city.sign_in(self.server, f"{role}.far@example.org") for role in ("manager", "coach", "coordinator", "lead")]
        host = city.sign_in(self.server, "host@example.org")
        for visitor in [*people, host]:
            visitor.adopts = False  # entering the sample city would make somebody else of them
        dull = []
        for place in sorted(self.places, key=lambda place: place.template.endswith(TAKES_AWAY)):
            told = False
            self.made_anew(place)
            for visitor in [*people, host]:
                record, gone = self.record_for(place), never(self.dice)
                own = self.own_in_address(place)
                given = {**own, place.name: gone} if place.kind == "address" else own
                query = "?" + self.beside(place) if place.kind == "query" else ""
                asked = []
                for one, ids in ((gone, given), (self.own_in_record(place) if place.kind == "record" else own[place.name], own)):
                    body = json.dumps({**record, place.name: one} if place.kind == "record" else record).encode()
                    address = self.address(place.template, ids) + (query + one if query else "")
                    asked.append(self.told(self.ask(visitor, place.method, address, JSON, body), [one]))
                told = told or asked[0] != asked[1]
                if told:
                    break
            if not told:
                dull.append(str(place))
        return dull

    def own_reading(self):
        """The measure itself: Near's people find its words at the addresses that were asked."""
        seen = set()
        for place in self.places:
            if place.method == "GET" and place.kind == "address" and not re.search(r"\.\w+$", place.template):
                for visitor in (self.near.people["manager"], self.near.people["coach"]):
                    seen |= set(WORD.findall(self.ask(visitor, "GET", self.address(place.template, self.near.ids)).text))
        return seen


def main():
    given = city.options(__doc__.splitlines()[0], times=(1, "how often everything is asked", 10))
    city.bounded(given.seconds or 700 * given.times)
    campaign = Campaign(given)
    before, hash_before = campaign.near.records()
    for _ in range(given.times):
        people = campaign.principals()
        city.together(campaign.tamper, [(visitor,) for visitor in people])
        campaign.faults += [f"{visitor.name} is signed in no more, so nothing is proved" for visitor in people if visitor.key and visitor.get("/account", JSON).status != 200]
    after, hash_after = campaign.near.records()
    for line in sorted(set(before) ^ set(after)):
        campaign.faults.append(f"{'gone' if line in before else 'new'} in Near: {line[:300]}")
    tampered = campaign.asked
    words = campaign.own_reading()
    if len(words) < 10:
        campaign.faults.append(f"Near's own people find only {sorted(words)}")
    campaign.faults += [f"Nothing is proved for the {place}: one's own id is answered as one that never was" for place in campaign.places_proved()]
    manager = campaign.near.people["manager"]
    manager.must(manager.save(campaign.near.ids["assessment"], "A2", 0, notes="x"))
    if campaign.near.records()[1] == hash_after or hash_before == "":
        campaign.faults.append("A save of Near's own was not noticed in its records")
    campaign.server.away()
    for fault in campaign.faults[:40]:
        print(fault)
    print(f"tampering: {len(campaign.places)} places for ids x 6 principals, {tampered} requests, {campaign.pairs} compared with an id that never was; "
          f"{len(before)} rows of the other city {'unchanged' if hash_before == hash_after else 'CHANGED'} ({hash_after[:12]}); its own people find {len(words)} words there; "
          f"{len(campaign.faults)} faults; {'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())

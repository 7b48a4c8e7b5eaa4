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
import io
import json
import random
import re
import subprocess
import sys
import threading
import urllib.parse
import zipfile

import city

BIRD = re.compile(rb"qzxk[a-z]{8}")


class Flock:
    """Canaries, each used once."""

    def __init__(self, dice):
        self.dice = dice
        self.all = []

    def bird(self):
        self.all.append("qzxk" + "".join(self.dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(8)))
        return self.all[-1]


# ── Filling a table ─────────────────────────────────────────────────────────────────────────────────────────────────

def given_to(field, flock, row_ids):
    """A value for a field of a task, with a canary wherever words of one's own are possible."""
    codes = [choice["code"] for choice in field["choices"]]
    kind = field["kind"]
    if kind == "one":
        return {"own": flock.bird()}
    if kind in ("many", "ranked"):
        return [codes[0], {"own": flock.bird()}, {"own": flock.bird()}]
    if kind == "number":
        return 2
    if kind == "year":
        return 2031
    if kind == "text":
        return f"one {flock.bird()} line"
    if kind == "long_text":
        return f"first {flock.bird()}\nsecond {flock.bird()}"
    if kind == "lines":
        return [f"{flock.bird()} ñ", f"and {flock.bird()}"]
    if kind == "rows":
        columns = field["rows"][0]["columns"]
        return [{"id": row, **{column["id"]: given_to(column, flock, []) for column in columns}} for row in row_ids]
    raise city.Trouble(f"The campaign does not know a field of the kind {kind}.")


def fill(manager, table, flock, versions=2):
    """Every task, twice, so that the history holds texts of its own. A row keeps its id, which is a canary too."""
    for task in city.TASKS:
        page = manager.read(f"/assessments/{table}/tasks/{task}")
        has_rows = any(field["kind"] == "rows" for field in page["fields"])
        ids = [flock.bird(), flock.bird()] if has_rows else []
        for version in range(versions):
            facets = {field["id"]: given_to(field, flock, ids) for field in page["fields"]}
            answer = manager.save(table, task, version, standing="answered", confidence="guess", notes=f"- {flock.bird()}\n- ñ {flock.bird()}",
                                  evidence=f"see {flock.bird()}", language=f"x-{flock.bird()}", facets=facets)
            manager.must(answer)


# ── What an answer says ─────────────────────────────────────────────────────────────────────────────────────────────

def words_in(answer):
    """All text of an answer, its headers and, where it is a document, what stands in it."""
    said = b"\n".join(f"{key}: {value}".encode() for key, value in answer.headers) + b"\n" + answer.body
    if answer.body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(answer.body)) as parts:
            for part in parts.infolist():
                said += part.filename.encode() + b"\n" + re.sub(rb"<[^>]*>", b"", parts.read(part)) + parts.read(part)
    if answer.body[:4] == b"%PDF":
        text = subprocess.run(["pdftotext", "-", "-"], input=answer.body, stdout=subprocess.PIPE, check=True).stdout
        facts = subprocess.run(["pdfinfo", "-"], input=answer.body, stdout=subprocess.PIPE, check=True).stdout
        said += text + facts
    return said.lower()


def birds_in(answer):
    said = words_in(answer)
    unbroken = said.translate(None, b" \t\r\n-\xc2\xad")  # a document may break a word, with a soft hyphen or without
    return {bird.decode() for bird in BIRD.findall(said) + BIRD.findall(unbroken)}


def kind_of(answer, where):
    """As what a canary was seen."""
    if "/search" in where:
        return "search"
    if answer.status >= 400:
        return "error text"
    if answer.header("Content-Disposition") and "json" not in answer.header("Content-Type"):
        return "document"
    return {"text/html": "page", "application/json": "JSON", "text/csv": "CSV"}.get(answer.header("Content-Type").split(";")[0], "other")


# ── Asking everything ───────────────────────────────────────────────────────────────────────────────────────────────

class Ground:
    """The ids there are to try, and what goes into inputs."""

    def __init__(self):
        self.paths = {}   # parameter of an address: values, M2's first
        self.inputs = {}  # member of a body: a value that fits
        self.others = {}  # member of a body: one more that fits
        self.only_at = {} # route: members that have to be others there

    def addresses(self, template, own):
        """The address with M2's ids, then with the asker's own."""
        names = re.findall(r"\{(\w+)\}", template)
        unknown = [name for name in names if name not in self.paths]
        if unknown:
            raise city.Trouble(f"The campaign does not know what to put for {unknown} in {template}: add it to Ground.paths.")
        filled = [template]
        for name in names:
            values = list(dict.fromkeys(self.paths[name] + own.get(name, [])))
            filled = [address.replace("{" + name + "}", value) for address in filled for value in values]
        return filled

    def record(self, schema, template):
        members = list(schema.get("properties", {}))
        unknown = [member for member in members if member not in self.inputs]
        if unknown:
            raise city.Trouble(f"The campaign does not know what to give for {unknown} to {template}: add it to Ground.inputs.")
        return {member: self.only_at.get(template, {}).get(member, self.inputs[member]) for member in members}

    def records(self, schema, template, own):
        """What to send: with M2's ids, then with others, with what the asker owns, one by one and all of it."""
        record = self.record(schema, template)
        others = {name: value for name, value in {**self.others, **{name: values[0] for name, values in own.items() if values}}.items() if name in record}
        return [record] + [{**record, name: value} for name, value in others.items()] + [{**record, **others}]


def mistakes_in(record):
    """The record as it fits, then broken in every way that provokes a sentence."""
    yield record
    yield {}
    yield {**record, "nobody_asked_for_this": "x"}
    for member in record:
        yield {**record, member: {"own": ["x"]}}
        yield {**record, member: 4.5e300}
        yield {**record, member: "y" * 20_001}
    if "revision" in record:
        for revision in (-1, 0, 1, 3, 2_000_000_000):
            yield {**record, "revision": revision}


QUERIES = {"back": ["check", "qq"], "every": ["1", "qq"], "more": ["1", "-9", "qq"], "key": ["", "qq", "A" * 43, "INVITED"], "q": ["qzxk"],
           "before": ["1", "qq"], "person": ["coach@example.org", "qq"], "deed": ["table_read", "qq"], "after": ["a"],
           "from_row": ["p1", "qq"], "to_row": ["s1", "qq"], "kind": ["carries", "qq"], "done": ["drawn", "qq"], "task": ["A1", "qq"], "round": ["qq"], "with": ["qq", "TABLE"], "round": ["qq", "TABLE"], "assessment": ["qq", "TABLE"]}
LAST = ("/sample/remove", "/join", "/sign-in", "/sign-out")  # signing in and joining end the session one comes with
# Whoever asks this properly is gone, and ten wrong passwords close the door for all: one person does it, at the end.
FOR_GOOD = ("/account/delete",)
COACHES = ("Coach", "Network coach")  # of M2: they read what M2 asks them
KINDS = ("page", "JSON", "CSV", "document", "search", "error text")
# The first run is over before anybody could have a table.
OVER = {"GET /first-run", "POST /first-run/sample", "POST /first-run/setup", "POST /first-run/restore"}


class Round:
    """One principal asks everything once."""

    def __init__(self, visitor, routes, ground, own, table, mistakes="some"):
        self.visitor = visitor
        self.mistakes = mistakes  # "all" at every address, "some", or "few"
        self.routes = routes
        self.ground = ground
        self.own = own      # parameter: values of this principal's own
        self.table = table  # M2's
        self.asked = 0
        self.seen = {}      # canary: the first address that gave it
        self.kinds = collections.defaultdict(set)  # page, JSON …: the canaries in it
        self.fallen = collections.Counter()  # addresses that gave 5xx
        self.route = ""     # the route that is asked just now
        self.open = set()   # routes that did not refuse

    def look(self, answer, where):
        self.asked += 1
        if answer.status >= 500:
            self.fallen[re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", where.split(" {")[0])] += 1
        if answer.status < 400:
            self.open.add(self.route)
        for bird in birds_in(answer):
            self.seen.setdefault(bird, where)
            self.kinds[kind_of(answer, where)].add(bird)
        return answer

    def ask(self, method, address, body=None, headers=None):
        return self.look(self.visitor.ask(method, address, body, headers), f"{method} {address} {headers or ''}")

    def everything(self, canaries, removes_sample):
        self.reads()
        self.writes([path for path, _ in self.routes["post"] if path not in LAST + FOR_GOOD])
        self.searches(canaries)
        self.odd_addresses()
        self.writes([path for path in LAST if path != "/sample/remove" or removes_sample])

    def reads(self):
        for template, operation in self.routes["get"]:
            self.route = f"GET {template}"
            queries = [""]
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query":
                    if parameter["name"] not in QUERIES:
                        raise city.Trouble(f"The campaign does not know the query {parameter['name']} of {template}: add it to QUERIES.")
                    values = [value.replace("INVITED", self.ground.inputs["key"]).replace("TABLE", self.table) for value in QUERIES[parameter["name"]]]
                    queries += [f"?{parameter['name']}={value}" for value in values]
            queries.append(f"?assessment={self.table}")  # the address wins
            for number, address in enumerate(self.ground.addresses(template, self.own)):
                self.read(address, queries if self.mistakes == "all" or (self.mistakes == "some" and number < 2) else [""])

    def read(self, address, queries):
        if self.mistakes == "few" and address.endswith(".pdf"):
            return  # made from what .odt shows, two seconds each; asked for by everybody before the first table is sent
        page = self.ask("GET", address, headers={"Accept": "text/html"})
        if page.status == 200 and page.header("Content-Disposition") and "json" not in page.header("Content-Type"):
            return  # a document: one is enough, the other spellings lead to the same
        for query in queries:
            for suffix in ("", ".json", ".csv"):
                self.ask("GET", address + suffix + query)
            self.ask("GET", address + query, headers={"Accept": "application/json"})
            self.ask("GET", address + query, headers={"Accept": "text/csv"})
        if self.mistakes != "few":
            self.ask("HEAD", address)
            self.ask("POST", address, b"{}", {"Content-Type": "application/json"})
            self.ask("DELETE", address)

    def writes(self, paths):
        schemas = dict(self.routes["post"])
        for template in paths:
            self.route = f"POST {template}"
            self.visitor.adopts = template == "/account/password"  # the session goes on under another key
            body = schemas[template].get("requestBody", {"content": {"application/json": {"schema": {}}}})
            record, *others = self.ground.records(body["content"]["application/json"]["schema"], template, self.own)
            addresses = self.ground.addresses(template, self.own)
            for number, address in enumerate(addresses):
                mine = self.table not in address
                if mine and template.endswith("/send"):
                    continue  # who has sent may read more: the campaign says when
                if (mine or self.mistakes == "few") and "{task}" in template and not address.removesuffix("/note").endswith(("/A1", "/A_sum")):
                    continue
                # Every task with a few mistakes, two of them with all.
                every = list(mistakes_in({**record, "assessment": self.table} if number % 2 else record))
                chosen = every if self.mistakes == "all" or (self.mistakes == "some" and number < 2) else every[:3] + every[-5:]
                for given in others + chosen:
                    self.ask("POST", address, json.dumps(given).encode(), {"Content-Type": "application/json", "Accept": "application/json"})
                    if any(isinstance(given.get(secret), float) for secret in ("email", "password", "current")):
                        continue  # in a form that is a wrong password, and ten of those close the door for all
                    form = urllib.parse.urlencode(city.as_form(given)).encode()
                    kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.visitor.server.address}
                    self.ask("POST", address, form, {**kind, "Accept": "text/html"})
                for broken in (b'{"notes": "', b"\xff\xfe", b"[" * 200, b"null"):
                    self.ask("POST", address, broken, {"Content-Type": "application/json"})
                if {"table", "file"} & set(record):
                    files = {name: ("f", json.dumps(record[name]).encode()) for name in ("table", "file") if name in record}
                    fields = {name: value for name, value in record.items() if name not in files}
                    self.look(self.visitor.send_parts(address, fields, files), f"POST {address} multipart")

    def searches(self, canaries):
        self.route = "GET /search"
        self.look(self.visitor.get("/search?q=qzxk", "text/html"), "GET /search?q=qzxk")
        for canary in canaries:
            # All but its end, so that the question itself does not hold it.
            self.look(self.visitor.get(f"/search.json?q={canary[:-2]}"), f"GET /search?q={canary[:-2]}")

    def odd_addresses(self):
        self.route = ""
        table = self.table
        for address in (f"/assessments/{table}/tasks/A99", f"/assessments/{table}/tasks/A1%00", f"/assessments/{table}/tasks/..", f"/assessments/{table.upper()}",
                        f"/assessments/{table}%20", f"/assessments/{table}%2Ftasks%2FA1", f"/assessments//{table}", f"//assessments/{table}",
                        f"/assessments/{table}/", f"/assessments/{table}/tasks/A1/", f"/assessments/{table}/tasks/A1;x=1", f"/assessments/{table}/table.docx.json",
                        f"/assessments/{table}/export.csv", f"/assessments/{table}/answers.csv", f"/assessments/%00{table}", f"/assessments/%ff",
                        f"/assessments/{table}/tasks/%2e%2e/export", f"/assessments/{table}/tasks/A1/history/2", f"/../assessments/{table}"):
            self.ask("GET", address)


# ── The people ──────────────────────────────────────────────────────────────────────────────────────────────────────

class People:
    """Two cities. In the first M2 and everybody near; in the second people who have nothing to do with M2."""

    def __init__(self, server):
        self.server = server
        self.host = city.host_of(server)
        self.cluster = self.host.add_cluster("Near", name="Films")
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network)
        self.round = self.host.take_in(self.programme, self.cluster)
        self.city = next(line["city"] for line in self.host.read(f"/networks/{self.network}")["cities"])
        self.far_cluster = self.host.add_cluster("Far", name="Films")
        self.far_round = self.host.open_round(self.far_cluster)
        self.emails = {}
        self.tables = {}
        left = self.joins_and_sends("Left manager", self.cluster, self.round)  # and is gone since
        role = next(line["may_end"] for line in left.read(f"/clusters/{self.cluster}")["people"] if line["name"] == left.name)
        left.must(left.post(f"/roles/{role}/end", {}))
        for name, cluster, role in (("M2", self.cluster, "manager"), ("M1", self.cluster, "manager"), ("M3", self.cluster, "manager"),
                                    ("M4", self.cluster, "manager"), ("Coordinator", self.cluster, "coordinator"), ("Coach", self.cluster, "coach"),
                                    ("Far manager", self.far_cluster, "manager"), ("Far coach", self.far_cluster, "coach")):
            person = city.join(server, self.host.invite(cluster, name, role), name)
            self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
            if name in ("M1", "M2", "M3", "Far manager"):
                table = person.start_table(self.round if cluster == self.cluster else self.far_round)
                self.tables[name] = table
                if name != "M2":
                    person.must(person.save(table, "A1", 0, notes=f"of {name} alone", language="en"))
            if name in ("M3", "Far manager"):
                person.must(person.post(f"/assessments/{table}/send", {}))
            if name == "M1":
                # Sent in another round: that opens nothing of M2's.
                self.other_round = self.host.open_round(self.cluster, "Second round")
                self.other_table = person.start_table(self.other_round)
                person.must(person.post(f"/assessments/{self.other_table}/send", {}))
                person.must(person.save(table, "B3", 0, facets={"strategies": [{"text": "of M1 alone"}]}))
                person.must(person.save(table, "C8", 0, facets={"practices": [{"text": "of M1 alone"}]}))
                self.m1_drew = link_drawn_by(person, table)
                self.m1_told = told_by(person, self.cluster)
                self.m1_took = translated_by(person, table, "of M1 alone")
        # Of the same programme, but of another city.
        self.sister_cluster = self.host.add_cluster("Sister", name="Films")
        self.sister_round = self.host.take_in(self.programme, self.sister_cluster)
        sister_city = next(line["city"] for line in self.host.read(f"/networks/{self.network}")["cities"] if line["name"] == "Sister")
        self.joins_and_sends("Sister manager", self.sister_cluster, self.sister_round)
        self.far_network = self.host.add_network("East")
        self.far_city = self.host.add_network_city(self.far_network, "Far")
        self.far_programme = self.host.open_programme(self.far_network)
        self.host.take_in(self.far_programme, self.far_cluster)
        for name, network, role, place in (("Lead", self.network, "lead", ""), ("Observer", self.network, "observer", ""),
                                           ("Network coach", self.network, "coach", self.city), ("Network coordinator", self.network, "coordinator", self.city),
                                           ("Sister coach", self.network, "coach", sister_city), ("Sister coordinator", self.network, "coordinator", sister_city),
                                           ("Far lead", self.far_network, "lead", ""), ("Far network coach", self.far_network, "coach", self.far_city)):
            city.join(server, self.host.invite_to_network(network, name, role, place), name)
            self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
        self.m2 = city.sign_in(server, self.emails["M2"])

    def joins_and_sends(self, name, cluster, round_id):
        person = city.join(self.server, self.host.invite(cluster, name), name)
        self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
        self.tables[name] = person.start_table(round_id)
        person.must(person.save(self.tables[name], "A1", 0, notes=f"of {name} alone", language="en"))
        person.must(person.post(f"/assessments/{self.tables[name]}/send", {}))
        return person

    def own(self, name):
        """What somebody has of her own, by the name it has in addresses and records."""
        own = {"assessment": [self.tables[name]] if name in self.tables else []}
        if name == "M1":
            own["assessment"].append(self.other_table)
            own.update({what: [value] for what, value in self.m1_drew.items()})
            own.update({"own_case": [self.m1_told], "translation": [self.m1_took]})
        if name.startswith("Far"):
            own.update({"cluster": [self.far_cluster], "network": [self.far_network], "programme": [self.far_programme], "city": [self.far_city], "in_city": [self.far_city]})
        return own

    def principals(self, plant=False):
        """Fresh sessions for everybody but M2: signing out is one of the things they try. The host comes last."""
        nobody = city.Visitor(self.server, name="nobody")
        forged = city.Visitor(self.server, "A" * 43, "forged session")
        ended = city.sign_in(self.server, self.emails["M2"])
        ended.must(ended.post("/sign-out", {}))
        ended = city.Visitor(self.server, ended.key_before, "ended session of M2")
        found = [nobody, forged, ended]
        if plant:
            found.append(city.sign_in(self.server, self.emails["M2"]))
        for name, email in self.emails.items():
            if name != "M2":
                person = city.sign_in(self.server, email)
                person.name = name
                found.append(person)
        doors = nobody.read("/start")["sample_people"]
        for door in doors[:1]:
            sample = city.Visitor(self.server, name="sample city")
            sample.must(sample.post("/sample/enter", {"person": door["person"]}))
            found.append(sample)
        host = city.sign_in(self.server, "host@example.org")
        host.name = "host"
        return found + [host]


def ground_for(people):
    ground = Ground()
    m2 = people.tables["M2"]
    people.host.invite(people.cluster, "Not wanted any more", "coach")
    city.join(people.server, people.host.invite(people.cluster, "Leaving", "coach"), "Leaving")
    leaving = next(person["may_end"] for person in people.host.read(f"/clusters/{people.cluster}")["people"] if person["name"] == "Leaving")
    invitation = people.host.read(f"/clusters/{people.cluster}")["invitations"][0]["invitation"]
    invitation_key = people.host.invite(people.cluster, "Invited", "coordinator")
    session = next(line["session"] for line in people.m2.read("/account")["sessions"] if line["this_one"])
    link = link_drawn_by(people.m2, m2)
    end_a_session_elsewhere(people)
    calendar = people.m2.must(people.m2.post("/account/calendar", {})).json["calendar_link"].split("/")[-2]
    case = told_by(people.m2, people.cluster)
    taken = translation_of(people.m2, m2)
    ground.paths = {"measure": ["location-quotient"], "told_case": ["brest", case], "own_case": [case], "translation": [taken], "link": [link["link"]], "assessment": [m2], "task": city.TASKS, "cluster": [people.cluster], "round": [people.round, people.other_round],
                    "invitation": [invitation], "session": [session], "network": [people.network], "programme": [people.programme], "city": [people.city],
                    "step": ["3"], "role": [leaving], "calendar_key": [calendar], "person": [id_of_m2(people)]}
    ground.inputs = {"assessment": m2, "task": "A1", "revision": 2, "standing": "answered", "confidence": "guess", "notes": "x", "evidence": "x", "facets": {},
                     "language": "en", "then": "stay", "back": f"/assessments/{m2}", "started_from": "A", "city": "Third", "country": "Spain",
                     "name": "Somebody", "email": people.emails["Coach"], "role": "coach", "title": "Another round", "send_by": "2099-01-01",
                     "key": invitation_key, "password": city.PASSWORD, "current": city.PASSWORD, "file": base64.b64encode(b"no backup").decode(),
                     "table": exported_table(people), "person": id_of_m2(people), "kind": "carries", "from_row": link["from_row"],
                     "to_row": link["to_row"], "strength": "partly", "on_map": True, "because": "x",
                     "told_case": "brest", "own_case": case, "translation": taken,
                     "same": "x", "different": "x", "would_have_to_be_true": "x", "outcome": "not_tried", "what_happened": "x",
                     "with_city": False, "compared": False, "place": "Here", "cluster_name": "Food", "network_name": "West again", "programme_title": "Looking again",
                     "which": people.city, "round": people.round, "city_name": "Near", "city_country": "Spain", "deliverable": "none", "situation": "x", "what_was_done": "x", "what_it_took": "x", "what_to_watch": "x",
                     "question": "x", "stages": ["maturity"], "mechanisms": ["learning"], "tasks": ["A1"],
                     "cluster": "", "in_city": people.city, "year": city.NEXT_YEAR, "due": "before", "due_on": f"{city.NEXT_YEAR}-09-20",
                     "instructions": "x", "initiative": "x", "instead_of": None, "text": "x", "heard": "coaches", "answer": "x",
                     "issues": "x", "solutions": "x", "lessons": "x", "take": ["x"], "on_day": "2099-01-01", "where": "x", "timetable": "09:30 x", "note": "x", "note_revision": 0, "reminders": "none", "source": "x", "days": 400, "numbers": "year;firms\n2024;40", "decimal": "point",
                     "from": m2, "document_language": "en", "changes": [{"task": "A1", "field": "notes", "text": "x", "written": 0, "revision": 2, "pick": "document"}],
                     "left": [{"task": "A1", "label": "x", "why": "x", "text": "x"}], "remarks": ["x"]}
    ground.others = {"person": people.host.read("/start")["sample_people"][0]["person"]}
    ground.only_at = {"/clusters/{cluster}/invitations": {"email": "guest@example.org"},
                      "/programmes/{programme}/steps/{step}": {"revision": 1},
                      "/rounds/{round}/conversations": {"assessment": "", "task": ""},
                      "/conversations/{conversation}/tell": {"revision": 0, "then": "tell"},
                      "/networks/{network}/city": {"then": "rename"},
                      "/rounds/{round}/visit": {"revision": 0},
                      "/assessments/{assessment}/word": {"file": base64.b64encode(people.m2.must(people.m2.get(f"/assessments/{m2}/table.docx")).body).decode()},
                      "/assessments/{assessment}/closing": {"then": "save", "revision": 0},
                      "/clusters/{cluster}/cases": {"kind": "practice"},
                      "/clusters/{cluster}/cases/{own_case}": {"kind": "practice", "revision": 1},
                      "/assessments/{assessment}/cases/{told_case}/translation": {"revision": 0},
                      "/assessments/{assessment}/translations/{translation}/outcome": {"revision": 0}}
    return ground


def link_drawn_by(person, table):
    """The first practice of a table carries its first instrument: {from_row, to_row, link}."""
    fit = person.read(f"/assessments/{table}/fit")
    rows = {"from_row": fit["practices"][0]["row"], "to_row": fit["instruments"][0]["row"]}
    person.must(person.post(f"/assessments/{table}/links", {"kind": "carries", **rows}))
    drawn = next(line["link"] for line in person.read(f"/assessments/{table}/fit")["lines"] if line["link"])
    return {"link": drawn, **rows}


def asked_by(person, round_id, table, first, second):
    """A conversation about A1 with two remarks."""
    begun = person.post(f"/rounds/{round_id}/conversations", {"assessment": table, "task": "A1", "text": f"what of {first}"})
    conversation = person.must(begun).json["conversation"]
    person.must(person.post(f"/conversations/{conversation}/remarks", {"text": f"and of {second}"}))
    return conversation


def end_a_session_elsewhere(people):
    city.sign_in(people.server, people.emails["M2"])
    elsewhere = next(line["session"] for line in people.m2.read("/account")["sessions"] if not line["this_one"])
    people.m2.must(people.m2.post(f"/account/sessions/{elsewhere}/end", {}))


def told_by(person, cluster):
    """A case of one's own, which the cluster reads."""
    case = {"kind": "failure", "title": "A kitchen", "situation": "small firms", "what_was_done": "we rented one"}
    return person.must(person.post(f"/clusters/{cluster}/cases", case)).json["own_case"]


def translated_by(person, table, *texts):
    """What is taken from a case: three texts, or one three times."""
    same, different, would = texts if len(texts) == 3 else texts * 3
    taken = {"revision": 0, "same": same, "different": different, "would_have_to_be_true": would}
    return person.must(person.post(f"/assessments/{table}/cases/brest/translation", taken)).json["translation"]


def translation_of(person, table):
    """The one this table holds, found by saving the same words again."""
    page = person.read(f"/assessments/{table}/cases/brest")
    return translated_by(person, table, page["same"], page["different"], page["would_have_to_be_true"])


def exported_table(people):
    """A file that fits: somebody else's table."""
    return city.sign_in(people.server, people.emails["Far manager"]).read(f"/assessments/{people.tables['Far manager']}/export")


def id_of_m2(people):
    return next(row["id"] for row in people.server.contents()["people"] if row["email"] == people.emails["M2"])


def records_of_m2(people):
    """What stands in the records about M2 and M2's table, but for where M2 is signed in, what coaches began, resolved or noted, and who looked."""
    ids = {id_of_m2(people), people.tables["M2"]}
    return [row for table, rows in people.server.contents().items() if table not in ("sessions", "conversations", "coach_notes", "trail") for row in rows if ids & set(row.values())]


# ── The campaign ────────────────────────────────────────────────────────────────────────────────────────────────────

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

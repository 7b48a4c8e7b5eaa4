"""How somebody asks, in the campaign of canaries: every address, as page, JSON, CSV, document and search, reading and writing."""

import collections
import json
import re
import urllib.parse

import city
from canary_ground import FOR_GOOD, LAST, QUERIES
from flock import birds_in, kind_of


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
        self.has_calendar = False

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
        self.own_calendar()
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
        if self.mistakes == "few":
            self.ask("GET", address + ".json")
            self.ask("GET", address + ".csv")
            return  # the other spellings lead to the same, as everybody has seen before the first table is sent
        for query in queries:
            for suffix in ("", ".json", ".csv"):
                self.ask("GET", address + suffix + query)
            self.ask("GET", address + query, headers={"Accept": "application/json"})
            self.ask("GET", address + query, headers={"Accept": "text/csv"})
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

    def own_calendar(self):
        """As a program fetches it: by its address alone."""
        self.route = "POST /account/calendar"
        made = self.ask("POST", "/account/calendar", b"{}", {"Content-Type": "application/json", "Accept": "application/json"})
        if made.status == 200:
            self.route = "GET /calendar/{calendar_key}/trivium.ics"
            link = made.json["calendar_link"].removeprefix(self.visitor.server.public_address)
            self.has_calendar = self.look(city.Visitor(self.visitor.server).get(link), "GET one's own calendar").status == 200

    def odd_addresses(self):
        self.route = ""
        table = self.table
        for address in (f"/assessments/{table}/tasks/A99", f"/assessments/{table}/tasks/A1%00", f"/assessments/{table}/tasks/..", f"/assessments/{table.upper()}",
                        f"/assessments/{table}%20", f"/assessments/{table}%2Ftasks%2FA1", f"/assessments//{table}", f"//assessments/{table}",
                        f"/assessments/{table}/", f"/assessments/{table}/tasks/A1/", f"/assessments/{table}/tasks/A1;x=1", f"/assessments/{table}/table.docx.json",
                        f"/assessments/{table}/export.csv", f"/assessments/{table}/answers.csv", f"/assessments/%00{table}", f"/assessments/%ff",
                        f"/assessments/{table}/tasks/%2e%2e/export", f"/assessments/{table}/tasks/A1/history/2", f"/../assessments/{table}"):
            self.ask("GET", address)

#!/usr/bin/env python3
"""Another site sends a visitor's browser here, and lies about where here is: is anything written, does any link lead astray?

The host's own session is used at every address that writes, as the program lists them, with records that fit, in every
way a page of another site could make a browser send them. Each is refused with the sentence about other sites, and not
one row of the records may differ. Then every address is asked in the right way and may not be refused for that reason:
what is refused is the forgery, not the request. Cookies are looked at with a public address that has HTTPS.

After that requests with some thirty wrong names of the host, in every header and request line that can hold one, on
pages, redirections and invitations: no answer repeats the name, every link begins with the address that was configured.

The measure is measured too: the right requests have to write something, and a name that does stand in an answer (a
city called so) has to be found.
"""

import json
import random
import re
import socket
import sys
import urllib.parse

import canary_ground
import canary_people
import city
import deeds
import flock

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
ELSEWHERE = "https://elsewhere.example"
PUBLIC = "https://trivium.example.org"
STRANGE = "strange-place.example"
LAST = ("/join", "/sign-in", "/account/password", "/first-run/restore", "/sample/remove", "/sign-out", "/account/delete")  # what ends a session comes last; whoever is signed out deletes nothing


def forgeries(own, kind):
    """What a browser is made to send: (what it is, headers). own is the right origin, kind the usual type of the body."""
    host = urllib.parse.urlsplit(own)
    good = {"Content-Type": kind, "Origin": own}
    yield "a form without any origin", {"Content-Type": FORM}
    yield "a plain text without any origin", {"Content-Type": "text/plain"}
    yield "no type and no origin", {}
    yield "several parts without any origin", {"Content-Type": "multipart/form-data; boundary=x"}
    yield "JSON that calls itself text", {"Content-Type": "text/plain; application/json"}
    yield "another origin", {**good, "Origin": ELSEWHERE}
    yield "an origin of nobody", {**good, "Origin": "null"}
    yield "an origin below ours", {**good, "Origin": f"{host.scheme}://below.{host.netloc}"}
    yield "an origin that begins like ours", {**good, "Origin": f"{own}.elsewhere.example"}
    yield "an origin that ends like ours", {**good, "Origin": f"{host.scheme}://else{host.netloc}"}
    yield "another port", {**good, "Origin": f"{host.scheme}://{host.hostname}:1"}
    yield "another scheme", {**good, "Origin": f"{'http' if host.scheme == 'https' else 'https'}://{host.netloc}"}
    yield "two origins in one", {**good, "Origin": f"{own} {ELSEWHERE}"}
    yield "a page of another site before it", {"Content-Type": kind, "Referer": ELSEWHERE + "/page"}
    yield "a page of another site before it, and our origin", {**good, "Referer": ELSEWHERE + "/page"}
    yield "our address inside that of another page", {"Content-Type": kind, "Referer": f"{ELSEWHERE}/?{own}/"}
    yield "fetched across sites", {**good, "Sec-Fetch-Site": "cross-site"}
    yield "fetched from the same domain", {**good, "Sec-Fetch-Site": "same-site"}
    yield "fetched from here, by another origin", {**good, "Sec-Fetch-Site": "same-origin", "Origin": ELSEWHERE}


def disguised(address):
    """Writing under the name of reading: (method, address, headers)."""
    yield "GET", address + "?_method=POST", {}
    yield "GET", address, {"X-HTTP-Method-Override": "POST", "X-HTTP-Method": "POST", "X-Method-Override": "POST"}
    yield "HEAD", address, {}
    yield "PUT", address, {"Content-Type": JSON}
    yield "PATCH", address, {"Content-Type": JSON}
    yield "DELETE", address, {}
    yield "OPTIONS", address, {"Origin": ELSEWHERE, "Access-Control-Request-Method": "POST"}


def wrong_names(right):
    """(what it is, request target for a path, headers with the host among them); right is the name of this host."""
    def at(path):
        return path
    host = {"Host": right}
    for name in (STRANGE, STRANGE + ":80", STRANGE + ".", STRANGE.upper(), f"{right}@{STRANGE}", f"{STRANGE}#{right}", f"{STRANGE}/{right}",
                 f"{STRANGE}?{right}", f"{right}.{STRANGE}", f"{right}, {STRANGE}", f"{right} {STRANGE}", f'{right}"><b>{STRANGE}', f"//{STRANGE}",
                 f"http://{STRANGE}", "", f"[::1]:{STRANGE}"):
        yield f"Host: {name}", at, {"Host": name}
    yield "no Host", at, {}
    for header in ("X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-Host", "X-HTTP-Host-Override", "X-Forwarded-For", "X-Real-IP",
                   "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "Via", "Base-Url", "Referer"):
        value = f"https://{STRANGE}/" if header in ("Base-Url", "Referer") else f"/{STRANGE}" if "Prefix" in header or "URL" in header else STRANGE
        yield f"{header}: {value}", at, {**host, header: value}
    yield "Forwarded", at, {**host, "Forwarded": f"host={STRANGE};proto=https;for={STRANGE}"}
    yield "another scheme forwarded", at, {**host, "X-Forwarded-Proto": STRANGE, "X-Forwarded-Host": STRANGE, "X-Forwarded-Port": "1"}
    yield "two hosts", at, {**host, "host": STRANGE}
    yield "a whole address as target", lambda path: f"http://{STRANGE}{path}", host
    yield "a whole address as target, and as host", lambda path: f"http://{STRANGE}{path}", {"Host": STRANGE}
    yield "an address without scheme as target", lambda path: f"//{STRANGE}{path}", host


def raw(server, method, target, headers, body=b""):
    """One request as it is written here; headers may hold what no client would send. The answer's bytes."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), f"Content-Length: {len(body)}", "Connection: close"]
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        said = b""
        while part := line.recv(65536):
            said += part
    return said


class Campaign:
    def __init__(self, given, words=()):
        self.given = given
        self.server = city.Server(given.binary, given.database, ["--sample", *words])
        self.server.start()
        self.people = canary_people.People(self.server)
        table = self.people.tables["M2"]
        flock.fill(self.people.m2, table, flock.Flock(random.Random(given.seed)))
        deeds.translated_by(self.people.m2, self.people.earlier_table, "same", "different", "would")
        self.ground = canary_ground.ground_for(self.people)
        self.ground.paths["conversation"] = [deeds.asked_by(self.people.m2, self.people.round, table, "this", "that")]
        described = self.people.host.read("/openapi.json")
        order = {path: at for at, path in enumerate(LAST)}
        routes = [(path, operations["post"]) for path, operations in described["paths"].items() if "post" in operations]
        self.routes = sorted(routes, key=lambda route: order.get(route[0], -1))
        self.sentence = re.search(r'^refusal.other_origin.sentence: "(.*)"', (city.ROOT / "data/words/en.yaml").read_text(), re.M).group(1)
        self.faults = []
        self.forged = self.disguises = self.wrote = 0

    def requests(self, schema, template):
        """The addresses of a route and what fits there, as JSON and as a form."""
        record = self.ground.record(schema, template)
        address = self.ground.addresses(template, {})[0]
        return address, {JSON: json.dumps(record).encode(), FORM: urllib.parse.urlencode(city.as_form(record)).encode()}

    def records(self):
        """All but when a session was last seen, which is noted every few minutes whatever is asked, and what was read, which is noted a moment later."""
        return {table: [{name: value for name, value in row.items() if name != "last_seen_at"} for row in rows] for table, rows in self.server.contents().items()
                if table not in ("trail", "trail_ends")}

    def visitors(self):
        return [self.people.host, self.people.m2, city.sign_in(self.server, self.people.emails["Coach"])]

    def forge(self):
        visitors = self.visitors()
        for visitor in visitors:
            visitor.adopts = False
            for template, _ in self.routes:  # reading one's own task notes where one was: it is noted before
                visitor.get(self.ground.addresses(template, {})[0])
        before = self.records()
        for template, operation in self.routes:
            body = operation.get("requestBody", {"content": {JSON: {"schema": {}}}})
            address, bodies = self.requests(body["content"][JSON]["schema"], template)
            for visitor in visitors:
                for kind, sent in bodies.items():
                    for what, headers in forgeries(self.server.public_address, kind):
                        answer = visitor.ask("POST", address, sent, {"Accept": JSON, **headers})
                        self.forged += 1
                        if answer.status != 403 or self.sentence not in answer.text:
                            self.faults.append(f"{what}: POST {template} as {visitor.name} gave {answer.status} {answer.text[:120]}")
                for method, target, headers in disguised(address):
                    answer = visitor.ask(method, target, bodies[JSON] if method not in ("GET", "HEAD") else None, {"Accept": JSON, **headers})
                    self.disguises += 1
                    if any(name.lower().startswith("access-control-") for name, _ in answer.headers):
                        self.faults.append(f"{method} {template} lets other sites read")
            after = self.records()
            if after != before:
                changed = [table for table in after if after[table] != before[table]]
                self.faults.append(f"Forgeries at POST {template} changed {changed}")
                before = after

    def ask_rightly(self):
        """Nothing of this is refused because of where it comes from, and much of it writes."""
        visitors = self.visitors()
        for template, operation in self.routes:
            body = operation.get("requestBody", {"content": {JSON: {"schema": {}}}})
            address, bodies = self.requests(body["content"][JSON]["schema"], template)
            before = self.records()
            for visitor in visitors:
                for kind, sent in bodies.items():
                    answer = visitor.ask("POST", address, sent, {"Content-Type": kind, "Origin": self.server.public_address, "Accept": JSON,
                                                                 "Referer": self.server.public_address + "/start", "Sec-Fetch-Site": "same-origin"})
                    if self.sentence in answer.text:
                        self.faults.append(f"POST {template} sent from here was refused as if from elsewhere")
            self.wrote += self.records() != before
        if self.wrote < len(self.routes) // 2:
            self.faults.append(f"Only {self.wrote} of {len(self.routes)} addresses wrote anything when asked rightly, so the forgeries prove little")

    def look_at_cookies(self):
        """The session's cookie, where there is HTTPS: only for this host, only by HTTPS, not for scripts, not sent along from other sites."""
        person = city.Visitor(self.server)
        asked = person.send("/sign-in", {"email": self.people.emails["Coach"], "password": city.PASSWORD})
        lines = [value for name, value in asked.headers if name.lower() == "set-cookie" and "trivium=" in value]
        for line in lines:
            name, *attributes = [part.strip() for part in line.split(";")]
            wanted = {"Path=/", "HttpOnly", "SameSite=Lax", "Secure"}
            if not name.startswith("__Host-trivium=") or not wanted <= set(attributes) or any(one.lower().startswith("domain") for one in attributes):
                self.faults.append(f"The session's cookie is {re.sub('=[^;]*', '=…', line, count=1)}")
        if len(lines) != 1:
            self.faults.append(f"Signing in set {len(lines)} cookies of a session")
        bare = city.Visitor(self.server).ask("GET", "/account.json", headers={"Cookie": f"trivium={person.key}"})
        if bare.status != 401:
            self.faults.append(f"A key in a cookie without the name's protection opened the account: {bare.status}")

    def misname(self):
        """Pages, redirections and invitations under wrong names of the host."""
        right = urllib.parse.urlsplit(self.server.public_address).netloc
        cookie = {"Cookie": f"{self.server.cookie}={self.people.host.key}; language=en"}
        invited = 0
        asked = 0
        for number, (what, target, headers) in enumerate(wrong_names(right)):
            guest = {"name": f"Guest {number}", "email": f"guest.{number}@example.org", "role": "coach"}
            sends = {"Origin": self.server.public_address, "Content-Type": JSON, "Accept": JSON}
            invites = f"/clusters/{self.people.cluster}/invitations"
            turns = [("GET", path, {}, b"") for path in ("/", "/about", "/clusters", f"/clusters/{self.people.cluster}.json", "/nowhere", "/sign-in", "/openapi.json")]
            turns += [("POST", invites, sends, json.dumps(guest).encode()),
                      ("POST", invites, {**sends, "Accept": "text/html"}, json.dumps({**guest, "email": "also." + guest["email"]}).encode()),
                      ("POST", "/language", {**sends, "Content-Type": FORM, "Accept": "text/html"}, b"language=en&back=/clusters")]
            for method, path, more, body in turns:
                said = raw(self.server, method, target(path), {**headers, **cookie, **more}, body).decode(errors="replace")
                asked += 1
                status = int(said.split(" ", 2)[1]) if said.startswith("HTTP/") else 0
                if STRANGE in said.lower():
                    self.faults.append(f"{what}: the answer to {method} {path} says it again: {said[:200]}")
                if status >= 500 or not said:
                    self.faults.append(f"{what}: {method} {path} gave {status}")
                for place in re.findall(r"^Location: (.*)\r$", said, re.M | re.I):
                    if not re.match(r"/(?![/\\])", place):
                        self.faults.append(f"{what}: {method} {path} leads to {place}")
                links = re.findall(r"[a-z]+://[^\s\"'<>]*/join\?key=", said)
                invited += len(links)
                self.faults += [f"{what}: an invitation leads to {link}" for link in links if not link.startswith(self.server.public_address + "/join")]
        self.misnamed = asked
        self.invited = invited
        if invited < 40:
            self.faults.append(f"Only {invited} invitations came back, so their links were hardly looked at")
        self.people.host.add_cluster(STRANGE)
        if STRANGE not in raw(self.server, "GET", "/clusters", {"Host": right, **cookie}).decode(errors="replace"):
            self.faults.append("A name that stands in a page was not found there: the campaign is blind")

    def led_astray(self):
        """What a form may say about where to go next leads nowhere else."""
        visitor = city.Visitor(self.server)
        for back in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example", "/\t/elsewhere.example", "/\n/elsewhere.example",
                     "\t//elsewhere.example", " //elsewhere.example", "/ /elsewhere.example", "javascript:alert(1)", "data:text/html,x", "///elsewhere.example",
                     "/\x00/elsewhere.example", "/\r\nX-Set: 1", "@elsewhere.example", ".elsewhere.example", ""):
            answer = visitor.send("/language", {"language": "en", "back": back})
            place = re.sub(r"[\t\r\n]", "", answer.header("Location"))  # as browsers read it
            if answer.status == 303 and not re.match(r"/(?![/\\])", place.strip()) or answer.header("X-Set"):
                self.faults.append(f"A form leads to {answer.header('Location')!r}")


def main():
    given = city.options(__doc__.splitlines()[0])
    city.bounded(given.seconds or 800)
    campaigns = [Campaign(given), Campaign(given, ["--public-address", PUBLIC])]
    for campaign in campaigns:
        campaign.misname()
        campaign.led_astray()
        campaign.forge()
    campaigns[1].look_at_cookies()
    for campaign in campaigns:
        campaign.ask_rightly()
        campaign.server.away()
    faults = [fault for campaign in campaigns for fault in campaign.faults]
    for fault in faults[:30]:
        print(fault)
    kinds = len(list(forgeries(PUBLIC, FORM)))
    names = len(list(wrong_names("x")))
    print(f"forgeries: {len(campaigns[0].routes)} addresses that write x {kinds} forgeries x 3 people, as form and as JSON, with and without HTTPS: "
          f"{sum(campaign.forged for campaign in campaigns)} sent, and {sum(campaign.disguises for campaign in campaigns)} under other methods; "
          f"{campaigns[0].wrote} and {campaigns[1].wrote} addresses wrote when asked rightly; {names} wrong names of the host, "
          f"{sum(campaign.misnamed for campaign in campaigns)} requests, {sum(campaign.invited for campaign in campaigns)} invitations; "
          f"{len(faults)} faults; {'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Markup, scripts and formulas typed into every field: does any page, document or CSV take them for its own?

More than a hundred texts that mean something to a browser, a template, a spreadsheet or a word processor are typed wherever
people can type: names of people, places and devices, all tasks of a table, cases, conversations, visits, summaries, searches,
addresses that do not exist, and forms that come back with mistakes. Then every page the program lists is read as a browser
reads it. Nothing typed may become an element, an attribute, a comment or the target of a link; every page forbids inline
scripts; no answer with somebody's records may be kept by a cache. In CSV no cell may begin a formula; in documents the words
have to stand as they were typed, with no link or picture leading out.

The measure is measured too: each text has a mark of its own that has to be read on a page, and a page with one text put in
unescaped, a cell with a formula, and a document that lost signs have to be noticed.
"""

import csv
import html
import html.parser
import io
import json
import random
import re
import subprocess
import sys
import urllib.parse
import zipfile

import canary_ground
import city
import deeds
import flock

MARK = re.compile(r"zq[a-z]{5}")
JSON = "application/json"
POLICY = ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")


def texts():
    """Texts with a place for their mark, which a browser would show as (part of) an element or attribute if it took them."""
    tags = ("<{m} a=1>", "<script>{m}</script>", "<script src=//x.example/{m}></script>", "<img src=x onerror={m}()>", "<svg onload={m}()>", "<svg><script>{m}</script></svg>",
            "<iframe src=javascript:{m}()>", "<object data=javascript:{m}>", "<embed src={m}>", "<base href=//{m}.example>", "<meta http-equiv=refresh content=0;{m}>",
            "<link rel=stylesheet href=//{m}>", "<style>@import '{m}'</style>", "<form action=//{m}><button>", "<input autofocus onfocus={m}()>", "<body onload={m}()>",
            "<details open ontoggle={m}()>", "<math><mi xlink:href=javascript:{m}>", "<a href=javascript:{m}()>x</a>", "<marquee onstart={m}()>", "<video><source onerror={m}()>",
            "<template><{m}></template>", "<!-- {m} -->", "<![CDATA[ {m} ]]>", "<?xml {m} ?>", "<!doctype {m}>", "<x {m}=1>", "<ScRiPt>{m}</sCrIpT>", "<script\n>{m}</script\n>",
            "<<script>{m}//<</script>", "<scr<script>ipt>{m}", "<img/src='x'/onerror={m}()>", "<img src=x:{m} onerror=1", "</{m}>", "<{m}")
    closing = ("</textarea>", "</title>", "</script>", "</style>", "</select></form>", "</p></div></main>", "\">", "'>", "--!>", "]]>", "</noscript>", "</template>")
    yield from tags
    for end in closing:
        yield end + "<{m} b=2>"
    for quote in ("\"", "'", "`", "&quot;", "&#34;", "\\\"", "\u2019"):
        yield quote + " {m}=1 onmouseover={m}() x=" + quote
        yield quote + " autofocus onfocus={m}() " + quote + ">"
    yield from ("javascript:{m}()", "data:text/html,{m}", "vbscript:{m}", "JaVaScRiPt:{m}", "//{m}.example/", "https://{m}.example/", "\\\\{m}\\x", "java\tscript:{m}")
    yield from ("&lt;{m}&gt;", "&#60;{m}&#62;", "&#x3c;{m}>", "%3C{m}%3E", "\\u003c{m}\\u003e", "\\x3c{m}>", "+ADw-{m}+AD4-", "\uff1c{m}\uff1e", "<\u200b{m}>", "&amp;{m};", "&{m};")
    yield from ("{{{{{m}}}}}", "{{{{{{{m}}}}}}}", "{{{{#t}}}}{m}{{{{/t}}}}", "{{{{>layout}}}}{m}", "{{{{^person}}}}{m}{{{{/person}}}}", "{{{{=<% %>=}}}}{m}", "${{{m}}}", "#{{{m}}}", "{{% {m} %}}",
                "<%= {m} %>", "%s%n{m}", "{{0}}{m}", "{{name}}{m}")
    yield from ("={m}(1)", "+{m}", "-{m}", "@{m}", "=cmd|' /C {m}'!A0", "=HYPERLINK(\"http://{m}.example\",\"x\")", "=WEBSERVICE(\"//{m}\")", "\t={m}", "-2+3+{m}", "@SUM({m})",
                "\uff1d{m}", "\uff0b{m}", "\uff0d{m}", "\uff20{m}", "=\"{m}\"", "'={m}")
    yield from ("![{m}](http://x.example/a.png)", "[{m}](javascript:1)", "`{m}`{{=openxml}}", "<w:p>{m}</w:p>", "\\input{{{m}}}", "$\\{m}$", "# {m}", "[^{m}]: x", "<text:p>{m}</text:p>")


class Pen:
    """Gives one text after the other, each with a mark of its own."""

    def __init__(self, dice):
        self.dice = dice
        self.forms = list(texts())
        self.at = 0
        self.all = {}  # mark: text

    def bird(self):
        mark = "zq" + "".join(self.dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(5))
        text = self.forms[self.at % len(self.forms)].format(m=mark)
        self.at += 1
        self.all[mark] = text
        return text

    def line(self):
        """Without ends of lines, for where none are taken."""
        return re.sub(r"\s", " ", self.bird()).strip()


class Reader(html.parser.HTMLParser):
    """What a page is made of: everything that a text may not become."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.words = []
        self.raw = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.raw = tag if tag in ("script", "style") else ""
        if MARK.search(tag):
            self.faults.append(f"an element {tag}")
        if tag in ("iframe", "object", "embed", "base", "applet", "frame", "math", "video", "audio", "template", "marquee"):
            self.faults.append(f"an element {tag}")
        if tag == "script" and not dict(attributes).get("src", "").startswith("/"):
            self.faults.append("a script in the page")
        if tag == "style" or any(name == "style" for name, _ in attributes):
            self.faults.append("style in the page")
        for name, value in attributes:
            self.words.append(value or "")
            if name.startswith("on") or MARK.search(name):
                self.faults.append(f"an attribute {name}")
            if name in ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset", "background", "ping") and MARK.search(value or ""):
                target = re.sub(r"[\t\r\n\x00-\x20]", "", value)
                if not re.match(r"/(?![/\\])|#|\?", target):
                    self.faults.append(f"a {name} to {value[:60]}")
            if name == "http-equiv":
                self.faults.append("http-equiv")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self.raw = ""
        if MARK.search(tag):
            self.faults.append(f"the end of an element {tag}")

    def handle_data(self, text):
        self.words.append(text)
        if self.raw and text.strip():
            self.faults.append(f"text in {self.raw}")

    def handle_comment(self, text):
        if MARK.search(text):
            self.faults.append("a comment")

    def handle_decl(self, text):
        if MARK.search(text):
            self.faults.append("a declaration")

    def unknown_decl(self, text):
        self.handle_decl(text)

    def handle_pi(self, text):
        self.faults.append("an instruction")


def faults_of_cells(text):
    faults = []
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            if re.match(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell) and not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", cell):
                faults.append(f"a cell that begins {cell[:30]!r}")
    return faults


def said_in(body):
    """The words of a document."""
    if body[:4] == b"%PDF":
        return subprocess.run(["pdftotext", "-", "-"], input=body, stdout=subprocess.PIPE, check=True).stdout.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        name = next(name for name in parts.namelist() if name in ("word/document.xml", "content.xml"))
        return html.unescape(re.sub(r"<[^>]*>", "", parts.read(name).decode()))


def squeezed(text):
    """Without what the end of a line may have taken or put in."""
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


def goes_on(typed, pages):
    """Whether a text stands on two pages of a paper: its beginning on one, all the rest on the next, in a cell that goes on there."""
    return any(typed[:at] in one and typed[at:] in other for one, other in zip(pages, pages[1:]) for at in range(1, len(typed)))


class Campaign:
    def __init__(self, given):
        self.pen = Pen(random.Random(given.seed))
        self.server = city.Server(given.binary, given.database)
        self.server.start()
        self.faults = {}
        self.read_marks = set()     # on pages
        self.written_marks = set()  # in documents
        self.answers = self.pages = self.tables = self.documents = 0
        self.settle()

    def settle(self):
        """Everything people can type, typed."""
        line, bird = self.pen.line, self.pen.bird
        host = self.host = city.Visitor(self.server, name="host")
        device = {"User-Agent": line(), "Content-Type": JSON, "Accept": JSON}
        host.must(host.ask("POST", "/first-run/setup", json.dumps({"key": self.server.set_up_key, "name": line(), "email": "host@example.org", "password": city.PASSWORD}).encode(), device))
        network = host.add_network(line())
        programme = host.must(host.post(f"/networks/{network}/programmes", {"title": line(), "year": city.NEXT_YEAR})).json["programme"]
        cluster = host.add_cluster(line(), country=line(), name=line())
        earlier = host.open_round(cluster, line())  # before the other, or nothing could be said of what became of it
        round_id = host.take_in(programme, cluster)
        host.add_network_city(network, "Second")
        for step in range(1, 6):
            record = {"revision": 1, "due": "by", "due_on": f"{city.NEXT_YEAR}-0{step + 3}-01", "title": line(), "instructions": bird()}
            host.must(host.post(f"/programmes/{programme}/steps/{step}", record))
        people = []
        for number, role in enumerate(("manager", "manager", "coach")):
            invited = {"name": line(), "email": f"p{number}@example.org", "role": role, **({"initiative": line()} if role == "manager" else {})}
            page = host.must(host.post(f"/clusters/{cluster}/invitations", invited)).json
            key = page["invitation_link"].split("key=")[1]
            person = city.Visitor(self.server, name=f"{role} {number}")
            self.look(person, f"/join?key={key}")
            person.must(person.ask("POST", "/join", json.dumps({"key": key, "name": line(), "password": city.PASSWORD}).encode(),
                                   {"Content-Type": JSON, "Accept": JSON, "User-Agent": line()}))
            people.append(person)
        host.must(host.post(f"/clusters/{cluster}/invitations", {"name": line(), "email": "guest@example.org", "role": "coach"}))
        host.must(host.post(f"/networks/{network}/invitations", {"name": line(), "email": "guest2@example.org", "role": "observer"}))
        manager, colleague, coach = people
        early = manager.start_table(earlier)
        translation = deeds.translated_by(manager, early, bird(), bird(), bird())
        tables = []
        for person in (manager, colleague):
            table = person.start_table(round_id)
            tables.append(table)
            self.fill(person, table)
            person.must(person.post(f"/assessments/{table}/reasons", {"task": "A1", "because": bird(), "revision": 0}))
            person.must(person.post(f"/assessments/{table}/closing", {"revision": 0, "issues": bird(), "solutions": bird(), "lessons": bird(), "then": "hand_in"}))
            person.must(person.post(f"/assessments/{table}/send", {}))
        table = tables[0]
        drawn = deeds.link_drawn_by(manager, table)
        told = {"kind": "failure", "title": line(), "place": line(), "cluster_name": line(), **{part: bird() for part in ("situation", "what_was_done", "what_it_took", "what_happened", "what_to_watch", "question")}}
        members = self.schema(host, "/clusters/{cluster}/cases")
        case = manager.must(manager.post(f"/clusters/{cluster}/cases", {name: value for name, value in told.items() if name in members})).json["own_case"]
        manager.must(manager.post(f"/assessments/{table}/cases/{case}/translation", {"revision": 0, "same": bird(), "different": bird(), "would_have_to_be_true": bird()}))
        manager.must(manager.post(f"/assessments/{table}/translations/{translation}/outcome", {"revision": 0, "outcome": "not_tried", "what_happened": bird()}))
        conversation = manager.must(manager.post(f"/rounds/{round_id}/conversations", {"assessment": table, "task": "A1", "heard": "colleagues", "text": bird()})).json["conversation"]
        for person in people * 8:
            person.must(person.post(f"/conversations/{conversation}/remarks", {"text": bird()}))
        coach.must(coach.post(f"/conversations/{conversation}/tell", {"question": bird(), "answer": bird(), "revision": 0}))
        coach.must(coach.post(f"/assessments/{table}/tasks/A1/note", {"note": bird(), "note_revision": 0}))
        coach.must(coach.post(f"/rounds/{round_id}/visit", {"revision": 0, "on_day": "2099-01-01", "where": line(), "timetable": bird()}))
        manager.must(manager.post(f"/clusters/{cluster}/numbers", {"revision": 0, "source": line(), "numbers": "year;firms\n2024;40", "decimal": "point"}))
        initiative = host.must(host.post(f"/clusters/{cluster}/initiatives", {"initiative_name": line()})).json["initiative"]
        self.people = [host, *people]
        self.ids = {"measure": ["location-quotient"], "told_case": ["brest", case], "own_case": [case], "initiative": [initiative], "assessment": tables, "task": city.TASKS, "cluster": [cluster],
                    "round": [round_id, earlier], "network": [network], "programme": [programme], "step": ["1", "3"], "conversation": [conversation],
                    "city": [next(one["city"] for one in host.read(f"/programmes/{programme}")["cities"] if one["managers"])],
                    "person": [next(one["person"] for one in host.read("/people")["people"] if not one["hosts"])],
                    "calendar_key": [manager.must(manager.post("/account/calendar", {})).json["calendar_link"].split("/")[-2]]}

    def fill(self, person, table):
        for task in city.TASKS:
            page = person.read(f"/assessments/{table}/tasks/{task}")
            facets = {field["id"]: flock.given_to(field, self.pen, ["r1", "r2"]) for field in page["fields"]}
            person.must(person.save(table, task, 0, standing="answered", notes=f"- {self.pen.bird()}\n{self.pen.bird()}", evidence=self.pen.bird(), language="en", facets=facets))

    @staticmethod
    def schema(visitor, template):
        if not hasattr(visitor, "described"):
            visitor.described = visitor.read("/openapi.json")["paths"]
        return visitor.described[template]["post"]["requestBody"]["content"][JSON]["schema"]["properties"]

    # Looking.

    def fault(self, what, where):
        self.faults.setdefault(what, where)

    def look(self, visitor, address, method="GET", body=None, headers=None):
        answer = visitor.ask(method, address, body, {"Accept": "text/html", **(headers or {})})
        self.judge(answer, f"{method} {address}")
        return answer

    def judge(self, answer, where):
        self.answers += 1
        kind = answer.header("Content-Type").split(";")[0]
        if answer.status >= 500:
            self.fault(f"{answer.status}", where)
        if answer.header("X-Content-Type-Options") != "nosniff":
            self.fault("the type may be guessed", where)
        if "no-store" not in answer.header("Cache-Control") and (answer.status != 303 or answer.header("Set-Cookie")):
            self.fault("a cache may keep it", where)
        for name, value in answer.headers:
            plain = name.lower() == "content-disposition" and re.fullmatch(r'attachment; filename="[a-z0-9-]+\.(docx|odt|pdf)"', value)
            if MARK.search(value) and name.lower() != "location" and not plain:
                self.fault(f"a text in a header, {name}: {value[:80]}", where)
        if kind == "text/html":
            self.pages += 1
            policy = answer.header("Content-Security-Policy")
            if "unsafe" in policy or any(part not in policy for part in POLICY):
                self.fault(f"a policy that says {policy!r}", where)
            if answer.header("Content-Type") != "text/html; charset=utf-8":
                self.fault("no character set", where)
            read = Reader(answer.text)
            self.read_marks |= set(MARK.findall(" ".join(read.words)))
            for fault in read.faults:
                self.fault(fault, where)
        elif kind == "text/csv":
            self.tables += 1
            for fault in faults_of_cells(answer.body.decode()):
                self.fault(fault, where)
        elif answer.body[:2] == b"PK" or answer.body[:4] == b"%PDF":
            self.documents += 1
            self.faults_of_words(said_in(answer.body), where)
            (self.judge_pdf if answer.body[:4] == b"%PDF" else self.judge_document)(answer.body, where)

    def faults_of_words(self, said, where):
        pages = [squeezed(page) for page in said.split("\f")]
        said = squeezed(said)
        for mark in set(MARK.findall(said)) & set(self.pen.all):
            self.written_marks.add(mark)
            typed = squeezed(self.pen.all[mark])
            if typed not in said and not goes_on(typed, pages):
                self.fault(f"{self.pen.all[mark]!r} does not stand there as it was typed", where)

    def judge_pdf(self, body, where):
        for what in ("-url", "-js"):
            found = subprocess.run(["pdfinfo", what, "-"], input=body, stdout=subprocess.PIPE, check=True).stdout.decode()
            if MARK.search(found) or "://" in found:
                self.fault(f"a document with {found[:120]!r}", where)

    def judge_document(self, body, where):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            for name in parts.namelist():
                content = parts.read(name).decode("utf-8", errors="replace")
                if re.search(r'TargetMode="External"|<script|macro|javascript:[^<]*"|xlink:href="(?!#|Pictures/|\./)', content, re.I) and name.endswith((".xml", ".rels")):
                    found = re.search(r'.{40}(TargetMode="External"|<script|macro|xlink:href="(?!#|Pictures/|\./)).{60}', content, re.I | re.S)
                    if found:
                        self.fault(f"a document with {found[0]!r}", f"{where} {name}")
                for element in re.findall(r"<[^>]*>", content) if name.endswith("content.xml") or name.endswith("document.xml") else []:
                    if re.search(r"zq[a-z]{5}", element):
                        self.fault(f"an element of a document {element[:60]}", where)

    def everything(self):
        described = self.host.read("/openapi.json")["paths"]
        ground = canary_ground.Ground()
        ground.paths = self.ids
        for template, operations in described.items():
            if "get" not in operations or template == "/first-run":
                continue
            for address in ground.addresses(template, {}):
                for visitor in self.people:
                    answer = self.look(visitor, address)
                    if address.endswith(".pdf") and answer.status == 200:
                        break  # made by a word processor from what .odt shows, seconds each: once is enough
                    if re.search(r"\.(docx|odt|pdf)$", address):
                        continue  # the other spellings lead to the same
                    if "tasks" not in address or address.endswith(("A1", "C8")):
                        self.look(visitor, address + ".csv")
                        self.look(visitor, address + ".json")
        self.said_back(described)

    def said_back(self, described):
        """What is not taken and comes back: searches, addresses, forms with mistakes."""
        person = self.people[1]
        every = [self.pen.bird() for _ in self.pen.forms]
        for text in every:
            escaped = urllib.parse.quote(text, safe="")
            for address in (f"/search?q={escaped}", f"/{escaped}", f"/assessments/{escaped}", f"/assessments/{self.ids['assessment'][0]}/tasks/{escaped}", f"/?{escaped}",
                            f"/join?key={escaped}", f"/assessments/{self.ids['assessment'][0]}/tasks/A1?back={escaped}&{escaped}=1"):
                self.look(person, address)
            self.look(person, f"/search.csv?q={escaped}")
            self.look(person, "/search", headers={"Cookie": f"trivium={person.key}; notice=notice.{MARK.search(text)[0]}; language={MARK.search(text)[0]}"})
            for address, form in (("/sign-in", [("email", text), ("password", "x")] if text is every[0] else [("email", text)]), ("/clusters", [("city", text * 40), ("country", text), ("name", "")]),
                                  (f"/assessments/{self.ids['assessment'][0]}/tasks/A1", [("notes", text), ("revision", "x"), (text, "1")]),
                                  (f"/rounds/{self.ids['round'][0]}/conversations", [("text", text), ("heard", text)]), ("/import", [("assessment", text), ("table", text)]),
                                  (f"/clusters/{self.ids['cluster'][0]}/numbers", [("revision", "0"), ("source", text), ("numbers", f"year;{text}\n{text};{text}"), ("decimal", text)])):
                visitor = self.host if address == "/clusters" else person
                answer = visitor.send(address, form)
                self.judge(answer, f"POST {address}")
            parts = person.send_parts("/import", {"assessment": self.ids["assessment"][0]}, {"table": (text.replace('"', "").replace("\n", " "), json.dumps({text: text}).encode())})
            self.judge(parts, "POST /import, a file")

    def blindness(self):
        """The measure itself."""
        blind = []
        plain = self.people[1].get("/about", "text/html").text
        taken = ("<{m} a=1>", "<img src=x onerror={m}()>", "\"><script>{m}</script>", "<!-- {m} -->", "<a href=javascript:zqaaaaa()>x</a>", "<iframe>", "<x style=1>")
        for form in taken:
            if not Reader(plain.replace("</main>", form.format(m="zqaaaaa") + "</main>")).faults:
                blind.append(f"The campaign does not notice {form} in a page")
        if Reader(plain).faults:
            blind.append(f"A page without any of it has {Reader(plain).faults[0]}")
        if not faults_of_cells('a,b\r\nx,"=1+1"\r\n') or faults_of_cells("a,b\r\nx,-1.5\r\n"):
            blind.append("The campaign does not tell formulas from numbers")
        before, self.faults = self.faults, {}
        mark, text = next(iter(self.pen.all.items()))
        self.faults_of_words(text, "")
        if self.faults:
            blind.append("The campaign does not know a text again")
        self.faults_of_words(mark, "")
        if not self.faults:
            blind.append("The campaign does not notice a document that lost its signs")
        self.faults = before
        unread = len(set(self.pen.all) - self.read_marks)
        if unread > len(self.pen.all) // 50:
            blind.append(f"{unread} of {len(self.pen.all)} texts were read on no page")
        return blind


def main():
    given = city.options(__doc__.splitlines()[0])
    city.bounded(given.seconds or 900)
    campaign = Campaign(given)
    campaign.everything()
    blind = campaign.blindness()
    campaign.server.away()
    for fault, where in list(campaign.faults.items())[:30]:
        print(f"{where}: {fault}")
    for fault in blind:
        print(fault)
    faults = len(campaign.faults) + len(blind)
    print(f"markup: {len(campaign.pen.forms)} texts typed {len(campaign.pen.all)} times; {campaign.answers} answers, {campaign.pages} pages, {campaign.tables} CSV, "
          f"{campaign.documents} documents; {len(campaign.read_marks & set(campaign.pen.all))} read on pages, {len(campaign.written_marks)} in documents; {faults} faults; "
          f"{'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

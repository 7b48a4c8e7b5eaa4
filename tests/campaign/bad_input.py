#!/usr/bin/env python3
"""What is somebody told who gets something wrong, and does it leave everything as it was?

Every mistake of mistakes.py is made in a form and by a program, in English and in Spanish. Each has to be answered with
a refusal (4xx) in the reader's language, with the sentence meant for it, at the field it is about: in a page it stands
in an element the field is described by, every other thing typed is still in its field, and no password comes back; for
a program it has the one shape of an error. No sentence speaks of how the program is made. Nothing may be written.

The measure is measured too: a save that is right, and answers doctored in every way looked for, have to be noticed.
"""

import json
import re
import sqlite3
import subprocess
import sys
import types
import urllib.parse

import city
import mistakes
from page import Page, control_value, controls, controls_for

STATUS = {"not_found": 404, "sign_in": 401, "not_yours": 403, "put_right": 422, "stale": 409, "too_many_tries": 429, "too_large": 413,
          "wrong_method": 405, "other_origin": 403, "gone": 410}
JARGON = re.compile(r"exception|excepci[oó]n|\b(null|nulo|nul|json|sql|sqlite|postgres\w*|pars\w+|utf-?8|bytes?|buffer|pointer|puntero|arrays?|strings?|"
                    r"integer|boolean|token|syntax|sintaxis|stack|errno|schema|esquema|regex|overflow|uuid|https?|html|undefined|nan|enum|mustache|icu)\b|"
                    r"std::|nlohmann|soci|restinio|::|0x[0-9a-f]|[{}]|_", re.I)
SPOKEN_OF = {"flaw.broken_json": "json"}  # somebody who sends JSON, or chose such a file, knows the word
INNER = re.compile(r"std::|nlohmann|json\.exception|sqlite|soci::|restinio|terminate called|errno|stack trace|boost::", re.I)
COUNTED = {"refused_sign_ins", "trail", "trail_ends"}  # wrong passwords are counted, and who asked for what is noted, on purpose


# ── The words that are to be said ───────────────────────────────────────────────────────────────────────────────────

def words_of(language):
    text = (city.ROOT / f"data/words/{language}.yaml").read_text()
    return {key: json.loads(f'"{words}"') for key, words in re.findall(r'^([\w.]+): "(.*)"$', text, re.M)}


def pattern_of(words):
    """A sentence with its gaps: whatever stands in braces may be anything."""
    depth, sentence = 0, ""
    for letter in words:
        depth -= letter == "}"
        if depth == 0 and letter not in "{}":
            sentence += re.escape(letter)
        elif depth == 0 and letter == "{":
            sentence += ".*?"
        depth += letter == "{"
    return re.compile(sentence, re.S)


class Words:
    def __init__(self):
        self.sentences = {language: {key: pattern_of(words) for key, words in words_of(language).items() if key.startswith(("flaw.", "evidence.", "refusal."))}
                          for language in ("en", "es")}

    def is_said(self, sentence, key, language):
        return bool(self.sentences[language][key].fullmatch(sentence))


# ── Looking at one answer ───────────────────────────────────────────────────────────────────────────────────────────

class Look:
    """Everything that is wrong with the answer to one mistake."""

    def __init__(self, words, mistake, wire, language, answer):
        self.words = words
        self.mistake = mistake
        self.language = language
        self.answer = answer
        self.flaw = mistake.says.startswith(("flaw.", "evidence."))
        self.refusal = "put_right" if self.flaw else mistake.says.split(".")[1]
        self.faults = []
        self.status()
        if answer.status < 400:
            return
        if wire == "JSON":
            self.as_json()
        else:
            self.as_page()
        inner = INNER.search(answer.text)
        if inner:
            self.faults.append(f"the answer says {inner.group()!r}")

    def status(self):
        expected = STATUS[self.refusal]
        if self.answer.status != expected:
            self.faults.append(f"{self.answer.status} came, {expected} was expected: {self.answer.text[:120] if self.answer.status < 400 else ''}")

    def sentence(self, sentence, key):
        """Is this the sentence, in the reader's language, in plain words?"""
        if not self.words.is_said(sentence, key, self.language):
            self.faults.append(f"{key} in {self.language} was expected, this was said: {sentence[:150]!r}")
        plain = re.sub(r"[“«].*?[”»]", "", sentence).replace("\0", "")  # without what was given
        jargon = JARGON.search(plain)
        if jargon and jargon.group().lower() != SPOKEN_OF.get(self.mistake.says):
            self.faults.append(f"{jargon.group()!r} is no word for a reader: {sentence[:150]!r}")

    def as_json(self):
        if self.answer.header("Content-Type") != "application/json; charset=utf-8":
            self.faults.append(f"the error is no JSON but {self.answer.header('Content-Type')!r}")
            return
        record = self.answer.json
        shape = {"title", "flaws"} | ({"conflict"} if self.refusal == "stale" else set())
        if set(record) != shape or not all(set(flaw) == {"pointer", "message"} for flaw in record["flaws"]):
            self.faults.append(f"the error has another shape: {self.answer.text[:150]}")
            return
        self.sentence(record["title"], f"refusal.{self.refusal}.sentence")
        if not self.flaw:
            return
        said = [flaw["message"] for flaw in record["flaws"] if flaw["pointer"] == self.mistake.at]
        if said:
            self.sentence(said[0], self.mistake.says)
        else:
            self.faults.append(f"nothing is said of {self.mistake.at!r}: {self.answer.text[:200]}")

    def as_page(self):
        if not self.answer.header("Content-Type").startswith("text/html"):
            self.faults.append(f"the error is no page but {self.answer.header('Content-Type')!r}: {self.answer.text[:100]!r}")
            return
        page = Page(self.answer.text)
        if page.language != self.language:
            self.faults.append(f"the page is in {page.language!r}")
        form = page.form(self.mistake.address.split("?")[0]) or self.asking_form(page)
        if self.mistake.field:
            self.links(page)
        if self.flaw:
            self.flaw_in(page, form)
        elif self.refusal != "stale":
            self.one_of(page.lead(), f"refusal.{self.refusal}.sentence", "page")
        if form:
            self.kept(form)
        elif self.has_form():
            self.faults.append("the form is gone, and what was typed with it")

    def asking_form(self, page):
        """The form of a search is sent by looking."""
        return next(iter(page.root.all(lambda part: part.tag == "form" and part["action"] == self.mistake.address.split("?")[0])), None)

    def has_form(self):
        shows_again = self.refusal in ("put_right", "stale")
        buttons_only = ("/language", "/sample/", "/send", "/end", "/withdraw", "/first-run/sample")
        by_button = any(part in self.mistake.address for part in buttons_only) or self.mistake.address.startswith("/rounds/")
        return shows_again and self.mistake.typed_stays and not by_button

    def one_of(self, sentences, key, where):
        said = next((sentence for sentence in sentences if self.words.is_said(sentence, key, self.language)), None)
        if said is None:
            self.faults.append(f"{key} in {self.language} does not stand in the {where}: {sentences[:3]}")
        else:
            self.sentence(said, key)

    def flaw_in(self, page, form):
        summary = [text for text, _ in page.summary()]
        self.one_of(summary, self.mistake.says, "list of what has to be put right")
        fields = controls_for(form, self.mistake.at) if form and self.mistake.at and self.mistake.field else []
        if fields and not any(self.words.is_said(text, self.mistake.says, self.language) for field in fields for text in page.described_by(field)):
            self.faults.append(f"the field {fields[0]['name']} is not described by the sentence")

    def links(self, page):
        for text, address in page.summary():
            if address and address.removeprefix("#") not in page.ids:
                self.faults.append(f"the link to {address} leads nowhere")

    def kept(self, form):
        """Whatever was typed is in its field; a password is not."""
        typed = self.typed()
        for control in controls(form):
            name, value = control["name"], control_value(control)
            if control["type"] == "password":
                if value:
                    self.faults.append(f"the password in {name} came back")
            elif control["type"] in ("radio", "checkbox"):
                if control["value"] and control["value"] in typed.get(name, []) and not control.has("checked"):
                    self.faults.append(f"{control['value']!r} is no longer chosen in {name}")
            elif control["type"] not in ("hidden", "file") and control.tag != "button" and name in typed and not self.same(value, typed[name], control):
                self.faults.append(f"{name} was {typed[name][0][:40]!r} and is now {(value or '')[:40]!r}")

    @staticmethod
    def same(value, typed, control):
        if control.tag == "select":
            known = [option["value"] for option in control.all(lambda part: part.tag == "option")]
            return value in typed or not set(typed) & set(known)
        typed = [text.replace("\0", "") for text in typed]  # it cannot stand on a page
        line = control.tag == "input"  # a field of one line holds no line break
        return any(value == text or (line and value.split() == text.split()) for text in typed)

    def typed(self):
        given = self.mistake.form if self.mistake.form is not None else self.mistake.given
        if given is None:
            pairs = urllib.parse.parse_qsl(urllib.parse.urlsplit(self.mistake.address).query)
        else:
            pairs = urllib.parse.parse_qsl(given.decode(errors="replace")) if isinstance(given, bytes) else city.as_form(given)
        typed = {}
        for name, value in pairs:
            typed.setdefault(name, []).append(value)
        return typed


# ── The people and their tables ─────────────────────────────────────────────────────────────────────────────────────

def new_world(given):
    """Everything mistakes.py speaks of."""
    world = types.SimpleNamespace(nothing="01900000-0000-7000-8000-000000000000", tired="127.0.9.9")
    house = city.Server(given.binary, given.database, ["--sample"])
    house.start()
    world.house = house
    world.used_set_up = house.set_up_key
    host = city.host_of(house)
    world.cluster, world.far_cluster = host.add_cluster("Near", name="Films"), host.add_cluster("Far", name="Films")
    world.round, world.far_round = host.open_round(world.cluster), host.open_round(world.far_cluster)
    people = {"host": host}
    for name, role in (("Mara", "manager"), ("Milo", "manager"), ("Sana", "manager"), ("Coach", "coach")):
        world.used = host.invite(world.cluster, name, role)
        people[name] = city.join(house, world.used, name)
    world.table, world.unsent, world.sent = (people[name].start_table(world.round) for name in ("Mara", "Milo", "Sana"))
    for name, table in (("Mara", world.table), ("Milo", world.unsent), ("Sana", world.sent)):
        people[name].must(people[name].save(table, "A1", 0, notes=f"of {name}", language="en"))
        people[name].must(people[name].save(table, "A2", 0, notes="first", language="en"))
    people["Sana"].must(people["Sana"].post(f"/assessments/{world.sent}/send", {}))
    world.exported = people["Mara"].read(f"/assessments/{world.table}/export")
    world.session = people["Milo"].read("/account")["sessions"][0]["session"]
    world.person = next(row["id"] for row in house.contents()["people"] if row["email"] == "mara@example.org")
    initiatives(world, people["Mara"], host)
    people["nobody"] = city.Visitor(house)
    people["Forged"] = city.Visitor(house, "A" * 43)
    ended = city.sign_in(house, "mara@example.org")
    ended.must(ended.post("/sign-out", {}))
    people["Ended"] = city.Visitor(house, ended.key_before)
    links(world, host)
    networks(world, host, people)
    tire(world)
    world.people = people
    nobodys(world, given)
    return world


def initiatives(world, mara, host):
    """One within another, one that has ended, and one elsewhere."""
    def added(person, cluster, name, within=None):
        return person.must(person.post(f"/clusters/{cluster}/initiatives", {"initiative_name": name, "within": within})).json["initiative"]

    world.umbrella = added(mara, world.cluster, "Film plan")
    world.initiative = added(mara, world.cluster, "Film office", world.umbrella)
    world.ended = added(mara, world.cluster, "Film fair")
    mara.must(mara.post(f"/clusters/{world.cluster}/initiatives/{world.ended}/end", {}))
    world.far_initiative = added(host, world.far_cluster, "Far office")
    world.mara_role = next(person["says_for"] for person in mara.read(f"/clusters/{world.cluster}")["people"] if person["mine"])
    deep = world.initiative
    for level in range(3, 7):
        deep = added(mara, world.cluster, f"Level {level}", deep)
    world.deepest = deep


def networks(world, host, people):
    """Two networks; in the first a programme, and a city in which four managers are named."""
    found = []
    for name in ("West", "East"):
        network = host.add_network(name)
        place = host.add_network_city(network, "Near" if name == "West" else "Far")
        found.append((network, place, host.open_programme(network)))
    (world.network, world.city, world.programme), (world.far_network, world.far_city, world.far_programme) = found
    world.year = city.NEXT_YEAR
    world.programme_round = host.take_in(world.programme, world.cluster)
    for name, role, place in (("Lead", "lead", ""), ("Observer", "observer", ""), ("Coach of a network", "coach", world.city), ("Coordinator", "coordinator", world.city)):
        people[name] = city.join(world.house, host.invite_to_network(world.network, name, role, place), name)
    asked = people["Coordinator"].post(f"/rounds/{world.programme_round}/conversations", {"text": "Where do we begin?"})
    world.conversation = people["Coordinator"].must(asked).json["conversation"]
    full = host.add_network_city(world.network, "Full")
    host.must(host.post(f"/programmes/{world.programme}/clusters", {"in_city": full, "name": "Films"}))
    world.full_cluster = next(line["cluster"] for line in host.read("/clusters")["clusters"] if line["city"] == "Full")
    for name in ("One", "Two", "Three", "Four"):
        host.invite(world.full_cluster, name)
    city.join(world.house, host.invite_to_network(world.far_network, "Far coach", "coach", world.far_city), "Far coach")
    world.far_role = host.read(f"/networks/{world.far_network}")["people"][0]["may_end"]
    world.coach_role = next(person["may_end"] for person in host.read(f"/networks/{world.network}")["people"] if person["role"] == "coach")


def links(world, host):
    """Invitations in every state."""
    def invited(name, cluster, email=None):
        link = host.invite(cluster, name, email=email)
        return link, next(line["invitation"] for line in host.read(f"/clusters/{cluster}")["invitations"] if line["name"] == name)

    world.expired, expired_id = invited("Too Late", world.cluster)
    world.house.change(f"update invitations set expires_at = '2020-01-01T00:00:00.000Z' where id = '{expired_id}'")
    host.close()
    world.withdrawn, world.withdrawn_id = invited("Not Wanted", world.cluster)
    host.must(host.post(f"/invitations/{world.withdrawn_id}/withdraw", {}))
    world.good, world.open_id = invited("Nora New", world.cluster)
    world.known, _ = invited("Sana", world.far_cluster)


def tire(world):
    """From this address there have been too many wrong passwords."""
    tired = city.Visitor(world.house)
    tired.source = world.tired
    for _ in range(12):
        tired.post("/sign-in", {"email": "tired@example.org", "password": "not the right one"})


def nobodys(world, given):
    """An installation with the sample city in which nobody hosts."""
    empty = city.Server(given.binary, given.database, ["--sample"])
    empty.start()
    world.expired_set_up = empty.set_up_key
    empty.change("update set_up_keys set expires_at = '2020-01-01T00:00:00.000Z'")
    world.empty = empty
    world.sample_email = next(row["email"] for row in empty.contents()["people"])
    folder = world.house.folder
    words = [given.binary, "backup", "--data", str(world.house.data)] + (["--database", world.house.database] if given.database else [])
    subprocess.run([*words, str(folder / "whole")], check=True, stdout=subprocess.DEVNULL)
    world.half_backup = (folder / "whole").read_bytes()[:len((folder / "whole").read_bytes()) // 2]
    other = sqlite3.connect(folder / "other")
    other.execute("create table recipes (name text)")
    other.commit()
    other.close()
    world.other_records = (folder / "other").read_bytes()


# ── Making the mistakes ─────────────────────────────────────────────────────────────────────────────────────────────

class Campaign:
    def __init__(self, given):
        self.given = given
        self.words = Words()
        self.world = new_world(given)
        self.known = {name: self.records(name) for name in ("house", "empty")}
        self.made = 0
        self.refused = 0
        self.written = 0
        self.failed = 0

    def records(self, server):
        """All rows of all tables but what may change by itself."""
        contents = getattr(self.world, server).contents()
        return {table: sorted(json.dumps({column: value for column, value in row.items() if column != "last_seen_at"}) for row in rows)
                for table, rows in contents.items() if table not in COUNTED}

    def written_by(self, server):
        """The tables that are not as they were."""
        now = self.records(server)
        changed = [table for table in now if now[table] != self.known[server].get(table)]
        self.known[server] = now
        return changed

    def ask(self, mistake, wire, language):
        who = self.world.people[mistake.who]
        visitor = city.Visitor(getattr(self.world, mistake.server), who.key, mistake.who, language)
        visitor.adopts = False
        visitor.source = mistake.source or f"127.1.{self.made // 250}.{self.made % 250 + 1}"  # so that nobody is tired by somebody else
        answer = self.send(visitor, mistake, wire)
        visitor.close()
        return answer

    @staticmethod
    def send(visitor, mistake, wire):
        address, question, query = mistake.address.partition("?")
        headers = dict(mistake.headers or {})
        if mistake.asked != "POST":
            body = None if mistake.given is None else json.dumps(mistake.given).encode()
            given = {"Accept": "text/html"} if wire == "page" else {"Accept": "application/json", **({"Content-Type": "application/json"} if body else {})}
            return visitor.ask(mistake.asked, address + question + query, body, {**given, **headers})
        if wire == "JSON":
            body = mistake.given if isinstance(mistake.given, bytes) else json.dumps(mistake.given).encode()
            return visitor.ask("POST", mistake.address, body, {"Content-Type": "application/json", "Accept": "application/json", **headers})
        if mistake.files:
            contents = {name: given if isinstance(given, bytes) else json.dumps(given).encode() for name, given in mistake.files.items()}
            files = {name: ("a file" if content else "", content) for name, content in contents.items()}
            return visitor.send_parts(mistake.address, mistake.form, files)
        form = mistake.form if mistake.form is not None else mistake.given
        return visitor.send(mistake.address, form if isinstance(form, bytes) else city.as_form(form), headers=headers)

    def make(self, mistake, wire, language):
        self.made += 1
        try:
            answer = self.ask(mistake, wire, language)
        except (OSError, city.http.client.HTTPException) as trouble:
            return [f"no answer: {trouble!r}"], None
        faults = Look(self.words, mistake, wire, language, answer).faults
        self.refused += 400 <= answer.status < 500
        written = self.written_by(mistake.server)
        if written:
            self.written += 1
            faults.append(f"{', '.join(written)} changed")
        return faults, answer

    def everything(self):
        for mistake in mistakes.every(self.world):
            for wire in mistake.wires:
                if mistake.asked == "GET" and wire == "page" and mistake.says == "refusal.sign_in":
                    continue  # a page leads to signing in
                for language in ("en", "es"):
                    faults, _ = self.make(mistake, wire, language)
                    if faults:
                        self.failed += 1
                        print(f"{mistake.name} ({wire}, {language}; {mistake.asked} {mistake.address[:90]}): {'; '.join(faults)}", flush=True)

    def doubles(self):
        """Sent twice, by a second click or a repeating browser: the second time everything stays as it is, and nobody is scolded."""
        mara, table = self.world.people["Mara"], self.world.table
        faults = []
        for what, address, form in (("a save", f"/assessments/{table}/tasks/B1", {"revision": "0", "notes": "once"}),
                                    ("a table started", f"/rounds/{self.world.round}/assessments", {"started_from": "A"}),
                                    ("a table sent", f"/assessments/{table}/send", {})):
            first = mara.send(address, form)
            self.written_by("house")
            second = mara.send(address, form)
            written = self.written_by("house")
            if first.status != 303 or second.status != 303 or written:
                faults.append(f"{what} twice: {first.status}, then {second.status}, which changed {written}")
        return faults

    def blind_spots(self):
        """What the campaign would not notice."""
        blind = []
        a2 = f"/assessments/{self.world.table}/tasks/A3"
        saved, _ = self.make(mistakes.Mistake("no mistake at all", "Mara", a2, {"revision": 0, "notes": "x"}, "flaw.too_long", "/notes"), "JSON", "en")
        if len(saved) != 2:
            blind.append("a save that is right")
        wrong = mistakes.Mistake("too long", "Mara", a2, {"revision": 1, "notes": mistakes.LONG, "evidence": "a talk"}, "flaw.too_long", "/notes")
        good, page = self.make(wrong, "page", "es")
        if good:
            return [f"a page that is right is found wrong: {good}"]
        for what, old, new in (("another sentence", "caben", "no caben"), ("a field that is not described", "aria-describedby", "data-nothing"),
                               ("a text that is lost", "a talk", ""), ("another language", '<html lang="es"', '<html lang="en"'),
                               ("a word of the program", "</main>", "std::bad_alloc</main>"), ("a link to nowhere", 'id="notes"', 'id="note"')):
            doctored = city.Answer(page.status, page.headers, page.body.replace(old.encode(), new.encode()))
            if not Look(self.words, wrong, "page", "es", doctored).faults:
                blind.append(what)
        return blind


def main():
    given = city.options(__doc__.splitlines()[0])
    city.bounded(given.seconds or 1100)
    campaign = Campaign(given)
    blind = campaign.blind_spots()
    for what in blind:
        print(f"The campaign does not notice {what}")
    campaign.made = campaign.refused = campaign.written = 0
    campaign.everything()
    doubles = campaign.doubles()
    for fault in doubles:
        print(fault)
    many = sum(1 for _ in mistakes.every(campaign.world))
    campaign.world.house.away()
    campaign.world.empty.away()
    print(f"bad input: {many} mistakes made {campaign.made} times (form and program, English and Spanish): {campaign.refused} refused, "
          f"{campaign.failed} not as they should be, {campaign.written} wrote something; "
          f"3 things sent twice, {len(doubles)} of them done twice; {len(blind)} blind spots; "
          f"{'PostgreSQL' if given.database else 'SQLite'}")
    return 1 if campaign.failed or doubles or blind else 0


if __name__ == "__main__":
    sys.exit(main())

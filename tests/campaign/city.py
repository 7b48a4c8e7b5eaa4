"""A Trivium of one's own for a campaign: a server on a free loopback port, a host, clusters, people, rounds and tables.

Everything lies in a folder under /tmp that goes away at the end. Only processes started here are ended, by their id.
"""

import argparse
import atexit
import http.client
import json
import os
import pathlib
import random
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / "build/release/src/trivium"
PASSWORD = "a long enough password"
NEXT_YEAR = time.gmtime().tm_year + 1
TASKS = [f"A{n}" for n in range(1, 9)] + ["A_sum"] + [f"B{n}" for n in range(1, 10)] + ["B_sum"] + [f"C{n}" for n in range(1, 13)] + ["C_sum"]


class Trouble(Exception):
    """The campaign itself could not go on."""


# ── The command line every campaign has ─────────────────────────────────────────────────────────────────────────────

def options(what, **more):
    """--binary, --database, --seed, --seconds; then name=(default, help) or (default, help, long default) as further numbers or flags.

    With --long, or TRIVIUM_LONG set, what has a long default takes it.
    """
    chosen = os.environ.get("TRIVIUM_LONG") or "--long" in sys.argv
    words = argparse.ArgumentParser(description=what)
    words.add_argument("--binary", default=str(BINARY), help="the program to test")
    words.add_argument("--database", default="", help="address of a PostgreSQL server; a database of its own is made there and dropped")
    words.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    words.add_argument("--seconds", type=int, default=0, help="give up after this long; 0: the campaign's own limit")
    if "long" not in more:
        words.add_argument("--long", action="store_true", help="the long setting, also chosen by TRIVIUM_LONG=1")
    for name, (default, text, *long) in more.items():
        flag = "--" + name.replace("_", "-")
        if long and chosen:
            default = long[0]
        if isinstance(default, bool):
            words.add_argument(flag, action="store_true", default=default, help=text)
        else:
            words.add_argument(flag, type=type(default), default=default, help=f"{text} (default {default})")
    return words.parse_args()


def bounded(seconds):
    """No campaign runs for ever: after this long it ends with exit code 2."""
    def too_long(*_):
        print(f"Gave up after {seconds} s.", flush=True)
        raise SystemExit(2)
    signal.signal(signal.SIGALRM, too_long)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    signal.alarm(seconds)


# ── The server ──────────────────────────────────────────────────────────────────────────────────────────────────────

def free_port():
    """Below those that programs are given for connections of their own, so that none of them takes it in between."""
    while True:
        port = random.SystemRandom().randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def _postgres_tool(name):
    found = shutil.which(name) or next((str(path) for path in pathlib.Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), None)
    if not found:
        raise Trouble(f"{name} is not installed, so no database can be made.")
    return found


class Server:
    """trivium serve in a folder of its own. It can be ended with -9 and started again on the same records."""

    def __init__(self, binary=BINARY, database="", words=(), folder=None):
        self.binary = str(binary)
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="trivium-campaign-"))
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self.words = list(words)
        self.port = free_port()
        self.process = None
        self.set_up_key = None
        self.database = self._own_database(database) if database else ""
        self.tables = []  # of that database
        atexit.register(self.away)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def public_address(self):
        """As people reach it: what links begin with and pages come from."""
        return self.words[self.words.index("--public-address") + 1] if "--public-address" in self.words else self.address

    @property
    def cookie(self):
        return "__Host-trivium" if self.public_address.startswith("https://") else "trivium"

    @property
    def pid(self):
        return self.process.pid

    def start(self, within=120.0):
        """Returns the seconds until the ready line stood in the log and one request was answered."""
        command = [self.binary, "serve", "--data", str(self.data), "--port", str(self.port), *self.words]
        if self.database:
            command += ["--database", self.database]
        from_here = self.log.stat().st_size if self.log.exists() else 0
        begun = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=ROOT)
        while True:
            said = self._said(from_here)
            if "Trivium is ready:" in said:
                break
            if self.process.poll() is not None:
                raise Trouble(f"The server ended at once with {self.process.returncode}:\n{said}")
            if time.monotonic() - begun > within:
                raise Trouble(f"The server was not ready after {within} s:\n{said}")
            time.sleep(0.002)
        link = re.search(r"/first-run\?key=(\S+)", said)
        self.set_up_key = link.group(1) if link else None
        Visitor(self).get("/about.json")
        return time.monotonic() - begun

    def _said(self, from_here):
        with open(self.log, "rb") as log:
            log.seek(from_here)
            return log.read().decode(errors="replace")

    def kill(self):
        """kill -9 of exactly this process."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def resident(self):
        """Kilobytes of memory, and the most it ever was."""
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", status).group(1)) for name in ("VmRSS", "VmHWM"))

    def copy(self):
        """The SQLite records as of now, copied into memory; looked at there, never in the file."""
        source = sqlite3.connect(f"file:{self.data}/trivium.db?mode=ro", uri=True)
        copied = sqlite3.connect(":memory:")
        source.backup(copied)
        source.close()
        return copied

    def contents(self):
        """Every row of every table, as {table: [{column: value}]}."""
        if self.database:
            if not self.tables:
                self.tables = self._said_by_postgres("select tablename from pg_tables where schemaname = 'public' order by 1").split()
            rows = " union all ".join(f"""select '{name}' || ' ' || row_to_json(t) from "{name}" t""" for name in self.tables)
            found = {name: [] for name in self.tables}
            for line in self._said_by_postgres(rows).splitlines():
                name, row = line.split(" ", 1)
                found[name].append(json.loads(row))
            return found
        copied = self.copy()
        copied.row_factory = sqlite3.Row
        names = [row[0] for row in copied.execute("select name from sqlite_master where type = 'table' order by 1")]
        found = {name: [dict(row) for row in copied.execute(f'select * from "{name}"')] for name in names}
        copied.close()
        return found

    def change(self, sql):
        """Changes the records while the server is down, for what otherwise takes days."""
        self.stop()
        if self.database:
            self._said_by_postgres(sql)
        else:
            with sqlite3.connect(self.data / "trivium.db") as records:
                records.execute(sql)
            records.close()
        self.start()

    def away(self):
        atexit.unregister(self.away)
        self.stop()
        if self.database:
            self._postgres("dropdb", "--if-exists", "--force")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _own_database(self, given):
        self._place = urllib.parse.urlsplit(given)
        self._name = "campaign_" + secrets.token_hex(6)
        self._postgres("createdb")
        return self._place._replace(path="/" + self._name).geturl()

    def _postgres(self, tool, *words):
        place = self._place
        return subprocess.run([_postgres_tool(tool), "-h", place.hostname, "-p", str(place.port or 5432), "-U", place.username or "trivium",
                               *words, self._name], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout.decode()

    def _said_by_postgres(self, question):
        return self._postgres("psql", "-At", "-c", question)


# ── Asking ──────────────────────────────────────────────────────────────────────────────────────────────────────────

class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers  # pairs, in order
        self.body = body

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def text(self):
        return self.body.decode("utf-8", errors="replace")

    @property
    def json(self):
        return json.loads(self.body)


class Visitor:
    """Somebody with one connection and, once signed in, a session. Not to be shared by threads: see again()."""

    def __init__(self, server, key=None, name="nobody", language="en"):
        self.server = server
        self.key = key
        self.name = name
        self.language = language
        self.adopts = True  # takes the session a reply brings
        self.key_before = key
        self.line = None
        self.asked_at = 0.0
        self.source = "127.0.0.1"  # the address this visitor comes from

    def again(self):
        """The same session on a connection of its own."""
        return Visitor(self.server, self.key, self.name, self.language)

    def ask(self, method, path, body=None, headers=None, timeout=60):
        asked = {"Accept-Language": self.language}
        cookies = [f"language={self.language}"]
        if self.key:
            cookies.append(f"{self.server.cookie}={self.key}")
        asked["Cookie"] = "; ".join(cookies)
        asked.update(headers or {})
        if time.monotonic() - self.asked_at > 10:
            self.close()  # the server closes a connection that says nothing for 15 s
        self.asked_at = time.monotonic()
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=timeout, source_address=(self.source, 0))
        try:
            self.line.request(method, path, body, asked)
            taken = self.line.getresponse()
            answer = Answer(taken.status, taken.getheaders(), taken.read())
            if taken.will_close:
                self.close()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        key = re.search(rf"(?:^|, ){self.server.cookie}=([^;]*)", "\n".join(v for k, v in answer.headers if k.lower() == "set-cookie"), re.M)
        if key and self.adopts:
            self.key_before, self.key = self.key, key.group(1) or None
        return answer

    def close(self):
        if self.line:
            self.line.close()
        self.line = None

    def get(self, path, accept=None):
        return self.ask("GET", path, headers={"Accept": accept} if accept else None)

    def read(self, path):
        """The record at an address; anything but 200 is trouble."""
        answer = self.get(path, "application/json")
        if answer.status != 200:
            raise Trouble(f"{self.name}: GET {path} gave {answer.status} {answer.text[:200]}")
        return answer.json

    def post(self, path, record):
        body = record if isinstance(record, bytes) else json.dumps(record).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/json", "Accept": "application/json"})

    def send(self, path, form, accept="text/html", headers=None):
        """As a browser sends a form: form is pairs or bytes."""
        body = form if isinstance(form, bytes) else urllib.parse.urlencode(form).encode()
        given = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept, "Origin": self.server.public_address}
        return self.ask("POST", path, body, {**given, **(headers or {})})

    def send_parts(self, path, fields, files, accept="text/html"):
        """multipart/form-data; files: {name: (file name, bytes)}."""
        mark = "campaign" + secrets.token_hex(8)
        body = b""
        for name, value in fields.items():
            body += f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, (file, content) in files.items():
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: application/octet-stream\r\n\r\n'
            body += head.encode() + content + b"\r\n"
        body += f"--{mark}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}", "Accept": accept, "Origin": self.server.public_address})

    def must(self, answer, status=200):
        if answer.status != status:
            raise Trouble(f"{self.name}: {status} was expected, {answer.status} came: {answer.text[:300]}")
        return answer

    # What people of a city do.

    def save(self, table, task, revision, **answer):
        return self.post(f"/assessments/{table}/tasks/{task}", {"revision": revision, **answer})

    def add_cluster(self, city, country="Spain", name="Audiovisual"):
        return self.must(self.post("/clusters", {"city": city, "country": country, "name": name})).json["cluster"]

    def open_round(self, cluster, title="First round"):
        known = {line["round"] for line in self.read(f"/clusters/{cluster}")["rounds"]}
        self.must(self.post(f"/clusters/{cluster}/rounds", {"title": title}))
        return next(line["round"] for line in self.read(f"/clusters/{cluster}")["rounds"] if line["round"] not in known)

    def invite(self, cluster, name, role="manager", email=None):
        email = email or f"{name.lower().replace(' ', '.')}@example.org"
        page = self.must(self.post(f"/clusters/{cluster}/invitations", {"name": name, "email": email, "role": role})).json
        return page["invitation_link"].split("key=")[1]

    def add_network(self, name):
        return self.must(self.post("/networks", {"name": name})).json["network"]

    def add_network_city(self, network, city, country="Spain"):
        self.must(self.post(f"/networks/{network}/cities", {"city": city, "country": country}))
        return next(line["city"] for line in self.read(f"/networks/{network}")["cities"] if line["name"] == city)

    def invite_to_network(self, network, name, role, in_city=""):
        person = {"name": name, "email": f"{name.lower().replace(' ', '.')}@example.org", "role": role, "in_city": in_city}
        return self.must(self.post(f"/networks/{network}/invitations", person)).json["invitation_link"].split("key=")[1]

    def open_programme(self, network, title="Learning to look"):
        return self.must(self.post(f"/networks/{network}/programmes", {"title": title, "year": NEXT_YEAR})).json["programme"]

    def take_in(self, programme, cluster):
        """The round in which the cluster takes part."""
        known = {line["round"] for line in self.read(f"/clusters/{cluster}")["rounds"]}
        self.must(self.post(f"/programmes/{programme}/clusters", {"cluster": cluster}))
        return next(line["round"] for line in self.read(f"/clusters/{cluster}")["rounds"] if line["round"] not in known)

    def start_table(self, round_id, from_vertex="A"):
        return self.must(self.post(f"/rounds/{round_id}/assessments", {"started_from": from_vertex})).json["assessment"]


def host_of(server, name="Hanna Host"):
    """Sets the new installation up."""
    if not server.set_up_key:
        raise Trouble("The records are somebody's already: there was no set-up link.")
    host = Visitor(server, name=name)
    form = {"key": server.set_up_key, "name": name, "email": "host@example.org", "password": PASSWORD}
    host.must(host.send("/first-run/setup", form), 303)
    return host


def join(server, key, name, language="en"):
    person = Visitor(server, name=name, language=language)
    person.must(person.post("/join", {"key": key, "name": name, "password": PASSWORD}))
    return person


def sign_in(server, email, language="en"):
    return sign_in_from(server, email, "127.0.0.1", language)


def sign_in_from(server, email, source, language="en"):
    person = Visitor(server, name=email, language=language)
    person.source = source
    person.must(person.post("/sign-in", {"email": email, "password": PASSWORD}))
    return person


def cities_with_tables(server, host, count, vertices="ABC"):
    """count cities, each with one cluster, one manager and one table: [(manager, table)]."""
    keys = []
    for number in range(count):
        cluster = host.add_cluster(f"City {number}")
        keys.append((host.open_round(cluster), host.invite(cluster, f"Manager {number}")))
    found = [None] * count

    def settle(start, step):
        for number in range(start, count, step):
            round_id, key = keys[number]
            manager = join(server, key, f"Manager {number}")
            found[number] = (manager, manager.start_table(round_id, vertices[number % len(vertices)]))

    together(settle, [(start, 2) for start in range(2)])
    return found


def as_form(record):
    """A record as the fields of a form: {"a": {"b": ["c"]}} is a/b/-=c."""
    pairs = []

    def add(name, value):
        if isinstance(value, dict):
            for key, inner in value.items():
                add(f"{name}/{key}" if name else key, inner)
        elif isinstance(value, list):
            for inner in value:
                add(name + "/-", inner)
        elif value is not None:
            pairs.append((name, str(value)))

    add("", record)
    return pairs


def words(language):
    """What the product says, {key: sentence}."""
    said = re.findall(r'^([\w.]+): (".*")$', (ROOT / f"data/words/{language}.yaml").read_text(), re.M)
    return {key: json.loads(text) for key, text in said}


# ── Work in parallel ────────────────────────────────────────────────────────────────────────────────────────────────

def together(work, each):
    """work(*one) for every one of each, in a thread of its own; the first trouble is raised here."""
    troubles = []

    def run(one):
        try:
            work(*one)
        except Exception as trouble:  # handed to the caller below
            troubles.append(trouble)

    threads = [threading.Thread(target=run, args=(one,), daemon=True) for one in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if troubles:
        raise troubles[0]


def text_of(dice, least, most):
    """Words as people write them, with letters of several languages."""
    words = ("films", "señal", "Bürgermeister", "pôle", "nätverk", "€ 2,4 M", "estudio", "ateliers", "– clúster –", "- bullet", "čtvrť", "行")
    text = ""
    size = dice.randint(least, most)
    while len(text) < size:
        text += dice.choice(words) + dice.choice(" \n ")
    return text[:size].strip() or "x"

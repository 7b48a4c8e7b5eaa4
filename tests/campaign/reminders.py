"""Mail as it arrives at a catcher: invitations, and reminders once, in each language, to whom something is due and nobody else.

The catcher is aiosmtpd, a Debian package, so this runs with Debian's own Python.
"""

import datetime
import email
import email.policy
import os
import re
import signal
import subprocess
import sys
import time

import city
from aiosmtpd.controller import Controller

CANARY = "qzxkcanary"
FROM = "trivium@example.org"


class Failed(Exception):
    """The claim does not hold."""


def claim(holds, what):
    if not holds:
        raise Failed(what)


class Catcher:
    """A mail server that keeps what it is given. It can be away, refuse one address, and end a process when a letter has come."""

    def __init__(self):
        self.port = city.free_port()
        self.letters = []
        self.refuses = None
        self.ends = None  # a process
        self.controller = None

    def open(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def close(self):
        self.controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == self.refuses:
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        claim_head(envelope, letter)
        self.letters.append((envelope.rcpt_tos[0], letter))
        if self.ends:
            os.kill(self.ends.pid, signal.SIGKILL)
        return "250 OK"

    def taken(self):
        """Since last asked: [(to, subject, text)], by address."""
        came, self.letters = self.letters, []
        return sorted(((to, letter["Subject"], letter.get_content()) for to, letter in came), key=lambda one: one[0])

    def wait_for(self, count, seconds):
        until = time.monotonic() + seconds
        while len(self.letters) < count and time.monotonic() < until:
            time.sleep(0.05)
        return len(self.letters) >= count


FAULTS = []


def claim_head(envelope, letter):
    """Of every letter that comes."""
    if len(envelope.rcpt_tos) != 1 or envelope.mail_from != FROM:
        FAULTS.append(f"envelope {envelope.mail_from} {envelope.rcpt_tos}")
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version"):
        if len(letter.get_all(name, [])) != 1:
            FAULTS.append(f"{name} stands there {len(letter.get_all(name, []))} times")
    if letter.get_content_type() != "text/plain" or letter.defects or letter["Bcc"] or letter["Cc"]:
        FAULTS.append(f"{letter.items()} {letter.defects}")
    if any(byte > 127 for byte in envelope.content):
        FAULTS.append("a letter with bytes that are not ASCII")
    if CANARY in letter.get_content() or CANARY in str(letter.items()):
        FAULTS.append("an answer stands in a letter")


class World:
    def __init__(self, given, catcher):
        self.binary = str(given.binary)
        self.mail = ["--mail", f"smtp://127.0.0.1:{catcher.port}", "--mail-from", FROM]
        self.catcher = catcher
        self.server = city.Server(given.binary, given.database, self.mail)
        self.server.start()
        self.host = city.host_of(self.server)
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network, "Aprender a mirar, ñ")
        self.cluster = self.host.add_cluster("Near")
        self.round = self.host.take_in(self.programme, self.cluster)
        near = self.host.read(f"/networks/{self.network}")["cities"][0]["city"]
        self.people = {name: city.join(self.server, self.host.invite(self.cluster, name), name, language)
                       for name, language in (("Mara", "en"), ("Mikel", "es"), ("Sent", "en"))}
        for name, role in (("Lead", "lead"), ("Observer", "observer"), ("Coach", "coach"), ("Coordinator", "coordinator")):
            where = near if role in ("coach", "coordinator") else ""
            self.people[name] = city.join(self.server, self.host.invite_to_network(self.network, name, role, where), name)
        self.elsewhere()
        self.tables = {name: self.people[name].start_table(self.round) for name in ("Mara", "Mikel", "Sent")}
        self.answer_and_send("Sent")

    def elsewhere(self):
        """Somebody whose programme is another one, and moved away."""
        network = self.host.add_network("North")
        programme = self.host.open_programme(network, "Elsewhere")
        cluster = self.host.add_cluster("Far")
        self.host.take_in(programme, cluster)
        city.join(self.server, self.host.invite(cluster, "Far Manager"), "Far Manager")
        for step, day in ((5, "12-30"), (4, "12-29"), (3, "12-28"), (2, "12-27"), (1, "12-26")):
            self.move(programme, step, "by", f"{city.NEXT_YEAR}-{day}")

    def answer_and_send(self, name):
        person = self.people[name]
        person.must(person.save(self.tables[name], "A1", 0, standing="answered", notes=CANARY))
        person.must(person.post(f"/assessments/{self.tables[name]}/send", {}))

    def move(self, programme, step, due, due_on):
        revision = self.host.read(f"/programmes/{programme}/steps/{step}")["revision"]
        self.host.must(self.host.post(f"/programmes/{programme}/steps/{step}", {"revision": revision, "due": due, "due_on": due_on}))

    def remind(self, day, wait=True):
        """trivium remind beside the running server; gives its exit code, or the process."""
        command = [self.binary, "remind", "--data", str(self.server.data), "--day", f"{city.NEXT_YEAR}-{day}", "--public-address", self.server.address]
        if self.server.database:
            command += ["--database", self.server.database]
        process = subprocess.Popen(command + self.mail, cwd=city.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if not wait:
            return process
        self.said = process.communicate(timeout=60)[0].decode()
        return process.returncode

    def reminded(self, day):
        code = self.remind(day)
        claim(code == 0, f"trivium remind ended with {code}: {self.said}")
        return self.catcher.taken()


def to(letters):
    return [address.removesuffix("@example.org") for address, _, _ in letters]


# ── What has to hold ────────────────────────────────────────────────────────────────────────────────────────────────

def invitations(world):
    claim(world.catcher.wait_for(8, 20), f"of 8 invitations {len(world.catcher.letters)} came")
    world.catcher.taken()
    name = "Åsa \"Ñ\" <x@example.org>\rBcc: evil@example.org"
    answer = world.host.post(f"/clusters/{world.cluster}/invitations", {"name": name, "email": "asa@example.org", "role": "coach"})
    world.host.must(answer)
    claim(answer.json["mailed_to"] == "asa@example.org", "the page does not say that mail goes out")
    claim(world.catcher.wait_for(1, 20), "the invitation did not come")
    [(address, subject, text)] = world.catcher.taken()
    claim(address == "asa@example.org" and subject == "Hanna Host invites you to Trivium", f"{address} {subject}")
    claim(answer.json["invitation_link"] in text, "the letter holds another link than the page")


def once_to_whom_it_is_due(world):
    # They meet before 10 September: the 9th is the last day, and 26 August is 14 days before it.
    soon = world.reminded("08-25")
    claim(soon == [], f"15 days before the first meeting {to(soon)} are reminded")
    early = world.reminded("08-26")
    claim(to(early) == ["coordinator"], f"14 days before the first meeting {to(early)} are reminded")
    letters = world.reminded("09-05")  # 14 days before 19 September
    claim(to(letters) == ["mara", "mikel"], f"before the table is due {to(letters)} are reminded")
    (_, english, text), (_, spanish, texto) = letters
    claim(english == "Send your table: 14 days left", english)
    claim(spanish == "Enviar tu tabla: quedan 14 días", spanish)
    claim(f"Before 20 September {city.NEXT_YEAR}: 19 September {city.NEXT_YEAR} is the last day." in text, text)
    claim(f"Antes del 20 de septiembre de {city.NEXT_YEAR}: el último día es el 19 de septiembre de {city.NEXT_YEAR}." in texto, texto)
    claim(f"{world.server.address}/assessments/{world.tables['Mara']}" in text and f"{world.server.address}/account" in text, text)
    claim(world.reminded("09-05") == [], "somebody is reminded twice on a day")
    claim(to(world.reminded("09-07")) == ["coordinator"], "on another day somebody is reminded of the same again")


def not_who_has_delivered(world):
    world.answer_and_send("Mara")
    letters = world.reminded("09-16")  # 3 days before
    claim(to(letters) == ["mikel"], f"three days before {to(letters)} are reminded")
    claim(letters[0][1] == "Enviar tu tabla: quedan 3 días", letters[0][1])


def catcher_away(world):
    world.catcher.close()
    code = world.remind("09-30")  # 14 days before the visit
    claim(code == 1, f"without a mail server it ends with {code}: {world.said}")
    claim(world.host.get("/").status == 200, "pages are disturbed")
    world.catcher.open()
    claim(to(world.reminded("09-30")) == ["coach", "coordinator"], "what could not be sent was not sent later")
    claim(world.reminded("09-30") == [], "what was sent later was sent twice")


def one_address_refused(world):
    world.catcher.refuses = "mara@example.org"
    code = world.remind("10-15")  # 14 days before the summary
    claim(code == 1, f"with an address refused it ends with {code}")
    came = to(world.catcher.taken())
    claim(came == ["mikel", "sent"], f"beside the refused one {came} get theirs")
    world.catcher.refuses = None
    claim(to(world.reminded("10-15")) == ["mara"], "the one refused is not tried again")


def killed_between_sending_and_noting(world):
    """It may come twice and is never lost."""
    world.people["Mikel"].must(world.people["Mikel"].post("/account/reminders", {"reminders": "none"}))
    world.people["Sent"].must(world.people["Sent"].post("/account/reminders", {"reminders": "none"}))
    process = world.remind("10-26", wait=False)  # 3 days before the summary: Mara alone
    world.catcher.ends = process
    process.wait(timeout=60)
    world.catcher.ends = None
    claim(process.returncode == -signal.SIGKILL, f"the reminder was not killed: {process.returncode}")
    ids = [letter["Message-ID"] for _, letter in world.catcher.letters]
    claim(to(world.catcher.taken()) == ["mara"], "the letter before the kill did not come")
    claim(world.reminded("10-26") == [], "somebody else sends what is claimed")
    world.server.change("update reminders set claimed_at = '2020-01-01T00:00:00.000Z' where sent_at is null")
    claim(world.remind("10-26") == 0, world.said)
    claim([letter["Message-ID"] for _, letter in world.catcher.letters] == ids, "the same letter does not come again")
    world.catcher.taken()
    claim(world.reminded("10-26") == [], "it comes a third time")


def stopped_by_the_person(world):
    world.people["Mikel"].must(world.people["Mikel"].post("/account/reminders", {"reminders": "by_mail"}))
    claim(to(world.reminded("10-26")) == ["mikel"], "who wants them again gets none")


def by_itself_with_growing_gaps(world):
    """The server finds out by itself, also that the mail server is back."""
    today = datetime.date.today()
    for step, days in ((1, 1), (2, 2), (3, 12)):
        world.move(world.programme, step, "by", (today + datetime.timedelta(days=days)).isoformat())
    world.catcher.close()
    world.server.stop()
    world.server.start()
    world.host = city.sign_in(world.server, "host@example.org")
    time.sleep(1.5)
    claim("reminders not sent, tried again later" in world.server.log.read_text(), "nothing is said of a mail server that is away")
    claim(world.host.get("/").status == 200, "pages are disturbed")
    world.catcher.open()
    claim(world.catcher.wait_for(2, 60), "the server does not try again")
    time.sleep(1)
    came = to(world.catcher.taken())
    claim(came == ["coordinator", "mikel"], f"{came} are reminded by the server itself")


def invitation_waits(world):
    world.catcher.close()
    began = time.monotonic()
    world.host.must(world.host.post(f"/clusters/{world.cluster}/invitations", {"name": "Late", "email": "late@example.org", "role": "coach"}))
    claim(time.monotonic() - began < 2, "the page waits for the mail server")
    time.sleep(0.5)
    world.catcher.open()
    claim(world.catcher.wait_for(1, 60), "an invitation is not sent later")
    claim(to(world.catcher.taken()) == ["late"], "somebody else got it")


def main():
    given = city.options(__doc__.splitlines()[0])
    city.bounded(given.seconds or 500)
    catcher = Catcher()
    catcher.open()
    world = World(given, catcher)
    claims = (invitations, once_to_whom_it_is_due, not_who_has_delivered, catcher_away, one_address_refused, killed_between_sending_and_noting,
              stopped_by_the_person, invitation_waits, by_itself_with_growing_gaps)
    try:
        for one in claims:
            one(world)
        claim(not FAULTS, "; ".join(FAULTS[:3]))
        log = world.server.log.read_text()
        claim(not re.search(r"join\?key=|@example\.org", log.split("Trivium is ready")[-1]), "a key or an address stands in the log")
    except Failed as fault:
        print(f"reminders: {one.__name__}: {fault}")
        return 1
    finally:
        world.server.away()
        catcher.close()
    print(f"reminders: {len(claims)} claims about invitations and reminders, mail server away and back, killed between sending and noting: "
          f"all as promised; {'PostgreSQL' if given.database else 'SQLite'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

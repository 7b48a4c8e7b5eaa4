#!/usr/bin/env python3
"""Somebody without a right to it tries to get in: with made-up keys, by guessing passwords, by being quick at the first start.

Sessions: a new key whenever somebody signs in, joins or changes the password, and the old one good for nothing; some fifty
keys that were forged, cut, swapped or are something else open nothing; keys lie nowhere in the records or the log.
Passwords: of a thousand tries at once ten are compared, however the address is written and whatever headers say where
they come from. First start and invitations: of twenty who come at once one gets in, and nobody after.

Time: a wrong password takes as long for an address that has an account as for one that has none (Mann-Whitney, in turn).

The measure is measured too: the right key and the right password open before and after, and with the counted tries taken
away more than ten are compared. Tries that really compare no password, because the door is shut, have to stand out by
their time; and the least difference that would have stood out is told with the figure, and must not be too much.
"""

import base64
import json
import random
import socket
import statistics
import sys
import time

import city
import forged_keys
import ranks

WRONG = "not the password at all"


# ── Sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────

def signed_in(server, key):
    """Whether the key opens the account, as it stands in the cookie."""
    return city.Visitor(server).ask("GET", "/account.json", headers={"Cookie": f"{server.cookie}={key}".encode() if isinstance(key, str) else key}).status == 200


class Campaign:
    def __init__(self, given):
        self.given = given
        self.dice = random.Random(given.seed)
        self.faults = []
        self.figures = {}
        self.sources = 0

    def check(self, holds, what):
        if not holds:
            self.faults.append(what)

    def somewhere(self):
        """An address of the net nobody has tried from; every one of 127.0.0.0/8 is this machine."""
        self.sources += 1
        return f"127.{1 + self.sources // 60_000}.{self.sources // 250 % 240}.{2 + self.sources % 250}"

    def fresh(self, *words):
        server = city.Server(self.given.binary, self.given.database, words)
        server.start()
        return server

    # Sessions.

    def sessions(self):
        server = self.fresh("--sample")
        host = city.host_of(server)
        cluster = host.add_cluster("Near")
        ana = city.join(server, host.invite(cluster, "Ana"), "Ana")
        self.new_keys(server, host, cluster, ana)
        self.forgeries(server)
        self.own_list(server)
        server.away()

    def new_keys(self, server, host, cluster, ana):
        """Each of these gives another key, and the one before opens nothing."""
        email = "ana@example.org"
        planted = "A" * 43
        fixed = city.Visitor(server, planted)
        fixed.must(fixed.post("/sign-in", {"email": email, "password": city.PASSWORD}))
        self.check(fixed.key != planted and signed_in(server, fixed.key), "Signing in kept a key that was planted")
        self.check(not signed_in(server, planted), "A planted key opens after signing in")
        steps = {"signing in once more": lambda: fixed.post("/sign-in", {"email": email, "password": city.PASSWORD}),
                 "joining once more": lambda: fixed.post("/join", {"key": host.invite(cluster, "Ana", "coordinator", email), "name": "Ana", "password": city.PASSWORD}),
                 "another password": lambda: fixed.post("/account/password", {"current": city.PASSWORD, "password": city.PASSWORD + " 2"}),
                 "signing out": lambda: fixed.post("/sign-out", {})}
        elsewhere = city.sign_in(server, email)
        for what, step in steps.items():
            before = fixed.key
            fixed.must(step())
            self.check(fixed.key != before, f"{what}: the key stays the same")
            self.check(not signed_in(server, before), f"{what}: the key before still opens")
            self.check(fixed.key is None if what == "signing out" else signed_in(server, fixed.key), f"{what}: the new key opens nothing")
            self.check(signed_in(server, elsewhere.key) == (what in ("signing in once more", "joining once more")), f"{what}: the session elsewhere is not as it should be")
        self.check(not signed_in(server, ana.key), "The first session survived another password")
        back = city.Visitor(server)
        back.must(back.post("/sign-in", {"email": email, "password": city.PASSWORD + " 2"}))
        back.must(back.post("/account/password", {"current": city.PASSWORD + " 2", "password": city.PASSWORD}))
        self.figures["new keys"] = len(steps) + 1

    def forgeries(self, server):
        other = self.fresh()
        strange = city.host_of(other).key
        other.away()
        ana = city.sign_in(server, "ana@example.org")
        rows = server.contents()
        self.check(ana.key not in json.dumps(rows), "The key of a session lies in the records")
        session = next(line["session"] for line in ana.read("/account")["sessions"] if line["this_one"])
        row = next(row for row in rows["sessions"] if row["id"] == session)
        tried = 0
        for what, value in forged_keys.forged(ana.key, strange, row["person"], session, row["key_hash"], self.dice):
            cookie = f"{server.cookie}={value}".encode()
            for line in (cookie, b"language=en; " + cookie, cookie + b"; language=en"):
                answer = city.Visitor(server).ask("GET", "/account.json", headers={"Cookie": line})
                tried += 1
                self.check(answer.status in (400, 401), f"A key that is {what} gave {answer.status}")
        # Nor does the right key open anything outside its cookie.
        for headers in ({"Authorization": f"Bearer {ana.key}"}, {"X-Session": ana.key}, {"Cookie": f"Trivium={ana.key}"}, {"Cookie": f"xtrivium={ana.key}"},
                        {"Cookie": f"session={ana.key}"}):
            self.check(city.Visitor(server).ask("GET", "/account.json", headers=headers).status == 401, f"The key opened the account in {next(iter(headers))}")
            tried += 1
        self.check(city.Visitor(server).ask("GET", f"/account.json?{server.cookie}={ana.key}").status != 200, "The key opened the account in the address")
        self.check(signed_in(server, ana.key), "The right key does not open: nothing is proved")
        self.figures["forged keys"] = tried
        server.change("update sessions set expires_at = '2020-01-01T00:00:00.000Z' where id = '%s'" % session)
        self.check(not signed_in(server, ana.key), "A session that has expired still opens")
        self.check(ana.key.encode() not in server.log.read_bytes() and city.PASSWORD.encode() not in server.log.read_bytes(), "Keys or passwords stand in the log")

    def own_list(self, server):
        """One's sessions are listed and ended, nobody else's."""
        here, there = (city.sign_in(server, "ana@example.org") for _ in range(2))
        listed = {line["session"]: line["this_one"] for line in here.read("/account")["sessions"]}
        self.check(len(listed) >= 2 and list(listed.values()).count(True) == 1, f"The account lists {listed}")
        other = next(session for session, this_one in {line["session"]: line["this_one"] for line in there.read("/account")["sessions"]}.items() if this_one)
        host = city.sign_in(server, "host@example.org")
        self.check(host.post(f"/account/sessions/{other}/end", {}).status == 404 and signed_in(server, there.key), "Somebody else's session was ended")
        here.must(here.post(f"/account/sessions/{other}/end", {}))
        self.check(not signed_in(server, there.key), "A session that was ended elsewhere still opens")
        self.check(signed_in(server, here.key), "The session that ended another one ended too")
        self.check(other not in {line["session"] for line in here.read("/account")["sessions"]}, "An ended session is still listed")

    # Guessing.

    def tries(self, server, count, email, source, headers=lambda number: {}, at_once=1, password=WRONG):
        """How many of so many tries were compared, by the answers."""
        statuses = []

        def some(start):
            visitor = city.Visitor(server)
            for number in range(start, count, at_once):
                if visitor.source != source(number):
                    visitor.close()
                visitor.source = source(number)
                body = json.dumps({"email": email(number), "password": password}).encode()
                answer = visitor.ask("POST", "/sign-in", body, {"Content-Type": "application/json", "Accept": "application/json", **headers(number)})
                statuses.append(answer.status)
            visitor.close()

        city.together(some, [(start,) for start in range(at_once)])
        strange = set(statuses) - {422, 429, 200}
        self.check(not strange, f"Tries were answered with {strange}")
        return len(statuses) - statuses.count(429)

    def guessing(self):
        server = self.fresh()
        host = city.host_of(server)
        cluster = host.add_cluster("Near")
        names = ("Ana", "Bo", "Cleo", "Dan", "Eva", "Finn")
        for name in names:
            city.join(server, host.invite(cluster, name), name)
        same = self.somewhere()
        spelled = lambda number: (" " * (number % 3) + "".join(letter.upper() if (number >> at) & 1 else letter for at, letter in enumerate("ana@example.org")) + " " * (number % 2))
        by_account = self.tries(server, 60, spelled, lambda number: self.somewhere())
        self.check(by_account == 10, f"Of 60 tries for one account, in many spellings and from many places, {by_account} were compared")
        self.check(self.tries(server, 1, lambda _: "ana@example.org", lambda _: self.somewhere(), password=city.PASSWORD) == 0, "The right password opens a door that is shut")
        lies = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Originating-IP", "Via")
        by_place = self.tries(server, 60, lambda number: f"nobody.{number}@example.org", lambda _: same,
                              lambda number: {lies[number % len(lies)]: f"10.0.0.{number}", "User-Agent": f"Browser {number}", "Cookie": f"trivium={number}"})
        self.check(by_place == 10, f"Of 60 tries from one place, with headers that name others, {by_place} were compared")
        crowd = self.given.parallel
        at_once = self.tries(server, crowd, lambda _: "bo@example.org", lambda number: f"127.9.{number % 200}.{2 + number % 50}", at_once=50)
        self.check(at_once == 10, f"Of {crowd} tries at once for one account {at_once} were compared")
        place = self.somewhere()
        from_one = self.tries(server, crowd, lambda number: f"crowd.{number}@example.org", lambda _: place, at_once=50)
        self.check(from_one == 10, f"Of {crowd} tries at once from one place {from_one} were compared")
        # Other doors with a password count the same tries.
        key = host.invite(cluster, "Cleo", "coordinator", "cleo@example.org")
        doors = [("/join", {"key": key, "name": "Cleo", "password": WRONG})] * 6 + [("/sign-in", {"email": "cleo@example.org", "password": WRONG})] * 6
        statuses = []
        for path, record in doors:
            visitor = city.Visitor(server)
            visitor.source = self.somewhere()
            statuses.append(visitor.post(path, record).status)
        self.check(statuses.count(422) == 10 and statuses.count(429) == 2, f"Tries at two doors gave {statuses}")
        dan = city.sign_in_from(server, "dan@example.org", self.somewhere())
        changes = [dan.post("/account/password", {"current": WRONG, "password": "another long password"}).status for _ in range(12)]
        self.check(changes.count(422) == 10 and changes.count(429) == 2, f"Guessing the present password gave {changes}")
        # The measure: what counts is what is stored, and after a quarter of an hour the door is open.
        server.change("delete from refused_sign_ins where id <> 'turn' and email = 'bo@example.org'")
        again = self.tries(server, 30, lambda _: "bo@example.org", lambda number: self.somewhere())
        self.check(again == 10, f"With the counted tries taken away {again} more were compared, so the campaign does not see what is compared")
        server.change("update refused_sign_ins set at = '%s' where id <> 'turn'" % time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - 16 * 60)))
        self.check(self.tries(server, 1, lambda _: "ana@example.org", lambda _: same, password=city.PASSWORD) == 1, "After a quarter of an hour the door is still shut")
        self.figures["parallel"] = (crowd, at_once, from_one)
        server.away()

    def behind_a_proxy(self):
        """Who slips shuts the door for herself and not for all who come by the same web server, whatever she says of others."""
        server = self.fresh("--proxy", "127.0.0.1")
        city.host_of(server)
        from_one = self.tries(server, 12, lambda number: f"nobody.{number}@example.org", lambda _: "127.0.0.1", lambda number: {"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.1"})
        self.check(from_one == 10, f"Of 12 tries that a proxy says are from one place {from_one} were compared")
        other = self.tries(server, 1, lambda _: "host@example.org", lambda _: "127.0.0.1", lambda _: {"X-Forwarded-For": "198.51.100.2"}, password=city.PASSWORD)
        self.check(other == 1, "Somebody else's slips behind the proxy shut the door")
        elsewhere = self.tries(server, 12, lambda number: f"nobody.{number}@example.net", lambda _: "127.0.0.9", lambda number: {"X-Forwarded-For": f"198.51.100.{20 + number}"})
        self.check(elsewhere == 10, f"Of 12 tries from a place that is no proxy, with a header, {elsewhere} were compared")
        server.away()

    def timing(self, count):
        """How long a wrong password takes for an address that is known and for one that is not, in turn."""
        server = self.fresh()
        host = city.host_of(server)
        cluster = host.add_cluster("Near")
        each = 9  # tries for one address: at ten its door is shut
        addresses = -(-count // 2 // each)
        for number in range(addresses):
            city.join(server, host.invite(cluster, f"Known {number}"), f"Known {number}")

        def seconds_for(email, status):
            visitor = city.Visitor(server)
            visitor.source = self.somewhere()
            visitor.get("/sign-in")  # the connection stands
            begun = time.perf_counter()
            visitor.must(visitor.post("/sign-in", {"email": email, "password": WRONG}), status)
            taken = time.perf_counter() - begun
            visitor.close()
            return taken

        # The first address nobody has, after a start, waits until the program has made what it is compared with.
        for email in ("nobody@example.org", "host@example.org"):
            seconds_for(email, 422)
        known, unknown = [], []
        for number in range(count // 2):
            turn = [(known, f"known.{number // each}@example.org"), (unknown, f"other.{number // each}@example.org")]
            self.dice.shuffle(turn)
            for into, email in turn:
                into.append(seconds_for(email, 422))
        z = ranks.mann_whitney(known, unknown)
        apart = statistics.median(known) - statistics.median(unknown)
        self.check(abs(z) < ranks.FAR, f"Known addresses take another time: {apart * 1000:+.2f} ms, z = {z:.2f}")
        # The measure: a way through the product that really compares no password, and the least that would be noticed.
        self.tries(server, 10, lambda _: "known.0@example.org", lambda _: self.somewhere())
        shut = [seconds_for("known.0@example.org", 429) for _ in range(max(20, count // 20))]
        shut_z = ranks.mann_whitney(shut, unknown)
        self.check(shut_z < -ranks.FAR, f"Tries that compare no password were not told apart (z = {shut_z:.2f})")
        least = ranks.least_noticed(known, unknown)
        share = least / statistics.median(unknown)  # of what comparing takes
        self.check(share <= (0.1 if count >= 2_000 else 0.5), f"Less than {least * 1000:.1f} ms would not be noticed: the machine is too busy to say anything about time")
        server.away()
        self.figures["timing"] = (len(known) + len(unknown), *(statistics.median(some) * 1000 for some in (known, unknown)), apart * 1000, z,
                                  least * 1000, statistics.median(shut) * 1000, shut_z)

    # The first start, and invitations.

    def first_start(self):
        server = self.fresh()
        older = server.set_up_key
        server.stop()
        server.start()
        key = server.set_up_key
        stranger = city.Visitor(server)
        setup = lambda given, number=0: {"key": given, "name": f"Host {number}", "email": f"host.{number}@example.org", "password": city.PASSWORD}
        for what, given in (("older", older), ("cut", key[:-1]), ("empty", ""), ("other", "A" * 43)):
            self.check(stranger.post("/first-run/setup", setup(given)).status == 410, f"An {what} key set the installation up")
        place = "127.0.0.77"
        with socket.socket() as probe:
            self.check(probe.connect_ex((place, server.port)) != 0, f"It can be reached at {place}: it listens to more than it was told")
        statuses = []

        def set_up(number):
            visitor = city.Visitor(server)
            visitor.get("/first-run?key=" + key)
            statuses.append(visitor.post("/first-run/setup", setup(key, number)).status)

        city.together(set_up, [(number,) for number in range(20)])
        hosts = [row for row in server.contents()["people"] if row["hosts"]]
        self.check(len(hosts) == 1 and statuses.count(200) == 1, f"Twenty at once made {len(hosts)} hosts, {statuses.count(200)} were told so")
        self.figures["hosts of twenty"] = len(hosts)
        for again in range(2):
            for given in (key, older):
                asked = [stranger.get(f"/first-run?key={given}"), stranger.post("/first-run/setup", setup(given, 99)), stranger.post("/first-run/sample", {"key": given}),
                         stranger.post("/first-run/restore", {"key": given, "file": base64.b64encode(b"x").decode()})]
                self.check([answer.status for answer in asked] == [410] * 4, f"After the set-up a key gives {[answer.status for answer in asked]}")
                self.check(str(server.data) not in "".join(answer.text for answer in asked), "After the set-up the folder of the records is told")
            server.stop()
            server.start()
            self.check(server.set_up_key is None, "A start after the set-up prints another key")
        server.away()
        late = self.fresh()
        late.change("update set_up_keys set expires_at = '%s'" % time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - 1)))
        old = late.set_up_key
        rows = late.contents()["set_up_keys"]
        lasts = [(seconds_of(row["expires_at"]) - seconds_of(row["made_at"])) / 60 for row in rows if row["expires_at"] > row["made_at"]]
        self.check(lasts and max(lasts) <= 30, f"A key for the set-up lasts {lasts} minutes")
        late.change("update set_up_keys set expires_at = made_at")
        late_visitor = city.Visitor(late)
        self.check(late_visitor.post("/first-run/setup", setup(old)).status == 410, "An expired key set the installation up")
        city.host_of(late)  # and a fresh one does
        late.away()

    def invitations(self):
        server = self.fresh()
        host = city.host_of(server)
        cluster = host.add_cluster("Near")
        key = host.invite(cluster, "Ana")
        stranger = city.Visitor(server)
        record = {"key": key, "name": "Eve", "password": city.PASSWORD}
        self.check(stranger.post("/join", {**record, "email": "eve@example.org"}).status == 422, "An invitation was accepted for another address")
        for what, given in (("cut", key[:-1]), ("empty", ""), ("lower case", key.lower() + "x"), ("with a blank", key + " "), ("twice", key + key)):
            self.check(stranger.post("/join", {**record, "key": given}).status in (410, 422), f"An invitation was accepted with a key that is {what}")
        statuses = []
        city.together(lambda number: statuses.append(city.Visitor(server).post("/join", {**record, "name": f"Ana {number}"}).status), [(number,) for number in range(20)])
        people = [row for row in server.contents()["people"] if row["email"] == "ana@example.org"]
        roles = [row for row in server.contents()["roles"] if row["person"] == people[0]["id"]]
        self.check(len(people) == len(roles) == statuses.count(200) == 1, f"Twenty who accepted at once made {len(people)} people and {len(roles)} roles")
        self.figures["people of twenty"] = len(people)
        self.check(stranger.post("/join", record).status == 410 and stranger.get(f"/join?key={key}").status == 410, "An invitation was good twice")
        # An address that has an account: only with its password, and only that account.
        more = host.invite(cluster, "Ana", "coordinator", "ana@example.org")
        self.check(stranger.post("/join", {"key": more, "name": "Eve", "password": "another long password"}).status == 422, "Somebody's invitation was accepted without her password")
        self.check(stranger.post("/join", {"key": more, "name": "Ana", "password": city.PASSWORD}).status == 200, "With her password it was not")
        gone = host.invite(cluster, "Gone")
        open_now = next(line["invitation"] for line in host.read(f"/clusters/{cluster}")["invitations"])
        host.must(host.post(f"/invitations/{open_now}/withdraw", {}))
        self.check(stranger.post("/join", {**record, "key": gone}).status == 410, "A withdrawn invitation was accepted")
        late = host.invite(cluster, "Late")
        server.change("update invitations set expires_at = '2020-01-01T00:00:00.000Z' where email = 'late@example.org'")
        self.check(stranger.post("/join", {**record, "key": late}).status == 410, "An expired invitation was accepted")
        for path, method in (("/people", "POST"), ("/register", "POST"), ("/sign-up", "POST"), ("/account", "POST")):
            self.check(stranger.ask(method, path, b"{}", {"Content-Type": "application/json"}).status in (404, 405), f"{method} {path} exists")
        server.away()


def seconds_of(instant):
    return time.mktime(time.strptime(instant[:19], "%Y-%m-%dT%H:%M:%S"))


def main():
    given = city.options(__doc__.splitlines()[0], parallel=(1_000, "tries at once"), timing=(200, "tries whose time is compared; 0: none", 2_000))
    city.bounded(given.seconds or 700 + given.timing)
    campaign = Campaign(given)
    campaign.sessions()
    campaign.guessing()
    campaign.behind_a_proxy()
    campaign.first_start()
    campaign.invitations()
    if given.timing:
        campaign.timing(given.timing)
    for fault in campaign.faults[:30]:
        print(fault)
    figures = campaign.figures
    crowd, at_once, from_one = figures["parallel"]
    print(f"sessions: {figures['new keys']} times a new key, {figures['forged keys']} forged keys refused; of {crowd} tries at once {at_once} compared for one account, "
          f"{from_one} from one place; of 20 at once {figures['hosts of twenty']} host and {figures['people of twenty']} accepted an invitation; "
          + ("%d tries timed: known %.2f ms, unknown %.2f ms (medians, %+.2f ms), z = %.2f, %.2f ms would have stood out; a shut door %.2f ms, z = %.1f; "
             % figures["timing"] if given.timing else "")
          + f"{len(campaign.faults)} faults; {'PostgreSQL' if given.database else 'SQLite'}, seed {given.seed}")
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())

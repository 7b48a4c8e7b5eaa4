"""What other programs make of a calendar feed: two readers that are not its writer, six zones, both days the clocks change.

The feed is written with libical; it is read here with icalendar (which takes a zone by its name) and vobject (which takes the
rules that come along). Both are Debian packages, so this runs with Debian's own Python.
"""

import datetime
import sys
import time
import zoneinfo

import city
import icalendar
import vobject

ZONES = ("Europe/Madrid", "Europe/Lisbon", "Europe/Stockholm", "Atlantic/Azores", "America/New_York", "Australia/Lord_Howe")
UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)
SIGNS = "Åäö ñ; one, two\\ – 行 \"three\": four"
INSTRUCTIONS = SIGNS + "\nsecond line; " + "a long one, ñandú " * 12 + "\n\nlast"
CANARY = "qzxkcanary"


class Failed(Exception):
    """The claim does not hold."""


def claim(holds, what):
    if not holds:
        raise Failed(what)


# ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

def by_icalendar(text):
    """{uid: event} with plain values."""
    read = {}
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        read[str(event["UID"])] = {"start": event["DTSTART"].dt, "end": event["DTEND"].dt, "sequence": int(event["SEQUENCE"]),
                                   "summary": str(event["SUMMARY"]), "description": str(event.get("DESCRIPTION", "")),
                                   "location": str(event.get("LOCATION", "")), "url": str(event["URL"]), "changed": event["LAST-MODIFIED"].dt}
    return read


def by_vobject(text):
    def value(event, name):
        return getattr(event, name).value if hasattr(event, name) else ""
    calendar = vobject.readOne(text.decode())
    return {event.uid.value: {"start": event.dtstart.value, "end": event.dtend.value, "sequence": int(event.sequence.value),
                              "summary": value(event, "summary"), "description": value(event, "description"),
                              "location": value(event, "location"), "url": event.url.value, "changed": event.last_modified.value}
            for event in getattr(calendar, "vevent_list", [])}


def utc(moment):
    return moment.astimezone(UTC) if isinstance(moment, datetime.datetime) else moment


def events(text):
    """What both readers say, which has to be the same."""
    one, other = by_icalendar(text), by_vobject(text)
    plain = [{uid: {name: utc(value) for name, value in event.items()} for uid, event in read.items()} for read in (one, other)]
    if plain[0] != plain[1]:
        raise Failed(f"The two readers disagree:\n{plain[0]}\n{plain[1]}")
    for line in text.split(b"\r\n"):
        claim(len(line) <= 75, f"a line of {len(line)} octets: {line!r}")
        line.decode()  # no letter is torn in two
    claim(b"\n" not in text.replace(b"\r\n", b""), "a line that ends otherwise")
    return plain[0]


def after_its_second(moment):
    """Calendars count whole seconds; what is changed twice within one could not be seen to be later."""
    while datetime.datetime.now(UTC) < moment + datetime.timedelta(seconds=1):
        time.sleep(0.05)


def changes(zone, year):
    """The days of a year on which the clocks of the zone change."""
    place = zoneinfo.ZoneInfo(zone)
    days = [datetime.date(year, 1, 1) + DAY * number for number in range(366)]
    noon = [datetime.datetime(day.year, day.month, day.day, 12, tzinfo=place).utcoffset() for day in days]
    return [day for before, after, day in zip(noon, noon[1:], days[1:]) if before != after]


# ── A network to have dates of ──────────────────────────────────────────────────────────────────────────────────────

class World:
    def __init__(self, given, zone, of_city=False):
        """On the clock of the installation, or where that is another one of the city."""
        self.server = city.Server(given.binary, given.database, ["--zone", "Asia/Tokyo" if of_city else zone])
        self.server.start()
        self.host = city.host_of(self.server)
        self.network = self.host.add_network("West")
        self.lead = city.join(self.server, self.host.invite_to_network(self.network, "Lead", "lead"), "Lead")
        self.programme = self.lead.open_programme(self.network, SIGNS)
        self.cluster = self.host.add_cluster("Near", country="Utopia")  # where nobody knows the clock
        self.round = self.host.take_in(self.programme, self.cluster)  # a lead sees a cluster once it takes part
        if of_city:
            which = next(line["city"] for line in self.lead.read(f"/networks/{self.network}")["cities"] if line["name"] == "Near")
            self.lead.must(self.lead.post(f"/networks/{self.network}/city", {"which": which, "zone": zone}))
        self.manager = city.join(self.server, self.host.invite(self.cluster, "Mara"), "Mara")
        self.link = self.new_link()
        self.plans = 0

    def new_link(self):
        return self.manager.must(self.manager.post("/account/calendar", {})).json["calendar_link"].removeprefix(self.server.address)

    def fetched(self, link=None):
        """As a calendar asks: without a cookie."""
        return city.Visitor(self.server).ask("GET", link or self.link, headers={"Cookie": ""})

    def events(self):
        answer = self.fetched()
        claim(answer.status == 200, f"the feed answers {answer.status}")
        claim(answer.header("Content-Type").startswith("text/calendar"), f"the feed is {answer.header('Content-Type')}")
        claim(CANARY.encode() not in answer.body, "there are answers in the feed")
        return events(answer.body)

    def visit(self):
        return self.events().get(f"visit-{self.round}@trivium")

    def plan(self, day, timetable):
        record = {"revision": self.plans, "on_day": day.isoformat() if day else None, "where": SIGNS, "timetable": timetable}
        self.plans = self.lead.must(self.lead.post(f"/rounds/{self.round}/visit", record)).json["revision"]

    def move(self, step, due, due_on, **more):
        stored = self.lead.read(f"/programmes/{self.programme}/steps/{step}")
        record = {"revision": stored["revision"], "due": due, "due_on": due_on, **more}
        self.lead.must(self.lead.post(f"/programmes/{self.programme}/steps/{step}", record))

    def step(self, number):
        return self.events()[f"step-{self.programme}-{number}@trivium"]


# ── What has to hold ────────────────────────────────────────────────────────────────────────────────────────────────

def visits_on_the_days_around(given, zone, of_city):
    """A visit at 09:30 is at the right moment on each day around both changes; the same event, counted up."""
    world = World(given, zone, of_city)
    place = zoneinfo.ZoneInfo(zone)
    found = changes(zone, city.NEXT_YEAR)
    claim(len(found) == 2, f"{zone} changes its clocks on {found}")
    days = [day + DAY * by for day in found for by in (-1, 0, 1)]
    offsets = {datetime.datetime(day.year, day.month, day.day, 9, 30, tzinfo=place).utcoffset() for day in days}
    claim(len(offsets) == 2, f"{zone} has the offsets {offsets}, so this would prove nothing")
    sequence = -1
    for day in days:
        world.plan(day, "9:30 – Welcome\n12.00 Lunch\n16:45 The end")
        visit = world.visit()
        for name, clock in (("start", datetime.time(9, 30)), ("end", datetime.time(16, 45))):
            right = datetime.datetime.combine(day, clock, place).astimezone(UTC)
            claim(visit[name] == right, f"{zone} {day}: the {name} is {visit[name]}, not {right}")
        claim(visit["sequence"] == sequence + 1, f"{zone}: {sequence} is followed by {visit['sequence']}")
        sequence = visit["sequence"]
    world.server.away()
    return len(days)


def whole_days(world):
    steps = {number: world.step(number) for number in range(1, 6)}
    for number, event in steps.items():
        claim(type(event["start"]) is datetime.date, f"step {number} is not a whole day")
        claim(event["end"] - event["start"] == DAY, f"step {number} ends on {event['end']}")
        claim(event["url"] == f"{world.server.address}/programmes/{world.programme}", f"step {number} leads to {event['url']}")
    claim(steps[1]["start"] == datetime.date(city.NEXT_YEAR, 6, 15), "by 15 June is not 15 June")
    claim(steps[3]["start"] == datetime.date(city.NEXT_YEAR, 9, 19), "before 20 September is not 19 September")
    world.plan(datetime.date(city.NEXT_YEAR, 12, 31), "")
    claim(world.visit()["end"] == datetime.date(city.NEXT_YEAR + 1, 1, 1), "New Year's Eve does not end on New Year's Day")


def words(world):
    world.move(2, "before", f"{city.NEXT_YEAR}-09-10", title=SIGNS, instructions=INSTRUCTIONS)
    said = world.step(2)
    claim(said["summary"] == f"{SIGNS} · {SIGNS}", f"the summary came as {said['summary']!r}")
    claim(said["description"].endswith(INSTRUCTIONS), f"the instructions came as {said['description']!r}")
    claim(world.visit()["location"] == SIGNS, f"the place came as {world.visit()['location']!r}")


def changed_deadline(world):
    before = world.step(3)
    after_its_second(before["changed"])
    world.move(3, "by", f"{city.NEXT_YEAR}-09-25")
    after = world.step(3)  # found by the same uid
    claim(after["start"] == datetime.date(city.NEXT_YEAR, 9, 25), f"the deadline stayed on {after['start']}")
    claim(after["sequence"] == before["sequence"] + 1, f"{before['sequence']} is followed by {after['sequence']}")
    claim(after["changed"] > before["changed"], "it was not changed later")


def answers_stay_out(world):
    table = world.manager.start_table(world.round)
    world.manager.must(world.manager.save(table, "A1", 0, standing="answered", notes=CANARY))
    world.manager.must(world.manager.post(f"/assessments/{table}/send", {}))
    done = world.step(3)
    claim(": done" in done["description"], f"what is sent is not said to be done: {done['description']!r}")


def visit_taken_back(world):
    world.plan(None, "")
    claim(world.visit() is None, "a visit without a day is still there")


def links(world):
    old, world.link = world.link, world.new_link()
    claim(world.fetched(old).status == 404, "the address before the new one still answers")
    world.events()
    world.manager.must(world.manager.post("/account/calendar/end", {}))
    claim(world.fetched().status == 404, "an address that was taken back still answers")
    world.link = world.new_link()


def ended_role(world):
    role = next(person["may_end"] for person in world.host.read(f"/clusters/{world.cluster}")["people"] if person["name"] == "Mara")
    claim(len(world.events()) >= 5, "there was nothing to take away")
    world.host.must(world.host.post(f"/roles/{role}/end", {}))
    claim(world.events() == {}, f"after the role there is still {world.events()}")
    claim(icalendar.Calendar.from_ical(world.fetched().body)["X-WR-CALNAME"] == "Trivium", "the empty calendar has no name")


def main():
    given = city.options(__doc__.splitlines()[0])
    city.bounded(given.seconds or 500)
    try:
        days = sum(visits_on_the_days_around(given, zone, of_city) for zone, of_city in [*((zone, True) for zone in ZONES), (ZONES[1], False)])
        world = World(given, "Europe/Madrid")
        claims = (whole_days, words, changed_deadline, answers_stay_out, visit_taken_back, links, ended_role)
        for one in claims:
            one(world)
        claim(world.link.split("/")[2] not in world.server.log.read_text(), "a key stands in the log")
        world.server.away()
    except Failed as fault:
        print(f"calendars: {fault}")
        return 1
    print(f"calendars: clocks of cities in {len(ZONES)} zones and of the installation, {days} visits at 09:30 around the changes of the clocks, {len(claims)} further claims, "
          f"two readers: all as promised; {'PostgreSQL' if given.database else 'SQLite'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

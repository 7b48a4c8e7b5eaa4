"""What is asked, in the campaign of canaries: every id there is to try, and what fits each input."""

import base64
import re

import city
from canary_people import id_of_m2
from deeds import calendar_of, link_drawn_by, stood_for_by, told_by, translation_of


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
    calendar = calendar_of(people.m2).split("/")[-2]
    calendar_of(people.m2)  # whoever has the link may read the calendar: what everybody tries is one that another took the place of
    case = told_by(people.m2, people.cluster)
    taken = translation_of(people.m2, people.earlier_table)  # which M2 may look back at
    initiative = stood_for_by(people.m2, people.cluster)
    ground.paths = {"initiative": [initiative], "measure": ["location-quotient"], "told_case": ["brest", case], "own_case": [case], "translation": [taken], "link": [link["link"]], "assessment": [m2], "task": city.TASKS, "cluster": [people.cluster], "round": [people.round, people.other_round],
                    "invitation": [invitation], "session": [session], "network": [people.network], "programme": [people.programme], "city": [people.city],
                    "step": ["3"], "role": [leaving], "calendar_key": [calendar], "person": [id_of_m2(people)]}
    ground.inputs = {"assessment": m2, "task": "A1", "revision": 2, "problems_as_of": None, "standing": "answered", "confidence": "guess", "notes": "x", "evidence": "x", "facets": {},
                     "language": "en", "then": "stay", "back": f"/assessments/{m2}", "started_from": "A", "city": "Third", "country": "Spain",
                     "name": "Somebody", "email": people.emails["Coach"], "role": "coach", "title": "Another round", "send_by": "2099-01-01",
                     "key": invitation_key, "password": city.PASSWORD, "current": city.PASSWORD, "file": base64.b64encode(b"no backup").decode(),
                     "table": exported_table(people), "person": id_of_m2(people), "kind": "carries", "from_row": link["from_row"],
                     "to_row": link["to_row"], "strength": "partly", "on_map": True, "because": "x",
                     "told_case": "brest", "own_case": case, "translation": taken,
                     "same": "x", "different": "x", "would_have_to_be_true": "x", "outcome": "not_tried", "what_happened": "x",
                     "with_city": False, "compared": False, "place": "Here", "cluster_name": "Food", "network_name": "West again", "programme_title": "Looking again",
                     "which": people.city, "round": people.round, "city_name": "Near", "city_country": "Spain", "zone": "Europe/Madrid", "deliverable": "none", "situation": "x", "what_was_done": "x", "what_it_took": "x", "what_to_watch": "x",
                     "question": "x", "stages": ["maturity"], "mechanisms": ["learning"], "tasks": ["A1"],
                     "cluster": "", "in_city": people.city, "year": city.NEXT_YEAR, "due": "before", "due_on": f"{city.NEXT_YEAR}-09-20",
                     "instructions": "x", "initiative": "x", "initiative_name": "Another hub", "within": None, "stands_for": [initiative], "instead_of": None, "text": "x", "heard": "coaches", "answer": "x",
                     "issues": "x", "solutions": "x", "lessons": "x", "take": ["x"], "on_day": "2099-01-01", "where": "x", "timetable": "09:30 x", "note": "x", "note_revision": 0, "item": 1, "reminders": "none", "source": "x", "days": 400, "numbers": "year;firms\n2024;40", "decimal": "point",
                     "from": m2, "document_language": "en", "changes": [{"task": "A1", "field": "notes", "text": "x", "written": 0, "revision": 2, "pick": "document"}],
                     "left": [{"task": "A1", "label": "x", "why": "x", "text": "x"}], "remarks": ["x"]}
    ground.others = {"person": people.host.read("/start")["sample_people"][0]["person"]}
    ground.only_at = {"/clusters/{cluster}/invitations": {"email": "guest@example.org", "initiative": ""},
                      "/clusters/{cluster}/initiatives/{initiative}": {"initiative_name": "Hub", "revision": 1},
                      "/programmes/{programme}/steps/{step}": {"revision": 1},
                      "/rounds/{round}/conversations": {"assessment": "", "task": ""},
                      "/conversations/{conversation}/tell": {"revision": 0, "then": "tell"},
                      "/networks/{network}/city": {"then": "rename"},
                      "/rounds/{round}/visit": {"revision": 0},
                      "/assessments/{assessment}/tasks/{task}/note": {"then": "visit"},  # what cannot be taken comes back with the whole visit
                      "/assessments/{assessment}/word": {"file": base64.b64encode(people.m2.must(people.m2.get(f"/assessments/{m2}/table.docx")).body).decode()},
                      "/assessments/{assessment}/closing": {"then": "save", "revision": 0},
                      "/clusters/{cluster}/cases": {"kind": "practice"},
                      "/clusters/{cluster}/cases/{own_case}": {"kind": "practice", "revision": 1},
                      "/assessments/{assessment}/cases/{told_case}/translation": {"revision": 0},
                      "/assessments/{assessment}/translations/{translation}/outcome": {"revision": 0}}
    return ground


def end_a_session_elsewhere(people):
    city.sign_in(people.server, people.emails["M2"])
    elsewhere = next(line["session"] for line in people.m2.read("/account")["sessions"] if not line["this_one"])
    people.m2.must(people.m2.post(f"/account/sessions/{elsewhere}/end", {}))


def exported_table(people):
    """A file that fits: somebody else's table."""
    return city.sign_in(people.server, people.emails["Far manager"]).read(f"/assessments/{people.tables['Far manager']}/export")


QUERIES = {"back": ["check", "qq"], "every": ["1", "qq"], "more": ["1", "-9", "qq"], "key": ["", "qq", "A" * 43, "INVITED"], "q": ["qzxk"],
           "before": ["1", "qq"], "person": ["coach@example.org", "qq"], "deed": ["table_read", "qq"], "after": ["a"],
           "from_row": ["p1", "qq"], "to_row": ["s1", "qq"], "kind": ["carries", "qq"], "done": ["drawn", "qq"], "task": ["A1", "qq"], "item": ["1", "qq"], "noted": ["qq", "TABLE"], "with": ["qq", "TABLE"], "round": ["qq", "TABLE"], "assessment": ["qq", "TABLE"]}
LAST = ("/sample/remove", "/join", "/sign-in", "/sign-out")  # signing in and joining end the session one comes with
# Whoever asks this properly is gone, and ten wrong passwords close the door for all: one person does it, at the end.
FOR_GOOD = ("/account/delete",)

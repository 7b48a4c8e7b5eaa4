"""What people do beside answering: draw a link, ask the coaches, tell a case, take something from one, stand for an initiative, have a calendar."""


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


def told_by(person, cluster):
    """A case of one's own, which the cluster reads."""
    case = {"kind": "failure", "title": "A kitchen", "situation": "small firms", "what_was_done": "we rented one"}
    return person.must(person.post(f"/clusters/{cluster}/cases", case)).json["own_case"]


def stood_for_by(person, cluster):
    """An initiative for which one stands."""
    added = person.must(person.post(f"/clusters/{cluster}/initiatives", {"initiative_name": "Hub"})).json["initiative"]
    role = next(line["says_for"] for line in person.read(f"/clusters/{cluster}")["people"] if line["mine"])
    person.must(person.post(f"/roles/{role}/initiatives", {"stands_for": [added]}))
    return added


def translated_by(person, table, *texts):
    """What is taken from a case: three texts, or one three times."""
    same, different, would = texts if len(texts) == 3 else texts * 3
    taken = {"revision": 0, "same": same, "different": different, "would_have_to_be_true": would}
    return person.must(person.post(f"/assessments/{table}/cases/brest/translation", taken)).json["translation"]


def translation_of(person, table):
    """The one this table holds, found by saving the same words again."""
    page = person.read(f"/assessments/{table}/cases/brest")
    return translated_by(person, table, page["same"], page["different"], page["would_have_to_be_true"])


def calendar_of(person):
    """The address of one's own calendar, made anew."""
    return person.must(person.post("/account/calendar", {})).json["calendar_link"].removeprefix(person.server.public_address)

"""What goes wrong with networks, their programmes and the roles in them."""

from mistake import JSON, LONG, PAGE, Mistake


def networks(world):
    here = f"/networks/{world.network}"
    yield Mistake("a network without a name", "host", "/networks", {"name": " "}, "flaw.missing", "/name")
    yield Mistake("a network with an endless name", "host", "/networks", {"name": "y" * 201}, "flaw.too_long", "/name")
    yield Mistake("a network by a manager", "Mara", "/networks", {"name": "Mine"}, "refusal.not_yours", typed_stays=False)
    yield Mistake("a network by its lead", "Lead", "/networks", {"name": "Mine"}, "refusal.not_yours", typed_stays=False)
    yield Mistake("a network elsewhere, looked at", "Mara", f"/networks/{world.far_network}", None, "refusal.not_found")
    city = {"city": "Third", "country": "Spain"}
    for member in city:
        yield Mistake(f"a city of a network without {member}", "Lead", here + "/cities", {**city, member: ""}, "flaw.missing", f"/{member}")
        yield Mistake(f"a city of a network with an endless {member}", "Lead", here + "/cities", {**city, member: "y" * 201}, "flaw.too_long", f"/{member}")
    yield Mistake("a city twice", "Lead", here + "/cities", {"city": "Near", "country": "Spain"}, "flaw.city_already_here", "/city")
    yield Mistake("a city in a network elsewhere", "Lead", f"/networks/{world.far_network}/cities", city, "refusal.not_found", typed_stays=False)
    yield Mistake("a city by somebody who only looks on", "Observer", here + "/cities", city, "refusal.not_yours", typed_stays=False)
    yield Mistake("a city twice, in other capitals", "Lead", here + "/cities", {"city": "NEAR", "country": "spain"}, "flaw.city_already_here", "/city")
    yield Mistake("a network renamed to nothing", "Lead", here + "/name", {"network_name": " "}, "flaw.missing", "/network_name")
    yield Mistake("a network renamed by a manager", "Mara", here + "/name", {"network_name": "Mine"}, "refusal.not_yours", typed_stays=False)
    right = {"which": world.city, "city_name": "Near again", "city_country": "Spain"}
    yield Mistake("no city to be renamed", "Lead", here + "/city", {**right, "which": ""}, "flaw.which_city", "/which")
    yield Mistake("a city elsewhere to be renamed", "Lead", here + "/city", {**right, "which": world.far_city}, "flaw.unknown_choice", "/which")
    yield Mistake("a city changed in nothing", "Lead", here + "/city", {"which": world.city, "city_name": " "}, "flaw.nothing_to_put_right", "/city_name")
    yield Mistake("a clock there is not", "Lead", here + "/city", {**right, "zone": "Europe/Atlantis"}, "flaw.unknown_choice", "/zone")
    yield Mistake("a city in use left out", "Lead", here + "/city", {**right, "then": "leave_out"}, "flaw.city_in_use", "/which")
    invite = {"name": "Somebody New", "email": "somebody@example.org", "role": "coach", "in_city": world.city}
    yield Mistake("a coach without a name", "Lead", here + "/invitations", {**invite, "name": ""}, "flaw.missing", "/name")
    yield Mistake("a coach without an address", "Lead", here + "/invitations", {**invite, "email": "nobody"}, "flaw.email", "/email")
    yield Mistake("a coach for no city", "Lead", here + "/invitations", {**invite, "in_city": ""}, "flaw.which_city", "/in_city")
    yield Mistake("a coach for a city elsewhere", "Lead", here + "/invitations", {**invite, "in_city": world.far_city}, "flaw.unknown_choice", "/in_city")
    yield Mistake("a manager for a network", "Lead", here + "/invitations", {**invite, "role": "manager"}, "flaw.managers_in_clusters", "/role")
    yield Mistake("an invitation to a network as nothing", "Lead", here + "/invitations", {"name": "N", "email": "n@example.org"}, "flaw.missing", "/role")
    yield Mistake("a lead for one city", "Lead", here + "/invitations", {**invite, "role": "lead"}, "flaw.whole_network", "/in_city")
    yield Mistake("a coach invited by a manager", "Mara", here + "/invitations", invite, "refusal.not_yours", typed_stays=False)
    yield Mistake("an end of no role", "Lead", f"/roles/{world.nothing}/end", {}, "refusal.not_found")
    yield Mistake("an end of a role elsewhere", "Mara", f"/roles/{world.far_role}/end", {}, "refusal.not_found")
    yield Mistake("an end of a role that is not one's own to end", "Mara", f"/roles/{world.coach_role}/end", {}, "refusal.not_yours")


def programmes(world):
    opens = f"/networks/{world.network}/programmes"
    programme = {"title": "Learning to look", "year": 2027}
    yield Mistake("a programme without a title", "Lead", opens, {**programme, "title": ""}, "flaw.missing", "/title")
    yield Mistake("a programme with an endless title", "Lead", opens, {**programme, "title": "y" * 201}, "flaw.too_long", "/title")
    yield Mistake("a programme long ago", "Lead", opens, {**programme, "year": 1999}, "flaw.year_out_of_range", "/year")
    yield Mistake("a programme in a year in words", "Lead", opens, {**programme, "year": "soon"}, "flaw.not_a_number", "/year")
    yield Mistake("a programme by a manager", "Mara", opens, programme, "refusal.not_yours", typed_stays=False)
    here = f"/programmes/{world.programme}"
    yield Mistake("a programme elsewhere, looked at", "Mara", f"/programmes/{world.far_programme}", None, "refusal.not_found")
    yield Mistake("a city elsewhere, looked at", "Mara", f"{here}/cities/{world.far_city}", None, "refusal.not_found")
    step = {"revision": 1, "due": "before", "due_on": f"{world.year}-09-20", "title": "my words ñ", "instructions": "Bring an example"}
    yield Mistake("a step before the last", "Lead", here + "/steps/3", {**step, "due_on": f"{world.year}-01-01"}, "flaw.step_before_last", "/due_on")
    yield Mistake("a step after the next", "Lead", here + "/steps/3", {**step, "due_on": f"{world.year}-12-31"}, "flaw.step_after_next", "/due_on")
    yield Mistake("a step on a day there is not", "Lead", here + "/steps/3", {**step, "due_on": f"{world.year}-09-31"}, "flaw.not_a_date", "/due_on")
    yield Mistake("a step on no day", "Lead", here + "/steps/3", {**step, "due_on": ""}, "flaw.not_a_date", "/due_on")
    yield Mistake("a step due in an unknown way", "Lead", here + "/steps/3", {**step, "due": "after"}, "flaw.unknown_choice", "/due", field=False)
    yield Mistake("a step with an endless title", "Lead", here + "/steps/3", {**step, "title": "y" * 201}, "flaw.too_long", "/title")
    yield Mistake("a step with endless instructions", "Lead", here + "/steps/3", {**step, "instructions": LONG}, "flaw.too_long", "/instructions")
    yield Mistake("a step with a NUL", "Lead", here + "/steps/3", {**step, "instructions": "a\0b"}, "flaw.nul", "/instructions", PAGE)
    yield Mistake("a step without a revision", "Lead", here + "/steps/3", {"due": "by", "due_on": f"{world.year}-09-20"}, "flaw.missing", "/revision", field=False)
    yield Mistake("a step on a revision that is gone", "Lead", here + "/steps/3", {**step, "revision": 7}, "refusal.stale", "")
    yield Mistake("a sixth step", "Lead", here + "/steps/6", step, "refusal.not_found", typed_stays=False)
    yield Mistake("a step by its coach", "Coach of a network", here + "/steps/3", step, "refusal.not_yours", typed_stays=False)
    takes = here + "/clusters"
    yield Mistake("a cluster that takes part already", "Lead", takes, {"cluster": world.cluster}, "flaw.unknown_choice", "/cluster", JSON)
    yield Mistake("a cluster that is not the lead's", "Lead", takes, {"cluster": world.far_cluster}, "flaw.unknown_choice", "/cluster", JSON)
    yield Mistake("a new cluster in no city", "Lead", takes, {"in_city": "", "name": "Food"}, "flaw.which_city", "/in_city")
    yield Mistake("a new cluster in a city elsewhere", "Lead", takes, {"in_city": world.far_city, "name": "Food"}, "flaw.unknown_choice", "/in_city")
    yield Mistake("a new cluster without a name", "Lead", takes, {"in_city": world.city, "name": ""}, "flaw.missing", "/name")
    yield Mistake("a cluster taken in by a coordinator", "Coordinator", takes, {"in_city": world.city, "name": "Food"}, "refusal.not_yours", typed_stays=False)
    fifth = {"name": "Fifth", "email": "fifth@example.org", "role": "manager"}
    yield Mistake("a fifth manager", "host", f"/clusters/{world.full_cluster}/invitations", fifth, "flaw.no_room_for_managers", "/email")
    yield Mistake("a coach invited by a coordinator", "Coordinator", f"/clusters/{world.cluster}/invitations",
                  {"name": "C", "email": "c@example.org", "role": "coach"}, "refusal.not_yours", typed_stays=False)


def conversations(world):
    here = f"/rounds/{world.programme_round}/conversations"
    said = {"text": "my words ñ", "heard": "coaches"}
    yield Mistake("a question without words", "Coordinator", here, {**said, "text": " "}, "flaw.missing", "/text")
    yield Mistake("a question without end", "Coordinator", here, {**said, "text": "y" * 5_001}, "flaw.too_long", "/text")
    yield Mistake("a question with a NUL", "Coordinator", here, {**said, "text": "a\0b"}, "flaw.nul", "/text", PAGE)
    yield Mistake("a question heard by the street", "Coordinator", here, {**said, "heard": "all"}, "flaw.unknown_choice", "/heard", field=False)
    yield Mistake("a question about no table", "Coordinator", here, {**said, "assessment": "mine", "task": "A1"}, "refusal.not_found", typed_stays=False)
    yield Mistake("a question about a table of another round", "Mara", here, {**said, "assessment": world.table, "task": "A1"}, "refusal.not_found", typed_stays=False)
    yield Mistake("a question by the host", "host", here, said, "refusal.not_found", typed_stays=False)
    yield Mistake("a question of a coach in general", "Coach of a network", here, said, "refusal.not_yours", typed_stays=False)
    yield Mistake("a question in a round elsewhere", "Coordinator", f"/rounds/{world.far_round}/conversations", said, "refusal.not_found", typed_stays=False)
    one = f"/conversations/{world.conversation}"
    yield Mistake("an answer without words", "Coordinator", one + "/remarks", {"text": ""}, "flaw.missing", "/text")
    yield Mistake("an answer without end", "Coordinator", one + "/remarks", {"text": "y" * 5_001}, "flaw.too_long", "/text")
    yield Mistake("an answer of somebody it is not meant for", "Milo", one + "/remarks", {"text": "x"}, "refusal.not_found", typed_stays=False)
    yield Mistake("an answer in no conversation", "Coordinator", f"/conversations/{world.nothing}/remarks", {"text": "x"}, "refusal.not_found", typed_stays=False)
    told = {"question": "my words ñ", "answer": "so", "revision": 0}
    for member in ("question", "answer"):
        yield Mistake(f"telling all without {member}", "Coach of a network", one + "/tell", {**told, member: ""}, "flaw.missing", f"/{member}")
        yield Mistake(f"telling all an endless {member}", "Coach of a network", one + "/tell", {**told, member: "y" * 5_001}, "flaw.too_long", f"/{member}")
    yield Mistake("telling all on a revision that is gone", "Coach of a network", one + "/tell", {**told, "revision": 7}, "refusal.stale", "")
    yield Mistake("telling all by who asked", "Coordinator", one + "/tell", told, "refusal.not_yours", typed_stays=False)
    yield Mistake("what was told elsewhere, looked at", "Mara", f"/programmes/{world.far_programme}/answers", None, "refusal.not_found")


def closings(world):
    here = f"/assessments/{world.table}/closing"
    written = {"revision": 0, "issues": "my words ñ", "solutions": "x", "lessons": "x"}
    for member in ("issues", "solutions", "lessons"):
        yield Mistake(f"a summary with endless {member}", "Mara", here, {**written, member: LONG}, "flaw.too_long", f"/{member}")
    yield Mistake("a summary with a NUL", "Mara", here, {**written, "solutions": "a\0b"}, "flaw.nul", "/solutions", PAGE)
    yield Mistake("a summary without a revision", "Mara", here, {"issues": "x"}, "flaw.missing", "/revision", field=False)
    yield Mistake("a summary that then does nothing known", "Mara", here, {**written, "then": "print"}, "flaw.unknown_choice", "/then", field=False)
    yield Mistake("an empty summary handed in", "Mara", here, {"revision": 0, "then": "hand_in"}, "flaw.closing_empty", "/issues")
    yield Mistake("a summary on a revision that is gone", "Mara", here, {**written, "revision": 7}, "refusal.stale", "")
    yield Mistake("a summary of somebody else", "Milo", here, written, "refusal.not_found", typed_stays=False)


def visits(world):
    here = f"/rounds/{world.programme_round}/visit"
    plan = {"revision": 0, "on_day": f"{world.year}-10-07", "where": "my words ñ", "timetable": "09:30 Welcome"}
    yield Mistake("a visit on a day there is not", "Coordinator", here, {**plan, "on_day": f"{world.year}-02-30"}, "flaw.not_a_date", "/on_day")
    yield Mistake("a visit on a day that is over", "Coordinator", here, {**plan, "on_day": "1999-01-01"}, "flaw.day_passed", "/on_day")
    yield Mistake("a visit at an endless place", "Coordinator", here, {**plan, "where": "y" * 201}, "flaw.too_long", "/where")
    yield Mistake("a visit with an endless timetable", "Coordinator", here, {**plan, "timetable": "y" * 5_001}, "flaw.too_long", "/timetable")
    yield Mistake("a visit with a NUL", "Coordinator", here, {**plan, "timetable": "a\0b"}, "flaw.nul", "/timetable", PAGE)
    yield Mistake("a visit without a revision", "Coordinator", here, {"where": "x"}, "flaw.missing", "/revision", field=False)
    yield Mistake("a visit on a revision that is gone", "Coordinator", here, {**plan, "revision": 7}, "refusal.stale", "")
    yield Mistake("a visit planned in a round elsewhere", "Coordinator", f"/rounds/{world.far_round}/visit", plan, "refusal.not_found", typed_stays=False)
    yield Mistake("a note beside a table that is not sent", "Coach of a network", f"/assessments/{world.table}/tasks/A1/note",
                  {"note_revision": 0, "note": "x"}, "refusal.not_found", typed_stays=False)
    yield Mistake("a note beside one's own table", "Mara", f"/assessments/{world.table}/tasks/A1/note",
                  {"note_revision": 0, "note": "x"}, "refusal.not_yours", typed_stays=False)
    beside = f"/assessments/{world.sent}/tasks/A1/note"
    noted = {"note_revision": 0, "note": "my words ñ", "then": "visit", "item": 1}  # as typed on the page of the visit
    yield Mistake("an endless note on a visit", "Coach", beside, {**noted, "note": "y" * 5_001}, "flaw.too_long", "/note")
    yield Mistake("a note on a visit with a NUL", "Coach", beside, {**noted, "note": "a\0b"}, "flaw.nul", "/note", PAGE)
    yield Mistake("a note on a visit on a revision that is gone", "Coach", beside, {**noted, "note_revision": 7}, "refusal.stale", "")
    yield Mistake("a note on a visit at no item", "Coach", beside, {**noted, "item": "there"}, "flaw.not_a_number", "/item", field=False)
    yield Mistake("a note that then leads elsewhere", "Coach", beside, {**noted, "then": "https://example.org"}, "flaw.unknown_choice", "/then", field=False)


def sharing(world):
    here = f"/assessments/{world.table}/sharing"
    yield Mistake("a table compared with nothing", "Mara", here, {"with_city": False, "compared": True}, "flaw.nothing_to_compare", "/compared",
                  form={"compared": "yes"}, field=False, typed_stays=False)
    yield Mistake("a table opened perhaps", "Mara", here, {"with_city": "perhaps", "compared": False}, "flaw.not_yes_or_no", "/with_city", JSON)
    yield Mistake("a table of somebody else opened", "Milo", here, {"with_city": True, "compared": False}, "refusal.not_found",
                  form={"with_city": "yes"}, typed_stays=False)


def every(world):
    yield from networks(world)
    yield from sharing(world)
    yield from visits(world)
    yield from closings(world)
    yield from conversations(world)
    yield from programmes(world)

"""What people and programs get wrong, one line each, and what they are to be told. Used by bad_input.py."""

import base64

import mistakes_of_documents
import mistakes_of_initiatives
import mistakes_of_networks
from mistake import JSON, LONG, PAGE, Mistake


def answers(world):
    """Saving an answer."""
    task = f"/assessments/{world.table}/tasks/"
    typed = {"revision": 0, "notes": "my words ñ", "evidence": "a talk", "language": "en", "then": "stay"}
    a1 = {**typed, "revision": 1}

    def wrong(name, says, at, task_id="A1", wires=("page", "JSON"), field=True, **change):
        record = {**(a1 if task_id == "A1" else typed), **change}
        return Mistake(name, "Mara", task + task_id, {key: value for key, value in record.items() if value is not ...}, says, at, wires, field=field)

    def facet(name, says, at, task_id, value, wires=("page", "JSON"), field=True):
        return wrong(name, says, at, task_id, wires, field, facets=value)

    def row(column, value):
        return {"0": {"name": "first"}, "1": {column: value}}

    twelve = {str(number): {"name": f"activity {number}"} for number in range(12)}
    yield wrong("notes too long", "flaw.too_long", "/notes", notes=LONG)
    yield wrong("notes too long, of four bytes each", "flaw.too_long", "/notes", notes="😀" * 20_001)
    yield wrong("evidence too long", "flaw.too_long", "/evidence", evidence=LONG)
    yield wrong("a NUL in the notes", "flaw.nul", "/notes", wires=PAGE, notes="my words\0 ñ")
    yield wrong("notes are a number", "flaw.not_a_text", "/notes", wires=JSON, notes=7)
    yield wrong("notes are a list", "flaw.not_a_text", "/notes", wires=JSON, notes=["x"])
    yield wrong("no revision", "flaw.missing", "/revision", field=False, revision=...)
    yield wrong("the revision is a word", "flaw.not_a_number", "/revision", field=False, revision="one")
    yield wrong("the revision is half", "flaw.not_a_number", "/revision", field=False, revision=1.5)
    yield wrong("the revision is below nothing", "flaw.not_a_number", "/revision", field=False, revision=-1)
    yield wrong("the revision is beyond all", "flaw.number_too_large", "/revision", wires=JSON, revision=99_999_999_999)
    yield wrong("the revision is a list", "flaw.not_a_number", "/revision", wires=JSON, revision=[1])
    yield wrong("an old revision", "refusal.stale", "", revision=0)
    yield wrong("a revision that is not there yet", "refusal.stale", "", revision=9)
    yield wrong("another text sent on the same revision twice", "refusal.stale", "", "A2", notes="second")
    yield wrong("an unknown standing", "flaw.unknown_choice", "/standing", standing="perhaps")
    yield wrong("an unknown confidence", "flaw.unknown_choice", "/confidence", confidence="sure")
    yield wrong("unknown what comes then", "flaw.unknown_choice", "/then", field=False, then="sideways")
    yield wrong("a language nobody writes", "flaw.unknown_choice", "/language", field=False, language="es_ES!")
    yield wrong("an empty language", "flaw.unknown_choice", "/language", wires=JSON, language="")
    yield wrong("a member with a slip of the pen", "flaw.unknown_member", "/noets", field=False, noets="x")
    yield facet("fields that are a word", "flaw.not_an_object", "/facets", "A1", "x", JSON)
    yield facet("fields that are a list", "flaw.not_an_object", "/facets", "A1", ["x"], JSON)
    yield facet("a field that is not there", "flaw.unknown_member", "/facets/colour", "A1", {"colour": "red"}, field=False)
    yield facet("a choice not on the list", "flaw.unknown_choice", "/facets/awareness/code", "A6", {"awareness": {"code": "everybody"}})
    yield facet("one of several choices not on the list", "flaw.unknown_choice", "/facets/reach/0", "A5", {"reach": ["moon"]})
    yield facet("an own entry too long", "flaw.too_long", "/facets/awareness/own", "A6", {"awareness": {"own": "y" * 201}})
    yield facet("an order with a word for a place", "flaw.not_a_number", "/facets/sources/universities", "A3", {"sources": {"universities": "first"}})
    yield facet("an order with one thing twice", "flaw.chosen_twice", "/facets/sources/1", "A3", {"sources": ["universities", "universities"]}, JSON)
    yield facet("an order of unknown things", "flaw.unknown_choice", "/facets/sources/stars", "A3", {"sources": {"stars": "1"}}, field=False)
    yield facet("an order that is a number", "flaw.not_a_list", "/facets/sources", "A3", {"sources": 4}, JSON)
    yield facet("a number in words", "flaw.not_a_number", "/facets/full_time", "C1", {"full_time": "many"})
    yield facet("a number too small", "flaw.number_below", "/facets/full_time", "C1", {"full_time": "-1"})
    yield facet("a number too large", "flaw.number_above", "/facets/full_time", "C1", {"full_time": "501"})
    yield facet("a number that is yes", "flaw.not_a_number", "/facets/full_time", "C1", {"full_time": True}, JSON)
    yield facet("half a point", "flaw.number_not_whole", "/facets/demands/0/weight", "A_sum", {"demands": {"0": {"text": "x", "weight": "2.5"}}})
    yield facet("a year in words", "flaw.not_a_year", "/facets/visions/0/horizon", "B2", {"visions": {"0": {"horizon": "soon"}}})
    yield facet("a year far off", "flaw.year_out_of_range", "/facets/visions/0/horizon", "B2", {"visions": {"0": {"horizon": "9031"}}})
    yield facet("a long text too long", "flaw.too_long", "/facets/visions/0/statement", "B2", {"visions": {"0": {"statement": "y" * 5_001}}})
    yield facet("a short text too long", "flaw.too_long", "/facets/adequate_because", "C1", {"adequate_because": "y" * 501})
    yield facet("too many lines", "flaw.too_many_lines", "/facets/products", "A1", {"products": "a line\n" * 41})
    yield facet("a line too long", "flaw.line_too_long", "/facets/products", "A1", {"products": "short\n" + "y" * 501})
    yield facet("too many rows", "flaw.too_many_rows", "/facets/activities", "A1",
                {"activities": {str(number): {"name": f"row {number}"} for number in range(21)}})
    yield facet("a cell too long", "flaw.too_long", "/facets/activities/1/name", "A1", {"activities": row("name", "y" * 501)})
    yield facet("a cell too long in the third of twelve rows", "flaw.too_long", "/facets/activities/2/name", "A1",
                {"activities": {**twelve, "2": {"name": "y" * 501}}})
    yield facet("a column that is not there", "flaw.unknown_member", "/facets/activities/1/colour", "A1", {"activities": row("colour", "red")},
                field=False)
    yield facet("a cell not on the list", "flaw.unknown_choice", "/facets/activities/1/classification/code", "A1",
                {"activities": row("classification", {"code": "shoe_size"})})
    yield facet("a row with a mark that cannot be", "flaw.not_an_id", "/facets/activities/1/id", "A1",
                {"activities": {"0": {"name": "first"}, "1": {"id": "§ 1", "name": "second"}}}, field=False)
    yield facet("a row twice", "flaw.same_row_twice", "/facets/activities/1/id", "A1",
                {"activities": {"0": {"id": "r1", "name": "first"}, "1": {"id": "r1", "name": "second"}}}, field=False)
    yield facet("rows that are a word", "flaw.not_a_list", "/facets/activities", "A1", {"activities": "x"}, JSON)
    yield Mistake("a task that is not there", "Mara", task + "A99", a1, "refusal.not_found")
    yield Mistake("a table that is not there", "Mara", f"/assessments/{world.nothing}/tasks/A1", a1, "refusal.not_found")
    yield Mistake("a table that is no table", "Mara", "/assessments/mine/tasks/A1", a1, "refusal.not_found")
    yield Mistake("a colleague's unsent table", "Mara", f"/assessments/{world.unsent}/tasks/A1", a1, "refusal.not_found")
    yield Mistake("a colleague's sent table, by the coach", "Coach", f"/assessments/{world.sent}/tasks/A1", a1, "refusal.not_yours")
    yield Mistake("saving without having signed in", "nobody", task + "A1", a1, "refusal.sign_in")
    yield Mistake("saving after signing out", "Ended", task + "A1", a1, "refusal.sign_in")
    yield Mistake("saving with a made-up session", "Forged", task + "A1", a1, "refusal.sign_in")


def broken_bodies(world):
    """What is not even a form or a record."""
    here = f"/assessments/{world.table}/tasks/A1"
    form = "application/x-www-form-urlencoded"

    def broken(name, body, says, wires, content_type=None, at="", **more):
        given = {"Content-Type": content_type} if content_type else {}
        return Mistake(name, "Mara", here, body, says, at, wires, headers={**given, **more}, typed_stays=False, field=False)

    yield broken("broken off in the middle", b'{"revision": 1, "notes": "my wo', "flaw.broken_json", JSON)
    yield broken("nothing at all", b"", "flaw.broken_json", JSON)
    yield broken("a comma too many", b'{"revision": 1,}', "flaw.broken_json", JSON)
    yield broken("half of a pair of letters", b'{"revision": 1, "notes": "\\ud800"}', "flaw.broken_json", JSON)
    yield broken("a list", b"[1]", "flaw.not_an_object", JSON)
    yield broken("null", b"null", "flaw.not_an_object", JSON)
    yield broken("a word", b'"hello"', "flaw.not_an_object", JSON)
    yield broken("nested without end", b'{"facets": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", "flaw.nested_too_deep", JSON)
    yield broken("a number without end", b'{"revision": 1e99999}', "flaw.number_too_large", JSON)
    yield broken("letters of another encoding", b'{"revision": 1, "notes": "a\xf1o"}', "flaw.not_utf8", JSON)
    yield broken("a bare NUL", b'{"revision": 1, "notes": "a\0o"}', "flaw.nul", JSON)
    yield broken("an escaped NUL", b'{"revision": 1, "notes": "a\\u0000o"}', "flaw.nul", JSON)
    yield broken("a member named with a NUL", b'{"revision": 1, "no\\u0000tes": "x"}', "flaw.nul", JSON)
    yield broken("letters of another encoding in a form", b"revision=1&notes=a%F1o", "flaw.not_utf8", PAGE)
    yield broken("a form with a broken letter", b"revision=1&notes=50%", "flaw.not_utf8", PAGE)
    yield broken("a form that contradicts itself", b"revision=1&notes=x&notes/own=y", "flaw.contradictory_field", PAGE, at="/notes/own")
    yield broken("a field twice", b"revision=1&notes=x&notes=y", "flaw.contradictory_field", PAGE, at="/notes")
    yield broken("a form of six thousand fields", b"&".join(b"a%d=1" % number for number in range(6_000)), "flaw.too_many_fields", PAGE)
    yield broken("a form in parts without a mark between them", b"revision=1", "flaw.broken_form", PAGE, "multipart/form-data")
    yield broken("a form in parts that breaks off", b"--m\r\nContent-Disposition: form-data\r\n\r\nx", "flaw.missing", PAGE,
                 "multipart/form-data; boundary=m", at="/revision")
    yield broken("a part without a name", b"--m\r\nContent-Disposition: form-data\r\n\r\nx\r\n--m--\r\n", "flaw.broken_form", PAGE,
                 "multipart/form-data; boundary=m")
    yield broken("more than there is room for", b"x" * 1_100_000, "refusal.too_large", ("page", "JSON"))
    yield broken("a record that calls itself text", b'{"revision": 1}', "refusal.other_origin", JSON, "text/plain")
    yield broken("a record that calls itself XML", b"<answer/>", "refusal.other_origin", JSON, "application/xml")
    yield broken("a form from a page elsewhere", b"revision=1&notes=x", "refusal.other_origin", PAGE, form, Origin="https://elsewhere.example")
    yield broken("a form from a frame elsewhere", b"revision=1&notes=x", "refusal.other_origin", PAGE, form, **{"Sec-Fetch-Site": "cross-site"})
    yield broken("a record from a page elsewhere", b'{"revision": 1}', "refusal.other_origin", JSON, Origin="https://elsewhere.example")
    for method in ("PUT", "PATCH", "DELETE"):
        yield Mistake(f"{method} instead of POST", "Mara", here, {"revision": 1}, "refusal.wrong_method", method=method)
    yield Mistake("looking where one can only send", "Mara", f"/assessments/{world.table}/send", None, "refusal.wrong_method")


def looking(world):
    """Addresses that are not there, or not for everybody."""
    table = f"/assessments/{world.table}"
    for name, address in (("an address that is not there", "/nothing-here"), ("a task that is not there, looked at", table + "/tasks/A99"),
                          ("the history of such a task", table + "/tasks/A99/history"), ("a colleague's unsent table, looked at", f"/assessments/{world.unsent}"),
                          ("its documents", f"/assessments/{world.unsent}/documents"), ("a table that is no table, looked at", "/assessments/mine"),
                          ("a cluster elsewhere", f"/clusters/{world.far_cluster}"), ("a cluster that is no cluster", "/clusters/ours")):
        yield Mistake(name, "Mara", address, None, "refusal.not_found")
    # Without an earlier round nothing has changed, and there is no form to keep anything in.
    for name, change, says, at in (("a reason for a task nobody knows", {"task": "A99"}, "flaw.unknown_task", "/task"),
                                   ("a reason of a thousand letters and one", {"because": "y" * 1_001}, "flaw.too_long", "/because"),
                                   ("a reason on a revision that is gone", {"revision": 7}, "flaw.saved_meanwhile", "/because")):
        yield Mistake(name, "Mara", table + "/reasons", {"task": "A1", "because": "x", "revision": 0, **change}, says, at, typed_stays=False, field=False)
    # A table without two things to link has no form for links either.
    for name, given, says, at in (("a link from nothing", {"from_row": "", "to_row": "x"}, "flaw.choose_row", "/from_row"),
                                  ("a link to a row that is gone", {"kind": "meets", "from_row": "x", "to_row": "y"}, "flaw.no_such_row", "/to_row"),
                                  ("a link of a kind nobody knows", {"kind": "flies", "from_row": "x", "to_row": "y"}, "flaw.unknown_choice", "/kind")):
        yield Mistake(name, "Mara", table + "/links", given, says, at, typed_stays=False, field=False)
    yield Mistake("the map after a deed nobody knows", "Mara", table + "/fit?done=flown", None, "flaw.unknown_choice", "/done", typed_stays=False, field=False)
    yield Mistake("one table laid beside nothing", "Mara", f"/rounds/{world.round}/together?with/-={world.table}", None, "flaw.two_to_four", "/with",
                  typed_stays=False, field=False)
    yield Mistake("searching for a whole letter", "Mara", "/search?q=" + "y" * 201, None, "flaw.too_long", "/q")
    yield Mistake("searching for a NUL", "Mara", "/search?q=a%00b", None, "flaw.nul", "/q")
    yield Mistake("searching in another encoding", "Mara", "/search?q=a%F1o", None, "flaw.not_utf8", "/q")
    yield Mistake("a question with a query nobody asked for", "Mara", table + "/tasks/A1?colour=red", None, "flaw.unknown_member", "/colour", typed_stays=False,
                  field=False)
    yield Mistake("more rows in words", "Mara", table + "/tasks/A1?more=some", None, "flaw.not_a_number", "/more", typed_stays=False, field=False)
    for name, key in (("a used invitation", world.used), ("a withdrawn invitation", world.withdrawn), ("an expired invitation", world.expired),
                      ("an invitation nobody wrote", "A" * 43)):
        yield Mistake(name + ", looked at", "nobody", f"/join?key={key}", None, "refusal.gone")
    yield Mistake("an account without having signed in", "nobody", "/account", None, "refusal.sign_in", wires=JSON)


def accounts(world):
    """Coming in, passwords, sessions, language."""
    short = dict(says="flaw.password_short", at="/password")
    words = {"email": "mara@example.org", "password": "not the right one"}
    yield Mistake("a wrong password", "nobody", "/sign-in", words, "flaw.no_match", "/email")
    yield Mistake("nobody's e-mail", "nobody", "/sign-in", {**words, "email": "nobody@example.org"}, "flaw.no_match", "/email")
    yield Mistake("no e-mail", "nobody", "/sign-in", {"password": "x"}, "flaw.missing", "/email", JSON)
    yield Mistake("no password", "nobody", "/sign-in", {"email": "mara@example.org"}, "flaw.missing", "/password", JSON)
    yield Mistake("nothing filled in", "nobody", "/sign-in", {"email": "", "password": ""}, "flaw.no_match", "/email")
    yield Mistake("an e-mail that is a list", "nobody", "/sign-in", {**words, "email": ["a"]}, "flaw.not_a_text", "/email", JSON)
    yield Mistake("too many wrong passwords", "nobody", "/sign-in", {**words, "email": "tired@example.org"}, "refusal.too_many_tries", source=world.tired,
                  typed_stays=False)
    change = {"current": "not the right one", "password": "a new long password"}
    yield Mistake("a wrong present password", "Milo", "/account/password", change, "flaw.wrong_password", "/current")
    yield Mistake("a new password too short", "Milo", "/account/password", {**change, "password": "short"}, **short)
    yield Mistake("a new password too long", "Milo", "/account/password", {**change, "password": "y" * 1_001}, "flaw.too_long", "/password")
    yield Mistake("no new password", "Milo", "/account/password", {"current": "x"}, "flaw.missing", "/password", JSON)
    yield Mistake("an empty new password", "Milo", "/account/password", {"current": "x", "password": ""}, **short)
    yield Mistake("a new password for nobody", "nobody", "/account/password", change, "refusal.sign_in")
    yield Mistake("leaving for good with a wrong password", "Milo", "/account/delete", {"current": "not the right one"}, "flaw.wrong_password", "/current")
    yield Mistake("leaving for good without a password", "Milo", "/account/delete", {}, "flaw.missing", "/current", JSON)
    yield Mistake("leaving for good as nobody", "nobody", "/account/delete", {"current": "x"}, "refusal.sign_in")
    person = f"/people/{world.person}"
    yield Mistake("erasing somebody by another address", "host", person + "/erase", {"email": "milo@example.org"}, "flaw.other_address", "/email")
    yield Mistake("erasing somebody by nothing", "host", person + "/erase", {"email": ""}, "flaw.other_address", "/email")
    yield Mistake("erasing somebody who is not there", "host", f"/people/{world.nothing}/erase", {"email": "milo@example.org"}, "refusal.not_found", typed_stays=False)
    yield Mistake("erasing somebody as a manager", "Milo", person + "/erase", {"email": "mara@example.org"}, "refusal.not_yours", typed_stays=False)
    yield Mistake("looking at everybody as a manager", "Milo", "/people", None, "refusal.not_yours")
    yield Mistake("the trail as a manager", "Milo", "/trail", None, "refusal.not_yours")
    yield Mistake("the trail of nobody", "host", "/trail?person=nobody@example.org", None, "flaw.nobody_with_address", "/person")
    yield Mistake("a trail of no deeds", "host", "/trail?deed=flying", None, "flaw.unknown_choice", "/deed")
    yield Mistake("who looked at a table that is not one's own", "Coach", f"/assessments/{world.sent}/looked", None, "refusal.not_yours")
    for given, says in (("29", "flaw.days_out_of_range"), ("3651", "flaw.days_out_of_range"), ("for ever", "flaw.not_a_number"), ("1.5", "flaw.not_a_number")):
        yield Mistake(f"{given} days for the installation", "host", "/privacy/retention", {"days": given}, says, "/days", PAGE)
        yield Mistake(f"{given} days for a network", "Lead", f"/networks/{world.network}/retention", {"days": given}, says, "/days", PAGE)
    yield Mistake("days by somebody who only looks on", "Observer", f"/networks/{world.network}/retention", {"days": 40}, "refusal.not_yours", typed_stays=False)
    yield Mistake("days for the installation by a lead", "Lead", "/privacy/retention", {"days": 40}, "refusal.not_yours", typed_stays=False)
    yield Mistake("signing somebody else out", "Mara", f"/account/sessions/{world.session}/end", {}, "refusal.not_found")
    yield Mistake("signing nobody out", "Mara", "/account/sessions/elsewhere/end", {}, "refusal.not_found")
    yield Mistake("an address for nobody's calendar", "nobody", "/account/calendar", {}, "refusal.sign_in")
    yield Mistake("a calendar's address taken back that is not there", "Mara", "/account/calendar/end", {}, "refusal.gone")
    yield Mistake("a calendar's address for nobody taken back", "nobody", "/account/calendar/end", {}, "refusal.sign_in")
    yield Mistake("reminders now and then", "Mara", "/account/reminders", {"reminders": "sometimes"}, "flaw.unknown_choice", "/reminders", field=False, typed_stays=False)
    yield Mistake("reminders without saying how", "Mara", "/account/reminders", {}, "flaw.missing", "/reminders", field=False, typed_stays=False)
    yield Mistake("reminders for nobody", "nobody", "/account/reminders", {"reminders": "none"}, "refusal.sign_in")
    yield Mistake("a calendar with a made-up key", "nobody", f"/calendar/{'A' * 43}/trivium.ics", None, "refusal.not_found")
    yield Mistake("a language that is not spoken", "Mara", "/language", {"language": "xx"}, "flaw.unknown_choice", "/language", field=False)
    yield Mistake("no language", "Mara", "/language", {}, "flaw.missing", "/language", field=False)
    yield Mistake("shoes that are not the sample city's", "nobody", "/sample/enter", {"person": world.person}, "refusal.not_found")
    yield Mistake("shoes that are none", "nobody", "/sample/enter", {"person": "me"}, "flaw.not_an_id", "/person", field=False)
    yield Mistake("taking the sample city out without being the host", "Mara", "/sample/remove", {}, "refusal.not_yours")


def clusters(world):
    """What the host arranges."""
    here = f"/clusters/{world.cluster}"
    cluster = {"city": "Third", "country": "Spain", "name": "Food"}
    invite = {"name": "Somebody New", "email": "somebody@example.org", "role": "manager"}
    round_ = {"title": "Spring round", "send_by": "2099-05-01"}
    for member in cluster:
        yield Mistake(f"a cluster without {member}", "host", "/clusters", {**cluster, member: ""}, "flaw.missing", f"/{member}")
        yield Mistake(f"a cluster with an endless {member}", "host", "/clusters", {**cluster, member: "y" * 201}, "flaw.too_long", f"/{member}")
    yield Mistake("a cluster on two lines", "host", "/clusters", {**cluster, "name": "Food\nand drink"}, "flaw.one_line", "/name")
    yield Mistake("a cluster with a NUL", "host", "/clusters", {**cluster, "name": "Food\0"}, "flaw.nul", "/name", PAGE)
    yield Mistake("a cluster with a member more", "host", "/clusters", {**cluster, "colour": "red"}, "flaw.unknown_member", "/colour", field=False)
    yield Mistake("a cluster without a member", "host", "/clusters", {"city": "Third", "country": "Spain"}, "flaw.missing", "/name")
    yield Mistake("a cluster by a manager", "Mara", "/clusters", cluster, "refusal.not_yours", typed_stays=False)
    yield Mistake("a cluster by nobody", "nobody", "/clusters", cluster, "refusal.sign_in", typed_stays=False)
    yield Mistake("a round without a name", "host", here + "/rounds", {**round_, "title": " "}, "flaw.missing", "/title")
    yield Mistake("a round with an endless name", "host", here + "/rounds", {**round_, "title": "y" * 201}, "flaw.too_long", "/title")
    yield Mistake("a round by a day there is not", "host", here + "/rounds", {**round_, "send_by": "2099-02-30"}, "flaw.not_a_date", "/send_by")
    yield Mistake("a round by a day in words", "host", here + "/rounds", {**round_, "send_by": "soon"}, "flaw.not_a_date", "/send_by")
    yield Mistake("a round by a day that has passed", "host", here + "/rounds", {**round_, "send_by": "2020-02-01"}, "flaw.day_passed", "/send_by")
    yield Mistake("a round by a manager", "Mara", here + "/rounds", round_, "refusal.not_yours", typed_stays=False)
    yield Mistake("a round in a cluster elsewhere", "Mara", f"/clusters/{world.far_cluster}/rounds", round_, "refusal.not_found")
    yield Mistake("a round in no cluster", "host", f"/clusters/{world.nothing}/rounds", round_, "refusal.not_found")
    yield Mistake("an invitation without a name", "host", here + "/invitations", {**invite, "name": ""}, "flaw.missing", "/name")
    for email in ("somebody", "somebody@", "a@b@c.org", "some body@example.org", "y" * 250 + "@example.org"):
        yield Mistake(f"an invitation to {email[:24]}", "host", here + "/invitations", {**invite, "email": email}, "flaw.email", "/email")
    yield Mistake("an invitation as king", "host", here + "/invitations", {**invite, "role": "king"}, "flaw.unknown_choice", "/role")
    yield Mistake("an invitation as nothing", "host", here + "/invitations", {"name": "N", "email": "n@example.org"}, "flaw.missing", "/role")
    yield Mistake("an invitation of somebody who is here", "host", here + "/invitations", {**invite, "email": "mara@example.org"}, "flaw.already_here",
                  "/email")
    yield Mistake("an invitation of somebody who is invited", "host", here + "/invitations", {**invite, "email": "nora.new@example.org", "role": "manager"},
                  "flaw.invited_already", "/email")
    yield Mistake("an invitation by a manager", "Mara", here + "/invitations", invite, "refusal.not_yours", typed_stays=False)
    yield Mistake("withdrawing twice", "host", f"/invitations/{world.withdrawn_id}/withdraw", {}, "refusal.gone")
    yield Mistake("withdrawing nothing", "host", f"/invitations/{world.nothing}/withdraw", {}, "refusal.not_found")
    yield Mistake("withdrawing by a manager", "Mara", f"/invitations/{world.open_id}/withdraw", {}, "refusal.not_yours")


def joining(world):
    """Links and tables."""
    join = {"key": world.good, "name": "Nora New", "password": "a long enough password"}
    for name, key in (("a used invitation", world.used), ("a withdrawn invitation", world.withdrawn), ("an expired invitation", world.expired),
                      ("an invitation nobody wrote", "A" * 43), ("an empty invitation", "")):
        yield Mistake(name, "nobody", "/join", {**join, "key": key}, "refusal.gone", typed_stays=False)
    yield Mistake("joining without a name", "nobody", "/join", {**join, "name": ""}, "flaw.missing", "/name")
    yield Mistake("joining with an endless name", "nobody", "/join", {**join, "name": "y" * 201}, "flaw.too_long", "/name")
    yield Mistake("joining with a short password", "nobody", "/join", {**join, "password": "short"}, "flaw.password_short", "/password")
    yield Mistake("joining as somebody known, with a wrong password", "nobody", "/join", {**join, "key": world.known, "name": "Sana", "password": "not the right one"},
                  "flaw.wrong_password", "/password")
    start = f"/rounds/{world.round}/assessments"
    yield Mistake("a table started from D", "Coach", start, {"started_from": "D"}, "flaw.unknown_choice", "/started_from", field=False)
    yield Mistake("a table started from nowhere", "Coach", start, {}, "flaw.missing", "/started_from", field=False)
    yield Mistake("a table of a coach", "Coach", start, {"started_from": "A"}, "refusal.not_yours")
    yield Mistake("a table in a round elsewhere", "Mara", f"/rounds/{world.far_round}/assessments", {"started_from": "A"}, "refusal.not_found")
    yield Mistake("a table in no round", "Mara", f"/rounds/{world.nothing}/assessments", {"started_from": "A"}, "refusal.not_found")
    yield Mistake("a table of nobody", "nobody", start, {"started_from": "A"}, "refusal.sign_in")
    yield Mistake("sending a colleague's table", "Mara", f"/assessments/{world.unsent}/send", {}, "refusal.not_found")
    yield Mistake("sending a colleague's sent table", "Coach", f"/assessments/{world.sent}/send", {}, "refusal.not_yours")


def cases(world):
    """What is taken from a case, and cases of one's own."""
    here = f"/assessments/{world.table}/cases/brest/translation"
    taken = {"revision": 0, "same": "my words ñ", "different": "no ferry", "would_have_to_be_true": "a body for all"}
    for member in ("same", "different", "would_have_to_be_true"):
        yield Mistake(f"a translation with an endless {member}", "Mara", here, {**taken, member: LONG}, "flaw.too_long", f"/{member}")
        yield Mistake(f"a translation with a NUL in {member}", "Mara", here, {**taken, member: "a\0b"}, "flaw.nul", f"/{member}", PAGE)
    yield Mistake("a translation that says nothing", "Mara", here, {"revision": 0, "same": " ", "different": ""}, "flaw.one_of_three", "/same")
    yield Mistake("a translation without a revision", "Mara", here, {"same": "my words ñ"}, "flaw.missing", "/revision", field=False)
    yield Mistake("a translation of no case", "Mara", f"/assessments/{world.table}/cases/atlantis/translation", taken, "refusal.not_found", typed_stays=False)
    yield Mistake("a translation in a colleague's table", "Mara", f"/assessments/{world.unsent}/cases/brest/translation", taken, "refusal.not_found", typed_stays=False)
    yield Mistake("a translation in a sent table, by the coach", "Coach", f"/assessments/{world.sent}/cases/brest/translation", taken, "refusal.not_yours",
                  typed_stays=False)
    yield Mistake("an outcome of no translation", "Mara", f"/assessments/{world.table}/translations/{world.nothing}/outcome",
                  {"revision": 0, "outcome": "not_tried"}, "refusal.not_found", typed_stays=False)
    told = f"/clusters/{world.cluster}/cases"
    case = {"kind": "failure", "title": "A kitchen", "situation": "my words ñ", "what_was_done": "we rented one"}
    for member in ("title", "situation", "what_was_done"):
        yield Mistake(f"a case without {member}", "Mara", told, {**case, member: " "}, "flaw.missing", f"/{member}")
    yield Mistake("a case with an endless title", "Mara", told, {**case, "title": "y" * 201}, "flaw.too_long", "/title")
    yield Mistake("a case with a place on two lines", "Mara", told, {**case, "place": "Here\nand there"}, "flaw.one_line", "/place")
    yield Mistake("a case with an endless question", "Mara", told, {**case, "question": LONG}, "flaw.too_long", "/question")
    yield Mistake("a case of no kind", "Mara", told, {name: value for name, value in case.items() if name != "kind"}, "flaw.missing", "/kind")
    yield Mistake("a case of a stage nobody knows", "Mara", told, {**case, "stages": ["boredom"]}, "flaw.unknown_choice", "/stages")
    yield Mistake("a case of a task nobody asks", "Mara", told, {**case, "tasks": ["A99"]}, "flaw.unknown_choice", "/tasks")
    yield Mistake("a case in a cluster elsewhere", "Mara", f"/clusters/{world.far_cluster}/cases", case, "refusal.not_found", typed_stays=False)
    yield Mistake("a case told by the host", "host", told, case, "refusal.not_found", typed_stays=False)
    yield Mistake("a change of no case", "Mara", f"{told}/{world.nothing}", {**case, "revision": 1}, "refusal.not_found", typed_stays=False)
    yield Mistake("taking no case out", "Mara", f"{told}/{world.nothing}/remove", {}, "refusal.not_found", typed_stays=False)


def numbers(world):
    """What was counted of a cluster, pasted as a table."""
    here = f"/clusters/{world.cluster}/numbers"
    given = {"revision": 0, "source": "my words ñ", "numbers": "year;firms\n2024;40", "decimal": "point"}
    yield Mistake("numbers from nowhere", "Mara", here, {**given, "source": " "}, "flaw.missing", "/source")
    yield Mistake("numbers with an endless source", "Mara", here, {**given, "source": "y" * 501}, "flaw.too_long", "/source")
    yield Mistake("no numbers", "Mara", here, {**given, "numbers": " \n"}, "flaw.missing", "/numbers")
    yield Mistake("numbers that are words", "Mara", here, {**given, "numbers": "year;firms\n2024;forty"}, "evidence.not_a_number", "/numbers")
    yield Mistake("fewer than no firms", "Mara", here, {**given, "numbers": "year;firms\n2024;-4"}, "evidence.out_of_range", "/numbers")
    yield Mistake("a year twice", "Mara", here, {**given, "numbers": "year;firms\n2024;40\n2024;41"}, "flaw.year_twice", "/numbers")
    yield Mistake("a column nobody asked for", "Mara", here, {**given, "numbers": "year;firms;profit\n2024;40;1"}, "flaw.no_such_column", "/numbers")
    yield Mistake("numbers without the firms", "Mara", here, {**given, "numbers": "year;jobs\n2024;40"}, "evidence.no_column", "/numbers")
    yield Mistake("a header alone", "Mara", here, {**given, "numbers": "year;firms"}, "flaw.no_years", "/numbers")
    yield Mistake("a row with a cell too many", "Mara", here, {**given, "numbers": "year;firms\n2024;40;1"}, "evidence.fields", "/numbers")
    yield Mistake("decimals of no kind", "Mara", here, {**given, "decimal": "dash"}, "flaw.unknown_choice", "/decimal")
    yield Mistake("numbers on a revision that is gone", "Mara", here, {**given, "revision": 7}, "refusal.stale", "")
    yield Mistake("numbers of a cluster elsewhere", "Mara", f"/clusters/{world.far_cluster}/numbers", given, "refusal.not_found", typed_stays=False)
    yield Mistake("numbers given by the host", "host", here, given, "refusal.not_found", typed_stays=False)


def coming_back(world):
    """Bringing a table back from a file."""
    file = world.exported
    answer = next(answer for answer in file["answers"] if answer["task"] == "A1")

    def wrong(name, says, at, table, who="Mara", into=None, wires=("page", "JSON"), **more):
        into = into or world.table
        return Mistake(name, who, "/import", {"assessment": into, "table": table}, says, at, wires, form={"assessment": into}, files={"table": table}, **more)

    def with_answers(*given):
        return {**file, "answers": list(given)}

    yield wrong("a file that is no table", "flaw.not_an_export", "/table", {"hello": "there"})
    yield wrong("a file that is a number", "flaw.not_an_export", "/table", 5)
    yield wrong("a file that is a list", "flaw.not_an_export", "/table", [file])
    yield wrong("a file that breaks off", "flaw.broken_json", "/table", b'{"format": "trivium.tab', wires=PAGE)
    yield wrong("a file that is a picture", "flaw.not_utf8", "/table", b"\x89PNG\r\n\x1a\n" + b"\xff\xfe" * 40, wires=PAGE)
    yield wrong("a file that is a PDF", "flaw.pdf_for_export", "/table", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", wires=PAGE)
    yield wrong("a file that is a document", "flaw.document_for_export", "/table", b"PK\x03\x04" + bytes(40), wires=PAGE)
    yield wrong("no file chosen", "flaw.not_a_file", "/table", b"", wires=PAGE)
    yield Mistake("no file at all", "Mara", "/import", {"assessment": world.table}, "flaw.missing", "/table")
    yield wrong("a file of a newer Trivium", "flaw.newer_export", "/table/format_version", {**file, "format_version": 2})
    yield wrong("a file without answers", "flaw.missing", "/table/answers", {name: value for name, value in file.items() if name != "answers"})
    yield wrong("a file with a member more", "flaw.unknown_member", "/table/colour", {**file, "colour": "red"})
    yield wrong("a file with an unknown task", "flaw.unknown_task", "/table/answers/0/task", with_answers({**answer, "task": "A99"}))
    yield wrong("a file with a task twice", "flaw.task_twice", "/table/answers/1/task", with_answers(answer, answer))
    yield wrong("a file with an unknown standing", "flaw.unknown_choice", "/table/answers/0/standing", with_answers({**answer, "standing": "perhaps"}))
    yield wrong("a file in a language nobody writes", "flaw.unknown_choice", "/table/answers/0/language", with_answers({**answer, "language": "e§"}))
    yield wrong("a file with an endless text", "flaw.too_long", "/table/answers/0/notes", with_answers({**answer, "notes": LONG}))
    yield wrong("a file with a wrong field", "flaw.unknown_member", "/table/answers/0/facets/colour", with_answers({**answer, "facets": {"colour": "red"}}))
    yield wrong("a file into a colleague's table", "refusal.not_found", "", file, into=world.unsent, typed_stays=False)
    yield wrong("a file into no table", "flaw.not_an_id", "/assessment", file, into="mine", field=False)
    yield wrong("a file into a sent table, by the coach", "refusal.not_yours", "", file, who="Coach", into=world.sent, typed_stays=False)
    yield wrong("a file by nobody", "refusal.sign_in", "", file, who="nobody", typed_stays=False)


def first_run(world):
    """An installation that is nobody's yet, and one that is somebody's."""
    key = world.empty.set_up_key
    set_up = {"key": key, "name": "Hanna Host", "email": "host@example.org", "password": "a long enough password"}

    def wrong(what, says, at, server="empty", address="/first-run/setup", **change):
        return Mistake(what, "nobody", address, {**set_up, **change}, says, at, server=server, typed_stays=says.startswith("flaw"))

    def restore(name, says, content, **more):
        return Mistake(name, "nobody", "/first-run/restore", {"key": key, "file": base64.b64encode(content).decode()}, says, "/file", server="empty",
                       form={"key": key}, files={"file": content}, **more)

    yield wrong("setting up without a name", "flaw.missing", "/name", name="")
    yield wrong("setting up with an endless name", "flaw.too_long", "/name", name="y" * 201)
    yield wrong("setting up on two lines", "flaw.one_line", "/name", name="Hanna\nHost")
    yield wrong("setting up with no e-mail", "flaw.email", "/email", email="hanna")
    yield wrong("setting up with one of the sample city's e-mails", "flaw.email_taken", "/email", email=world.sample_email)
    yield wrong("setting up with a short password", "flaw.password_short", "/password", password="secret")
    yield wrong("setting up with an endless password", "flaw.too_long", "/password", password="y" * 1_001)
    yield wrong("setting up with a link nobody printed", "refusal.gone", "", key="A" * 43)
    yield wrong("setting up with an expired link", "refusal.gone", "", key=world.expired_set_up)
    yield wrong("setting up twice", "refusal.gone", "", server="house", key=world.used_set_up)
    for name, link in (("a set-up link nobody printed", "A" * 43), ("an expired set-up link", world.expired_set_up)):
        yield Mistake(name + ", looked at", "nobody", f"/first-run?key={link}", None, "refusal.gone", server="empty")
        yield Mistake(f"the sample city with {name}", "nobody", "/first-run/sample", {"key": link}, "refusal.gone", server="empty")
    yield Mistake("a used set-up link, looked at", "nobody", f"/first-run?key={world.used_set_up}", None, "refusal.gone")
    yield restore("restoring a holiday letter", "flaw.backup_unreadable", b"Dear all, the sun is shining. " * 40)
    yield restore("restoring half a backup", "flaw.backup_damaged", world.half_backup)
    yield restore("restoring another program's records", "flaw.backup_unreadable", world.other_records)
    yield Mistake("restoring nothing", "nobody", "/first-run/restore", {"key": key}, "flaw.missing", "/file", JSON, server="empty")
    yield Mistake("restoring without choosing a file", "nobody", "/first-run/restore", {"key": key, "file": ""}, "flaw.not_a_file", "/file", server="empty",
                  form={"key": key}, files={"file": b""})
    yield Mistake("restoring something that is no file", "nobody", "/first-run/restore", {"key": key, "file": "%%%"}, "flaw.not_a_file", "/file", JSON,
                  server="empty")


def every(world):
    for part in (answers, broken_bodies, looking, accounts, clusters, mistakes_of_initiatives.every, joining, cases, numbers, coming_back, first_run, mistakes_of_networks.every, mistakes_of_documents.every):
        yield from part(world)

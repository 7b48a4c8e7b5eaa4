"""What people get wrong about the initiatives of a cluster. Used by bad_input.py."""

from mistake import JSON, PAGE, Mistake


def every(world):
    """What the people of a cluster stand for."""
    here = f"/clusters/{world.cluster}/initiatives"
    one = {"initiative_name": "Film archive", "within": world.umbrella}
    yield Mistake("an initiative without a name", "Mara", here, {**one, "initiative_name": " "}, "flaw.missing", "/initiative_name")
    yield Mistake("an initiative with an endless name", "Mara", here, {**one, "initiative_name": "y" * 201}, "flaw.too_long", "/initiative_name")
    yield Mistake("an initiative on two lines", "Mara", here, {**one, "initiative_name": "Film\narchive"}, "flaw.one_line", "/initiative_name")
    yield Mistake("an initiative with a NUL", "Mara", here, {**one, "initiative_name": "Film\0"}, "flaw.nul", "/initiative_name", PAGE)
    yield Mistake("an initiative twice", "host", here, {**one, "initiative_name": "film  Óffice"}, "flaw.initiative_there", "/initiative_name")
    yield Mistake("an initiative within nothing", "Mara", here, {**one, "within": world.nothing}, "flaw.no_such_initiative", "/within")
    yield Mistake("an initiative within what is no initiative", "Mara", here, {**one, "within": "the plan"}, "flaw.not_an_id", "/within")
    yield Mistake("an initiative within one elsewhere", "Mara", here, {**one, "within": world.far_initiative}, "flaw.no_such_initiative", "/within")
    yield Mistake("an initiative within one that has ended", "Mara", here, {**one, "within": world.ended}, "flaw.no_such_initiative", "/within")
    yield Mistake("an initiative on a seventh level", "Mara", here, {**one, "within": world.deepest}, "flaw.initiative_too_deep", "/within")
    yield Mistake("an initiative by a coach", "Coach", here, one, "refusal.not_yours", typed_stays=False)
    yield Mistake("an initiative in a cluster elsewhere", "Mara", f"/clusters/{world.far_cluster}/initiatives", one, "refusal.not_found", typed_stays=False)
    changed = {"initiative_name": "Film plan", "within": None, "revision": 1}
    umbrella = f"{here}/{world.umbrella}"
    yield Mistake("an initiative renamed to nothing", "Mara", umbrella, {**changed, "initiative_name": ""}, "flaw.missing", "/initiative_name")
    yield Mistake("an initiative renamed to another", "Mara", umbrella, {**changed, "initiative_name": "FILM OFFICE"}, "flaw.initiative_there", "/initiative_name")
    yield Mistake("an initiative within itself", "Mara", umbrella, {**changed, "within": world.umbrella}, "flaw.initiative_in_itself", "/within")
    yield Mistake("an initiative in a circle", "Mara", umbrella, {**changed, "within": world.initiative}, "flaw.initiative_in_circle", "/within")
    yield Mistake("an initiative on an older text", "Mara", umbrella, {**changed, "initiative_name": "Film plan anew", "revision": 0}, "flaw.initiative_changed", "/initiative_name")
    yield Mistake("an initiative that has ended, renamed", "Mara", f"{here}/{world.ended}", changed, "refusal.gone", typed_stays=False)
    yield Mistake("an initiative elsewhere, renamed here", "Mara", f"{here}/{world.far_initiative}", changed, "refusal.not_found", typed_stays=False)
    yield Mistake("an initiative ended twice", "Mara", f"{here}/{world.ended}/end", {}, "refusal.gone")
    yield Mistake("an initiative ended by a coach", "Coach", f"{here}/{world.initiative}/end", {}, "refusal.not_yours")
    yield Mistake("an initiative that is not there", "Mara", f"{here}/{world.nothing}", None, "refusal.not_found")
    stands = f"/roles/{world.mara_role}/initiatives"
    yield Mistake("standing for an initiative elsewhere", "Mara", stands, {"stands_for": [world.initiative, world.far_initiative]}, "flaw.no_such_initiative", "/stands_for/1")
    yield Mistake("standing for what has ended", "host", stands, {"stands_for": [world.ended]}, "flaw.no_such_initiative", "/stands_for/0")
    yield Mistake("standing for what is no initiative", "Mara", stands, {"stands_for": ["the plan"]}, "flaw.not_an_id", "/stands_for/0")
    yield Mistake("standing for a word", "Mara", stands, {"stands_for": 7}, "flaw.not_a_list", "/stands_for", JSON)
    yield Mistake("saying what a colleague stands for", "Milo", stands, {"stands_for": []}, "refusal.not_yours", typed_stays=False)
    yield Mistake("an invitation of a coach who stands for something", "host", f"/clusters/{world.cluster}/invitations",
                  {"name": "C", "email": "c@example.org", "role": "coach", "initiative": "Film office"}, "flaw.managers_stand_for", "/initiative")

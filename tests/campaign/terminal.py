#!/usr/bin/env python3
"""The terminal says what the pages say: the fit map of an exported table, and which answer feeds which view.

    tests/campaign/terminal.py [--binary build/release/src/trivium]

A table is filled in and linked on a server, exported, and printed by `trivium fit`; everything the page's record says has to
stand in what is printed. Exits with 1 where it does not.
"""

import json
import os
import re
import shutil
import subprocess
import sys

import city
import tables_side_by_side

NUMBERS = "year;firms;entries;exits;larger_firms\n2021;100;9;4;1000\n2022;105;9;4;1000\n2023;110;9;4;1000\n2024;116;10;4;1000"


class Failed(Exception):
    """The claim does not hold."""


def claim(holds, what):
    if not holds:
        raise Failed(what)


def printed(given, *words, ends_with=0):
    done = subprocess.run([given.binary, *words], capture_output=True, text=True, cwd=city.ROOT, timeout=60)
    claim(done.returncode == ends_with, f"trivium {' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return done.stdout if ends_with == 0 else done.stderr


def remarked(given, *words):
    """What is said of an answer that went into a file. Who reads what is printed meets nothing of it."""
    done = subprocess.run([given.binary, *words], capture_output=True, text=True, cwd=city.ROOT, timeout=60, check=True)
    claim(done.stdout == "", f"beside the answer in a file there is printed: {done.stdout}")
    return done.stderr


def filled_in(manager, table):
    answers = {
        "A8": {"stage": "decline"},
        "A_sum": {"demands": [
            {"id": "d1", "text": "Nobody buys abroad", "weight": 4, "mechanisms": ["matching"], "scale": "national", "actors": "SMEs"},
            {"id": "d2", "text": "No test kitchen", "weight": 1, "mechanisms": ["sharing"]}]},
        "B4": {"services": [
            {"id": "s1", "text": "Fair abroad", "kind": "match_making", "problems": ["first"], "share": 80},
            {"id": "s2", "text": "Newsletter", "kind": "information"}]},
        "C4": {"regional": 1, "national": 0},
        "C8": {"practices": [
            {"id": "p1", "text": "Lunch for the fair", "kind": "one_to_one", "hours": 5},
            {"id": "p2", "text": "Reports", "hours": 5}]}}
    for task, facets in answers.items():
        manager.must(manager.save(table, task, 0, facets=facets))
    manager.must(manager.post(f"/assessments/{table}/links", {"kind": "carries", "from_row": "p1", "to_row": "s1", "strength": "partly"}))


def sentences(page):
    """Everything the map says in words, and how often there was something of each kind."""
    for chain in page["chains"]:
        yield "chain", chain["text"]
    for finding in page["findings"]:
        yield "finding", finding["sentence"]
        yield "question", finding["question"]
        if finding["beside"]:
            yield "case", finding["beside"]["title"]
    for side in page["sides"]:
        yield "side", side["sentence"]
        yield "agreement", side["agreement"]
    for capacity in page["middle"]:
        for sentence in capacity["sentences"]:
            yield "middle", sentence
    for point in page["points"]:
        yield "point", point["sentence"]
    for distance in page["distances"]:
        yield "distance", distance["sentence"]
    for help_ in page["helpful"]:
        yield "help", help_["question"]
    for line in page["lines"]:
        yield "link", line["from"]
    for loose in page["loose"]:
        yield "loose", loose["text"]
    for found in page["contradictions"]:
        for sentence in [found["title"], found["said"], found["question"], found["reason"], *found["counted"]]:
            yield "contradiction", sentence


def same_map(given, manager, table, folder, language):
    manager.language = language
    page = manager.read(f"/assessments/{table}/fit")
    agenda = manager.read(f"/assessments/{table}/agenda")
    file = folder / "table.json"
    file.write_text(json.dumps(manager.read(f"/assessments/{table}/export")))
    numbers = folder / "numbers.csv"
    numbers.write_text(NUMBERS)
    text = printed(given, "fit", str(file), "--language", language, "--numbers", str(numbers))
    met = set()
    for kind, sentence in sentences(page):
        met.add(kind)
        claim(sentence in text, f"the {kind} “{sentence}” does not stand in the terminal")
    claim(len(met) == 13, f"only {sorted(met)} were there to be said")
    for item in agenda["first"]:
        claim(item["finding"] in text and item["question"] in text, f"“{item['finding']}” of the agenda is missing")
    spelled = {"en": "0.8", "es": "0,8"}[language]
    claim(spelled in text, "the numbers of the sides are missing")
    without = printed(given, "fit", str(file), "--language", language)
    claim(page["contradictions"] and page["contradictions"][0]["said"] not in without, "a contradiction without numbers")
    asked = [item["id"] for group in agenda["groups"] for item in group["items"]]
    for found in page["contradictions"]:
        claim(f"counted.{found['id']}" in asked, f"the agenda does not ask about {found['id']}")
    return len(met)


def refusals(given, folder):
    broken = folder / "broken.json"
    broken.write_text("{")
    claim(printed(given, "fit", str(broken), ends_with=1), "a broken file is refused without a sentence")
    broken.write_text('{"format": "something else"}')
    claim(printed(given, "fit", str(broken), ends_with=1), "a file that is no table is refused without a sentence")


# What somebody types into the rules by mistake: was, is, and the reason they are told.
SLIPS = {
    "a code": ("is: not_a_cluster_yet", "is: not_a_clster", '"not_a_clster" is no code of "stage"'),
    "a facet": ("facet: trips,", "facet: tripps,", 'C6 has no facet "tripps"'),
    "a key": ("  control: influence", "  contrl: influence", 'unknown key "contrl" in a rule'),
    "a threshold": ("facet: trips, below: 0.25", "facet: trips, below: -5", 'below -5 would never hold: "trips" goes from 0 to 31'),
    "a sign": ("  kind: stage", "  kind: stage: early", "is not YAML"),
}


def rules(given, folder):
    """A slip in the rules stops the start, with the file, its line and the reason, before anything is kept; mended, it starts."""
    share = folder / "share"
    shutil.copytree(city.ROOT / "data", share / "data")
    (share / "pages").symlink_to(city.ROOT / "web/pages")
    (share / "web").symlink_to(city.ROOT / "build/web")
    file = share / "data/guidance/rules.yaml"
    right = file.read_text()
    surroundings = {**os.environ, "TRIVIUM_SHARE": str(share)}

    def run(*words):
        return subprocess.run([given.binary, *words], capture_output=True, text=True, cwd=city.ROOT, timeout=60, env=surroundings)

    kept = folder / "never"
    for what, (was, slip, reason) in SLIPS.items():
        claim(was in right, f"the rules hold no “{was}” any more: the campaign has to be written anew")
        file.write_text(right.replace(was, slip, 1))
        line = right[:right.index(was)].count("\n") + 1
        for words in (["serve", "--data", str(kept), "--port", str(city.free_port())], ["framework", "use"]):
            done = run(*words)
            claim(done.returncode == 2, f"{what} mistyped: trivium {words[0]} ended with {done.returncode}")
            claim(done.stdout == "", f"{what} mistyped: {done.stdout}")
            said = done.stderr.splitlines()
            claim(any(one.startswith(f"{file}:{line}: ") and reason in one for one in said), f"{what} mistyped in line {line} is told as {done.stderr}")
            claim(len(said) <= 2, f"{what} mistyped takes {len(said)} lines to say")
        claim(not kept.exists(), f"{what} mistyped: records are made before the rules are read")
    file.write_text(right)
    claim(run("framework", "use").returncode == 0, "mended, it does not start")


def forgotten(given, server, person, email):
    """A new password is printed for its owner, and opens what the old one no longer does."""
    where = ["--database", given.database] if given.database else ["--data", str(server.data)]
    said = printed(given, "person", "password", email, *where)
    new = re.search(r"signs in with: (\S+)", said).group(1)
    claim(person.get("/account", "application/json").status == 401, "she is still signed in with the old password")
    again = city.Visitor(server)
    claim(again.post("/sign-in", {"email": email, "password": new}).status == 200, f"the new password {new} opens nothing")
    claim(city.Visitor(server).post("/sign-in", {"email": email, "password": city.PASSWORD}).status == 422, "the old password still opens")
    printed(given, "person", "password", "nobody@example.org", *where, ends_with=1)


def measures(given, folder):
    """A measure that cannot begin says what to type instead, and the answer never takes the place of what is read."""
    jobs = folder / "jobs.csv"
    for value, hint in (('"10,5"', "--decimal ,"), ("c", "--suppressed c"), ("n.d.", "--suppressed 'n.d.'"), ("1'234", "--thousands \"'\""),
                        ("1 234", "--thousands ' '")):
        jobs.write_text(f"region,industry,jobs\nA,1,{value}\nA,2,7\n")
        said = printed(given, "measure", "location-quotient", "--employment", str(jobs), ends_with=1)
        claim(hint in said, f"{value} is refused without the option that reads it: {said}")
    for value, typed, hint in (("1.200,5", ["--decimal", ","], "--thousands '.'"), ("1.200,5", [], "--thousands '.'"), ("1.200,5", [], "--decimal ,"),
                               ("1.200.300", [], "--thousands '.'"), ("1,200.5", [], "--thousands ','")):
        jobs.write_text(f'region,industry,jobs\nA,1,"{value}"\nA,2,7\n')
        said = printed(given, "measure", "location-quotient", "--employment", str(jobs), *typed, ends_with=1)
        claim(hint in said, f"{value} with {typed} is refused without {hint}: {said}")
    jobs.write_text("geo;nace;jobs\nA;1;9\nA;2;7\n")
    said = printed(given, "measure", "location-quotient", "--employment", str(jobs), ends_with=1)
    claim("geo, nace, jobs" in said and "--column region=" in said, f"a column under another name is asked for without those there are: {said}")
    said = printed(given, "measure", "location-quotient", "--employment", str(jobs), "--column", "region=Geo", "--column", "industry=nace", ends_with=1)
    claim("“Geo”" in said and "--column region=" in said, f"a column that was misspelt is not led back to ours: {said}")
    jobs.write_text("region,industry,jobs\nA,1,9\nA,2,7\n")
    before = jobs.read_bytes()
    said = printed(given, "measure", "location-quotient", "--employment", str(jobs), "--out", str(jobs), ends_with=1)
    claim("--out" in said and jobs.read_bytes() == before, f"the answer takes the place of the table: {said}")
    jobs.write_text("region,industry,jobs\nA,1,9\nA,2,7\nA,TOTAL,16\n")
    for language, words in (("en", "what a total is called"), ("es", "un nombre que suele llevar un total")):
        said = remarked(given, "measure", "specialisation", "--employment", str(jobs), "--out", str(folder / "doubled.csv"), "--language", language)
        claim(words in said and "--without employment.industry=" in said, f"a total beside its parts is answered in {language}: {said}")
    said = remarked(given, "measure", "specialisation", "--employment", str(jobs), "--out", str(folder / "single.CSV"), "--without", "employment.industry=TOTAL")
    claim("--without" not in said, f"left out, it is still spoken of: {said}")
    jobs.write_text("region,industry,jobs\nA,1,9\nA,2,7\n")
    # What a measure wrote is read again, also from an address that begins where one stands.
    printed(given, "measure", "location-quotient", "--employment", str(jobs), "--out", str(folder / "answer.parquet"))
    relative = os.path.relpath(folder / "answer.parquet", city.ROOT)
    printed(given, "measure", "location-quotient", "--employment", relative)
    said = printed(given, "measure", "relative-concentration", "--sites", str(jobs), ends_with=1)
    claim(said.startswith("--industry: Say which industry"), f"without an industry it is said: {said}")
    for words in (["lots"], ["1KB"]):
        said = printed(given, "measure", "location-quotient", "--employment", str(jobs), "--memory", *words, ends_with=1)
        claim("--memory" in said and "512MB" in said, f"an amount that is none is answered so: {said}")
    for words in ([], ["quotient"], ["quotient", "--employment", str(jobs)]):
        said = printed(given, "measure", *words, ends_with=1)
        claim("location-quotient" in said, f"a wrong name is answered without those there are: {said}")
    for name, nearest in (("lokation-quotient", "location-quotient"), ("survial", "survival"), ("speciali", "specialisation")):
        said = printed(given, "measure", name, ends_with=1).splitlines()
        claim(nearest in said[0] and said[1].strip() == nearest, f"{name} is answered without {nearest} first: {said}")


def slips(given, folder):
    """An option there is not is refused with the nearest there is, before anything is read, and never passed over."""
    flows = folder / "flows.csv"
    flows.write_text("from,to,count\na,b,40\nb,a,20\n")
    out = folder / "slip.csv"
    right = ["measure", "skill-relatedness", "--flows", str(flows), "--out", str(out)]
    for words, slip, meant in (
            ([*right, "--unsen", "5"], "--unsen", "--unseen"), ([*right, "--unsen=5"], "--unsen", "--unseen"), ([*right, "-unseen", "5"], "-unseen", "--unseen"),
            ([*right, "--supressed", "c"], "--supressed", "--suppressed"), ([*right, "--tread", "1"], "--tread", "--threads"),
            (["measure", "skill-relatedness", "--flwos", str(flows)], "--flwos", "--flows"),
            (["measure", "--langauge", "es", "list"], "--langauge", "--language"), (["measure", "list", "--langage", "es"], "--langage", "--language"),
            (["flows", "--tabel", "panel", "--print", "duckdb"], "--tabel", "--table"), (["flows", "--table", "panel", "--pritn", "duckdb"], "--pritn", "--print"),
            (["fit", str(flows), "--nubmers", str(flows)], "--nubmers", "--numbers"), (["serve", "--prot", "1"], "--prot", "--port"),
            (["framework", "use", "--languaje", "es"], "--languaje", "--language")):
        said = printed(given, *words, ends_with=1)
        claim(f"There is no {slip}." in said and f"Did you mean {meant}?" in said, f"{' '.join(words)} is answered: {said}")
    said = printed(given, *right, "--unsen", "5", "--language", "es", ends_with=1)
    claim("No hay ningún --unsen." in said and "--unseen" in said, f"in Spanish: {said}")
    for words, given_ in (([*right, "more.csv"], "more.csv"), ([*right, "--nothing-like-it", "5"], "--nothing-like-it"), ([*right, "--unseen", "5", "6"], "6")):
        said = printed(given, *words, ends_with=1)
        claim(given_ in said and "--help" in said, f"{' '.join(words)} is answered: {said}")
    claim("measure" in printed(given, "mesure", ends_with=1), "a slip in a command's name is answered without it")
    claim(not out.exists(), "something was written in spite of a slip")
    printed(given, *right, "--unseen", "5", "--language", "es")
    claim(out.exists(), "without a slip nothing is written")
    claim("Medidas" in printed(given, "measure", "list", "--language", "es") or "Cociente" in printed(given, "measure", "--language", "es", "list"),
          "the list is not told in Spanish")


def helps(given):
    """Help is there in either order, and of a command that there is not, it says so with the nearest there is."""
    whole = printed(given, "help")
    claim(whole == printed(given, "--help") and "measure" in whole, f"trivium help prints: {whole}")
    for words in (["measure"], ["measure", "survival"], ["measure", "list"], ["person", "export"]):
        text = printed(given, "help", *words)
        claim(text == printed(given, *words, "--help") == printed(given, "help", *words, "--help"), f"trivium help {' '.join(words)} prints: {text}")
    claim("El primer año" in printed(given, "help", "measure", "survival", "--language", "es"), "help is not told in Spanish")
    for words in (["measure", "survial", "--help"], ["help", "measure", "survial"], ["measure", "--help", "survial"]):
        said = printed(given, *words, ends_with=1).splitlines()
        claim("“survial”" in said[0] and "survival" in said[0] and said[1].strip() == "survival", f"{' '.join(words)} is answered: {said}")
    for words, nearest in ((["measure", "lst"], "list"), (["help", "measure", "lst"], "list"), (["hlep"], "help"), (["measure", "manul"], "manual"), (["help", "mesure"], "measure"),
                           (["mesure", "--help"], "measure"), (["help", "person", "exprot"], "export"), (["framework", "us", "--help"], "use")):
        said = printed(given, *words, ends_with=1).splitlines()
        claim(f"Did you mean {nearest}?" in said[0], f"{' '.join(words)} is answered: {said}")
    claim(printed(given, "measure", "help") == printed(given, "measure", "--help"), "measure help is not its help")
    claim(printed(given, "measure", "help", "survival") == printed(given, "measure", "survival", "--help"), "nor is that of one measure")
    for words in (["measure", "survival"], ["measure", "distance-density", "--sites", "x.csv", "--seed", "-1"], ["fit", "nowhere.json"]):
        printed(given, *words, ends_with=1)
    for words in (["help", "zzzzzz"], ["zzzzzz", "--help"], ["zzzzzz"]):
        said = printed(given, *words, ends_with=1)
        claim("“zzzzzz”" in said and "--help" in said, f"{' '.join(words)} is answered: {said}")


def in_spanish(given, folder):
    """Who asks for Spanish, or whose system speaks it, meets no English of the library that reads the line."""
    flows = folder / "flows.csv"  # as slips wrote it
    asked = ["measure", "skill-relatedness", "--flows", str(flows)]

    def run(words, **surroundings):
        done = subprocess.run([given.binary, *words], capture_output=True, text=True, cwd=city.ROOT, timeout=60, env={**os.environ, **surroundings})
        return done.stdout + done.stderr

    system = {"LC_ALL": "es_ES.UTF-8"}
    for words, said in ((["measure", "skill-relatedness"], "Hay que dar --flows."), ([*asked, "--form", "xls"], "«xls» no es ninguno de {csv,json,parquet}"),
                        ([*asked, "--threads", "0"], "«0» no es un número de 1 a 256"), ([*asked, "--spill", "no/where"], "no hay ninguna carpeta «no/where»"),
                        ([*asked, "--flows", str(flows)], "solo se puede dar una vez"), ([*asked, "--column"], "Falta un valor detrás de --column"),
                        (["measure", "autocorrelation", "--areas", str(flows), "--neighbours", str(flows), "--seed", "-1"], "«-1» es demasiado pequeño"),
                        (["flows", "--table", "panel"], "Hay que dar una de estas: --print, --postgres, --odbc."), (["flows", "--print", "duckdb"], "Hay que dar --table."),
                        ([*asked, "--nothing"], "No hay ningún --nothing.")):
        for answer in (run([words[0], "--language", "es", *words[1:]]), run(words, **system)):
            claim(said in answer and not re.search("required|not in|Run with|Nothing was", answer), f"trivium {' '.join(words)} says in Spanish: {answer}")
    for words in (["measure", "skill-relatedness", "--help"], ["flows", "--help"], ["measure", "--help"]):
        for help_ in (run([words[0], "--language", "es", *words[1:]]), run(words, **system)):
            claim(help_.count("Uso: ") == 1 and help_.count("--help") == 1 and not re.search(r"Usage|OPTIONS|REQUIRED|Options:|Subcommands|Print this|TEXT\b|COLUMN=|\[Exactly", help_), f"{' '.join(words)} prints in Spanish: {help_}")
    claim("Usage: " in run(["measure", "skill-relatedness", "--help", "--language", "en"], **system), "asked for English, a Spanish system answers in Spanish")
    claim(run(asked, **system).splitlines()[0] == "from,to,there,back,ratio,related,guessed", "the columns' names depend on the language")


def manual(given):
    """The manual page is written as such pages are, and says of every measure what list and help say of it."""
    claim(shutil.which("mandoc"), "mandoc is missing: script/setup test installs it")

    def mandoc(page, *words):
        done = subprocess.run(["mandoc", *words], input=page, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout + done.stderr

    claim(mandoc(".SH NAME\n.nothing\n", "-Tlint", "-Wwarning")[1], "mandoc finds nothing wrong in what is wrong")
    for language in ("en", "es"):
        page = printed(given, "measure", "manual", "--language", language)
        claim(page.isascii(), "there are letters in it that not every terminal has")
        ended, wrong = mandoc(page, "-Tlint", "-Wwarning")
        claim(ended == 0 and not wrong, f"mandoc says of the page in {language}: {wrong}")
        # Bold and underlined letters are printed one over the other.
        lines = re.sub(".\b", "", mandoc(page, "-Tutf8")[1])
        said = " ".join(lines.split())
        listed = printed(given, "measure", "list", "--language", language).splitlines()
        names = [line.split()[0] for line in listed if not line.startswith(" ")]
        claim(len(names) >= 25, f"only {names} are listed")
        options = {name: set(re.findall(r"^  (--[\w-]+)", printed(given, "measure", name, "--help"), re.MULTILINE)) for name in names}
        common = set.intersection(*options.values())  # told once, behind all of them
        for name, next_ in zip(names, [*names[1:], None]):
            claim(re.search(f"^ +{name}$", lines, re.MULTILINE), f"{name} has no part of its own in {language}")
            part = re.split(f"^ +{name}$", lines, maxsplit=1, flags=re.MULTILINE)[1]
            part = re.split(f"^ +{next_}$" if next_ else "^[A-Z]", part, maxsplit=1, flags=re.MULTILINE)[0]
            for option in options[name]:
                claim(re.search(f"^ +{option}( |$)", lines if option in common else part, re.MULTILINE), f"{option} of {name} is missing in {language}")
        for line in listed:
            asked = line if line.startswith(" ") else line[len(line.split()[0]):]
            claim(" ".join(asked.split()) in said, f"“{asked.strip()}” is missing in {language}")
        claim("trivium flows" in said, f"in {language} it does not lead on to trivium flows")
        claim(re.search("^ +locational_gini$", lines, re.MULTILINE), f"the column locational_gini is not explained in {language}")
        for code in ("0", "1", "130"):
            claim(re.search(f"^ +{code} ", lines, re.MULTILINE), f"it does not say what it means to end with {code}")


def too_large(given, folder):
    """A table that does not fit is named, with what can be done, and nothing is written."""
    table, out = folder / "large.csv", folder / "large-answer.csv"
    table.write_text("region,industry,jobs\n" + "".join(f"r{n},i{n},1\n" for n in range(400_000)))
    said = printed(given, "measure", "location-quotient", "--employment", str(table), "--out", str(out), ends_with=1)
    claim("--employment: " in said and "400000 regions" in said and "--only" in said, f"what does not fit is answered: {said}")
    table.write_text("region,industry,jobs\n" + "".join(f"r{n % 2},i{n},1\n" for n in range(400_000)))
    said = printed(given, "measure", "proximity", "--employment", str(table), "--out", str(out), ends_with=1)
    claim("--employment: " in said and "400000 industries" in said and "--only" in said, f"industries that do not fit are answered: {said}")
    claim(not out.exists(), "something was written of what does not fit")


def uses(given):
    text = printed(given, "framework", "use")
    for task in city.TASKS:
        claim(f"\n{task} " in "\n" + text, f"{task} is missing in `framework use`")
    told = [block for block in text.split("\n") if "decides nothing" in block]
    claim(len(told) == 3, f"{len(told)} tasks are said to decide nothing, not A1 and the two sum-ups in words")
    for view in ("the fit map", "the sides of the triangle", "the triangle of mechanisms", "the middle of the triangle", "the agenda",
                 "what you say, beside the numbers", "the cases told by others", "this round against the last one",
                 "the managers of a cluster together", "choices across cities"):
        claim(view in text, f"no task feeds {view}")


def main():
    given = city.options(__doc__.splitlines()[0])
    os.environ["LC_ALL"] = "C.UTF-8"  # whatever this machine speaks: English where no language is asked for
    city.bounded(given.seconds or 300)
    server = city.Server(given.binary, given.database)
    try:
        server.start()
        host = city.host_of(server)
        cluster = host.add_cluster("Lund", "Sweden", "Food")
        round_id = host.open_round(cluster)
        manager = city.join(server, host.invite(cluster, "Mara"), "Mara")
        table = manager.start_table(round_id)
        filled_in(manager, table)
        manager.must(manager.post(f"/clusters/{cluster}/numbers", {"revision": 0, "source": "Statistics", "numbers": NUMBERS, "decimal": "point"}))
        kinds = [same_map(given, manager, table, server.folder, language) for language in ("en", "es")]
        refusals(given, server.folder)
        forgotten(given, server, manager, "mara@example.org")
        rules(given, server.folder)
        measures(given, server.folder)
        tables_side_by_side.turned(given, server.folder, printed, claim)
        slips(given, server.folder)
        helps(given)
        in_spanish(given, server.folder)
        manual(given)
        too_large(given, server.folder)
        uses(given)
    except Failed as fault:
        print(f"terminal: {fault}")
        return 1
    finally:
        server.stop()
    print(f"terminal: {kinds[0]} kinds of sentences in two languages, {len(city.TASKS)} tasks and ten views, two refusals, {len(SLIPS)} slips in the rules, eleven wrong commands: all as promised")
    return 0


if __name__ == "__main__":
    sys.exit(main())

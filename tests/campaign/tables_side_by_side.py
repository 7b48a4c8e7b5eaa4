"""A table whose regions stand side by side, a column for each, as the terminal reads it: part of terminal.py."""

import csv

import city


def turned(given, folder, printed, claim):
    """A table with a column for each region gives the numbers of the same table turned by hand, and says how it is read."""
    jobs, by_hand, out = folder / "side-by-side.csv", folder / "by-hand.csv", folder / "side-by-side-answer.csv"

    def measured(file, *words, ends_with=0):
        said = printed(given, "measure", "location-quotient", "--employment", str(file), "--out", str(out), *words, ends_with=ends_with)
        return out.read_text() if ends_with == 0 else said

    published = city.ROOT.parent / "shared/data/03-region-industry/uk_bres_2015_region_sic4.csv"
    tables = [("SIC2007,East,West,Total,Description\n0111,5,10,15,Growing of cereals\n0112,20,7,27,Growing of rice\n", {"Total", "Description"})]
    if published.exists():
        tables.append((published.read_text(), {"Total", "Description", "Industry"}))
    for text, others in tables:
        jobs.write_text(text)
        rows = list(csv.DictReader(text.splitlines()))
        with open(by_hand, "w", newline="") as file:
            written = csv.writer(file)
            written.writerow(["region", "industry", "jobs"])
            written.writerows([region, row["SIC2007"], amount] for row in rows for region, amount in row.items() if region not in others | {"SIC2007"})
        said = measured(jobs, "--column", "industry=SIC2007", ends_with=1)
        claim("--side-by-side region=jobs" in said, f"regions that stand side by side are refused without the option that reads them: {said}")
        read = ["--column", "industry=SIC2007", "--side-by-side", "region=jobs"]
        said = measured(jobs, *read, "--without", "region=Total", ends_with=1)
        for other in others - {"Total"}:
            claim(f"--without region={other}" in said, f"a column of words is refused without how it is left out: {said}")
        words = [word for other in others for word in ("--without", f"employment.region={other}")]
        claim(measured(jobs, *read, *words) == measured(by_hand), "side by side the quotients are others than row by row")
    jobs.write_text("SIC2007,East,West\n0111,5,n.d.\n0112,20,7\n")
    said = measured(jobs, *read, ends_with=1)
    claim("“West”" in said and "--without region=West" not in said, f"a mark in a region is taken for a column of words: {said}")
    jobs.write_text(",industry,East,East\n7,0111,5,6\n")
    said = measured(jobs, "--side-by-side", "region=jobs", ends_with=1)
    claim("“East”" in said and "--without region=East" in said, f"a region that stands twice is answered: {said}")
    said = measured(jobs, "--side-by-side", "region=jobs", "--without", "region=East", "--only", "region=West", ends_with=1)
    claim("region=West" in said and "East" in said, f"a region that is not there is answered without those that are: {said}")
    jobs.write_text(",industry,East,West\n7,0111,5,6\n")
    said = measured(jobs, "--side-by-side", "region=jobs", ends_with=1)
    claim("--without region=" in said, f"a column without a header is answered: {said}")
    measured(jobs, "--side-by-side", "region=jobs", "--without", "region=")
    for typed in ("jobs=region", "region", "region=turnover", "employment.region=region"):
        said = measured(jobs, "--side-by-side", typed, ends_with=1)
        claim("--side-by-side" in said and "region=jobs" in said, f"{typed} is answered without what may be said: {said}")
    said = measured(jobs, "--side-by-side", "region=jobs", "--side-by-side", "industry=jobs", ends_with=1)
    claim("industry=jobs" in said, f"two of one table are answered: {said}")
    said = printed(given, "measure", "survival", "--firms", str(jobs), "--side-by-side", "region=jobs", ends_with=1)
    claim("--side-by-side" in said, f"a measure without such a table answers: {said}")

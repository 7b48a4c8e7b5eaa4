"""What a country's register asks for: a panel larger than the memory given, and counts that 32 bits do not hold.

The panel is counted three ways with the engine limited: by the sweep, by SQL, and by the command people use, from the
file on. Each has to give what was counted in memory and held against the peers, pair by pair.
"""
import fractions
import json
import pathlib
import random
import shutil
import tempfile

import agreement
import figures
import inputs
import places
import rows_of_tables
import running

NAME = "beyond-memory"
KEPT = places.MADE / "beyond_memory.json"
LIMITS = {"l": "64MB", "xl": "256MB"}
BYTES_OF_A_RECORD = 12  # two whole numbers of 32 bits, two of 16
HEAD = "| 12 bytes a record | engine may hold | way | seconds | most memory of the process | pairs, all the same |"


def counts_by_pair(path):
    return {(int(row["from"]), int(row["to"])): int(row["count"]) for row in agreement.table(path)}


def counts_in_memory(size):
    """Counted by bench_panel, whose answer is the references' or the peers'."""
    row = rows_of_tables.PANEL
    out = figures.out_of(row, size, "ours")
    if not out.exists():
        figures.ours_once(row, size, inputs.files("panel", size), figures.Times())
    counts = {}
    for one in agreement.table(out):
        for at, count in (((int(one["i"]), int(one["j"])), int(one["f"])), ((int(one["j"]), int(one["i"])), int(one["f2"]))):
            if count:
                counts[at] = count
    return counts


def same(size, path, expected):
    found = counts_by_pair(path)
    if found != expected:
        differ = sum(found.get(at) != count for at, count in expected.items())
        raise agreement.Differs(f"{differ} of {len(expected)} pairs of the panel {size} differ in {path.name}")
    return len(found)


def counted(size, panel, expected, folder):
    """A line for each way."""
    limit = LIMITS[size]
    spill, stands = folder / "spill", folder / "stands"
    spill.mkdir()
    stands.mkdir()
    out = folder / "flows.csv"
    ran = running.run([places.PROGRAMS / "bench_flows", panel, stands, limit, out])
    pairs = same(size, out, expected)  # of both: the program ends with 1 where they differ
    steps = (("flows_load", "bringing it into a table"), ("flows_swept", "swept"), ("flows_sql", "SQL"))
    lines = [{"way": way, "seconds": ran.seconds[step], "peak_mib": ran.peaks[step], "pairs": pairs} for step, way in steps]
    told = folder / "told.csv"
    ran = running.run([places.TRIVIUM, "measure", "job-changes", "--panel", panel, "--least", "1", "--memory", limit,
                       "--spill", spill, "--out", told])
    lines.append({"way": "`trivium measure job-changes`, with import", "seconds": ran.whole, "peak_mib": ran.peak,
                  "pairs": same(size, told, expected)})
    held = BYTES_OF_A_RECORD * rows_of_tables.RECORDS[size] / 1e6
    return [{"size": size, "held_mb": round(held), "limit": limit, **line} for line in lines]


def relatedness_of_many(folder, seed=1):
    """Counts of 33 bits and more, whose products need more than 64: held against fractions that are exact."""
    numbers = random.Random(seed)
    places_of = range(12)
    flows = {(i, j): numbers.randrange(5 * 10**9, 9 * 10**9) for i in places_of for j in places_of if i != j}
    file, out = folder / "many.csv", folder / "related.csv"
    file.write_text("from,to,count\n" + "".join(f"i{i:02},i{j:02},{count}\n" for (i, j), count in flows.items()))
    running.run([places.TRIVIUM, "measure", "skill-relatedness", "--flows", file, "--ways", "each", "--out", out])
    total = sum(flows.values())
    left = {i: sum(count for (a, _), count in flows.items() if a == i) for i in places_of}
    came = {j: sum(count for (_, b), count in flows.items() if b == j) for j in places_of}
    worst, found = 0.0, 0
    for row in agreement.table(out):
        i, j = int(row["from"][1:]), int(row["to"][1:])
        ratio = fractions.Fraction(flows[i, j] * total, left[i] * came[j])
        worst = max(worst, abs(float(row["related"]) - float((ratio - 1) / (ratio + 1))))
        found += 1
    if found != len(flows) or worst > agreement.NEAR:
        raise agreement.Differs(f"relatedness of counts beyond 32 bits is {worst} off, {found} of {len(flows)} pairs")
    return {"pairs": found, "worst": worst, "largest_product_bits": (max(flows.values()) * total).bit_length()}


def keep(found, many):
    before = json.loads(KEPT.read_text()) if KEPT.exists() else {"lines": []}
    sizes = {line["size"] for line in found}
    lines = [line for line in before["lines"] if line["size"] not in sizes] + found
    KEPT.write_text(json.dumps({"lines": lines, "many": many}, indent=1, ensure_ascii=False) + "\n")


def refused(sizes):
    """How many answers differed. Each line is said and kept."""
    wrong = 0
    found = []
    many = None
    places.MADE.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(dir=places.MADE, prefix="beyond-"))
    try:
        many = relatedness_of_many(folder)
        print(f"bench: relatedness of counts beyond 32 bits: {many['pairs']} pairs, off by {many['worst']:.1e} at most")
        for size in (size for size in sizes if size in LIMITS):
            place = folder / size
            place.mkdir()
            try:
                lines = counted(size, *inputs.files("panel", size), counts_in_memory(size), place)
            except (agreement.Differs, running.Failed) as reason:
                print(f"bench: the panel {size} within {LIMITS[size]} is REFUSED: {reason}", flush=True)
                wrong += 1
                continue
            print("\n".join(written_line(line) for line in lines), flush=True)
            found += lines
    except (agreement.Differs, running.Failed) as reason:
        print(f"bench: REFUSED: {reason}", flush=True)
        wrong += 1
    finally:
        shutil.rmtree(folder)
    keep(found, many)
    return wrong


def written_line(line):
    return (f"| {line['held_mb']} MB | {line['limit']} | {line['way']} | {line['seconds']:.3g} | {line['peak_mib']} MiB | "
            f"{line['pairs']:,} |")


def markdown():
    if not KEPT.exists():
        return ""
    kept = json.loads(KEPT.read_text())
    text = ""
    if kept["lines"]:
        text += ("\nPanels larger than the memory given, counted in it:\n\n" + HEAD + "\n" + "| --- " * 6 + "|\n"
                 + "".join(written_line(line) + "\n" for line in kept["lines"]))
    if kept["many"]:
        many = kept["many"]
        text += (f"\nCounts beyond 32 bits (products of {many['largest_product_bits']} bits): relatedness of {many['pairs']} "
                 f"pairs is {many['worst']:.0e} from exact fractions at most.\n")
    return text

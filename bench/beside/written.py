"""What was found, as JSON that keeps the last figure of each row and size, and as a table in Markdown."""
import datetime
import json
import os
import re
import subprocess

import beyond_memory
import figures
import places

KEPT = places.MADE / "figures.json"
BEGIN, END = "<!-- script/bench begins -->", "<!-- script/bench ends -->"
ORDER = {"s": 0, "m": 1, "l": 2, "xl": 3}
HEAD = ["work", "size", "ours: least, median", "beside it: least, median", "ratio", "goal", "memory: ours, peer", "load"]


def kept():
    return json.loads(KEPT.read_text()) if KEPT.exists() else []


def commit():
    said = subprocess.run(["git", "-C", places.ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return said.stdout.strip()


def stamped(one):
    return {**one, "date": datetime.date.today().isoformat(), "commit": commit(), "cores": os.cpu_count()}


def keep(found, rows):
    """The new figures in the place of the old ones, in the order of the table."""
    by_place = {(one["row"], one["size"]): one for one in [*kept(), *found]}
    names = [row.name for row in rows]
    ordered = sorted((one for one in by_place.values() if one["row"] in names),
                     key=lambda one: (names.index(one["row"]), ORDER[one["size"]]))
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n")
    return ordered


def seconds(value):
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1 or unit == "µs":
            return f"{value * factor:.3g} {unit}"
    return None


def times(figure):
    once = figure["runs"] == 1
    return seconds(figure["middle"]) + " (once)" if once else f"{seconds(figure['least'])}, {seconds(figure['middle'])}"


def short(value):
    return f"{value:.2g}"


def quickest(one):
    """The peer that the ratio is about comes first; peers that are no yardstick come after, the written out ones last."""
    return sorted(one["beside"], key=lambda peer: (not peer["yardstick"], peer["whole_process"], peer["middle"]))


def beside(one):
    told = [f"{peer['peer']}{', whole process' if peer['whole_process'] else ''}: {times(peer)}" for peer in quickest(one)]
    if one["stated"]:
        stated = "; ".join(f"{peer['peer']}, stated as {seconds(peer['seconds'])}" for peer in one["stated"])
        told.insert(0, f"not run beside: {stated}")
    return "; ".join(told) or "nobody"


def met(found, wanted):
    return "reached" if found <= wanted else "**missed**"


def more_stated(one):
    """Those stated that have a goal of their own, beside the one that the row's ratio is to."""
    return [peer for peer in one["stated"] if peer["goal"] is not None]


def ratio(one):
    if one["ratio"] is None:
        return "–"
    told = short(one["ratio"]) + (", to stated" if against_stated(one) else "")
    return "; ".join([told, *(f"{short(peer['ratio'])} to {peer['peer']}" for peer in more_stated(one))])


def goal(one):
    told = [f"{one['goal']} {met(one['ratio'], one['goal'])}"] if one["goal"] is not None and one["ratio"] is not None else []
    told += [f"{peer['peer']} {peer['goal']} {met(peer['ratio'], peer['goal'])}" for peer in more_stated(one)]
    if one["longest"] is not None:
        told.append(f"{seconds(one['longest'])} in all: {seconds(one['whole_step'])}, {met(one['whole_step'], one['longest'])}")
    return "; ".join(told) or "–"


def memory(one):
    told = f"{one['ours']['peak_mib']}"
    wanted = one["memory_goal_mib"]
    if wanted:
        told += f" (goal {wanted}{'' if one['ours']['peak_mib'] <= wanted else ', **missed**'})"
    theirs = quickest(one)
    told += f"; {theirs[0]['peak_mib']}" if theirs else ""
    stated = [peer["memory"] for peer in one["stated"] if peer["memory"]]
    return f"{told}; stated {', '.join(stated)}" if stated else told + " MiB"


def line(cells):
    return "| " + " | ".join(cells) + " |"


def table(found):
    lines = [line(HEAD), line(["---"] * len(HEAD))]
    before = None
    for one in found:
        work = one["work"] if one["row"] != before else ""
        before = one["row"]
        lines.append(line([work, f"{one['extent']:,}", times(one["ours"]), beside(one), ratio(one), goal(one), memory(one),
                           f"{one['load']}"]))
    return "\n".join(lines)


def against_stated(one):
    return bool(one["stated"]) and not any(peer["yardstick"] for peer in one["beside"])


def growth(found):
    lines = [line(["work", "sizes", "ours", "peers"]), line(["---"] * 4)]
    for name in dict.fromkeys(one["row"] for one in found):
        ours = [one for one in found if one["row"] == name]
        grows = figures.exponent([(one["extent"], one["ours"]["middle"]) for one in ours])
        if grows is None:
            continue
        peers = {}
        for one in ours:
            for peer in one["beside"]:
                if not peer["whole_process"]:
                    peers.setdefault(peer["peer"], []).append((one["extent"], peer["middle"]))
        told = [f"{peer} {figures.exponent(points):.2f}" for peer, points in peers.items() if len(points) > 1]
        lines.append(line([ours[0]["work"], f"{len(ours)}", f"{grows:.2f}", ", ".join(told) or "–"]))
    return "\n".join(lines)


def markdown(found):
    days = sorted({one["date"] for one in found})
    cores = sorted({str(one["cores"]) for one in found})
    loads = [one["load"] for one in found]
    return (f"Measured {' and '.join(dict.fromkeys((days[0], days[-1])))}, {' or '.join(cores)} cores; load {min(loads)} to "
            f"{max(loads)} when a row began, the work of the row before it included.\n\n{table(found)}\n\nGrowth of the time, as the exponent of the size "
            f"(least squares over the sizes measured):\n\n{growth(found)}\n{beyond_memory.markdown()}")


def put_into(path, found):
    text = path.read_text()
    pattern = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"bench: {path} has no place for the table: {BEGIN} … {END}")
    path.write_text(pattern.sub(lambda _: f"{BEGIN}\n{markdown(found)}{END}", text))

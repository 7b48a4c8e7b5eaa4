"""The rows of the speed table, and their figures one after the other."""
import os
import subprocess

import agreement
import figures
import rows_of_networks
import rows_of_places
import rows_of_tables
import running
import written

ROWS = (*rows_of_places.ROWS, *rows_of_tables.ROWS, *rows_of_networks.ROWS)


def measured(rows, sizes):
    """Figures, and how many were refused."""
    refused = 0
    found = []
    for row in rows:
        for size in sizes:
            if size not in row.extents:
                continue
            print(f"bench: {row.name} {size}, load {os.getloadavg()[0]:.1f}", flush=True)
            try:
                one = written.stamped(figures.measured(row, size))
            except (agreement.Differs, running.Failed, subprocess.TimeoutExpired) as wrong:
                print(f"bench: {row.name} {size} is REFUSED: {wrong}", flush=True)
                refused += 1
                continue
            found.append(one)
            apart = "nothing to compare with" if one["apart"] is None else f"agrees to {one['apart']:.1e}"
            print(f"       ours {written.times(one['ours'])}; {written.beside(one)}; ratio "
                  f"{'–' if one['ratio'] is None else written.short(one['ratio'])} (goal {written.goal(one)}); "
                  f"{written.memory(one)}; {apart}", flush=True)
            written.keep([one], ROWS)
    return found, refused

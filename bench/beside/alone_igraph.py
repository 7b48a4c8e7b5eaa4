#!/usr/bin/env python3
"""One measure of a network by igraph: alone_igraph.py edges.csv nodes.csv MEASURE out.csv

The same calls as the peer graph_igraph.py makes one after the other, each by itself: a short one can be repeated beside
ours without waiting for a long one, and the memory is its own.
"""
import csv
import random
import sys
import time

import igraph


def column(path, *names):
    with open(path) as file:
        return [tuple(int(row[name]) for name in names) for row in csv.DictReader(file)]


def main(edges, nodes, measure, out):
    graph = igraph.Graph(n=len(column(nodes, "id")), edges=column(edges, "from", "to"))
    random.seed(1)
    work = {"leiden_3_rounds": lambda: graph.community_leiden(objective_function="modularity", n_iterations=3)}.get(
        measure, getattr(graph, measure, None))
    began = time.perf_counter()
    found = work()
    print(f"KERNEL {measure} {time.perf_counter() - began:.6f}")
    if measure == "leiden_3_rounds":
        print(f"modularity {graph.modularity(found)!r} communities {len(found)}")
        return
    with open(out, "w") as file:
        file.write(f"id,{measure}\n")
        file.writelines(f"{node},{value!r}\n" for node, value in enumerate(found))


main(*sys.argv[1:])

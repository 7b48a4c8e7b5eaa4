"""Rows of the table that are about networks."""
import re

import agreement
import places
from row import Answer, Peer, Row

NODES = {"s": 300, "m": 3_000, "l": 30_000}
MODULARITY = re.compile(r"modularity (\S+)")
# Another seed of the peer finds another division, of nearly the same modularity.
MODULARITIES_APART = 0.01


def by_igraph(measure, agrees, sizes="s m l"):
    return Peer("igraph", ("python3-igraph",),
                lambda inputs, out, size: [places.PYTHON, places.BENCH / "beside/alone_igraph.py", *inputs, measure,
                                           out],
                lambda steps: steps[measure], agrees, sizes)


def position(measure, name, work, goals):
    """A number for each node."""

    def agrees(ours, theirs, size):
        return agreement.largest(ours.out, theirs.out, ("id",), [measure])

    return Row(name=name, work=work, program="bench_graph", inputs="graph", extents=NODES,
               arguments=lambda inputs, out, size: [*inputs, 2, measure, out], step=lambda size: [measure],
               refers=lambda ours, size: agrees(ours, Answer(places.reference(f"graph_{size}.csv")), size),
               goals=goals, peers=(by_igraph(measure, agrees),))


def modularity(said):
    return float(MODULARITY.search(said).group(1))


def communities_agree(ours, theirs, size):
    apart = abs(modularity(ours.run.said) - modularity(theirs.run.said))
    if apart > MODULARITIES_APART:
        raise agreement.Differs(f"the modularities are {apart:.3g} apart")
    return apart


# Asked for as many rounds as it takes, igraph 0.10 ends after the first; asked for three, it does three, as ours does.
LEIDEN = Row(name="leiden", work="communities by Leiden, three rounds", program="bench_graph", inputs="graph",
             extents=NODES, arguments=lambda inputs, out, size: [*inputs, 2, "leiden_3_rounds"],
             step=lambda size: ["leiden_3_rounds"], goals={"l": 1.0},
             peers=(by_igraph("leiden_3_rounds", communities_agree),))


def roles_agree(ours, theirs, size):
    return agreement.largest(ours.out, theirs.out, ("id",), ["w_I", "w_O", "b_IO", "b_OI", "b_O", "t"])


BROKERAGE = Row(
    name="brokerage", work="Gould–Fernandez roles", program="bench_brokerage", inputs="graph", extents=NODES,
    arguments=lambda inputs, out, size: [*inputs, 2, out], step=lambda size: ["brokerage"], goals={"m": 0.05},
    refers=lambda ours, size: roles_agree(ours, Answer(places.reference(f"brokerage_{size}.csv")), size)
    if size != "l" else None,
    # Its matrix of 30,000 nodes would be 7 GB, several times over.
    peers=(Peer("sna", ("r-base-core", "r-cran-sna"),
                lambda inputs, out, size: ["Rscript", places.PEERS / "graph_sna.R", *inputs, out],
                lambda steps: steps["brokerage"], roles_agree, sizes="s m"),))

ROWS = (position("betweenness", "betweenness", "betweenness, exact", {"m": 0.25, "l": 0.25}),
        position("closeness", "closeness", "closeness", {"l": 0.10}),
        position("constraint", "constraint", "Burt's constraint", {"l": 1.0}),
        position("coreness", "k-core", "k-cores", {"l": 1.0}), LEIDEN, BROKERAGE)

"""Rows of the table that are about registers and tables: relatedness, quotients to complexity, import."""
import agreement
import places
from row import Answer, Peer, Row, Stated

RECORDS = {"s": 84_000, "m": 920_000, "l": 10_230_000, "xl": 51_150_000}
CELLS = {"s": 5_000, "m": 184_500, "l": 1_320_000}
PLANTS = {"s": 10_000, "m": 100_000, "l": 1_000_000}
FIRMS = {"s": 10_000, "m": 100_000, "l": 1_000_000, "xl": 5_000_000}
DUCKDB = ("nodejs", "@duckdb/node-api")
DATA_TABLE = ("r-base-core", "r-cran-data.table")


def pairs_agree(ours, theirs, size):
    return agreement.largest(ours.out, theirs.out, ("i", "j"), ["f", "f2", "SR"])


def panel_refers(ours, size):
    return pairs_agree(ours, Answer(places.reference(f"panel_{size}.csv")), size) if size != "xl" else None


def without_reading(steps):
    return steps["total"] - steps["read"]


PANEL = Row(
    name="panel", work="skill relatedness from a panel of workers, with writing", program="bench_panel",
    inputs="panel", extents=RECORDS, arguments=lambda inputs, out, size: [*inputs, out, 2],
    step=lambda size: ["panel_flows", "panel_relatedness"], refers=panel_refers, goals={"l": 0.25, "xl": 0.25},
    peers=(Peer("DuckDB", DUCKDB, lambda inputs, out, size: ["node", places.PEERS / "panel_duckdb.cjs", *inputs, out],
                without_reading, pairs_agree),
           Peer("data.table", DATA_TABLE,
                lambda inputs, out, size: ["Rscript", places.PEERS / "panel_dt.R", *inputs, out],
                without_reading, pairs_agree),
           Peer("pandas", ("python3-pandas",),
                lambda inputs, out, size: [places.PYTHON, places.PEERS / "panel_pandas.py", *inputs, out],
                without_reading, pairs_agree)))


def named(ours, ending):
    return ours.out.with_name(ours.out.name + ending)


def table_refers(ours, size):
    """Densities of the large table were not published; everything else was."""
    worst = 0.0
    for part, key, columns in (("regions", ("region",), ["eci"]), ("industries", ("industry",), ["pci"])):
        there = places.reference(f"regind_{size}_{part}.csv")
        worst = max(worst, agreement.largest(named(ours, f"_{part}.csv"), there, key, columns, least=1))
    cells = places.reference(f"regind_{size}_cells.csv.gz")
    if cells.exists():
        # Published with ten digits.
        agreement.largest(named(ours, "_cells.csv"), cells, ("region", "industry"), ["density"], least=1, every=False)
    return worst


REGION_INDUSTRY = Row(
    name="region-industry", work="quotients, proximity, density, complexity", program="bench_region_industry",
    inputs="regind", extents=CELLS, arguments=lambda inputs, out, size: [*inputs, out, 2],
    step=lambda size: ["region_industry_all"], refers=table_refers, goals={"l": 0.10}, memory={"l": 80},
    stated={"l": (Stated("py-ecomplexity", 5.5, "0.96 GB"), Stated("EconGeo", 7.5, goal=0.05))},
    peers=(Peer("numpy, written out", ("python3-numpy", "python3-pandas"),
                lambda inputs, out, size: [places.PYTHON, places.PEERS / "complexity_definition.py", *inputs,
                                           places.reference(f"regind_{size}")],
                None, yardstick=False),))


def firms_refer(ours, size):
    """The sums of squared shares were published beside Ellison–Glaeser; the other columns are held against the peer's."""
    return agreement.largest(ours.out, places.reference(f"eg_{size}.csv"), ("industry",),
                             [("firms", "plants"), ("jobs", "emp"), ("herfindahl", "H")])


def firms_agree(ours, theirs, size):
    return agreement.largest(ours.out, theirs.out, ("industry",), ["firms", "jobs", "herfindahl", "largest", "gini"])


FIRM_CONCENTRATION = Row(
    name="firm-concentration", work="concentration of industries in few firms, with writing",
    program="bench_firm_concentration", inputs="plants", extents=PLANTS,
    arguments=lambda inputs, out, size: [*inputs, out],
    step=lambda size: ["firm_concentration", "firm_concentration_written"], refers=firms_refer,
    peers=(Peer("pandas", ("python3-pandas",),
                lambda inputs, out, size: [places.PYTHON, places.BENCH / "beside/firms_pandas.py", *inputs, out],
                lambda steps: steps["compute+write"], firms_agree),))


def register_refers(ours, size):
    if size == "xl":
        return None
    return agreement.largest(ours.out, places.reference(f"register_{size}.csv"), ("municipality",),
                             ["firms", "emp", "turnover", "closed"])


def pandas_register_agrees(ours, theirs, size):
    return agreement.largest(ours.out, theirs.out, ("municipality",), ["firms", "emp", "turnover", "closed"])


def register(name, work, database, duckdb_step, more):
    """Ours keeps row errors. Peers other than pandas write no table that could be compared; the reference is."""
    return Row(
        name=name, work=work, program="bench_register", inputs="register", extents=FIRMS,
        arguments=lambda inputs, out, size: [*inputs, database and out.with_suffix(".db"), out],
        step=lambda size: ["register_ours"], refers=register_refers, goals={"l": 1.5},
        peers=(Peer("DuckDB", DUCKDB,
                    lambda inputs, out, size: ["node", places.PEERS / "import_duckdb.cjs", *inputs,
                                               *([out.with_suffix(".db")] if database else [])],
                    lambda steps: steps[duckdb_step]), *more))


REGISTER = register(
    "register", "register of firms, into memory", "", "import",
    (Peer("data.table", DATA_TABLE, lambda inputs, out, size: ["Rscript", places.PEERS / "import_dt.R", *inputs],
          lambda steps: steps["read"], yardstick=False),
     Peer("pandas", ("python3-pandas",),
          lambda inputs, out, size: [places.PYTHON, places.PEERS / "import_pandas.py", *inputs, out],
          lambda steps: steps["read"], pandas_register_agrees, yardstick=False)))
REGISTER_FILE = register(
    "register-file", "register of firms, into a file, durably", "a file", "checkpoint_at",
    (Peer("sqlite3", ("sqlite3",),
          lambda inputs, out, size: [places.PEERS / "import_sqlite.sh", *inputs, out.with_suffix(".db")],
          None, yardstick=False),))

ROWS = (PANEL, REGION_INDUSTRY, FIRM_CONCENTRATION, REGISTER, REGISTER_FILE)

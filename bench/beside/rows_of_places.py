"""Rows of the table that are about where things are: K_d, M, Ellison–Glaeser, Moran."""
import agreement
import places
from row import Answer, Peer, Row, Stated

SITES = {"s": 2_000, "m": 20_000, "l": 100_000}
SITES_OF_A_COUNTRY = {**SITES, "xl": 1_000_000}
AREAS = {"s": 900, "m": 10_000, "l": 90_000}
PLANTS = {"s": 10_000, "m": 100_000, "l": 1_000_000}

# 1,000 draws of two seeds of the peer are 0.9 % apart in the mean.
MEAN_OF_DRAWS = 0.009


def defined(name, arguments, sizes):
    """A formula written out in numpy: no yardstick, but a reader may like to know. Its time is of the whole process."""
    return Peer("numpy, written out", ("python3-numpy", "python3-pandas"),
                lambda inputs, out, size: [places.PYTHON, places.PEERS / name, *inputs, *arguments(size)],
                None, sizes=sizes, yardstick=False)


def kd_agrees(ours, size):
    if size == "xl":
        return None
    worst = agreement.largest(ours.out, places.reference(f"kd_{size}_exact_obs.csv"), (), ["Kd"], least=0)
    if size == "s":
        agreement.largest(ours.out, places.reference("kd_s_exact_1000_seed1.csv"), (), [("mean", "mmean")], least=0,
                          near=MEAN_OF_DRAWS)
    return worst


DRAWS_OF_RASTER = 100
DRAWS_OF_KD = {"s": 1000, "m": 100, "l": 20, "xl": 100}

KD = Row(
    name="kd", work="K_d, a draw of its envelope", program="bench_kd", inputs="points", extents=SITES_OF_A_COUNTRY,
    arguments=lambda inputs, out, size: [*inputs, out, DRAWS_OF_KD[size], 2, "exact"],
    step=lambda size: [f"kd_{DRAWS_OF_KD[size]}_draws_2_threads"], divisor=DRAWS_OF_KD,
    refers=kd_agrees, goals={"s": 0.06, "m": 0.04, "l": 0.03}, memory={"s": 64, "m": 64, "l": 64, "xl": 256},
    stated={"s": (Stated("dbmss, exact", 0.0036),),
            "m": (Stated("dbmss, exact", 0.218), Stated("dbmss, approximate", 0.44, goal=0.02)),
            "l": (Stated("dbmss, exact", 6.6, "2.3 GB"), Stated("dbmss, approximate", 10.9, goal=0.02))},
    peers=(defined("kd_definition.py", lambda size: [places.reference(f"kd_{size}_exact_obs.csv")], "s m"),))



def raster_within_its_bound(ours, size):
    """The exact curve is worked out in the same run; what the raster is off by is held against the bound it told."""
    worst = 0.0
    for one in agreement.table(ours.out):
        off = abs(float(one["Kd"]) - float(one["raster"]))
        if not off <= float(one["bound"]):
            raise agreement.Differs(f"at {one['r']} the raster is {off} off, beyond its bound of {one['bound']}")
        worst = max(worst, off / float(one["Kd"]))
    return worst


# With the bandwidth given, as the page of the measure says of very many establishments.
KD_RASTER = Row(
    name="kd-raster", work="K_d on the raster, a draw of its envelope", program="bench_kd", inputs="points",
    extents={"l": SITES["l"], "xl": SITES_OF_A_COUNTRY["xl"]},
    arguments=lambda inputs, out, size: [*inputs, out, DRAWS_OF_RASTER, 2, "raster"],
    step=lambda size: [f"kd_raster_{DRAWS_OF_RASTER}_draws_2_threads"],
    divisor={"l": DRAWS_OF_RASTER, "xl": DRAWS_OF_RASTER}, refers=raster_within_its_bound, longest={"xl": 60})

DRAWS_OF_M = {"s": 100, "m": 20, "l": 20}
OBSERVED_M = {"s": ("m_s_100_seed1.csv", "obs"), "m": ("m_m_20_seed1.csv", "obs"), "l": ("m_l_obs.csv", "M")}


def m_agrees(ours, size):
    file, column = OBSERVED_M[size]
    return agreement.largest(ours.out, places.reference(file), (), [("M", column)], least=0)


M = Row(
    name="m", work="M, a draw of its envelope", program="bench_m", inputs="points", extents=SITES,
    arguments=lambda inputs, out, size: [*inputs, out, DRAWS_OF_M[size], 2],
    step=lambda size: [f"m_{DRAWS_OF_M[size]}_draws_2_threads"], divisor=DRAWS_OF_M,
    refers=m_agrees, goals={"m": 0.20, "l": 0.20},
    stated={"m": (Stated("dbmss", 0.33),), "l": (Stated("dbmss", 5.5),)},
    peers=(defined("m_definition.py", lambda size: [places.reference(OBSERVED_M[size][0])], "s m"),))


def plants_agree(ours, theirs, size):
    return agreement.largest(ours.out, theirs.out, ("industry",), ["plants", "emp", "G", "H", "gamma"])


ELLISON_GLAESER = Row(
    name="ellison-glaeser", work="Ellison–Glaeser of plants, with writing", program="bench_ellison_glaeser",
    inputs="plants", extents=PLANTS, arguments=lambda inputs, out, size: [*inputs, out],
    step=lambda size: ["ellison_glaeser", "ellison_glaeser_written"],
    refers=lambda ours, size: plants_agree(ours, Answer(places.reference(f"eg_{size}.csv")), size), goals={"l": 0.3},
    peers=(Peer("pandas", ("python3-pandas",),
                lambda inputs, out, size: [places.PYTHON, places.PEERS / "eg_pandas.py", *inputs, out],
                lambda steps: steps["compute+write"], plants_agree),))


def named(ours, ending):
    return ours.out.with_name(ours.out.name + ending)


def moran_agrees(ours, size):
    key = ("",)
    here, there = named(ours, ".csv"), places.reference(f"moran_{size}.csv")
    return agreement.largest(here, there, key, ["value"], least=1e-9, every=False)


def moran_agrees_with_spdep(ours, theirs, size):
    found = {row[""]: float(row["value"]) for row in agreement.table(named(ours, ".csv"))}
    other = {name: float(value) for name, value in next(iter(agreement.table(theirs.out))).items()}
    worst = 0.0
    for here, there in (("I", "I"), ("EI", "EI"), ("VI_rand", "V")):
        apart = agreement.difference(found[here], other[there], 1e-9)
        if apart > agreement.NEAR:
            raise agreement.Differs(f"{here} is {found[here]}, of spdep {other[there]}")
        worst = max(worst, apart)
    return worst


def local_moran_agrees(ours, size):
    here, there = named(ours, "_local.csv"), places.reference(f"moran_{size}_local.csv")
    # Shares of 999 draws of either: they differ by chance, 0.02 in the mean at the very most.
    agreement.close(here, there, ("id",), "p_sim", mean=0.02, most=0.12)
    return agreement.largest(here, there, ("id",), ["Is", "q"])


def spdep(inputs, out, size):
    return ["Rscript", places.PEERS / "moran_spdep.R", *inputs, 999, out]


NUMPY_FOR_MORAN = defined("moran_definition.py", lambda size: [places.reference(f"moran_{size}.csv")], "s m")
MORAN = Row(
    name="moran", work="Moran's I of areas, 999 draws", program="bench_moran", inputs="areas", extents=AREAS,
    arguments=lambda inputs, out, size: [*inputs, out, 2, 999], step=lambda size: ["moran"],
    refers=moran_agrees, goals={"l": 0.3}, stated={"l": (Stated("esda", 2.2, "1.9 GB"),)},
    peers=(Peer("spdep", ("r-base-core", "r-cran-spdep"), spdep, lambda steps: steps["moran.mc"],
                moran_agrees_with_spdep, yardstick=False), NUMPY_FOR_MORAN))
LOCAL_MORAN = Row(
    name="local-moran", work="local Moran of areas, 999 draws", program="bench_moran", inputs="areas", extents=AREAS,
    arguments=lambda inputs, out, size: [*inputs, out, 2, 999], step=lambda size: ["moran_local"],
    refers=local_moran_agrees, goals={"l": 0.10}, memory={"l": 32},
    stated={"l": (Stated("esda with numba", 15.0),)}, peers=(NUMPY_FOR_MORAN,))

ROWS = (KD, KD_RASTER, M, ELLISON_GLAESER, MORAN, LOCAL_MORAN)

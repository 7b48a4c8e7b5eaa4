#!/usr/bin/env python3
"""Concentration of industries in few firms by pandas: firms_pandas.py plants.csv out.csv

Nobody packages this measure as such. Each plant of the generator is a firm of its own, as in our program: the sum of
squared shares, the largest share, and the Gini coefficient from the ranks of firms within their industry.
"""
import sys
import time

import pandas as pd


def main(plants, out):
    began = time.perf_counter()
    firms = pd.read_csv(plants, usecols=["industry", "emp"])
    read = time.perf_counter()
    firms = firms.sort_values(["industry", "emp"], kind="stable")
    jobs = firms.emp.astype(float)
    of_industry = firms.groupby("industry", sort=True)
    found = pd.DataFrame({"firms": of_industry.size(), "jobs": of_industry.emp.sum()})
    found["herfindahl"] = (jobs ** 2).groupby(firms.industry).sum() / found.jobs ** 2
    found["largest"] = of_industry.emp.max() / found.jobs
    ranked = ((of_industry.cumcount() + 1) * jobs).groupby(firms.industry).sum()
    found["gini"] = (2 * ranked / found.jobs - found.firms - 1) / found.firms
    found.to_csv(out)
    print(f"KERNEL read {read - began:.6f} compute+write {time.perf_counter() - read:.6f}")


main(*sys.argv[1:])

#!/usr/bin/env python3
"""Question pages and durable saves under 64 connections, on SQLite and on PostgreSQL, with the disk's own rate beside.

    script/build release trivium
    bench/load.py [--seconds 10] [--database postgresql://…]

wrk asks from the same machine and takes a part of its processors; what is printed is what was left for the server.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests/campaign"))
import city  # noqa: E402

CONNECTIONS = 64
TABLES = 20


def flushes_per_second(folder, seconds=2.0):
    """How often this disk makes 4 KiB at the end of a file durable, one after the other."""
    count = 0
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            os.write(file.fileno(), b"x" * 4096)
            os.fdatasync(file.fileno())
            count += 1
        return count / (time.monotonic() - begun)


def lua_list(texts):
    return "{" + ",".join(f'"{text}"' for text in texts) + "}"


def load(server, script, key, pages, seconds, revision=0):
    """requests/s, p50 and p99 in ms, failed requests."""
    wanted = server.folder / "load.lua"
    wanted.write_text(f'return {{pages={lua_list(pages)}, cookie="trivium={key}; language=en", revision={revision}, text="{"x" * 590}"}}')
    said = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / script), server.address],
        env={**os.environ, "TRIVIUM_LOAD": str(wanted)}, capture_output=True, text=True, check=True).stdout
    words = next(line for line in said.splitlines() if line.startswith("RESULT")).split()
    requests, micro, p50, p99, failed = (float(word) for word in words[1:])
    return requests / micro * 1e6, p50 / 1000, p99 / 1000, int(failed)


def measure(given, name, database):
    server = city.Server(given.binary, database)
    server.start()
    try:
        host = city.host_of(server)
        cluster = host.add_cluster("Lund")
        rounds = [host.open_round(cluster, f"Round {number}") for number in range(TABLES)]
        manager = city.join(server, host.invite(cluster, "Ana"), "Ana")
        tables = [manager.start_table(one) for one in rounds]
        for task in city.TASKS:
            manager.must(manager.save(tables[0], task, 0, notes="- regional content that sells\n" * 12, language="en"))
        reading = [f"/assessments/{tables[0]}/tasks/{task}" for task in city.TASKS]
        writing = [f"/assessments/{table}/tasks/{task}" for table in tables[1:] for task in city.TASKS]
        disk = flushes_per_second(server.folder)
        load(server, "pages.lua", manager.key, reading, 2)
        pages = load(server, "pages.lua", manager.key, reading, given.seconds)
        saves = load(server, "saves.lua", manager.key, writing, given.seconds)
        now, most = server.resident()
        print(f"{name:<11}pages {pages[0]:7.0f}/s  p50 {pages[1]:6.1f} ms  p99 {pages[2]:6.1f} ms  failed {pages[3]}")
        print(f"{name:<11}saves {saves[0]:7.0f}/s  p50 {saves[1]:6.1f} ms  p99 {saves[2]:6.1f} ms  failed {saves[3]}   disk alone {disk:.0f} flushes/s")
        print(f"{name:<11}memory {now / 1024:.0f} MiB, at most {most / 1024:.0f} MiB", flush=True)
        return pages[3] + saves[3]
    finally:
        server.away()


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--binary", default=str(city.BINARY))
    words.add_argument("--seconds", type=int, default=10)
    words.add_argument("--database", default=os.environ.get("TRIVIUM_TEST_POSTGRES", ""), help="a PostgreSQL server's address; none: SQLite only")
    given = words.parse_args()
    failed = measure(given, "SQLite", "")
    if given.database:
        failed += measure(given, "PostgreSQL", given.database)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

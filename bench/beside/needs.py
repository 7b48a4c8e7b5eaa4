"""What has to be installed, said and not done: script/setup bench installs it."""
import functools
import shutil
import subprocess

import places


@functools.cache
def there(package):
    if package.startswith("@"):
        return (places.BENCH / "node_modules" / package).is_dir()
    if package == "nodejs":  # node comes from wherever it came
        return shutil.which("node") is not None
    said = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True)
    return said.stdout == "installed"


def missing(rows):
    """By package, the peers that cannot be run without it."""
    lacking = {}
    for row in rows:
        for peer in row.peers:
            for package in peer.needs:
                if not there(package):
                    lacking.setdefault(package, set()).add(peer.name)
    return lacking


def can_run(peer):
    return all(there(package) for package in peer.needs)


def say_missing(rows):
    for package, peers in sorted(missing(rows).items()):
        print(f"bench: {package} is missing, so these are not run beside: {', '.join(sorted(peers))} "
              "(script/setup bench installs it)")
    for package in ("time", "python3-numpy", "python3-pandas"):
        if not there(package):
            raise SystemExit(f"bench: {package} is missing, nothing can be timed without it: script/setup bench")
    if not (places.SHARED / "gen.py").exists():
        raise SystemExit(f"bench: there is no generator in {places.SHARED}; TRIVIUM_SHARED may name its folder")

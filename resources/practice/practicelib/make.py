# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making, describing and throwing away a practice host."""
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

from . import aptroot, bastion, repository, webshop, workstation
from .layout import MARKER, NAME, PracticeError, Root, as_owner

DRILLS = {"webshop": webshop, "bastion": bastion, "workstation": workstation}


def make(path, name, drill, owner):
    if drill not in DRILLS:
        raise PracticeError(f"no drill {drill!r}; there are: {', '.join(DRILLS)}")
    if not NAME.match(name):
        raise PracticeError(f"{name!r} is not a host name")
    root = Root(path)
    if os.path.lexists(root.path) and (not os.path.isdir(root.path) or os.listdir(root.path)):
        raise PracticeError(f"{root.path} is there already and not empty")
    os.makedirs(root.path, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(root.path, *owner)
    as_owner(owner, lambda: fill(root, name, drill))


def fill(root, name, drill):
    """The work itself, as the owner: packages, repository, an installed system, its past."""
    if not os.access(root.path, os.W_OK | os.X_OK):
        raise PracticeError(f"{root.path} cannot be reached by uid {os.geteuid()}: a folder above it is closed to it")
    os.umask(0o022)
    story = DRILLS[drill]
    aptroot.lay_out(root)
    # Written first, so that a make that was cut short can still be destroyed.
    root.write_json(MARKER, {"kind": "practice", "name": name, "drill": drill, "made": int(time.time() * 1000)})
    # How long the kernel of its story ran when it was made: a file, as commands read it from any host.
    root.write("proc/uptime", "3542400.17 14050112.60\n")
    store = root.at("srv/repository")
    os.makedirs(store)
    now = datetime.now(timezone.utc)
    old, new = story.packages(now)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda package: repository.build(package, store, now.timestamp()), [aptroot.base_package(), *old, *new]))
    keyring = root.at("etc/apt/keyrings/practice.gpg")
    repository.publish(store, keyring)
    aptroot.add_source(root, store, keyring)
    aptroot.apt(root, "update")
    aptroot.apt(root, "install", "practice-base", *(f"{package['name']}={package['version']}" for package in old))
    story.furnish(root, name)


def info(root):
    """What `practice-host info` prints; the versions are read from dpkg, never remembered."""
    about = root.description()
    story = DRILLS[about["drill"]]
    listing = aptroot.dpkg(root, "dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Abbrev}\n")
    packages = {}
    for line in listing.splitlines():
        package, version, state = line.split()[:3]
        packages[package] = {"version": version, "state": state}
    broken = root.read_json("etc/wardroom/broken.json", {})
    return {"name": about["name"], "root": root.path, "kind": "practice", "drill": about["drill"],
            "owner": os.stat(root.path).st_uid, "packages": packages, "cve": story.CVES,
            "ports": root.read_json("run/ports.json", []), "running": bool(root.read_json("run/ports.json", [])),
            "broken": broken}


def stage(root, name):
    """Lets happen on the host what its story has under this name."""
    about = root.description()
    stages = getattr(DRILLS[about["drill"]], "STAGES", {})
    if name not in stages:
        raise PracticeError(f"nothing called {name!r} happens on a {about['drill']}; there are: {', '.join(stages) or 'none'}")
    stages[name](root, about["name"])


def destroy(root):
    """Empties the folder as its owner, then removes it; a link is removed, never followed."""
    root.description()
    owner = os.stat(root.path)

    def empty():
        for entry in os.scandir(root.path):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)

    as_owner((owner.st_uid, owner.st_gid), empty)
    os.rmdir(root.path)

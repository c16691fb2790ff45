# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the next patch of a package not take, the way it happens on real machines.

divert: somebody put the package's files aside (dpkg-divert) and forgot. apt and dpkg are content and the new
        version is `ii`, but what runs is still the old program.
hold:   somebody held the package. apt refuses with 100."""
import os

from .aptroot import dpkg
from .layout import PracticeError

STATE = "etc/wardroom/broken.json"


def program_files(root, package):
    """The package's programs and libraries, as paths inside the host."""
    listing = dpkg(root, "dpkg", "-L", package).splitlines()
    return [path for path in listing if path.startswith(("/usr/bin/", "/usr/sbin/", "/usr/lib/"))
            and os.path.isfile(root.at(path.lstrip("/"))) and not os.path.islink(root.at(path.lstrip("/")))]


def break_package(root, package, how):
    about = root.read_json(STATE, {})
    if package in about:
        raise PracticeError(f"{package} is broken already ({about[package]['how']}); mend it first")
    if how == "hold":
        dpkg_selection(root, package, "hold")
        about[package] = {"how": how}
    else:
        files = program_files(root, package)
        if not files:
            raise PracticeError(f"{package} has no programs to put aside")
        for path in files:
            dpkg(root, "dpkg-divert", "--local", "--no-rename", "--divert", path + ".distrib", "--add", path)
        about[package] = {"how": how, "files": files}
    root.write_json(STATE, about)


def mend(root, package=None):
    """Takes the breakage away; what a patch put aside meanwhile comes into its place."""
    about = root.read_json(STATE, {})
    for name in [package] if package else list(about):
        broken = about.pop(name, None)
        if broken is None:
            raise PracticeError(f"{name} is not broken")
        if broken["how"] == "hold":
            dpkg_selection(root, name, "install")
        for path in broken.get("files", []):
            aside, place = root.at(path.lstrip("/") + ".distrib"), root.at(path.lstrip("/"))
            if os.path.lexists(aside):
                os.rename(aside, place)
            dpkg(root, "dpkg-divert", "--no-rename", "--remove", path)
    root.write_json(STATE, about)
    # Whatever uses the package runs what is in place now.
    for service in root.read_json("etc/wardroom/services.json", []):
        os.makedirs(root.at("run/restart"), exist_ok=True)
        root.write(f"run/restart/{service['name']}", "")


def dpkg_selection(root, package, selection):
    import subprocess
    done = subprocess.run(["dpkg", f"--root={root.path}", "--force-not-root", f"--log={root.at('var/log/dpkg.log')}",
                           "--set-selections"], input=f"{package} {selection}\n", text=True, capture_output=True,
                          timeout=20, check=False, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"})
    if done.returncode != 0:
        raise PracticeError(f"dpkg --set-selections exited {done.returncode}: {done.stderr.strip()}")

# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real security fix of Debian: the version of the main archive and the one of the security archive, kept in a cache.

The network is needed once; afterwards the four or so packages in the cache are enough."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import harness
from practicelib import aptroot, repository
from practicelib.layout import Root

MIRROR = "http://deb.debian.org"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
# What says its version when asked, and which packages make it up. Which of them has a fix waiting is for the archive to say.
CANDIDATES = (("libssl3", "openssl", ["usr/bin/openssl", "version"]),
              ("liblzma5", "xz-utils", ["usr/bin/xz", "--version"]),
              ("libsqlite3-0", "sqlite3", ["usr/bin/sqlite3", "--version"]),
              ("libexpat1", "expat", ["usr/bin/xmlwf", "-v"]),
              ("libxml2", "libxml2-utils", ["usr/bin/xmllint", "--version"]),
              ("liblz4-1", "lz4", ["usr/bin/lz4", "--version"]),
              ("libcurl4", "curl", ["usr/bin/curl", "--version"]),
              ("libgnutls30", "gnutls-bin", ["usr/bin/certtool", "--version"]))


class NoFix(Exception):
    """Why there is no real fix to test with."""


def release():
    with open("/etc/os-release", encoding="utf-8") as file:
        return re.search(r"^VERSION_CODENAME=(\w+)", file.read(), re.M)[1]


def lists(folder):
    """A private apt root that reads both archives; nothing of this machine's apt is touched."""
    root = Root(folder)
    aptroot.lay_out(root)
    name = release()
    root.write("etc/apt/sources.list.d/debian.list",
               f"deb [signed-by={KEYRING}] {MIRROR}/debian {name} main\n"
               f"deb [signed-by={KEYRING}] {MIRROR}/debian-security {name}-security main\n")
    aptroot.apt(root, "update")
    return root


def versions(root):
    """{package: {"main": version, "security": version, "depends": …}} of the packages we could use."""
    wanted = {name for library, program, _ in CANDIDATES for name in (library, program)}
    found = {}
    for name in os.listdir(root.at("var/lib/apt/lists")):
        if not name.endswith("_Packages"):
            continue
        archive = "security" if "debian-security" in name else "main"
        with open(root.at("var/lib/apt/lists", name), encoding="utf-8") as file:
            for block in file.read().split("\n\n"):
                package = re.match(r"Package: (\S+)", block)
                if package and package[1] in wanted:
                    version = re.search(r"^Version: (\S+)$", block, re.M)[1]
                    known = found.setdefault(package[1], {}).get(archive)
                    if known is None or less(known, version):
                        found[package[1]][archive] = version
    return found


def less(left, right):
    return subprocess.run(["dpkg", "--compare-versions", left, "lt", right], check=False).returncode == 0


def pick(found):
    """The first pair whose versions in the main archive are below those of the security archive."""
    for library, program, check in CANDIDATES:
        both = [found.get(name, {}) for name in (library, program)]
        if all("main" in each and "security" in each and less(each["main"], each["security"]) for each in both):
            return {"library": library, "program": program, "check": check, "release": release(),
                    "old": {library: both[0]["main"], program: both[1]["main"]},
                    "new": {library: both[0]["security"], program: both[1]["security"]}}
    raise NoFix(f"neither of {', '.join(library for library, _, _ in CANDIDATES)} has a newer version in the security archive")


def download(cache):
    """Fills the cache: pick.json and the .debs of both versions with what they need beyond the base."""
    with tempfile.TemporaryDirectory(prefix="wra", dir="/tmp") as top:
        root = lists(top)
        chosen = pick(versions(root))
        packages = os.path.join(cache, "real-fix.new")
        shutil.rmtree(packages, ignore_errors=True)
        os.makedirs(packages)
        environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "APT_CONFIG": root.at("etc/apt/apt.conf"), "LANG": "C.UTF-8"}
        for versions_of in (chosen["old"], chosen["new"]):
            names = [f"{name}={version}" for name, version in versions_of.items()]
            repository.run(["apt-get", "-q", "download", *names, *needed(root, names, environment)], env=environment, cwd=packages)
        with open(os.path.join(packages, "pick.json"), "w", encoding="utf-8") as file:
            json.dump(chosen, file)
        target = os.path.join(cache, "real-fix")
        shutil.rmtree(target, ignore_errors=True)
        os.rename(packages, target)


def needed(root, names, environment):
    """What else apt would install for them in a root that has only the base, as NAME=VERSION."""
    base = os.path.join(root.path, "base")
    os.makedirs(base, exist_ok=True)
    package = aptroot.base_package()
    provides = package["control"]["Provides"]
    root.write("var/lib/dpkg/status", f"Package: practice-base\nStatus: install ok installed\nVersion: 1.0\nArchitecture: all\n"
               f"Maintainer: Practice <practice@example.com>\nProvides: {provides}\nDescription: base\n\n")
    out = repository.run(["apt-get", "-s", "-q", "install", *names], env=environment)
    wanted = {name.partition("=")[0] for name in names}
    return [f"{match[1]}={match[2]}" for match in re.finditer(r"^Inst (\S+) \((\S+) ", out, re.M) if match[1] not in wanted]


def fill(cache):
    """The pick, from the cache or the network."""
    path = os.path.join(cache, "real-fix/pick.json")
    if not os.path.exists(path):
        os.makedirs(cache, exist_ok=True)
        download(cache)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def build_root(path, cache, chosen):
    """A private root with the older versions installed and a signed `file:` repository that has both.

    Runs as the unprivileged user. The packages' own scripts run in bubblewrap, like everything of a patch."""
    root = Root(path)
    aptroot.lay_out(root)
    store = root.at("srv/repository")
    os.makedirs(store)
    for name in os.listdir(os.path.join(cache, "real-fix")):
        if name.endswith(".deb"):
            # apt writes a ":" of the version as %3a, which would be decoded in a file: address.
            shutil.copyfile(os.path.join(cache, "real-fix", name), os.path.join(store, name.replace("%3a", "-")))
    repository.build(aptroot.base_package(), store, 0)
    keyring = root.at("etc/apt/keyrings/practice.gpg")
    repository.publish(store, keyring)
    aptroot.add_source(root, store, keyring)
    aptroot.apt(root, "update")
    root.write_json("etc/wardroom/checks.json", {chosen["library"]: chosen["check"], chosen["program"]: chosen["check"]})
    with open(root.at("etc/hostname"), "w", encoding="utf-8") as file:
        file.write("practice-01\n")


def install_argv(root, chosen):
    names = [f"{name}={version}" for name, version in chosen["old"].items()]
    return harness.inside("patch", root) + ["env", f"APT_CONFIG={root}/etc/apt/apt.conf", "DEBIAN_FRONTEND=noninteractive",
                                            "apt-get", "-y", "install", "practice-base", *names]


if __name__ == "__main__":
    build_root(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))

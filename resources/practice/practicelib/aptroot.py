# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private dpkg and apt root: nothing of this machine's package state is read or written."""
import os

from .repository import run

FOLDERS = ("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "etc/apt/preferences.d",
           "etc/apt/apt.conf.d", "etc/apt/trusted.gpg.d", "etc/apt/sources.list.d", "etc/apt/keyrings",
           "var/lib/apt/lists/partial", "var/lib/apt/mirrors", "var/cache/apt/archives/partial", "var/log/apt",
           "usr/bin", "run")

CONFIG = """\
// This host's apt. It reads no other configuration: "parts" and "main" keep the outer machine's out.
Dir "{root}";
Dir::State::status "{root}/var/lib/dpkg/status";
Dir::Etc::parts "{root}/etc/apt/apt.conf.d";
Dir::Etc::main "/dev/null";
Dir::Bin::dpkg "/usr/bin/dpkg";
Dir::Bin::methods "/usr/lib/apt/methods";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT::Sandbox::User "";
APT::Install-Recommends "false";
APT::Update::Error-Mode "any";
Acquire::Languages "none";
DPkg::Use-Pty "0";
DPkg::Lock::Timeout "20";
DPkg::Options {{ "--root={root}"; "--force-not-root"; "--force-script-chrootless"; "--force-unsafe-io";
  "--force-confdef"; "--force-confold"; "--log={root}/var/log/dpkg.log"; }};
"""

# Real packages ask for these; the root has none of them and needs none of them.
BASE_PROVIDES = ("libc6 (= 9999)", "libc-bin (= 9999)", "libgcc-s1 (= 9999)", "dpkg (= 9999)", "debconf (= 9999)",
                 "debconf-2.0", "perl-base (= 9999)", "zlib1g (= 9999)")


def base_package():
    return {"name": "practice-base", "version": "1.0",
            "control": {"Provides": ", ".join(BASE_PROVIDES), "Essential": "yes",
                        "Description": "what a practice host's packages expect to be there"},
            "files": {"etc/debian_version": ("12.0 (practice)\n", 0o644)}}


def lay_out(root):
    """Makes the empty root and its apt configuration."""
    for folder in FOLDERS:
        os.makedirs(root.at(folder), exist_ok=True)
    root.write("var/lib/dpkg/status", "")
    root.write("etc/apt/apt.conf", CONFIG.format(root=root.path))


def add_source(root, repository, keyring):
    root.write("etc/apt/sources.list.d/practice.list", f"deb [signed-by={keyring}] file:{repository} ./\n")


def apt(root, *arguments):
    """apt-get inside the root; `APT_CONFIG` is read before anything of this machine's."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent",
                   "APT_CONFIG": root.at("etc/apt/apt.conf"), "DEBIAN_FRONTEND": "noninteractive"}
    return run(["apt-get", "-y", "-q", *arguments], env=environment, cwd=root.path)


def dpkg(root, tool, *arguments):
    return run([tool, f"--root={root.path}", *arguments], env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"})

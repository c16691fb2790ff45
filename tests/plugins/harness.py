# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs plugin scripts as the engine does: in bubblewrap, as an unprivileged user, JSON in, JSON lines out."""
import json
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
REPOSITORY = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RESOURCES = os.path.join(REPOSITORY, "resources")
PLUGINS = os.path.join(RESOURCES, "plugins")
PRACTICE = os.path.join(RESOURCES, "practice/practice-host")
PYTHON = "/usr/bin/python3"
# Plugin tests are about scripts; the user that the engine drops to when it is root.
UNPRIVILEGED = (61790, 61790)

sys.path.insert(0, os.path.join(RESOURCES, "practice"))


def drop():
    """A prefix that makes a command run without privilege, when this is root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={UNPRIVILEGED[0]}", f"--regid={UNPRIVILEGED[1]}", "--clear-groups", "--"]


def give(folder):
    """Hands a folder to the user that scripts run as."""
    if os.geteuid() == 0:
        for path, folders, files in os.walk(folder):
            for name in [path, *(os.path.join(path, each) for each in folders + files)]:
                os.lchown(name, *UNPRIVILEGED)


def inside(plugin, root):
    """The sandbox of a run with nothing in it yet: whatever argv is put behind it runs there."""
    argv = bwrap(plugin, "", "", root, "write")
    return argv[:argv.index("prlimit")]


def bwrap(plugin, script, step, root=None, access="none", sandbox="isolated", words=(), netfilter=False):
    argv = drop() + ["bwrap", "--unshare-user", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    if sandbox == "isolated":
        argv += ["--unshare-pid", "--unshare-net", "--proc", "/proc"]
    else:
        argv += ["--ro-bind", "/proc", "/proc"]
    argv += ["--uid", "0", "--gid", "0", "--die-with-parent", "--new-session", "--clearenv",
             "--setenv", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/work",
             "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
             "--symlink", "usr/bin", "/bin", "--symlink", "usr/sbin", "/sbin", "--dev", "/dev",
             "--tmpfs", "/tmp", "--tmpfs", "/var/tmp", "--tmpfs", "/run", "--tmpfs", "/work", "--ro-bind", os.path.join(PLUGINS, plugin), "/plugin",
             "--ro-bind", os.path.join(PLUGINS, "shared"), "/shared"]
    if root and access != "none" and root != "/":
        argv += ["--bind" if access == "write" else "--ro-bind", root, root]
    argv += ["--cap-add", "CAP_NET_ADMIN"] if netfilter else []
    return argv + ["--remount-ro", "/", "--chdir", "/work", "--", "prlimit", "--nproc=64:64", "--",
                   f"/plugin/{script}", *words, step]


def argv_of(step):
    """A step's script with its words; of one that is a tool's, the script that does it on a host."""
    return step["on_host"] if isinstance(step, dict) else step


class Answer:
    """What a step said, strictly read."""

    def __init__(self, code, out, error, seconds):
        self.code, self.error, self.seconds = code, error, seconds
        self.lines = [json.loads(line) for line in out.splitlines()]
        self.results = [line for line in self.lines if line["type"] == "result"]
        assert len(self.results) == 1 and self.lines[-1] is self.results[0], f"one result, last: {out}{error}"
        self.result = self.results[0]
        self.data = self.result["data"]
        self.summary = self.result["summary"]

    def of(self, kind):
        return [line for line in self.lines if line["type"] == kind]

    def field(self, label):
        rows = [row for line in self.of("fields") for row in line["rows"] if row["label"] == label]
        return rows[0] if rows else None


def ask(plugin, step, args, root=None, access="read", sandbox="isolated", script=None, name="practice-01", kind="practice", words=(),
        netfilter=False, **more):
    request = {"command": plugin, "step": step, "args": args, "now": int(time.time() * 1000), "lang": "en", **more}
    if root:
        request["host"] = {"name": name, "kind": kind, "root": root}
    begun = time.monotonic()
    done = subprocess.run(bwrap(plugin, script or f"scripts/{plugin}.py", step, root, access, sandbox, words, netfilter),
                          input=json.dumps(request), capture_output=True, text=True, timeout=120, check=False)
    return Answer(done.returncode, done.stdout, done.stderr, time.monotonic() - begun)


def practice(*arguments, check=True):
    done = subprocess.run([PYTHON, PRACTICE, *arguments], capture_output=True, text=True, timeout=60, check=False)
    if check and done.returncode != 0:
        raise AssertionError(f"practice-host {arguments} exited {done.returncode}: {done.stderr}")
    return done

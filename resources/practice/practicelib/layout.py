# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are inside a practice host, and who owns it."""
import json
import os
import re
import signal
import sys
import traceback

# The engine drops to this user when it is root, so a host made by root belongs to it by default.
DEFAULT_OWNER = (61790, 61790)
NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?\Z")
# Quoted into apt's configuration and sources: nothing that means something there.
ROOT = re.compile(r"/[A-Za-z0-9._/+@~-]+\Z")
MARKER = "etc/wardroom/host.json"


class PracticeError(Exception):
    """Something a person must read; the text is the whole message."""


class Root:
    """Paths of one practice host."""

    def __init__(self, path):
        self.path = os.path.realpath(path)
        if not ROOT.match(self.path):
            raise PracticeError(f"{self.path}: use a folder whose path has only letters, digits and . _ + @ ~ - /")

    def at(self, *parts):
        return os.path.join(self.path, *parts)

    def write(self, relative, text, mode=0o644):
        path = self.at(relative)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
            # On the open file: the keeper takes a restart order away as soon as it sees it.
            os.fchmod(file.fileno(), mode)

    def write_json(self, relative, value):
        """Written beside and renamed, because services are read while they change."""
        path = self.at(relative)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(value, file, indent=1, ensure_ascii=False)
        os.rename(path + ".new", path)

    def read_json(self, relative, default=None):
        try:
            with open(self.at(relative), encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return default

    def description(self):
        """What `make` wrote about this host; the proof that the folder is one of ours."""
        found = self.read_json(MARKER)
        if not isinstance(found, dict) or found.get("kind") != "practice":
            raise PracticeError(f"{self.path} is not a practice host (no {MARKER})")
        return found


def parse_owner(text):
    match = re.fullmatch(r"(\d{1,9}):(\d{1,9})", text)
    if not match:
        raise PracticeError("--owner is UID:GID, two numbers")
    uid, gid = int(match[1]), int(match[2])
    if uid == 0 or gid == 0:
        raise PracticeError("a practice host never belongs to root")
    return uid, gid


def as_owner(owner, work):
    """Runs work() as `owner` when this process is root (in a child that cannot come back),
    else right here. Package scripts would otherwise run as root against this machine."""
    if os.geteuid() != 0:
        return work()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setgroups([])
            os.setresgid(owner[1], owner[1], owner[1])
            os.setresuid(owner[0], owner[0], owner[0])
            os.environ["HOME"] = "/nonexistent"
            work()
            code = 0
        except PracticeError as error:
            print(f"practice-host: {error}", file=sys.stderr)
        except BaseException:  # the child must end here, whatever happened
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise PracticeError("")
    return None


def alive(pid, needle):
    """Is `pid` running, and is it the process we think (its command line names `needle`)?"""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return needle.encode() in file.read()
    except OSError:
        return False


def end_group(pid, force=False):
    try:
        os.killpg(pid, signal.SIGKILL if force else signal.SIGTERM)
    except OSError:
        pass

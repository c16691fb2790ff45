# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes and listening ports. A practice host names its own in run/; that each is really there is read in /proc."""
import os
import time

import wardroom as w

LISTEN = "0A"


def sockets():
    """[(port, is loopback)] of what listens in this network namespace; None if it cannot be read."""
    found = set()
    readable = False
    for name, loopback in (("tcp", ("0100007F",)), ("tcp6", ("00000000000000000000000001000000", "0000000000000000FFFF00000100007F"))):
        try:
            with open(f"/proc/net/{name}", encoding="ascii") as file:
                readable = True
                for line in file.readlines()[1:]:
                    parts = line.split()
                    address, _, port = parts[1].partition(":")
                    if parts[3] == LISTEN:
                        found.add((int(port, 16), address in loopback))
        except (OSError, IndexError, ValueError):
            continue
    return sorted(found) if readable else None


def ports(request, root):
    """[{port, name, loopback, alive}]; a practice host's port is alive if its real one listens."""
    listening = sockets()
    if not request.practice():
        return None if listening is None else [{"port": port, "name": "", "loopback": loopback, "alive": True} for port, loopback in listening]
    open_ports = {port for port, _ in listening or []}
    found = []
    for entry in w.read_json(root, "run/ports.json", []):
        if isinstance(entry, dict) and isinstance(entry.get("port"), int):
            found.append({"port": entry["port"], "name": w.clean(str(entry.get("service", ""))), "loopback": False,
                          "alive": entry.get("real_port") in open_ports})
    return sorted(found, key=lambda port: port["port"])


def command_line(pid):
    """The process's command line, or its name in brackets; None if it does not run."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            words = file.read(4096).replace(b"\0", b" ").decode("utf-8", "replace").strip()
        if words:
            return words
        with open(f"/proc/{pid}/comm", encoding="utf-8", errors="replace") as file:
            return f"[{file.read().strip()}]"
    except OSError:
        return None


def read_all(request, root):
    return of_practice(request, root) if request.practice() else of_machine(request, root)


def of_practice(request, root):
    found = []
    for name, facts in sorted(w.read_json(root, "run/services.json", {}).items()):
        if not isinstance(facts, dict) or not isinstance(facts.get("pid"), int):
            continue
        command = command_line(facts["pid"])
        alive = command is not None and root in command
        found.append({"name": name, "pid": facts["pid"], "user": "shop", "since": w.when(facts.get("since", 0)), "alive": alive,
                      "ports": facts.get("port", ""),
                      "command": command.replace(root, "") if alive else request.t("not running", "未运行")})
    return found


def of_machine(request, root):
    """The machine's processes, newest first, without their arguments: those may hold secrets, and this goes to a room."""
    users = user_names(request, root)
    found = []
    ticks = os.sysconf("SC_CLK_TCK")
    with open("/proc/uptime", encoding="ascii") as file:
        booted = time.time() - float(file.read().split()[0])
    for pid in (int(name) for name in os.listdir("/proc") if name.isdigit()):
        command = command_line(pid)
        if command is None or command.startswith("["):
            continue
        try:
            uid = os.stat(f"/proc/{pid}").st_uid
            with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
                parts = file.read().rpartition(")")[2].split()
            parent, begun = int(parts[1]), booted + int(parts[19]) / ticks
        except (OSError, ValueError, IndexError):
            continue
        program, _, arguments = command.partition(" ")
        found.append({"name": os.path.basename(program), "pid": pid, "parent": parent, "user": users.get(uid, str(uid)), "alive": True,
                      "since": w.when(begun * 1000), "ports": "", "command": program + (" …" if arguments else "")})
    return sorted(found, key=lambda entry: -entry["pid"]) or None


def as_tree(found):
    """[(branch, entry)]: each process under the one that started it; "└ " and blanks say how deep."""
    there = {entry["pid"] for entry in found}
    children = {}
    for entry in sorted(found, key=lambda entry: entry["pid"]):
        parent = entry.get("parent")
        children.setdefault(parent if parent in there and parent != entry["pid"] else None, []).append(entry)
    rows, left = [], [(0, entry) for entry in reversed(children.get(None, []))]
    while left:
        depth, entry = left.pop()
        rows.append(("\u2003" * (depth - 1) + "└ " if depth else "", entry))
        left += [(min(depth + 1, 8), child) for child in reversed(children.get(entry["pid"], []))]
    return rows


def user_names(request, root):
    """Names of users. In the sandbox everybody but this program's own user is one number, and is called so."""
    lines = (w.read(root, "etc/passwd") or "").splitlines()
    parts = (line.split(":") for line in lines)
    names = {int(part[2]): w.clean(part[0]) for part in parts if len(part) > 2 and part[2].isdigit()}
    try:
        with open("/proc/self/uid_map", encoding="ascii") as file:
            inner, _, count = (int(word) for word in file.readline().split())
    except (OSError, ValueError):
        return names
    if count == 1:
        names = {inner: request.t("this user", "本用户"), 65534: request.t("another user", "其他用户")}
    return names

# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""host.connections: what listens on a host and who is connected, from /proc/net."""
import ipaddress
import os
import re

import processes
import wardroom as w

STATES = {"01": "established", "02": "connecting", "03": "accepting", "04": "closing", "05": "closing", "06": "closing", "07": "closed",
          "08": "closing", "09": "closing", "0A": "listening", "0B": "closing"}
SHOWN = 60


def address(text):
    """An address as /proc/net writes it: words of four bytes, each in the machine's (little) order."""
    raw = bytes.fromhex(text)
    raw = b"".join(raw[at:at + 4][::-1] for at in range(0, len(raw), 4))
    found = ipaddress.ip_address(raw)
    return str(found.ipv4_mapped or found) if found.version == 6 else str(found)


def read_all():
    """[{protocol, local, port, remote, remote_port, state, inode}], or None where nothing can be read."""
    found, readable = [], False
    for name in ("tcp", "tcp6", "udp", "udp6"):
        try:
            with open(f"/proc/net/{name}", encoding="ascii") as file:
                lines = file.readlines()[1:]
            readable = True
        except OSError:
            continue
        for line in lines:
            parts = line.split()
            try:
                (local, port), (remote, remote_port) = parts[1].split(":"), parts[2].split(":")
                state = STATES.get(parts[3], parts[3]) if name.startswith("tcp") else "listening"
                found.append({"protocol": name[:3], "local": address(local), "port": int(port, 16), "remote": address(remote),
                              "remote_port": int(remote_port, 16), "state": state, "inode": parts[9]})
            except (IndexError, ValueError):
                continue
    return found if readable else None


def owners():
    """{inode of a socket: (pid, name)}, as far as this user may look."""
    found = {}
    for pid in (name for name in os.listdir("/proc") if name.isdigit()):
        try:
            for each in os.scandir(f"/proc/{pid}/fd"):
                match = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(each.path))
                if match:
                    found[match[1]] = (pid, (processes.command_line(int(pid)) or "?").split(" ")[0].rsplit("/", 1)[-1])
        except OSError:
            continue
    return found


def of_practice(request, root, sockets):
    """A practice host shares this machine's sockets; its own are those of its services' real ports."""
    services = {entry.get("real_port"): entry for entry in w.read_json(root, "run/ports.json", []) if isinstance(entry, dict)}
    found = []
    for socket in sockets or []:
        if socket["port"] in services:
            entry = services[socket["port"]]
            found.append({**socket, "port": entry.get("port"), "name": str(entry.get("service", "")), "pid": entry.get("pid", "")})
    alive = {socket["port"] for socket in found}
    silent = [entry for entry in services.values() if entry.get("port") not in alive]
    found += [{"protocol": "tcp", "local": str(entry.get("address", "")), "port": entry.get("port"), "remote": "", "remote_port": 0, "inode": "",
               "state": request.t("not answering", "无响应"), "name": str(entry.get("service", "")), "pid": entry.get("pid", "")} for entry in silent]
    return found


def show(request):
    t, name, root = request.t, request.name(), request.root()
    sockets = read_all()
    if request.practice():
        found = of_practice(request, root, sockets)
    elif sockets is None:
        raise w.Stop(t("connections cannot be read from here", "无法从这里读取连接"))
    else:
        owner = owners()
        found = [{**socket, "pid": owner.get(socket["inode"], ("", ""))[0], "name": owner.get(socket["inode"], ("", ""))[1]} for socket in sockets]
    listening = [socket for socket in found if socket["state"] != "established" and socket["remote_port"] == 0]
    connected = [socket for socket in found if socket["state"] == "established"]
    listening.sort(key=lambda socket: (socket["port"] or 0, socket["protocol"]))
    words = {"listening": t("listening", "监听"), "established": t("connected", "已连接")}
    w.table([t("State", "状态"), t("Local", "本地"), t("Remote", "远端"), t("Process", "进程"), "PID"],
            [[words.get(socket["state"], socket["state"]), f"{socket['local']}:{socket['port']}/{socket['protocol']}",
              f"{socket['remote']}:{socket['remote_port']}" if socket["remote_port"] else "", socket["name"], socket["pid"]]
             for socket in (listening + connected)[:SHOWN]])
    outside = list(dict.fromkeys(socket["remote"] for socket in connected if not socket["remote"].startswith(("127.", "::1"))))
    rows = [w.row(t("Listening", "监听"), ", ".join(dict.fromkeys(f"{socket['port']} {socket['name']}".strip() for socket in listening)) or t("nothing", "无"),
                  "/proc/net/tcp" + t(" · just now", " · 刚刚"))]
    if outside:
        rows.append(w.row(t("Connected from outside", "外部连接"), ", ".join(outside[:12]), "/proc/net/tcp" + t(" · just now", " · 刚刚"), "warn"))
    w.fields(rows)
    return w.result(True, t(f"{name} · listening: {len(listening)}, connected: {len(connected)}", f"{name} · 监听：{len(listening)}，已连接：{len(connected)}"),
                    {"listening": len(listening), "connected": len(connected), "addresses": outside[:20]})

#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""host.status, .processes, .connections, .logins and .changes: what is going on with a host, each fact with its source."""
import sys
import time

import changes
import connections
import logins
import processes
import wardroom as w
from debian import Debian, apt_words, cves

BUDGET = 0.5  # seconds; the answer must be there in one
SHOWN = 5


def exposure(request, root, ports):
    """How the host can be reached, as the inventory says it; for this machine, as its sockets say."""
    t, written = request.t, request.aged(root, "etc/wardroom/exposure.json")
    now = "/proc/net/tcp" + t(" · read just now", " · 刚刚读取")
    said = w.read_json(root, "etc/wardroom/exposure.json", {}) if request.practice() else {}
    text = said.get("text", {})
    if isinstance(text, dict) and text:
        tone = "warn" if said.get("exposure") == "public" else "normal"
        return w.row(t("Exposure", "暴露面"), str(text.get("zh" if request.chinese else "en", "")), written, tone)
    if request.practice():
        return w.row(t("Exposure", "暴露面"), t("unknown: nobody has written it down", "未知：没有记录"), written, "warn")
    if ports is None:
        return w.row(t("Exposure", "暴露面"), t("unknown: sockets cannot be read from here", "未知：无法从这里读取套接字"), now, "warn")
    outside = sorted({port["port"] for port in ports if not port["loopback"]})
    if outside:
        return w.row(t("Exposure", "暴露面"), t("listens beyond loopback on ", "在回环之外监听 ") + ", ".join(map(str, outside[:12])), now, "warn")
    return w.row(t("Exposure", "暴露面"), t("loopback only", "仅回环"), now, "good")


def port_row(request, root, ports):
    t, now = request.t, request.t(" · read just now", " · 刚刚读取")
    label = t("Listening ports", "监听端口")
    if ports is None:
        return w.row(label, t("cannot be read from here", "无法从这里读取"), "/proc/net/tcp" + now, "warn")
    if not ports and request.practice():
        return w.row(label, t("none: its services are not running", "无：其服务未运行"), "run/ports.json" + now, "warn")
    if not ports:
        return w.row(label, t("none", "无"), "/proc/net/tcp" + now)
    words = [f"{port['port']} {port['name']}".strip() + ("" if port["alive"] else t(" (not answering)", "（无响应）")) for port in ports[:12]]
    source = ("run/ports.json, /proc/net/tcp" if request.practice() else "/proc/net/tcp") + now
    return w.row(label, ", ".join(words), source, "normal" if all(port["alive"] for port in ports) else "warn")


def login_rows(request, root):
    t, (found, source) = request.t, logins.read_all(root, request.now)
    label = t("Sign-ins", "登录")
    if found is None:
        return [w.row(label, t("the log cannot be read from here", "无法从这里读取日志"), source, "warn")]
    source = request.aged(root, source)
    good = [entry for entry in found if entry["ok"]]
    bad = [entry for entry in found if not entry["ok"]]
    last = t("none", "无")
    if good:
        latest = good[-1]
        last = t(f"{latest['user']} from {latest['from']}", f"{latest['user']}，来自 {latest['from']}") + f" · {latest['when']}"
        last += t(f" · {len(good)} in the log", f" · 日志中共 {len(good)} 次")
    rows = [w.row(label, last, source)]
    if bad:
        sources = list(dict.fromkeys(entry["from"] for entry in reversed(bad)))
        rows.append(w.row(t("Failed sign-ins", "登录失败"), t(f"{len(bad)}, from ", f"{len(bad)} 次，来自 ") + ", ".join(sources[:3])
                          + f" · {bad[-1]['when']}", source, "bad" if len(bad) >= SHOWN else "warn"))
    return rows


def no_apt(request):
    """Why nothing is known of a host's packages, and what helps."""
    if request.practice():
        return request.t("unknown: this practice host has no package sources (etc/apt/apt.conf). One made with “Practise” has some",
                         "未知：此演练主机没有软件源（etc/apt/apt.conf）。用“演练”创建的主机带有软件源")
    return request.t("unknown: there is no apt on this host, so ask whoever keeps it how it is patched",
                     "未知：此主机没有 apt，请向其维护者了解补丁情况")


def pending_row(request, until):
    """Newer versions, and as long as there is time, the CVEs that their changelogs name."""
    t, label = request.t, request.t("Pending fixes", "待安装修复")
    try:
        host = Debian(request)
        if not host.has_apt():
            raise w.Stop(no_apt(request))
        left = max(0.1, until - time.monotonic())
        code, out, error = host.apt("apt-get", "-s", "-o", "Debug::NoLocking=1", "dist-upgrade", seconds=left)
        if code == 124:
            raise w.Stop(t(f"not read yet: apt takes longer than this quick answer waits. /fix list {request.name()} waits for it",
                           f"尚未读取：apt 所需时间超过此快速回答的等待时间。/fix list {request.name()} 会等它完成"))
        if code != 0:
            raise w.Stop(t("unknown: apt refuses: ", "未知：apt 拒绝：") + apt_words(error or out)
                         + t(f". /fix list {request.name()} shows more", f"。详见 /fix list {request.name()}"))
    except w.Stop as stop:
        return w.row(label, str(stop), "apt", "warn")
    upgrades = [upgrade for upgrade in host.parse(out) if upgrade[1] and upgrade[2]]
    age = host.lists_age()
    read = t(f" · lists read {request.ago(age)}", f" · 列表读取于{request.ago(age)}") if age else t(" · lists never read", " · 列表从未读取")
    if not upgrades and not age:
        return w.row(label, t("unknown: this host has never read its package lists; apt-get update on it reads them",
                              "未知：此主机从未读取软件包列表；在其上运行 apt-get update 即可读取"), "apt-get -s dist-upgrade", "warn")
    if not upgrades:
        return w.row(label, t("none in the package lists", "软件包列表中没有"), "apt-get -s dist-upgrade" + read, "good")
    words, source = [], "apt-get -s dist-upgrade"
    for package, before, after in upgrades[:8]:
        named = []
        if time.monotonic() < until:
            named = [cve for _, text in host.newer_entries(package, before, after) or [] for cve in cves(text)]
            source = "apt-get -s dist-upgrade, changelog.Debian"
        words.append(f"{package} {before} → {after}" + (f" ({', '.join(named[:2])})" if named else ""))
    more = len(upgrades) - len(words)
    tail = t(f" and {more} more", f"，另有 {more} 个") if more > 0 else ""
    return w.row(label, ", ".join(words) + tail, source + read, "bad" if "CVE-" in "".join(words) else "warn")


def record_rows(request):
    """What this workspace's own record says of the host, newest last."""
    t = request.t
    entries = request.record
    if not entries:
        return [w.row(t("On record", "记录"), t("nothing", "无"), t("this workspace's record", "本工作区记录"))]
    return [w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}",
                  t("this workspace's record", "本工作区记录")) for number, entry in enumerate(entries[-SHOWN:])]


def status(request):
    t, until = request.t, time.monotonic() + BUDGET
    root, name = request.root(), w.clean(str(request.host.get("name", "")))
    ports = processes.ports(request, root)
    pending = pending_row(request, until)
    signs = login_rows(request, root)
    rows = [exposure(request, root, ports), port_row(request, root, ports), *signs, pending, *record_rows(request)]
    w.fields(rows)
    said = [f"{row['label']}: {row['value']}" for row in (rows[0], pending)]
    return w.result(True, f"{name} · " + " · ".join(said), {"host": name, "ports": ports,
                    "attention": [row["label"] for row in rows if row["tone"] in ("warn", "bad")]})


def show_processes(request):
    t, name = request.t, request.name()
    found = processes.read_all(request, request.root())
    if found is None:
        raise w.Stop(t("processes cannot be read from here", "无法从这里读取进程"))
    wanted = request.arg("named")
    shown = [entry for entry in found if wanted is None or wanted.casefold() in f"{entry['name']} {entry['command']}".casefold()]
    rows = processes.as_tree(shown)
    w.table([t("Process", "进程"), "PID", t("User", "用户"), t("Since", "启动于"), t("Ports", "端口"), t("Command", "命令")],
            [[branch + entry["name"], entry["pid"], entry["user"], entry["since"], entry["ports"], entry["command"]] for branch, entry in rows[:200]])
    w.text(t("Source: ", "来源：") + ("run/services.json, /proc" if request.practice() else "/proc") + t(" · read just now", " · 刚刚读取"))
    running = sum(1 for entry in shown if entry["alive"])
    more = t(f", shown: 200 of {len(rows)}", f"，显示 {len(rows)} 个中的 200 个") if len(rows) > 200 else ""
    return w.result(True, t(f"Processes on {name}: {running}", f"{name} 上的进程：{running}") + more, {"count": running})


def show_logins(request):
    t, name, since, user = request.t, request.name(), request.since(), request.arg("user")
    found, source = logins.read_all(request.root(), request.now)
    if found is None:
        raise w.Stop(t(f"{source} cannot be read from here", f"无法从这里读取 {source}"))
    found = [entry for entry in found if (since is None or entry["at"] >= since) and (user is None or entry["user"] == user)]
    w.table([t("When", "时间"), t("User", "用户"), t("From", "来源"), t("Outcome", "结果")],
            [[entry["when"], entry["user"], entry["from"], (t("signed in, ", "已登录，") + entry["how"]) if entry["ok"] else t("failed", "失败")]
             for entry in found[-50:]])
    good = sum(1 for entry in found if entry["ok"])
    log = request.aged(request.root(), source)
    rows = [w.row(t("By the hour", "按小时"), hours_line(request, found), log)]
    sources = list(dict.fromkeys(entry["from"] for entry in reversed(found) if not entry["ok"]))
    if sources:
        rows.append(w.row(t("Failed from", "失败来源"), ", ".join(sources[:6]), log, "warn"))
    w.fields(rows)
    period = "" if since is None else t(f" since {w.when(since)}", f"（自 {w.when(since)}）")
    return w.result(True, t(f"Sign-ins to {name}{period}: {good}, failed: {len(found) - good} ({source})",
                            f"{name} 的登录{period}：{good} 次，失败：{len(found) - good} 次（{source}）"),
                    {"good": good, "failed": len(found) - good, "addresses": list(dict.fromkeys(entry["from"] for entry in found))[:20]})


def hours_line(request, found):
    """The last 24 hours as bars, oldest first."""
    counts = [0] * 24
    for entry in found:
        hour = int((request.now - entry["at"]) // 3600000)
        if 0 <= hour < 24:
            counts[23 - hour] += 1
    return w.sparkline(counts) + request.t(" last 24 h", " 最近 24 小时")


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "status"
    w.main({"run": {"status": status, "processes": show_processes, "logins": show_logins,
                    "connections": connections.show, "changes": changes.show}[kind]})

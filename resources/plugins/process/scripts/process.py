#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""process.stop: ends one process or service of a host and reads back that it is gone. A service can be started again."""
import os
import re
import signal
import time

import onhost
import processes
import wardroom as w

UNIT = re.compile(r"/([A-Za-z0-9:_.@\\-]+\.service)$")
PROTECTED = re.compile(r"(systemd|systemd-\w+|init|sshd|dbus-daemon|wardroom-remote)\Z")
ASKED = "run/stop"
PATIENCE = 10


def wanted(request):
    said = request.need("process", re.compile(r"[A-Za-z0-9_.@:+-]{1,100}\Z"))
    return int(said) if said.isdigit() else said


def found_on_practice(request, root, said):
    """(name, pid) of a practice host's service."""
    running = {name: facts for name, facts in w.read_json(root, "run/services.json", {}).items() if isinstance(facts, dict)}
    for name, facts in running.items():
        if said in (name, facts.get("pid")):
            return name, facts.get("pid")
    raise w.Stop(request.t(f"no process {said} runs on {request.name()}; running: {', '.join(running) or 'none'}",
                           f"{request.name()} 上没有进程 {said}；正在运行：{'、'.join(running) or '无'}"))


def begun(pid):
    """When a process began, in ticks: with the pid, it is that process and no later one. None when it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            parts = file.read().rpartition(")")[2].split()
        return None if parts[0] in "ZX" else int(parts[19])
    except (OSError, ValueError, IndexError):
        return None


def unit_of(pid):
    try:
        with open(f"/proc/{pid}/cgroup", encoding="utf-8") as file:
            match = UNIT.search(file.read().strip().splitlines()[-1])
        return match[1] if match else None
    except (OSError, IndexError):
        return None


def found_on_machine(request, said):
    """(name, pid) of the one process that is meant; several of one name are named, not chosen from."""
    entries = processes.of_machine(request, "/") or []
    hits = [entry for entry in entries if said in (entry["pid"], entry["name"])]
    if not hits:
        raise w.Stop(request.t(f"no process {said} runs on {request.name()}", f"{request.name()} 上没有进程 {said}"))
    units = {unit_of(entry["pid"]) for entry in hits}
    if len(hits) > 1 and (len(units) != 1 or None in units):
        pids = ", ".join(str(entry["pid"]) for entry in hits[:12])
        raise w.Stop(request.t(f"{len(hits)} processes are called {said}; name one by its number: {pids}", f"有 {len(hits)} 个进程名为 {said}；请用编号指定：{pids}"))
    entry = min(hits, key=lambda each: each["pid"])
    if entry["pid"] == 1 or PROTECTED.match(entry["name"]) or entry["pid"] in (os.getpid(), os.getppid()):
        raise w.Stop(request.t(f"{entry['name']} keeps the host itself running, or the way in; it is not stopped from here", f"{entry['name']} 维持主机运行或登录通道，不能从这里停止"))
    return entry["name"], entry["pid"]


def plan(request):
    """{name, pid, begun, argv, undo}: exactly what would be done."""
    root, said = onhost.own_root(request), wanted(request)
    if request.practice():
        name, pid = found_on_practice(request, root, said)
        mark = os.path.join(root, ASKED, name)
        return {"name": name, "pid": pid, "begun": 0, "argv": ["touch", "--", mark], "undo": ["rm", "-f", "--", mark]}
    name, pid = found_on_machine(request, said)
    unit = unit_of(pid)
    # A unit is stopped as one: killed, it would only be started again.
    if unit and not re.match(r"(session-|user@|ssh)", unit):
        return {"name": unit, "pid": pid, "begun": begun(pid), "argv": ["systemctl", "stop", unit], "undo": ["systemctl", "start", unit]}
    return {"name": name, "pid": pid, "begun": begun(pid), "argv": ["kill", "-TERM", str(pid)], "undo": []}


def rehearse(request):
    t, made = request.t, plan(request)
    name = request.name()
    w.fields([w.row(t("Process", "进程"), f"{made['name']} · {made['pid']}", "run/services.json" if request.practice() else "/proc", "code"),
              w.row(t("Undo", "撤销"), t("it is started again", "重新启动") if made["undo"] else t("not possible: only services can be started again", "无法撤销：只有服务可以重新启动"),
                    t("this command", "本命令"), "normal" if made["undo"] else "bad")])
    data = {"argv": made["argv"], "undo": made["undo"], "as": onhost.acting_as(request),
            "effect": t(f"{made['name']} ({made['pid']}) ends; whoever uses it loses it", f"{made['name']}（{made['pid']}）将结束；正在使用它的人会中断"),
            "verify": t("the process is gone and no other has taken its place", "进程已消失，且没有其他进程取代"), "before": f"{made['pid']}/{made['begun']}", "after": t("not running", "未运行")}
    return w.result(True, t(f"{made['name']} on {name} would be stopped", f"将停止 {name} 上的 {made['name']}"), data)


def gone(request, name, pid, began):
    """Is the process that was meant gone, and nothing of that name there instead?"""
    if request.practice():
        return name not in w.read_json(onhost.own_root(request), "run/services.json", {})
    return begun(pid) != began or begun(pid) is None


def wait(question):
    until = time.monotonic() + PATIENCE
    while not question() and time.monotonic() < until:
        time.sleep(0.05)
    return question()


def run(request):
    t, made = request.t, plan(request)
    if request.rehearsal and request.rehearsal.get("before") != f"{made['pid']}/{made['begun']}":
        raise w.Stop(t("it is another process than when this was asked for: ask anew", "进程已不是申请时的那个：请重新申请"))
    onhost.agreed(request, made["argv"])
    if made["argv"][0] == "kill":
        w.log("$ " + " ".join(made["argv"]))
        os.kill(made["pid"], signal.SIGTERM)
    else:
        if request.practice():
            os.makedirs(os.path.dirname(made["argv"][-1]), exist_ok=True)
        onhost.must(request, made["argv"])
    if not wait(lambda: gone(request, made["name"], made["pid"], made["begun"])):
        if made["argv"][0] != "kill":
            return w.result(False, t(f"{made['name']} did not end", f"{made['name']} 没有结束"), made)
        w.log(f"$ kill -KILL {made['pid']}")
        os.kill(made["pid"], signal.SIGKILL)
        if not wait(lambda: gone(request, made["name"], made["pid"], made["begun"])):
            return w.result(False, t(f"{made['name']} did not end", f"{made['name']} 没有结束"), made)
    return w.result(True, t(f"{made['name']} ({made['pid']}) has ended", f"{made['name']}（{made['pid']}）已结束"), made)


def said(request):
    """What was meant: from the run, or from what was approved."""
    made = request.run
    if not (isinstance(made.get("name"), str) and isinstance(made.get("pid"), int)):
        argv, (pid, _, began) = request.rehearsal.get("argv"), str(request.rehearsal.get("before", "")).partition("/")
        if not isinstance(argv, list) or not argv or not pid.isdigit():
            raise w.Stop(request.t("nothing was rehearsed or run, so there is nothing to compare with", "没有预演或执行记录，无法比较"))
        made = {"name": os.path.basename(str(argv[-1])), "pid": int(pid), "begun": int(began) if began.isdigit() else 0, "undo": request.rehearsal.get("undo") or []}
    return made


def verify(request):
    t, made = request.t, said(request)
    ended = gone(request, made["name"], made["pid"], made.get("begun", 0))
    where = "run/services.json" if request.practice() else f"/proc/{made['pid']}"
    rows = [w.row(made["name"], t("not running", "未运行") if ended else t("still running", "仍在运行"), where + t(" · just now", " · 刚刚"), "good" if ended else "bad")]
    return onhost.verdict(request, "verified" if ended else "not_verified", t(f"{made['name']} is not running", f"{made['name']} 未运行") if ended else
                          t(f"{made['name']} is still running", f"{made['name']} 仍在运行"), t("running", "运行中"),
                          t("not running", "未运行") if ended else t("running", "运行中"), t("not running", "未运行"), rows)


def undo(request):
    t, made, root = request.t, said(request), onhost.own_root(request)
    expected = ["rm", "-f", "--", os.path.join(root, ASKED, made["name"])] if request.practice() else ["systemctl", "start", made["name"]]
    if made.get("undo") != expected or "/" in made["name"]:
        raise w.Stop(t("a process that was no service cannot be started again from here", "不是服务的进程无法从这里重新启动"))
    onhost.must(request, expected)
    back = wait(lambda: runs_again(request, root, made["name"]))
    return w.result(back, t(f"{made['name']} runs again", f"{made['name']} 已重新运行") if back else t(f"{made['name']} did not start", f"{made['name']} 没有启动"), made)


def runs_again(request, root, name):
    if request.practice():
        return name in w.read_json(root, "run/services.json", {})
    return w.command(["systemctl", "is-active", "--quiet", name])[0] == 0


def verify_undo(request):
    t, made = request.t, said(request)
    back = runs_again(request, onhost.own_root(request), made["name"])
    words = t(f"{made['name']} runs again", f"{made['name']} 已重新运行") if back else t(f"{made['name']} is not running", f"{made['name']} 未运行")
    return onhost.verdict(request, "verified" if back else "not_verified", words, t("not running", "未运行"), t("running", "运行中") if back else t("not running", "未运行"),
                          t("running", "运行中"), [w.row(made["name"], words, "run/services.json" if request.practice() else "systemctl", "good" if back else "bad")])


if __name__ == "__main__":
    w.main({"rehearse": rehearse, "run": run, "verify": verify, "undo": undo, "verify_undo": verify_undo})

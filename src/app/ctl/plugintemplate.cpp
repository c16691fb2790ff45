// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugintemplate.h"

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

const auto kReads = R"(# What this plugin can do. Try: wardroomctl plugin check . && wardroomctl plugin test .
# yaml-language-server: $schema=%3
name: %1
version: 0.1.0
author: %2
summary: {en: Counts what a host's log says, zh: 统计主机日志中的内容}
commands:
  - id: %1.count           # said: /%1 count HOST WORD
    risk: read             # read runs by itself; change and disrupt need rehearse, verify and approvals
    summary: {en: How often a word stands in a host's log, zh: 某个词在主机日志中出现的次数}
    title: {en: "“{word}” in the log of {host}", zh: "{host} 日志中的“{word}”"}
    arguments:
      - {name: host, type: host, required: true, help: {en: The host to look at, zh: 要查看的主机}}
      - {name: word, type: word, required: true, help: {en: The word to count, zh: 要统计的词}}
    phrases:
      en: ["count {word} on {host}", "how often does {host} say {word}", "how many {word} are in the log of {host}"]
      zh: ["{host} 的日志里有多少 {word}", "统计 {host} 上的 {word}", "数一下 {host} 日志中的 {word}"]
    examples: ["/%1 count practice-01 sshd"]
    sandbox: isolated      # no network, no environment, nothing of this machine
    host_access: read      # the host's root comes as host.root
    run: [scripts/%1.py, run]
    limits: {seconds: 10, memory_mb: 128}
    tests:
      - name: it counts what is there
        args: {host: practice-01, word: sshd}
        fixture: tests/host        # its folder root/ is the host
        expect: {exit: 0, contains: "2 lines"}
      - name: a log that is not there is said so
        args: {host: practice-01, word: sshd}
        fixture: tests/empty
        expect: {exit: 1, contains: "no log"}
)";

const auto kReadsScript = R"(#!/usr/bin/python3 -B
"""One JSON request on stdin, JSON lines on stdout; the last one is the result, and exit code 0 says that it worked."""
import json
import os
import sys

request = json.load(sys.stdin)
host, word = request["host"], request["args"]["word"]


def say(kind, **more):
    print(json.dumps({"type": kind, **more}, ensure_ascii=False), flush=True)


log = os.path.join(host["root"], "var/log/auth.log")
if not os.path.exists(log):
    say("result", ok=False, summary=f"{host['name']} has no log that can be read from here", data={})
    sys.exit(1)
with open(log, encoding="utf-8", errors="replace") as file:
    lines = [line.rstrip() for line in file if word in line]
say("fields", rows=[{"label": "Lines", "value": str(len(lines)), "tone": "normal", "source": "var/log/auth.log"}])
say("table", columns=["Line"], rows=[[line[:200]] for line in lines[-10:]])
say("result", ok=True, summary=f"{host['name']}: {len(lines)} lines with “{word}”", data={"lines": len(lines)})
)";

const auto kLog =
    R"(2026-11-22T08:00:00+00:00 practice-01 sshd[1]: Accepted publickey for ops from 10.20.0.14 port 40001 ssh2
2026-11-22T08:01:00+00:00 practice-01 cron[2]: something else
2026-11-22T08:02:00+00:00 practice-01 sshd[3]: Failed password for root from 203.0.113.7 port 51000 ssh2
)";

const auto kChanges = R"(# What this plugin can do. Try: wardroomctl plugin check . && wardroomctl plugin test .
# yaml-language-server: $schema=%3
name: %1
version: 0.1.0
author: %2
summary: {en: Says something to whoever signs in to a host, zh: 向登录主机的人显示一句话}
commands:
  - id: %1.post            # said: /%1 post HOST TEXT
    risk: change           # waits for approval: who decides sees what rehearse says, and nothing else runs
    summary: {en: Put a line into a host's message of the day, zh: 在主机的登录提示中加入一行}
    title: {en: "“{text}” for whoever signs in to {host}", zh: "向登录 {host} 的人显示“{text}”"}
    danger: {en: "Everybody who signs in reads it, an intruder too", zh: "所有登录者都会看到，包括入侵者"}
    arguments:
      - {name: host, type: host, required: true, help: {en: The host to change, zh: 要变更的主机}}
      - {name: text, type: text, required: true, help: {en: The line, zh: 要加入的一行}}
    phrases:
      en: ["post on {host}: {text}", "tell whoever signs in to {host}: {text}", "put into the message of {host}: {text}"]
      zh: ["在 {host} 的登录提示中写 {text}", "告诉登录 {host} 的人 {text}", "给 {host} 加登录提示 {text}"]
    examples: ["/%1 post practice-01 an incident is going on, ask security first"]
    sandbox: isolated
    host_access: write     # the host's root comes as host.root; rehearse and verify may only read it all the same
    rehearse: [scripts/%1.py, rehearse]
    run: [scripts/%1.py, run]
    verify: [scripts/%1.py, verify]
    undo: [scripts/%1.py, undo]
    verify_undo: [scripts/%1.py, verify_undo]
    limits: {seconds: 10, memory_mb: 128}
    tests:
      - name: a plan says what would be written
        step: rehearse
        args: {host: practice-01, text: ask first}
        fixture: tests/host
        expect: {exit: 0, contains: "ask first"}
      - name: it is written
        args: {host: practice-01, text: ask first}
        fixture: tests/host
        expect: {exit: 0, contains: "stands in"}
      - name: what stands there is verified
        step: verify
        args: {host: practice-01, text: ask first}
        fixture: tests/done
        expect: {exit: 0, verdict: verified}
      - name: what does not is not
        step: verify
        args: {host: practice-01, text: ask first}
        fixture: tests/host
        expect: {exit: 0, verdict: not_verified}
)";

const auto kChangesScript = R"(#!/usr/bin/python3 -B
"""One JSON request on stdin: command, step, host {name, root}, args, now (ms), lang, and of the same operation what
"rehearse" and "run" gave as data. JSON lines on stdout; the last is the result, and exit code 0 says that it worked."""
import json
import os
import sys

request = json.load(sys.stdin)
host, line = request["host"], request["args"]["text"]
path = os.path.join(host["root"], "etc/motd")


def end(ok, summary, **data):
    print(json.dumps({"type": "result", "ok": ok, "summary": summary, "data": data}, ensure_ascii=False), flush=True)
    sys.exit(0 if ok else 1)


def read():
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def write(text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def rehearse():
    """Changes nothing: says exactly what will run, how it is taken back, and how it is read back."""
    if line in read().splitlines():
        end(False, f"{host['name']} says it already")
    end(True, f"“{line}” would stand in /etc/motd of {host['name']}",
        argv=["sh", "-c", "echo \"$1\" >> /etc/motd", "sh", line], undo=["remove the line", line],
        effect="everybody who signs in reads it", verify="the file is read again",
        before=f"{len(read().splitlines())} lines", after=f"{len(read().splitlines()) + 1} lines")


def run():
    text = read()
    write(text + ("" if text.endswith("\n") or not text else "\n") + line + "\n")
    end(True, f"“{line}” stands in /etc/motd of {host['name']}", lines=len(read().splitlines()))


def verify():
    there = line in read().splitlines()
    end(True, "it stands there" if there else "it does not stand there", verdict="verified" if there else "not_verified")


def undo():
    write("".join(each + "\n" for each in read().splitlines() if each != line))
    end(True, f"/etc/motd of {host['name']} is as before")


def verify_undo():
    gone = line not in read().splitlines()
    end(True, "it is gone" if gone else "it still stands there", verdict="verified" if gone else "not_verified")


{"rehearse": rehearse, "run": run, "verify": verify, "undo": undo, "verify_undo": verify_undo}[sys.argv[1]]()
)";

} // namespace

PluginTemplate PluginTemplate::reading()
{
    return {
        QString::fromUtf8(kReads),
        QString::fromUtf8(kReadsScript),
        {{u"host/root/var/log/auth.log"_s, QString::fromUtf8(kLog)}, {u"empty/root/hostname"_s, u"practice-01\n"_s}}};
}

PluginTemplate PluginTemplate::changing()
{
    return {QString::fromUtf8(kChanges),
            QString::fromUtf8(kChangesScript),
            {{u"host/root/etc/motd"_s, u"welcome\n"_s}, {u"done/root/etc/motd"_s, u"welcome\nask first\n"_s}}};
}

} // namespace wardroom::ctl

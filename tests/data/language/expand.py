#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the templates in source/ with names and values and splits them: expand.py [FOLDER].

A template goes by CRC-32 of its text modulo 5: 1 is the test part, 0 the part to tune by, the rest is to learn from, so
no wording is in two parts. Nothing here
is random: the values are taken in turn. Writes commands.{train,tune,test}.txt and chatter.{train,tune,test}.txt.
"""
import itertools
import pathlib
import re
import sys
import zlib

HERE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
HERE = HERE if HERE.is_dir() else HERE.parent
POOLS = {
    "h": ["web-01", "db-01", "bastion-2", "web-02", "mail-01", "build-07", "edge", "files-02", "app-03", "vpn-01",
          "practice-01", "db-02", "k8s-node-4", "bastion-1", "win-11", "jump"],
    "ip": ["203.0.113.7", "198.51.100.23", "192.0.2.44", "2001:db8::7", "203.0.113.99", "198.51.100.4", "10.20.30.40"],
    "cve": ["CVE-2024-3094", "CVE-2023-44487", "CVE-2099-0001", "cve-2021-44228", "CVE-2025-10432"],
    "pkg": ["openssl", "nginx", "libssl3", "sudo", "curl", "openssh-server", "linux-image-amd64", "xz-utils", "shop-web"],
    "p": ["@mei", "@tom", "@priya", "@ana", "@lukas", "Mei", "Tom", "Lukas"],
    "path": ["/tmp/x.sh", "/var/www/html/shell.php", "/usr/local/bin/kworkerd", "/home/deploy/.cache/run", "/opt/app/update.bin",
             "/etc/cron.d/sync"],
    "user": ["deploy", "jsmith", "backup", "svc-backup", "oracle"],
    "proc": ["xmrig", "kinsing", "nginx", "4242"],
    "hash": ["d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    "domain": ["evil.example.com", "cdn.bad.example.net", "login-portal.example.org"],
}
TIMES = {"en": [("midnight", "midnight"), ("tuesday", "Tuesday"), ("yesterday", "yesterday"), ("09:00", "09:00"),
                ("last-night", "last night"), ("friday", "friday"), ("14:00", "2pm"), ("today", "this morning")],
         "zh": [("last-night", "昨晚"), ("yesterday", "昨天"), ("midnight", "凌晨"), ("tuesday", "周二"), ("today", "今早")]}
LENGTHS = {"en": [("2h", "in the last two hours"), ("1d", "in the last day"), ("30m", "in the past 30 minutes"),
                  ("1h", "in the last hour"), ("7d", "in the last week"), ("4h", "over the last 4 hours")],
           "zh": [("2h", "最近两小时"), ("1h", "过去一小时"), ("30m", "最近30分钟"), ("1d", "过去一天")]}
DURATIONS = {"en": [("4h", "4 hours"), ("2h", "2h"), ("30m", "30 minutes"), ("1d", "a day"), ("1h", "an hour"), ("2d", "two days")],
             "zh": [("4h", "4小时"), ("30m", "30分钟"), ("2h", "两小时"), ("1d", "一天"), ("2h", "2h")]}
ARGUMENTS = {"h": "host", "ip": "address", "cve": "cve", "pkg": "package", "p": "person"}
BEFORE = {"en": ["", "", "", "hey bot, ", "please ", "bot ", "ok ", "@wardroom ", "hey, ", "wardroom, "],
          "zh": ["", "", "", "请", "麻烦", "机器人，", "帮我", "请帮我"]}
AFTER = {"en": ["", "", "", " please", " thanks", "", " now", " pls"], "zh": ["", "", "", "？", "", "，谢谢"]}
TALK = {"en": ["", "", "yeah, ", "btw ", "well, ", "fyi ", "hm, ", "ok so ", "guys, ", "lol ", "actually "],
        "zh": ["", "", "嗯，", "对了，", "各位，", "那个，", "其实", "话说"]}
ASKING = re.compile(r"^(can|could|please|pls|go|hey|bot|would|let|i |i'|we|who|what|how|why|when|where|which|whose|is|are|any|do|does|did|has|have|were|show|get|help)", re.I)


class Turns:
    def __init__(self):
        self.at = {}

    def take(self, name, pool):
        self.at[name] = self.at.get(name, -1) + 1
        return pool[self.at[name] % len(pool)]


def filled(template, lang, turns, marked):
    """With values in place of the slots; marked: as {name=value|said}."""
    def one(match):
        slot = match.group(1)
        name, _, said = slot.partition("|")
        if slot in ("t", "l", "d"):
            pool = {"t": TIMES, "l": LENGTHS, "d": DURATIONS}[slot][lang]
            value, said = turns.take(slot + lang, pool)
            return "{%s=%s|%s}" % ("duration" if slot == "d" else "since", value, said) if marked else said
        if "=" in slot:
            return "{%s}" % slot if marked else slot.split("|")[-1].split("=")[-1]
        name, _, kind = slot.partition(":")
        value = turns.take(kind or name, POOLS[kind or name])
        return "{%s=%s}" % (name if kind else ARGUMENTS.get(name, name), value) if marked else value
    return re.sub(r"\{([^{}]+)\}", one, template)


def part_of(template):
    return {0: "tune", 1: "test"}.get(zlib.crc32(template.encode()) % 5, "train")


def commands():
    parts = {"train": [], "tune": [], "test": []}
    turns = Turns()
    for file in sorted((HERE / "source").glob("commands*.txt")):
        lang, command = file.name.split(".")[1], ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                command = line[2:].split()[0]
                continue
            if not line.strip() or line.startswith("#"):
                continue
            text, _, after = line.partition(" << ")
            said = [filled(text, lang, turns, True)]
            plain = filled(text, lang, turns, True)
            if not after and not re.search(r"[:：]", text):
                before = turns.take("before" + lang, BEFORE[lang])
                if ASKING.match(text) and before not in ("", "hey bot, ", "bot ", "ok ", "wardroom, ", "@wardroom "):
                    before = ""
                end = turns.take("after" + lang, AFTER[lang])
                ends_open = re.search(r"=[^{}]*\}\W*$", text) and re.search(r"\{(text|title|summary|reason|topic)=", text)
                end = "" if ends_open or text[-1] in "?？" or before else end
                plain = before + plain + end
            said.append(plain)
            for each in dict.fromkeys(said):
                parts[part_of(text)].append(command + " | " + each + (" << " + after if after else ""))
    return parts


def chatter():
    parts = {"train": [], "tune": [], "test": []}
    turns = Turns()
    for file in sorted((HERE / "source").glob("chatter*.txt")):
        lang = file.name.split(".")[1]
        for text in file.read_text(encoding="utf-8").splitlines():
            if not text.strip():
                continue
            said = [filled(text, lang, turns, False)]
            quoted = text[0] in ">`@\"/[" or not re.match(r"[\w{]", text)
            if not quoted and len(text) > 3:
                said.append(turns.take("talk" + lang, TALK[lang]) + filled(text, lang, turns, False))
                said.append(turns.take("talk" + lang, TALK[lang]) + filled(text, lang, turns, False))
            elif "{" in text:
                said.append(filled(text, lang, turns, False))
            parts[part_of(text)] += dict.fromkeys(said)
    return parts


for name, parts in (("commands", commands()), ("chatter", chatter())):
    for test in parts:
        lines = list(dict.fromkeys(parts[test]))
        (HERE / f"{name}.{test}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(name, test, len(lines))

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the templates in source/ with names and values and splits them: expand.py [FOLDER].

"(can you|please|) block {ip}" are several wordings of one template. A template goes by CRC-32 of its text modulo 5: 1 is
the test part, 0 the part to tune by, the rest is to learn from, so no template is in two parts. Nothing here is random:
wordings and values are taken in turn. Writes commands.{train,tune,test}.txt and chatter.{train,tune,test}.txt, with an
empty line between templates.
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
POOLS["n"] = ["4242", "17", "812", "3", "29", "22", "1180"]
# What stands in for a value of that name, so that no value is learnt with the words around it.
STAND_INS = {
    "user": ["deploy", "jsmith", "svc-backup", "oracle", "alice", "wangli", "build", "root2", "k.meyer", "postgres"],
    "process": ["xmrig", "kinsing", "nginx", "java", "minerd", "postfix", "python3", "sshd-evil", "cupsd", "redis-server"],
    "pid": ["4242", "881", "30112", "7", "19004"],
    "named": ["nginx", "sshd", "cron", "xmrig", "postgres", "dockerd", "python3", "apache2"],
    "alert": ["12", "4", "31", "108", "7"], "task": ["3", "1", "12", "5"], "severity": ["1", "2", "3", "4"],
    "status": ["contained", "recovering", "eradicated", "recovered", "investigating", "containing", "triaged"],
    "version": ["3.0.11", "1.24.0-2", "8.5.0", "2.39"],
}
TEXTS = {
    "log.search": {"en": ["timeout", "error", "denied", "segfault", "sudo", "connection reset", "out of memory", "root",
                          "permission denied", "invalid user", "oom-killer", "refused", "panic", "certificate expired"],
                   "zh": ["timeout", "error", "denied", "segfault", "sudo", "超时", "拒绝", "refused", "oom", "证书过期"]},
    "remind": {"en": ["check the logs", "call the vendor", "lift the block", "restart the scan", "send the report", "eat something",
                      "rotate the keys", "close the port", "look at web-01 again", "tell the customer"],
               "zh": ["看日志", "联系厂商", "解除封禁", "重新扫描", "发报告", "吃饭", "轮换密钥", "关闭端口", "通知客户"]},
}


ARGUMENTS = {"h": "host", "ip": "address", "cve": "cve", "pkg": "package", "p": "person"}
BEFORE = {"en": ["", "", "", "hey bot, ", "please ", "bot ", "ok ", "@wardroom ", "hey, ", "wardroom, "],
          "zh": ["", "", "", "请", "麻烦", "机器人，", "帮我", "请帮我"]}
AFTER = {"en": ["", "", "", " please", " thanks", "", " now", " pls"], "zh": ["", "", "", "", "，谢谢"]}
TALK = {"en": ["", "", "yeah, ", "btw ", "well, ", "fyi ", "hm, ", "ok so ", "guys, ", "lol ", "actually "],
        "zh": ["", "", "嗯，", "对了，", "各位，", "那个，", "其实", "话说"]}
# Why somebody asks; what is asked for does not depend on it.
REASONS = {
    "en": ["my director keeps asking", "the auditor wants it in writing", "the customer is on the phone",
           "the help desk got three calls about it", "change got approved", "the change board has agreed",
           "HR asked for it", "before I go into the meeting", "the owner has agreed", "the specialists told me so",
           "somebody complained about it", "it looks fishy to me", "that was a false positive", "we are done with it",
           "I have to write a report", "it came up in the stand-up", "my shift ends in ten minutes", "I just sat down",
           "the vendor is waiting for an answer", "the users have been told", "the ticket says so",
           "I promised the customer an answer", "it keeps coming back", "this is getting out of hand",
           "something is off there", "the proxy team wants to know", "the scan came back clean",
           "it was our own scanner", "grafana is all red", "the window is open", "they cleared it with me",
           "the on-call asked", "I am new here", "not sure if this is the right word", "I was in a meeting",
           "he left the company", "she is back from leave", "the pentest is over", "just to be safe",
           "as agreed with the owner", "per the playbook", "no idea what happened there", "it was fine yesterday",
           "our monitoring has gone quiet", "smells like an fp", "for the ticket", "for my notes",
           "lateral movement from there", "it is beaconing", "the siem is noisy about it", "legal wants to know",
           "customer data is in scope", "everyone is in bed", "this cannot wait", "no rush",
           "I will be off for an hour", "the ceo read about it in the paper", "we got the all clear",
           "it has been hammering us all night", "the backup job needs it", "they cannot work like that",
           "that one is on me"],
    "zh": ["领导在问", "客户催了", "审计要看", "服务台接了好几个电话", "变更批了", "业务方同意了", "HR 那边要求的", "马上要开会", "专家说没问题了", "刚才是误报", "我刚接班",
           "我要写报告", "感觉不对劲", "扫了我们一晚上", "已经确认是误报", "厂商在等回复", "工单里写了", "怕忘了", "监控一片红", "窗口开了", "我也不太懂",
           "新来的不太清楚", "人已经离职了", "账号密码泄露了", "先止血", "以防万一", "按预案来", "刚开完会", "我掉线了一会", "在横向扩散", "业务挂了", "老板盯着呢",
           "情况变了", "已经控制住了", "用户等着用", "合规那边要个准话", "周报里要写", "查过了没问题", "有点可疑", "昨天还好好的", "告警一直在响", "法务也在问", "清理干净了",
           "拖得太久了", "等不到明天了", "不急", "保险起见", "像是被打了", "没人认领", "护网期间小心点", "同事转给我的", "供应商那边处理完了"],
}
ASKING = re.compile(r"^(can|could|please|pls|go|hey|bot|would|let|i |i'|we|who|what|how|why|when|where|which|whose|is|are|any|do|does|did|has|have|were|show|get|help)", re.I)


WHY = [True, False]  # every other wording to learn from comes with a reason


class Turns:
    def __init__(self):
        self.at = {}

    def take(self, name, pool):
        self.at[name] = self.at.get(name, -1) + 1
        return pool[self.at[name] % len(pool)]


def stand_in(slot, lang, turns, command):
    """Another value of the same kind for {name=value}, or the same where there is none."""
    name, _, value = slot.partition("=")
    if "|" in value or not name.isalpha():
        return slot
    kind = "pid" if name == "process" and value.isdigit() else name
    pool = TEXTS.get(command, {}).get(lang) if name == "text" else STAND_INS.get(kind)
    if name in ("alert", "task") and not value.isdigit():
        pool = None
    return "%s=%s" % (name, turns.take(kind + command, pool)) if pool else slot


def alternatives(group):
    """The parts of "a|{x=1|one}|b", where what is in braces is one."""
    parts, depth = [""], 0
    for c in group:
        depth += {"{": 1, "}": -1}.get(c, 0)
        if c == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    return parts


def wordings(template, most):
    """At most so many of a template's wordings, evenly taken, each once."""
    hidden = template.replace("{{", "\x01").replace("}}", "\x02")
    done = []
    for turn in range(most * 3):
        text, step = hidden, zlib.crc32(("%d %s" % (turn, template)).encode()) if turn else 0
        while (group := re.search(r"\(([^()]*)\)", text)) is not None:
            parts = alternatives(group.group(1))
            text = text[:group.start()] + parts[step % len(parts)] + text[group.end():]
            step = zlib.crc32(b"%d" % step) if turn else 0
        text = re.sub(r" +([,:]) *", r"\1 ", re.sub(r"  +", " ", text)).strip() if "(" in template else text
        if text not in done:
            done.append(text)
        if len(done) == most:
            break
    return done


def many(template, part, talk):
    """How many wordings are taken: more of what is to learn from, and more of what has more to it."""
    groups = [alternatives(g) for g in re.findall(r"\(([^()]*)\)", template)]
    count = 1
    for each in groups:
        count *= max(1, len(each))
    wanted = (4 if talk else 2) * count ** 0.5
    return max(1, min(count, int(wanted if part == "train" else wanted / 4 + 1), 48 if talk else 24))


def filled(template, lang, turns, marked, command="", again=False):
    """With values in place of the slots; marked: as {name=value|said}. again: with other values than the written ones."""
    def one(match):
        slot = match.group(1)
        name, _, said = slot.partition("|")
        if slot in ("t", "l", "d"):
            pool = {"t": TIMES, "l": LENGTHS, "d": DURATIONS}[slot][lang]
            value, said = turns.take(slot + lang, pool)
            return "{%s=%s|%s}" % ("duration" if slot == "d" else "since", value, said) if marked else said
        if command == "log.search" and slot.startswith("text=failed|"):
            slot = slot.replace("failed|", "failed sign-ins|", 1)  # as the catalogue's alias calls them
        if "=" in slot:
            slot = stand_in(slot, lang, turns, command) if again else slot
            return "{%s}" % slot if marked else slot.split("|")[-1].split("=")[-1]
        name, _, kind = slot.partition(":")
        value = turns.take(kind or name, POOLS[kind or name])
        return "{%s=%s}" % (name if kind else ARGUMENTS.get(name, name), value) if marked else value
    return re.sub(r"\{([^{}]+)\}", one, template).replace("\x01", "{").replace("\x02", "}")


# Of the test part once, but a failing run has printed sentences of theirs: learnt from since then.
SEEN = ("(open|reopen) (the firewall|things|)", "(mal|sec|inc|req|chg)-{n}", "(工单|案例|邮件|客户)(里|)(写着", "(lock down|close|shut down) (the account|user)",
        "(lift|remove|undo|take off|drop|clear|release|take away) the (lock|suspension|account lock)")


def part_of(template):
    if template.startswith(SEEN):
        return "train"
    return {0: "tune", 1: "test"}.get(zlib.crc32(template.encode()) % 5, "train")


def wrapped(plain, text, lang, turns):
    """With a greeting before it or a courtesy behind it."""
    before = turns.take("before" + lang, BEFORE[lang])
    if ASKING.match(text) and before not in ("", "hey bot, ", "bot ", "ok ", "wardroom, ", "@wardroom "):
        before = ""
    end = turns.take("after" + lang, AFTER[lang])
    ends_open = re.search(r"=[^{}]*\}\W*$", text) and re.search(r"\{(text|title|summary|reason|topic)=", text)
    return before + plain + ("" if ends_open or text[-1] in "?？" or before else end)


def reasoned(text, marked, lang, turns):
    """With a reason before it or, where no text goes on to the end, behind it."""
    comma = "，" if lang == "zh" else ", "
    reason = turns.take("reason" + lang, REASONS[lang])
    texts = re.search(r"\{(text|title|summary|reason|topic|question)[=:]", text)
    if texts or turns.take("reasoned" + lang, [True, False]):
        return reason + comma + marked
    return marked.rstrip("。.") + comma + reason


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
            template, _, after = line.partition(" << ")
            part = part_of(template)
            texts = wordings(template, many(template, part, False))
            for turn, text in enumerate(texts):
                said = [filled(text, lang, turns, True, command, turn > 0)]
                if not after and not re.search(r"[:：]", text):
                    said.append(wrapped(filled(text, lang, turns, True, command, True), text, lang, turns))
                if part == "train" and not after and not re.search(r"[:：?？]", text) and turns.take("why", WHY):
                    marked = filled(text, lang, turns, True, command, True)
                    parts[part].append(command + " | " + reasoned(text, marked, lang, turns))
                for each in dict.fromkeys(said if len(texts) < 3 else said[turn % 2 - 1:][:1]):
                    parts[part].append(command + " | " + each + (" << " + after if after else ""))
            parts[part].append("")
    return parts


def chatter():
    parts = {"train": [], "tune": [], "test": []}
    turns = Turns()
    for file in sorted((HERE / "source").glob("chatter*.txt")):
        lang = file.name.split(".")[1]
        for template in file.read_text(encoding="utf-8").splitlines():
            if not template.strip():
                continue
            part = part_of(template)
            texts = wordings(template, many(template, part, True)) if file.name > "chatter3" else [template]
            for turn, text in enumerate(texts):
                said = [filled(text, lang, turns, False)]
                quoted = text[0] in ">`@\"/[" or not re.match(r"[\w{]", text)
                if not quoted and len(text) > 3 and (len(texts) == 1 or turn % 3 == 0):
                    said.append(turns.take("talk" + lang, TALK[lang]) + filled(text, lang, turns, False))
                    said.append(turns.take("talk" + lang, TALK[lang]) + filled(text, lang, turns, False))
                elif "{" in text:
                    said.append(filled(text, lang, turns, False))
                parts[part] += dict.fromkeys(said if len(texts) == 1 else said[:2])
            parts[part].append("")
    return parts


def unique(lines):
    """Each sentence once; empty lines stay."""
    met = set()
    return [line for line in lines if not line or (line not in met and not met.add(line))]


for name, parts in (("commands", commands()), ("chatter", chatter())):
    for test in parts:
        lines = unique(parts[test])
        (HERE / f"{name}.{test}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(name, test, sum(map(bool, lines)))

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the templates in source/ with names and values and splits them: expand.py [FOLDER].

"(can you|please|) block {ip}" are several wordings of one template. A template goes by CRC-32 of its text modulo 5: 1 is
the test part, 0 the part to tune by, the rest is to learn from, so no template is in two parts. Nothing here is random:
wordings and values are taken in turn. Writes commands.{train,tune,test}.txt and chatter.{train,tune,test}.txt, with an
empty line between templates.
"""
import hashlib
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
# What makes talk of any order: conditions, what others said, what is over, what is not wanted.
FRAMES = {
    "en": ["if it comes back, *", "if they confirm it, *", "unless he answers, *", "once the vendor is done, *",
           "after lunch, *", "when the window opens, *", "in case it gets worse, *", "he asked whether to *",
           "she wants to know if we should *", "the runbook says: *", "step one, *", "the old playbook said *",
           "somebody wrote into the ticket: *", "for example, *", "e.g. *", "don't *", "do not *", "never *",
           "please do not *", "I would not *", "I told them not to *", "nobody asked you to *", "why would anyone *",
           "remind me why we did not *", "yesterday I had to *", "I already had to *", "we decided not to *",
           "no need to *", "it was a mistake to *", "last time I said *", "the auditor asks who said *", "I never said *",
           "do you think we should *", "maybe we should *", "should we *?", "Tom said *", "* worked like a charm",
           "*? no way", "*, really?", "*, they said", "* was a bad idea", "* is what the ticket says", "* did not help",
           "*, and then everybody screamed", "* = overkill", "*, classic", "* and pray, that was their plan",
           "* was done by the night shift", "* is what we train next week", "tell me again how they wanted to *",
           "fyi they had to *", "*, says the vendor's mail", "I am not allowed to *", "they refused to *",
           "whoever wants to * needs a ticket first", "we may have to * tomorrow", "* is on my list",
           "* is on the change calendar", "*: done", "* and the phone rings", "* and nothing changed",
           "* and it came back within a minute", "* and we are down", "* sounds drastic", "* looks good to me",
           "* every single time", "* all over again, whack-a-mole", "* would break billing", "* got approved",
           "* got reverted", "* made it worse", "* costs us customers", "* took ten minutes", "* is pending", "* is active",
           "* is still there", "* needs approval", "* requires two people", "* versus monitor only", "* as usual",
           "* like last time", "* lol", "*, then what", "*, what a day", "*, what could go wrong", "* by accident",
           "* in the lab", "* in the drill", "* with which tool", "* instead of calling us", "* and move on, people say",
           "* at your own risk", "* for fun", "* for nothing", "* for whom", "afraid to *", "easy to *", "hard to *",
           "tell them to *", "make them *", "ask mei to *", "let them *", "wait with it: *", "option a) *", "my plan: *",
           "everyone says *", "we could * I guess", "we always *", "we tried to *", "we almost *", "they will *",
           "he can *", "did you *", "when did you *", "why did you *", "how do you *", "who will *", "is it wise to *",
           "management wants us to *, no ticket yet"],
    "zh": ["如果再来就*", "要是确认了再*", "等取证完再*", "等厂商回复后再*", "别*", "千万别*", "不要*", "先别*", "没人让你*", "谁说要*", "他问我能不能*",
           "他问我能不能*，我说不行", "昨天已经*", "刚才已经*", "上周就*", "手册上写着：*", "预案第一步：*", "比如*", "例如，*", "假设要*", "有人在群里喊*", "小王说要*",
           "要不要*", "该不该*", "为什么要*", "我可没说*", "不建议*", "领导没批，暂不*", "演练剧本里写的是*", "打算下班后再*", "明天再*", "白班已经*", "差点就*", "*这事黄了",
           "*的申请被驳回了", "*？疯了吧", "*是上周的事", "*没用", "*已经做完了", "*，他们是这么说的", "*属于过度反应", "*的工单关了", "*，这是培训材料里的例子", "*还要等审批",
           "*这一步跳过", "我无权*", "客户不让*", "*的变更单还没批", "听说隔壁组*了", "*的流程走完了", "*的单子在我这", "*的人呢", "*的规则已生效", "*的命令是啥", "*是对的",
           "*是下策", "*就完事了", "*就知道错了", "*失败", "*成功", "*完成", "*完毕", "*过一次", "*了没", "*好几次了", "*半天了", "*一时爽", "*不解决问题", "*不合规",
           "*太狠了", "*会误伤", "*会被骂的", "*要审批", "*要走流程", "*得找网络组", "*咋样", "*，哈哈", "*，笑死", "*，真的假的", "*，你敢吗", "*，收工", "*，搞定",
           "*，没了", "*，对吧", "*，想得美", "*，就这", "*（剧本）", "*（演练）", "*×2", "*，客户说的", "*，已办", "*，待定", "*，进行中", "方案二*", "下一步*",
           "结论是*", "领导想*", "客户要求*，没批", "同事已经*", "夜班*了", "正在*", "刚刚*", "难道*", "何必*", "一旦*就麻烦了", "险些*", "误把*", "系统自动*",
           "机器人会*吗", "我觉得*不妥", "我来*", "我们可以*", "小王*", "让小王*", "叫网络组*", "谁*的"],
}
CHANGES = ("ip.block", "ip.unblock", "host.isolate", "host.release", "user.lock", "user.unlock", "file.quarantine",
           "file.restore", "process.stop", "patch.apply")


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


def disputed():
    """What a second reader, who saw the sentences and no labels, called something else, or could not call."""
    file = HERE / "disputed.txt"
    return set(file.read_text().split()) if file.exists() else set()


DISPUTED = disputed()


def is_left_out(part, command, template):
    """Of the test part alone; a hash, so that nobody who reads the list reads the sentence."""
    label = (command or "-") + "\t" + template
    return part == "test" and hashlib.sha256(label.encode()).hexdigest()[:16] in DISPUTED


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
            if is_left_out(part, command, template):
                continue
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
            if is_left_out(part, "", template):
                continue
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
    parts["train"] += framed()
    return parts


def framed():
    """Orders to learn from, in frames that make them talk; one of each template."""
    lines, turns = [], Turns()
    for file in sorted((HERE / "source").glob("commands*.txt")):
        lang, command = file.name.split(".")[1], ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                command = line[2:].split()[0]
            elif command in CHANGES and line.strip() and " << " not in line and part_of(line) == "train" \
                    and turns.take("one", [True, False]):
                said = filled(wordings(line, 1)[0], lang, turns, False, command).rstrip("。.?？!！")
                if not re.search("[,，;；:：] ?|[?？。] ", said) and len(said) < (24 if lang == "zh" else 56):
                    lines.append(turns.take(lang, FRAMES[lang]).replace("*", said))
    # Four as one template, so that each counts for half of what somebody wrote.
    return [each for i, line in enumerate(lines) for each in ([line, ""] if i % 4 == 3 else [line])] + [""]


def examined():
    """Examiners' batches as they wrote them, three wordings of a template at most; nothing is learnt from these."""
    said, talk, turns = [], [], Turns()
    for folder in sorted((HERE / "source" / "examiners").iterdir(), key=lambda each: int(each.name)):
        for lang in ("en", "zh"):
            command = ""
            for line in (folder / f"commands.{lang}.txt").read_text(encoding="utf-8").splitlines():
                line = line.strip()
                if line.startswith("# "):
                    command = line[2:].split()[0]
                elif line and not line.startswith("#"):
                    template, _, after = line.partition(" << ")
                    said += [f"{command} | {filled(text, lang, turns, True, command)}" + (" << " + after if after else "")
                             for text in wordings(template, 3)] + [""]
            for line in (folder / f"chatter.{lang}.txt").read_text(encoding="utf-8").splitlines():
                line = line.strip()
                if line and not line.startswith("# "):
                    talk += [filled(text, lang, turns, False) for text in wordings(line, 3)] + [""]
    return {"commands": said, "chatter": talk}


def unique(lines):
    """Each sentence once; empty lines stay."""
    met = set()
    return [line for line in lines if not line or (line not in met and not met.add(line))]


if __name__ == "__main__":
    for name, parts in (("commands", commands()), ("chatter", chatter())):
        for test in parts:
            lines = unique(parts[test])
            (HERE / f"{name}.{test}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(name, test, sum(map(bool, lines)))
    for name, lines in examined().items():
        (HERE / f"{name}.examined.txt").write_text("\n".join(unique(lines)) + "\n", encoding="utf-8")

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""frames.py: orders for a change in frames that make talk of them (source/frames.LANG.txt), or leave them orders
(source/orders.LANG.txt). Writes frames.train.txt from orders of the train part, and frames.tune.txt from orders and frames
that nothing is learnt from. "command | sentence", "- | sentence" for talk. None of the test part."""
import re
import zlib

import expand

TALK, ORDERS = 4, 4  # frames for one order
VERBS = set("""ban bar block blacklist blocklist blackhole contain cut deactivate deny disable disconnect drop enable end
firewall freeze halt install isolate kick kill let lift lock patch permit put pull quarantine readmit reactivate reconnect
reenable release remove reopen restore shun stop suspend take terminate throw unban unblock undo unfreeze unisolate unlock
unquarantine update upgrade allow apply""".split())
PAST = {"cut": "cut", "put": "put", "let": "let", "take": "took", "undo": "undid", "throw": "threw", "freeze": "froze",
        "unfreeze": "unfroze"}
DOUBLED = {"ban", "unban", "bar", "cut", "put", "let", "stop", "shun", "drop", "permit"}


def inflected(verb, past):
    if past and verb in PAST:
        return PAST[verb]
    root = verb + verb[-1] if verb in DOUBLED else verb
    if past:
        return root[:-1] + "ied" if root.endswith("y") else root + ("d" if root.endswith("e") else "ed")
    return (root[:-1] if root.endswith("e") else root) + "ing"


def in_frame(frame, order):
    """The order, what was done or the doing of it where *, + and ~ stand."""
    verb, _, rest = order.partition(" ")
    for sign, past in (("+", True), ("~", False)):
        if sign in frame:
            return frame.replace(sign, inflected(verb, past) + " " + rest)
    return frame.replace("*", order)


def read(name, lang, held):
    """The frames that are learnt from, or those that are held back to see how it comes out."""
    lines = (expand.HERE / "source" / f"{name}.{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#") and (zlib.crc32(line.encode()) % 4 == 0) == held]


def is_plain(said, lang):
    """Short, one clause, and it begins with what is to be done."""
    if re.search("[,，;；:：] ?|[?？。] ", said):
        return False
    return len(said) < 28 if lang == "zh" else len(said) < 60 and said.split(" ")[0] in VERBS


def framed(wanted, held, part_of):
    lines, turns = [], expand.Turns()
    for file in sorted((expand.HERE / "source").glob("commands*.txt")):
        lang, command = file.name.split(".")[1], ""
        talk, orders = read("frames", lang, held), read("orders", lang, held)
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                command = line[2:].split()[0]
            if line.startswith("#") or command not in expand.CHANGES or not line.strip() or " << " in line \
                    or part_of(line) not in wanted:
                continue
            said = [expand.filled(each, lang, turns, False, command).rstrip("。.?？!！") for each in expand.wordings(line, 6)]
            said = [each for each in said if is_plain(each, lang)]
            for label, frames, count in (("-", talk, TALK), (command, orders, ORDERS)):
                for _ in range(count if said else 0):
                    lines.append(label + " | " + in_frame(turns.take(label[0] + lang, frames), turns.take("said", said)))
                lines.append("")
    return lines


if __name__ == "__main__":
    for name, wanted, held in (("train", ("train",), False), ("tune", ("tune",), True)):
        lines = expand.unique(framed(wanted, held, expand.part_of))
        (expand.HERE / f"frames.{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print("frames", name, sum(map(bool, lines)))

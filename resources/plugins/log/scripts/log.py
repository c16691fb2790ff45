#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""log.search: lines of a host's logs that hold a text, as it stands (not a pattern), whatever its case. Where none does,
those that hold each of its words in some form are shown as that: "ssh failures" is written "sshd: Failed" there."""
import gzip
import os
import re
import stat
import time

import logins
import wardroom as w

FILES, BYTES, SHOWN, SECONDS = 400, 64 << 20, 50, 8
# What people call things that a log calls otherwise; anything else is looked for as it stands.
SAYINGS = {"failed sign-ins": re.compile(r"Failed (password|publickey|none|keyboard-interactive)|authentication failure|Invalid user", re.I),
           "sign-ins": re.compile(r"Accepted (password|publickey|keyboard-interactive)|session opened for user", re.I),
           "sudo": re.compile(r"\bsudo(\[\d+\])?:"), "errors": re.compile(r"\b(error|fatal|panic|segfault|critical)\b", re.I)}
NAMED = re.compile("(" + "|".join(SAYINGS) + r") (?:for|of|by|from|as|against) (\S+)", re.I)
ENDING = re.compile(r"(?<=\w{4})(?:ures?|ings?|ed|es|s)$")
STAMP = re.compile(r"^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*|[A-Z][a-z]{2} [ 0-9]\d [0-9:]{8})")


def log_files(root):
    """Regular files under var/log, newest first; links are not followed."""
    found = []
    for folder, _, names in os.walk(os.path.join(root, "var/log"), followlinks=False):
        for name in names:
            path = os.path.join(folder, name)
            try:
                about = os.lstat(path)
            except OSError:
                continue
            if stat.S_ISREG(about.st_mode):
                found.append((about.st_mtime, path))
    return [path for _, path in sorted(found, reverse=True)[:FILES]]


def lines_of(path):
    """The file's lines as (number, text); a .gz is unpacked on the way. Not following a link that appears meanwhile."""
    raw = open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")
    with raw, (gzip.GzipFile(fileobj=raw) if path.endswith(".gz") else raw) as file:
        number = 0
        while line := file.readline(65536):
            number += 1
            yield number, line


def matcher(request):
    """How does a line fit what was asked for? (line -> "whole", "words" or nothing)"""
    text, since = request.need("text"), request.since()
    named = NAMED.fullmatch(text)
    saying, needle = SAYINGS.get((named[1] if named else text).casefold()), text.casefold()
    # "failed sign-ins for root": lines of that kind which have the name as a word of its own, not within another.
    whole = [re.compile(r"(?<![\w.-])" + re.escape(named[2]) + r"(?![\w-]|\.\w)", re.I)] if named else []
    stems = [ENDING.sub("", word) for word in re.findall(r"[\w.:@/-]+", needle)]

    def fits(words):
        plain = words.casefold()
        if saying.search(words) and all(word.search(words) for word in whole) if saying else needle in plain:
            how = "whole"
        elif not saying and len(stems) > 1 and all(stem in plain for stem in stems):
            how = "words"
        else:
            return None
        stamp = STAMP.match(words)
        return how if since is None or (stamp and logins.moment(stamp[1], request.now) >= since) else None

    return text, fits


def search(request):
    text, fits = matcher(request)
    root, until = request.root(), time.monotonic() + SECONDS
    budget, hits, total, unread, files = BYTES, {"whole": [], "words": []}, {"whole": 0, "words": 0}, [], log_files(root)
    whole = True
    for path in files:
        short = os.path.relpath(path, root)
        try:
            for number, line in lines_of(path):
                budget -= len(line)
                if budget < 0 or time.monotonic() > until:
                    whole = False
                    break
                words = line.decode("utf-8", "replace").rstrip("\r\n")
                if how := fits(words):
                    total[how] += 1
                    hits[how].append((short, number, words))
                    del hits[how][:-SHOWN]
        except (OSError, EOFError, gzip.zlib.error):
            unread.append(short)
        if not whole:
            break
    how = "whole" if total["whole"] else "words"
    return tell(request, text, files, hits[how], total, unread, whole)


def tell(request, text, files, hits, total, unread, whole):
    t, name = request.t, w.clean(str(request.host.get("name", "")))
    if not files:
        raise w.Stop(t(f"no log of {name} can be read from here", f"无法从这里读取 {name} 的日志"))
    lines, near = total["whole"], 0 if total["whole"] else total["words"]
    if near:
        w.text(t(f"No line holds “{text[:80]}” as it stands. These hold each of its words in some form; whether they mean it, read them.",
                 f"没有任何行原样包含“{text[:80]}”。以下各行以某种形式包含其中每个词；是否相关请自行查看。"))
    if hits:
        w.table([t("File", "文件"), t("Line", "行"), t("Text", "内容")], [[path, number, line[:400]] for path, number, line in hits])
        w.fields([w.row(t("Source", "来源"), ", ".join(request.aged(request.root(), path) for path in dict.fromkeys(hit[0] for hit in hits)),
                        t("file times", "文件时间"))])
    if unread:
        w.text(t("Could not be read: ", "无法读取：") + ", ".join(unread[:8]))
    if not whole:
        w.text(t("Not everything was searched: the limit of time or size was reached.", "未搜索全部内容：已达到时间或大小上限。"))
    period = f" · {request.t('since', '自')} {w.when(request.since())}" if request.since() else ""
    summary = t(f"“{text[:80]}” on {name}{period} · lines: {lines}, files searched: {len(files)}", f"{name} 上的“{text[:80]}”{period} · 行数：{lines}，已搜索文件：{len(files)}")
    if near:
        summary += t(f", with each of its words in some form: {near}", f"，以某种形式包含每个词的行：{near}")
    if lines + near > len(hits):
        summary += t(f", shown: the last {len(hits)}", f"，显示最后 {len(hits)} 行")
    return w.result(True, summary, {"lines": lines, "words": near, "files": len(files), "unread": unread, "complete": whole and not unread})


if __name__ == "__main__":
    w.main({"run": search})

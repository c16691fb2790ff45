#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""indicator.search: have we seen this hash, address, name or path before? In the record and, with a host, in its logs."""
import gzip
import ipaddress
import os
import re

import wardroom as w

HASHES = {32: "MD5", 40: "SHA-1", 64: "SHA-256"}
FILES, BYTES = 400, 64 << 20


def plain(text):
    """The indicator as logs write it: 203[.]0[.]113[.]7 and hxxps://… are ways of writing it so that nobody clicks."""
    return re.sub(r"^hxxp", "http", text.replace("[.]", ".").replace("(.)", ".").replace("[:]", ":"), flags=re.I)


def kind(request, text):
    t = request.t
    if re.fullmatch(r"[0-9A-Fa-f]+", text) and len(text) in HASHES:
        return t(f"{HASHES[len(text)]} hash", f"{HASHES[len(text)]} 哈希")
    try:
        ipaddress.ip_address(text)
        return t("address", "地址")
    except ValueError:
        pass
    for pattern, english, chinese in ((r"https?://\S+", "web address", "网址"), (r"[^@\s]+@[^@\s]+\.[^@\s]+", "mail address", "邮件地址"),
                                      (r"CVE-\d{4}-\d{4,7}", "CVE", "CVE"), (r"(?:[a-z0-9-]+\.)+[a-z]{2,24}", "name", "域名"), (r"/\S+", "path", "路径")):
        if re.fullmatch(pattern, text, re.I):
            return t(english, chinese)
    return t("text", "文字")


def whole(text):
    """Finds it as a whole, not inside a longer one."""
    return re.compile(r"(?<![0-9A-Za-z_.:-])" + re.escape(text) + r"(?![0-9A-Za-z_:-]|\.[0-9A-Za-z])", re.I)


def in_logs(root, pattern):
    """{file: [lines]}, and was everything read."""
    found, budget, seen = {}, BYTES, 0
    for folder, _, names in os.walk(os.path.join(root, "var/log"), followlinks=False):
        for name in sorted(names):
            path = os.path.join(folder, name)
            seen += 1
            if seen > FILES or budget < 0:
                return found, False
            try:
                raw = open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")
                with raw, (gzip.GzipFile(fileobj=raw) if name.endswith(".gz") else raw) as file:
                    for line in file:
                        budget -= len(line)
                        if pattern.search(words := line.decode("utf-8", "replace").strip()):
                            found.setdefault(os.path.relpath(path, root), []).append(words)
                        if budget < 0:
                            break
            except (OSError, EOFError, gzip.zlib.error):
                continue
    return found, True


def search(request):
    t, text = request.t, plain(request.need("indicator"))
    if len(text) < 3:
        raise w.Stop(t("an indicator has at least three characters", "指标至少三个字符"))
    pattern = whole(text)
    known = [entry for entry in request.record if pattern.search(entry["text"])]
    rows = [w.row(t("Indicator", "指标"), f"{text} · {kind(request, text)}", t("asked", "询问"), "code")]
    rows += [w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}",
                   t("this workspace's record", "本工作区记录") + f" · {request.ago(entry.get('at') or 0)}", "warn") for number, entry in enumerate(known[-8:])]
    if not known:
        rows.append(w.row(t("On record", "记录"), t("never seen", "从未见过"), t("this workspace's record", "本工作区记录"), "good"))
    lines, complete = 0, True
    if request.host.get("kind") == "local":
        rows.append(w.row(t("Host logs", "主机日志"), t("not read: this machine's own are not shown to a sandbox", "未读取：本机日志不对沙箱开放"), request.name(), "warn"))
    elif request.host.get("root"):
        found, complete = in_logs(request.root(), pattern)
        lines = sum(len(each) for each in found.values())
        rows += [w.row(os.path.basename(path), t(f"{len(each)} lines, last: ", f"{len(each)} 行，最后：") + each[-1][:200], f"{request.name()} {request.aged(request.root(), path)}", "warn")
                 for path, each in list(found.items())[:8]]
        if not found:
            rows.append(w.row(t("Host logs", "主机日志"), t("not there", "没有"), f"{request.name()} var/log"))
        if not complete:
            rows.append(w.row(t("Not everything", "不完整"), t("a limit of files or size was reached", "已达到文件数或大小上限"), f"{request.name()} var/log", "warn"))
    w.fields(rows)
    times = [entry["at"] for entry in known if isinstance(entry.get("at"), int)]
    first = t(f", first {request.ago(min(times))}", f"，首次 {request.ago(min(times))}") if times else ""
    return w.result(True, t(f"{text} · on record: {len(known)}{first}, log lines: {lines}", f"{text} · 记录：{len(known)} 条{first}，日志：{lines} 行"),
                    {"indicator": text, "record": len(known), "lines": lines, "complete": complete})


if __name__ == "__main__":
    w.main({"run": search})

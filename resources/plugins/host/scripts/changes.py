# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""host.changes: packages, configuration, accounts, keys and scheduled jobs that changed since a time."""
import os
import re
import stat
from datetime import datetime, timezone

import wardroom as w

DPKG = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (install|upgrade|remove|purge) (\S+?)(?::\S+)? (\S+) (\S+)$")
SHOWN, FILES = 60, 20000
# What a file's place says about it: the first that fits counts.
KINDS = ((r"etc/(passwd|shadow|group|gshadow|sudoers|sudoers\.d/.*)$", "account", "账户"),
         (r"(.*/)?\.ssh/authorized_keys2?$", "SSH key", "SSH 密钥"),
         (r"(etc/cron[^/]*/.*|etc/crontab|var/spool/cron/.*)$", "scheduled job", "计划任务"),
         (r"(etc/systemd/.*|lib/systemd/.*|usr/lib/systemd/.*)\.(service|timer|socket)$", "service", "服务"),
         (r"(etc/ld\.so\.preload|etc/ld\.so\.conf.*|etc/profile.*|etc/rc\.local|.*/\.(bashrc|profile|bash_profile))$", "start-up file", "启动文件"),
         (r"(usr/)?(local/)?s?bin/.*|usr/local/bin/.*", "program", "程序"), (r"(tmp|dev/shm|var/tmp)/.*", "temporary program", "临时程序"),
         (r"etc/.*", "configuration", "配置"))
FOLDERS = ("etc", "usr/bin", "usr/sbin", "usr/local", "var/spool/cron", "root", "home", "tmp", "var/tmp", "dev/shm", "usr/lib/systemd")
BAD = ("account", "SSH key", "scheduled job", "start-up file", "temporary program")


def packages(request, root, since):
    found = []
    for line in (w.read(root, "var/log/dpkg.log") or "").splitlines():
        if match := DPKG.match(line):
            at = int(datetime.fromisoformat(match[1]).replace(tzinfo=timezone.utc).timestamp() * 1000)
            if at >= since:
                how = {"install": request.t("installed", "安装"), "upgrade": request.t("upgraded", "升级")}.get(match[2], request.t("removed", "移除"))
                versions = f"{match[4]} → {match[5]}" if match[2] == "upgrade" else match[5] if match[2] == "install" else match[4]
                found.append((at, request.t("package", "软件包"), f"{match[3]} {how} {versions}", "var/log/dpkg.log", "package"))
    return found


def kind_of(relative):
    for pattern, english, chinese in KINDS:
        if re.fullmatch(pattern, relative):
            return english, chinese
    return None


def files(request, root, since):
    """(changes, was everything looked at). Links are not followed; of /tmp only what can be executed counts."""
    found, budget = [], FILES
    for folder in FOLDERS:
        for path, folders, names in os.walk(os.path.join(root, folder), followlinks=False):
            folders[:] = [name for name in folders if name not in ("repository", ".cache", "wardroom")]
            budget -= len(names) + 1
            if budget < 0:
                return found, False
            for name in names:
                whole = os.path.join(path, name)
                try:
                    about = os.lstat(whole)
                except OSError:
                    continue
                relative = os.path.relpath(whole, root)
                kind = kind_of(relative)
                at = max(about.st_mtime, about.st_ctime) * 1000
                if kind is None or at < since or not stat.S_ISREG(about.st_mode):
                    continue
                if kind[0] == "temporary program" and not about.st_mode & 0o111:
                    continue
                found.append((int(at), request.t(*kind), "/" + relative + (" · setuid" if about.st_mode & stat.S_ISUID else ""),
                              request.t("file time", "文件时间"), kind[0]))
    return found, True


def show(request):
    t, name, root = request.t, request.name(), request.root()
    since = request.since()
    since = request.now - 86400000 if since is None else since
    changed, whole = files(request, root, since)
    found = sorted(packages(request, root, since) + changed, key=lambda change: -change[0])
    if found:
        w.table([t("When", "时间"), t("Kind", "类别"), t("What", "内容"), t("Source", "来源")], [[w.when(at), kind, what, source] for at, kind, what, source, _ in found[:SHOWN]])
    counts = {}
    for change in found:
        counts[change[1]] = counts.get(change[1], 0) + 1
    worth = [change for change in found if change[4] in BAD]
    rows = [w.row(t("Period", "时段"), t(f"since {w.when(since)}, {request.ago(since)}", f"自 {w.when(since)}，{request.ago(since)}"), t("asked", "询问")),
            w.row(t("Changes", "变更"), ", ".join(f"{kind}: {count}" for kind, count in counts.items()) or t("none seen", "未发现"), "var/log/dpkg.log, " + t("file times", "文件时间"))]
    if worth:
        rows.append(w.row(t("Worth a look", "值得查看"), ", ".join(change[2] for change in worth[:8]), t("file times", "文件时间"), "warn"))
    if not whole:
        rows.append(w.row(t("Not everything", "不完整"), t(f"only the first {FILES} files were looked at", f"只查看了前 {FILES} 个文件"), t("file times", "文件时间"), "warn"))
    if root == "/" and request.host.get("kind") == "local":
        rows.append(w.row(t("Not read", "未读取"), t("this machine's own files are not shown to a sandbox; packages only", "本机文件不对沙箱开放，仅显示软件包"), name, "warn"))
    w.fields(rows)
    return w.result(True, t(f"Changes on {name}: {len(found)}, worth a look: {len(worth)}", f"{name} 的变更：{len(found)}，值得查看：{len(worth)}"),
                    {"count": len(found), "worth": [change[2] for change in worth[:20]], "complete": whole})

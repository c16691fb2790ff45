#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""file.hash and file.scan: what a file on a host is, and what ClamAV says of it."""
import os
import re
import stat
import sys
import time

import onhost
import wardroom as w

FOUND = re.compile(r"^(.*): (.+) FOUND$")
DATABASES = (".cvd", ".cld", ".cud", ".hdb", ".hsb", ".ndb", ".ldb", ".yar")
SCAN_SECONDS = 240


def owner_of(root, path):
    """The package that brought the file along, or None."""
    info = w.inside(root, "var/lib/dpkg/info")
    try:
        lists = [entry for entry in os.scandir(info) if entry.name.endswith(".list")]
    except (OSError, TypeError):
        return None
    for entry in lists:
        text = w.read(root, os.path.relpath(entry.path, root)) or ""
        if path in text.split("\n"):
            return entry.name[:-5].partition(":")[0]
    return None


def users(root):
    parts = (line.split(":") for line in (w.read(root, "etc/passwd") or "").splitlines())
    return {part[2]: part[0] for part in parts if len(part) > 2}


def is_missing(place):
    """Nothing stands there; a folder that may not be looked into is something else."""
    try:
        os.lstat(place.path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def not_there(request, place):
    """The answer to what was asked, and no failure of whoever looked."""
    t, name = request.t, request.name()
    w.fields([w.row(t("File", "文件"), t(f"not there: {place.said}", f"不存在：{place.said}"), name + t(" · read just now", " · 刚刚读取"), "warn")])
    return w.result(True, t(f"there is no {place.said} on {name}", f"{name} 上没有 {place.said}"), {"path": place.said, "found": False})


def show_hash(request):
    t, root = request.t, onhost.own_root(request)
    place = onhost.Place(request, root, request.need("path"))
    if is_missing(place):
        return not_there(request, place)
    about = onhost.regular(request, place)
    md5, sha1, sha256 = onhost.digests(request, place.path, ("md5", "sha1", "sha256"))
    package, name = owner_of(root, place.said), request.name()
    source = name + t(" · read just now", " · 刚刚读取")
    odd = [word for flag, word in ((stat.S_ISUID, "setuid"), (stat.S_ISGID, "setgid")) if about.st_mode & flag]
    who = users(root).get(str(about.st_uid), str(about.st_uid))
    rows = [w.row("SHA-256", sha256, source, "code"), w.row("SHA-1", sha1, source, "code"), w.row("MD5", md5, source, "code"),
            w.row(t("Size", "大小"), f"{about.st_size} B", source),
            w.row(t("Owner, mode", "所有者与权限"), f"{w.clean(who)}, {stat.S_IMODE(about.st_mode):04o}" + "".join(" " + word for word in odd), source, "warn" if odd else "normal"),
            w.row(t("Changed", "修改时间"), f"{w.when(about.st_mtime * 1000)} · {request.ago(about.st_mtime * 1000)}", source),
            w.row(t("Package", "软件包"), package or t("none: no package brought it along", "无：不属于任何软件包"), request.aged(root, "var/lib/dpkg/info"), "normal" if package else "warn")]
    known = [entry for entry in request.record if place.said in entry["text"] or sha256 in entry["text"]]
    rows += [w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}", t("this workspace's record", "本工作区记录"))
             for number, entry in enumerate(known[-3:])]
    w.fields(rows)
    w.text(t(f"Seen before? /indicator search {sha256}", f"以前见过吗？/indicator search {sha256}"))
    return w.result(True, f"{place.said} · SHA-256 {sha256}", {"path": place.said, "sha256": sha256, "sha1": sha1, "md5": md5, "size": about.st_size, "package": package})


def scanner(root):
    """(clamscan's argv, environment, folder of databases), or None where the host has none. A practice host may bring its own."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/work"}
    own = w.inside(root, "usr/bin/clamscan")
    database = w.inside(root, "var/lib/clamav")
    if own and os.access(own, os.X_OK):
        libraries = [folder for folder in (w.inside(root, "usr/lib"), w.inside(root, "usr/lib/x86_64-linux-gnu"), w.inside(root, "usr/lib/aarch64-linux-gnu")) if folder and root != "/"]
        if libraries:
            environment["LD_LIBRARY_PATH"] = ":".join(libraries)
        return own, environment, database
    if root != "/" and os.access("/usr/bin/clamscan", os.X_OK):
        return "/usr/bin/clamscan", environment, database
    return None


def databases(folder):
    """[(name, time)] of the signatures there are."""
    try:
        return [(entry.name, entry.stat().st_mtime * 1000) for entry in os.scandir(folder) if entry.name.endswith(DATABASES)]
    except (OSError, TypeError):
        return []


def scan(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    place = onhost.Place(request, root, request.need("path"))
    if is_missing(place):
        return not_there(request, place)
    if place.about() is None:
        raise w.Stop(t(f"{place.said} on {name} cannot be read from here", f"无法从这里读取 {name} 上的 {place.said}"))
    found = scanner(root)
    if found is None:
        raise w.Stop(t(f"ClamAV is not installed on {name}, so nothing was scanned", f"{name} 未安装 ClamAV，因此没有扫描"), {"installed": False})
    program, environment, folder = found
    signatures = databases(folder)
    if not signatures:
        raise w.Stop(t(f"ClamAV on {name} has no signatures in /var/lib/clamav, so nothing was scanned", f"{name} 的 ClamAV 在 /var/lib/clamav 中没有特征库，因此没有扫描"), {"installed": True})
    w.progress(1, 2, t("Scanning", "扫描中"))
    begun = time.monotonic()
    # "--" ends the options, so that no path is taken for one; links are not followed out of what was named.
    code, out, error = w.command([program, "--no-summary", "--infected", "--recursive", "--stdout", "--follow-dir-symlinks=0", "--follow-file-symlinks=0",
                                  f"--database={folder}", "--", place.path], SCAN_SECONDS, env=environment)
    hits = [(match[1], match[2]) for line in out.splitlines() if (match := FOUND.match(line))]
    if code not in (0, 1) or (code == 1) != bool(hits):
        raise w.Stop(t(f"clamscan exited {code}: {w.clean((error or out)[-300:])}", f"clamscan 退出码 {code}：{w.clean((error or out)[-300:])}"), {"exit": code})
    shown = [("/" + os.path.relpath(path, root), what) for path, what in hits]
    if shown:
        w.table([t("File", "文件"), t("Found", "发现")], [[path, what] for path, what in shown[:100]])
    newest = max(at for _, at in signatures)
    stale = request.now - newest > 7 * 86400000
    w.fields([w.row(t("Scanned", "已扫描"), f"{place.said} · {time.monotonic() - begun:.1f} s", f"clamscan {name}"),
              w.row(t("Signatures", "特征库"), f"{', '.join(sorted(entry for entry, _ in signatures)[:6])} · {request.ago(newest)}", "/var/lib/clamav", "warn" if stale else "normal"),
              w.row(t("Found", "发现"), str(len(hits)), "clamscan", "bad" if hits else "good")])
    said = t(f"{place.said} on {name}: {len(hits)} infected", f"{name} 上的 {place.said}：{len(hits)} 个被感染") if hits else \
        t(f"{place.said} on {name}: nothing found, by signatures of {request.ago(newest)}", f"{name} 上的 {place.said}：未发现，特征库更新于 {request.ago(newest)}")
    return w.result(True, said, {"infected": [path for path, _ in shown[:50]], "names": list(dict.fromkeys(what for _, what in shown))[:20], "signatures": int(newest)})


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "hash"
    w.main({"run": {"hash": show_hash, "scan": scan}[kind]})

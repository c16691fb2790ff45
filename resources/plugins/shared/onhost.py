# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What commands need that look at a host's own files or change it: where its root is, its files, and who the step is there."""
import hashlib
import os
import re
import stat

import wardroom as w

PATH = re.compile(r"/[^\x00-\x1f\x7f]{1,1000}\Z")
BIGGEST = 4 << 30


def own_root(request):
    """The host's root, when its own files can be seen from here. This machine's are never shown to a sandbox."""
    if request.host.get("kind") == "local":
        raise w.Stop(request.t(f"{request.name()} is this machine itself, whose own files are not shown to a sandbox; reach it over SSH",
                               f"{request.name()} 是本机，其文件不对沙箱开放；请通过 SSH 访问"))
    return request.root()


def acting_as(request):
    """Who the step is on the host, in words; for requests that change something."""
    if request.practice():
        return request.t("root inside the practice host", "演练主机内的 root")
    user = "root" if os.geteuid() == 0 else str(os.geteuid())
    return request.t(f"{user} over SSH", f"通过 SSH 以 {user} 身份")


class Place:
    """One file of a host: the path people say, and where that is from here. Links on the way are followed inside the host only."""

    def __init__(self, request, root, said):
        if not PATH.match(said) or "/../" in said + "/":
            raise w.Stop(request.t(f"“{w.clean(said)[:120]}” is not a path from the root, like /usr/bin/program",
                                   f"“{w.clean(said)[:120]}”不是从根开始的路径，例如 /usr/bin/program"))
        self.said = os.path.normpath(said)
        folder = w.inside(root, os.path.dirname(self.said))
        if folder is None:
            raise w.Stop(request.t(f"{self.said} leads out of the host", f"{self.said} 指向主机之外"))
        self.path = os.path.join(folder, os.path.basename(self.said))

    def about(self):
        """lstat, or None where there is nothing."""
        try:
            return os.lstat(self.path)
        except OSError:
            return None


def regular(request, place):
    """lstat of a regular file; anything else ends the step in words."""
    about = place.about()
    if about is None:
        raise w.Stop(request.t(f"there is no {place.said} on {request.name()}, or it cannot be read from here",
                               f"{request.name()} 上没有 {place.said}，或无法从这里读取"))
    if stat.S_ISLNK(about.st_mode):
        raise w.Stop(request.t(f"{place.said} is a link to {os.readlink(place.path)}; name the file itself",
                               f"{place.said} 是指向 {os.readlink(place.path)} 的链接；请指定文件本身"))
    if not stat.S_ISREG(about.st_mode):
        raise w.Stop(request.t(f"{place.said} is not a regular file", f"{place.said} 不是普通文件"))
    return about


def digests(request, path, names=("sha256",)):
    """Hashes of one file, read once; a file that is too large, or not ours to read, ends the step in words."""
    found = [hashlib.new(name, usedforsecurity=False) for name in names]
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode) or about.st_size > BIGGEST:
                raise w.Stop(request.t("only regular files up to 4 GB are read", "仅读取 4 GB 以内的普通文件"))
            while block := file.read(1 << 20):
                for each in found:
                    each.update(block)
    except OSError as error:
        raise w.Stop(request.t(f"it cannot be read from here: {error.strerror}", f"无法从这里读取：{error.strerror}")) from None
    return [each.hexdigest() for each in found]


def must(request, argv, seconds=30, **more):
    """Runs a program and says what it said; one that fails ends the step."""
    w.log("$ " + " ".join(argv))
    code, out, error = w.command(argv, seconds, **more)
    for line in (out + error).splitlines()[:50]:
        w.log(line)
    if code != 0:
        said = " ".join((error or out).split())[:300] or request.t("no reason given", "未说明原因")
        raise w.Stop(request.t(f"{argv[0]} exited {code}: {said}", f"{argv[0]} 退出码 {code}：{said}"), {"exit": code})
    return out


def agreed(request, argv):
    """What runs must be what was approved, word by word; without a rehearsal there is nothing to compare with."""
    if request.rehearsal and request.rehearsal.get("argv") != argv:
        raise w.Stop(request.t("the host has changed since the rehearsal, so this is not what was approved: ask anew",
                               "预演之后主机已发生变化，与批准的内容不符：请重新申请"))


def verdict(request, kind, summary, before, after, expected, rows):
    """Ends verify: kind is verified, not_verified or drifted."""
    words = {"verified": request.t("Verified: ", "已验证："), "not_verified": request.t("Not verified: ", "未通过验证："),
             "drifted": request.t("Drifted: ", "已偏离：")}
    w.fields(rows)
    return w.result(True, words[kind] + summary, {"verdict": kind, "before": before, "after": after, "expected": expected})

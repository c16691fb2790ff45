#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""file.quarantine and file.restore: a file is moved where nobody runs it, kept with mode, owner and hash, and comes back as it was."""
import hashlib
import json
import os
import stat
import sys

import onhost
import wardroom as w

STORE = "var/lib/wardroom/quarantine"
CLOSED = 0o400
FACTS = ("path", "mode", "uid", "gid", "mtime", "size", "sha256", "at")


class Kept:
    """One file in the store: a folder with the file, named "data" (in a folder of root alone, and no program), and what it was, in "facts.json"."""

    def __init__(self, request, root, number):
        self.request, self.root = request, root
        self.folder = os.path.join(root, STORE, number)
        self.data = os.path.join(self.folder, "data")

    def facts(self):
        found = w.read_json(self.root, os.path.join(STORE, os.path.basename(self.folder), "facts.json"), {})
        whole = all(name in found for name in FACTS) and all(isinstance(found[name], int) for name in ("mode", "uid", "gid", "mtime", "size", "at"))
        return found if whole else None

    def write(self, facts):
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        with open(os.path.join(self.folder, "facts.json"), "w", encoding="utf-8") as file:
            json.dump(facts, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())

    def digest(self):
        return onhost.digests(self.request, self.data)[0]


def number_of(path, sha256):
    return hashlib.sha256(f"{path}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:16]


def newest(request, root, said):
    """What is kept of a path (or under a number), the newest first; ends the step where there is nothing."""
    try:
        numbers = [entry.name for entry in os.scandir(os.path.join(root, STORE)) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        numbers = []
    found = [(facts["at"], number) for number in numbers if (facts := Kept(request, root, number).facts())
             and said in (facts["path"], number) and os.path.lexists(Kept(request, root, number).data)]
    if not found:
        raise w.Stop(request.t(f"nothing of {said} is in quarantine on {request.name()}", f"{request.name()} 的隔离区中没有 {said}"))
    return max(found)[1]


def move(source, target):
    return ["mv", "-nT", "--", source, target]


def facts_rows(request, facts, name):
    t = request.t
    return [w.row(t("File", "文件"), facts["path"], name, "code"), w.row("SHA-256", facts["sha256"], name, "code"),
            w.row(t("Owner, mode", "所有者与权限"), f"{facts['uid']}:{facts['gid']}, {facts['mode']:04o}", name),
            w.row(t("Size", "大小"), f"{facts['size']} B", name)]


def plan_in(request):
    """(place, facts, kept) of a file that is to be taken out of the way."""
    root = onhost.own_root(request)
    place = onhost.Place(request, root, request.need("path"))
    about = onhost.regular(request, place)
    if ("/" + STORE + "/") in place.path:
        raise w.Stop(request.t("it is in quarantine already", "它已在隔离区"))
    facts = {"path": place.said, "mode": stat.S_IMODE(about.st_mode), "uid": about.st_uid, "gid": about.st_gid, "mtime": int(about.st_mtime),
             "size": about.st_size, "sha256": onhost.digests(request, place.path)[0], "at": request.now}
    return place, facts, Kept(request, root, number_of(place.said, facts["sha256"])), about


def plan_out(request):
    """(place, facts, kept) of a file that is to come back."""
    root = onhost.own_root(request)
    kept = Kept(request, root, newest(request, root, request.need("path")))
    facts = kept.facts()
    place = onhost.Place(request, root, facts["path"])
    if place.about() is not None:
        raise w.Stop(request.t(f"there is another {facts['path']} now; it is left alone", f"现在已有另一个 {facts['path']}，不会覆盖"))
    return place, facts, kept


def rehearse_in(request):
    t, (place, facts, kept, about) = request.t, plan_in(request)
    rows = facts_rows(request, facts, request.name())
    if about.st_nlink > 1:
        rows.append(w.row(t("Other names", "其他名称"), t(f"{about.st_nlink - 1} more hard links keep the content reachable", f"另有 {about.st_nlink - 1} 个硬链接仍可访问其内容"), "link count", "bad"))
    rows.append(w.row(t("Kept in", "保存于"), "/" + STORE + "/" + os.path.basename(kept.folder), t("this command", "本命令")))
    w.fields(rows)
    data = {"argv": move(place.path, kept.data), "undo": move(kept.data, place.path), "as": onhost.acting_as(request),
            "effect": t(f"{place.said} ({facts['size']} B) is moved away; nothing can run or read it any more", f"{place.said}（{facts['size']} B）被移走，不能再运行或读取"),
            "verify": t("the path is empty, and the kept file has the same hash and cannot be run", "原路径为空，保存的文件哈希一致且无法运行"),
            "before": facts["sha256"], "after": t("in quarantine", "已隔离")}
    return w.result(True, t(f"{place.said} would be moved away", f"将移走 {place.said}"), data)


def run_in(request):
    t, (place, facts, kept, _) = request.t, plan_in(request)
    if request.rehearsal and request.rehearsal.get("before") != facts["sha256"]:
        raise w.Stop(t("the file has changed since the rehearsal: ask anew", "预演之后文件已变化：请重新申请"))
    argv = move(place.path, kept.data)
    onhost.agreed(request, argv)
    kept.write(facts)
    onhost.must(request, argv)
    if place.about() is not None or not os.path.lexists(kept.data):
        raise w.Stop(t("the file was not moved", "文件未被移走"))
    os.chmod(kept.data, CLOSED)
    return w.result(True, t(f"{place.said} is in quarantine", f"{place.said} 已隔离"), {**facts, "number": os.path.basename(kept.folder)})


def number_said(request):
    """The number of what this operation kept or gave back: from the run, or from the approved commands."""
    number = request.run.get("number")
    for argv in (request.rehearsal.get("argv"), request.rehearsal.get("undo")):
        if isinstance(number, str):
            break
        words = [word for word in argv or [] if isinstance(word, str) and "/" + STORE + "/" in word]
        number = os.path.basename(os.path.dirname(words[0])) if words else None
    if not isinstance(number, str) or len(number) != 16 or set(number) - set("0123456789abcdef"):
        raise w.Stop(request.t("nothing was rehearsed or run, so there is nothing to compare with", "没有预演或执行记录，无法比较"))
    return number


def kept_said(request):
    root = onhost.own_root(request)
    kept = Kept(request, root, number_said(request))
    facts = kept.facts()
    if facts is None:
        raise w.Stop(request.t("what was kept of the file is damaged or gone", "保存的文件信息已损坏或丢失"))
    return root, kept, facts


def is_away(request):
    t, (root, kept, facts) = request.t, kept_said(request)
    there = onhost.Place(request, root, facts["path"]).about() is not None
    held = os.lstat(kept.data) if os.path.lexists(kept.data) else None
    same = held is not None and kept.digest() == facts["sha256"]
    closed = held is not None and not held.st_mode & 0o133
    rows = [w.row(t("Path", "路径"), t("a file is there", "有文件") if there else t("empty", "为空"), facts["path"], "bad" if there else "good"),
            w.row(t("Kept file", "保存的文件"), t("same hash", "哈希一致") if same else t("missing or another hash", "缺失或哈希不一致"), "SHA-256", "good" if same else "bad"),
            w.row(t("Permissions", "权限"), t("none but root's reading", "仅 root 可读") if closed else t("not taken away", "未取消"), "mode", "good" if closed else "bad")]
    kind = "verified" if same and closed and not there else "drifted" if same and there else "not_verified"
    words = t(f"{facts['path']} is in quarantine", f"{facts['path']} 已隔离") if kind == "verified" else \
        t(f"there is a {facts['path']} again", f"{facts['path']} 又出现了") if there else t("the kept file is not as it was", "保存的文件与原来不一致")
    return onhost.verdict(request, kind, words, facts["sha256"], t("in quarantine", "已隔离") if not there else t("present", "存在"), t("in quarantine", "已隔离"), rows)


def is_back(request):
    t, (root, kept, facts) = request.t, kept_said(request)
    place = onhost.Place(request, root, facts["path"])
    about = place.about()
    wrong = []
    if about is None or not stat.S_ISREG(about.st_mode):
        wrong.append(t("no file is there", "没有文件"))
    else:
        if onhost.digests(request, place.path)[0] != facts["sha256"]:
            wrong.append(t("another hash", "哈希不一致"))
        if stat.S_IMODE(about.st_mode) != facts["mode"]:
            wrong.append(t(f"mode {stat.S_IMODE(about.st_mode):04o} instead of {facts['mode']:04o}", f"权限为 {stat.S_IMODE(about.st_mode):04o}，应为 {facts['mode']:04o}"))
        if (about.st_uid, about.st_gid) != (facts["uid"], facts["gid"]):
            wrong.append(t("another owner", "所有者不一致"))
    rows = facts_rows(request, facts, request.name()) + [w.row(t("But", "但是"), reason, t("read back", "读回"), "bad") for reason in wrong]
    return onhost.verdict(request, "not_verified" if wrong else "verified", "; ".join(wrong) or t(f"{facts['path']} is back as it was", f"{facts['path']} 已按原样恢复"),
                          t("in quarantine", "已隔离"), t("back", "已恢复") if not wrong else "; ".join(wrong), t("back as it was", "按原样恢复"), rows)


def give_back(request, place, facts, kept):
    """Moves the kept file to its place, and only if it is still what was kept."""
    t = request.t
    if kept.digest() != facts["sha256"]:
        raise w.Stop(t("the kept file is not what it was; it stays where it is", "保存的文件已变化，保持原处"))
    if place.about() is not None:
        raise w.Stop(t(f"there is another {facts['path']} now; it is left alone", f"现在已有另一个 {facts['path']}，不会覆盖"))
    onhost.must(request, move(kept.data, place.path))
    if place.about() is None:
        raise w.Stop(t("the file was not moved", "文件未被移回"))
    if os.geteuid() == 0 and request.host.get("kind") == "ssh":
        os.chown(place.path, facts["uid"], facts["gid"], follow_symlinks=False)
    os.chmod(place.path, facts["mode"])
    os.utime(place.path, (facts["mtime"], facts["mtime"]), follow_symlinks=False)
    return w.result(True, t(f"{facts['path']} is back", f"{facts['path']} 已恢复"), {**facts, "number": os.path.basename(kept.folder)})


def undo_in(request):
    root, kept, facts = kept_said(request)
    return give_back(request, onhost.Place(request, root, facts["path"]), facts, kept)


def rehearse_out(request):
    t, (place, facts, kept) = request.t, plan_out(request)
    if kept.facts() is None or not os.path.lexists(kept.data):
        raise w.Stop(t("the kept file is gone", "保存的文件已丢失"))
    w.fields(facts_rows(request, facts, request.name()) + [w.row(t("In quarantine since", "隔离于"), f"{w.when(facts['at'])} · {request.ago(facts['at'])}", "facts.json")])
    data = {"argv": move(kept.data, place.path), "undo": move(place.path, kept.data), "as": onhost.acting_as(request),
            "effect": t(f"{facts['path']} comes back with mode {facts['mode']:04o}; whatever it was, it can run again", f"{facts['path']} 将以权限 {facts['mode']:04o} 恢复，可再次运行"),
            "verify": t("the file is there with its hash, mode and owner", "文件存在，且哈希、权限和所有者一致"), "before": t("in quarantine", "已隔离"), "after": facts["sha256"]}
    return w.result(True, t(f"{facts['path']} would come back", f"将恢复 {facts['path']}"), data)


def run_out(request):
    place, facts, kept = plan_out(request)
    onhost.agreed(request, move(kept.data, place.path))
    return give_back(request, place, facts, kept)


def undo_out(request):
    """Into quarantine again, as it was before the restore."""
    t, (root, kept, facts) = request.t, kept_said(request)
    place = onhost.Place(request, root, facts["path"])
    onhost.regular(request, place)
    if onhost.digests(request, place.path)[0] != facts["sha256"]:
        raise w.Stop(t("the file has changed since it came back; quarantine it anew", "文件恢复后已变化，请重新隔离"))
    onhost.must(request, move(place.path, kept.data))
    os.chmod(kept.data, CLOSED)
    return w.result(True, t(f"{facts['path']} is in quarantine again", f"{facts['path']} 已重新隔离"), {**facts, "number": os.path.basename(kept.folder)})


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "quarantine"
    w.main({"quarantine": {"rehearse": rehearse_in, "run": run_in, "verify": is_away, "undo": undo_in, "verify_undo": is_back},
            "restore": {"rehearse": rehearse_out, "run": run_out, "verify": is_back, "undo": undo_out, "verify_undo": is_away}}[kind])

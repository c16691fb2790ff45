#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""user.lock and user.unlock: an account can no longer sign in, by password or by key, and comes back as it was.

A lock is two things in etc/shadow: "!" before the password's hash, and an expiry date in the past, because a key does
not ask for a password."""
import fcntl
import os
import re
import sys

import onhost
import wardroom as w

USER = re.compile(r"[a-z_][a-z0-9_.-]{0,31}\$?\Z")
EXPIRED = "1"  # the second day of 1970
FIELDS = 9


def entry(request, root, user):
    """The account's line of etc/shadow as a list; ends the step where there is none."""
    t, name = request.t, request.name()
    accounts = {line.split(":")[0]: line.split(":") for line in (w.read(root, "etc/passwd") or "").splitlines()}
    if user not in accounts:
        raise w.Stop(t(f"{name} has no account {user}", f"{name} 上没有账户 {user}"))
    lines = w.read(root, "etc/shadow")
    if lines is None:
        raise w.Stop(t(f"{name} is not reachable with rights: its etc/shadow cannot be read", f"没有权限操作 {name}：无法读取其 etc/shadow"))
    for line in lines.splitlines():
        parts = line.split(":")
        if parts[0] == user and len(parts) == FIELDS:
            return parts, accounts[user]
    raise w.Stop(t(f"{user} has no line in etc/shadow", f"etc/shadow 中没有 {user}"))


def is_locked(parts):
    return parts[1].startswith("!") and parts[7] == EXPIRED


def state(request, parts):
    t = request.t
    password = t("password locked", "密码已锁定") if parts[1].startswith(("!", "*")) else t("password open", "密码可用")
    return password + ", " + (t("expired", "已过期") if parts[7] == EXPIRED else t("does not expire", "不过期") if not parts[7] else t(f"expires on day {parts[7]}", f"第 {parts[7]} 天过期"))


def argv_for(request, root, user, lock, expiry, password=True):
    """usermod's words; without `password`, the hash is left alone: it was locked before, or unlocking would leave none at all."""
    prefix = ["--prefix", root] if request.practice() else []
    return ["usermod", *prefix, *(["--lock" if lock else "--unlock"] if password else []), "--expiredate", EXPIRED if lock else expiry, user]


def has_password(parts):
    return parts[1].strip("!*") != ""


def who(request):
    root, user = onhost.own_root(request), request.need("user", USER)
    parts, account = entry(request, root, user)
    return root, user, parts, account


def write_shadow(request, root, user, password, expiry):
    """Replaces two fields of one line, as usermod does, under the lock that it takes; the file keeps mode and owner."""
    path = w.inside(root, "etc/shadow")
    with open(os.path.join(os.path.dirname(path), ".pwd.lock"), "w", encoding="ascii") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
        about = os.stat(path)
        for number, line in enumerate(lines):
            parts = line.split(":")
            if parts[0] == user and len(parts) == FIELDS:
                parts[1], parts[7] = password, expiry
                lines[number] = ":".join(parts)
        with open(path + ".wardroom", "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.chmod(path + ".wardroom", about.st_mode & 0o777)
        os.rename(path + ".wardroom", path)


def change(request, root, user, parts, lock, expiry, password):
    """usermod on a real host. A practice host has no root to be, so its own file is written the same way."""
    argv = argv_for(request, root, user, lock, expiry, password)
    if not request.practice():
        onhost.must(request, argv)
        return
    w.log("$ " + " ".join(argv))
    value = parts[1] if not password else "!" + parts[1].lstrip("!") if lock else parts[1].removeprefix("!")
    write_shadow(request, root, user, value, EXPIRED if lock else expiry)


def sessions(request, root, user):
    """What of the account runs still: a lock ends no session."""
    if request.practice():
        return []
    return [name for name in os.listdir("/proc") if name.isdigit() and owner(name) == user]


def owner(pid):
    try:
        import pwd
        return pwd.getpwuid(os.stat(f"/proc/{pid}").st_uid).pw_name
    except (OSError, KeyError):
        return None


def keys_of(root, account):
    text = w.read(root, os.path.join(account[5].lstrip("/"), ".ssh/authorized_keys")) if len(account) > 5 else None
    return len([line for line in (text or "").splitlines() if line.strip() and not line.startswith("#")])


def rehearse(request, lock):
    t, (root, user, parts, account) = request.t, who(request)
    if lock and is_locked(parts):
        raise w.Stop(t(f"{user} is locked already", f"{user} 已锁定"))
    if not lock and not parts[1].startswith("!") and parts[7] != EXPIRED:
        raise w.Stop(t(f"{user} is not locked", f"{user} 未锁定"))
    if lock and account[2] == "0":
        raise w.Stop(t(f"{user} is root on {request.name()}: locking it locks out those who help", f"{user} 是 {request.name()} 的 root：锁定会把救援人员也挡在外面"))
    expiry = parts[7] if lock else ""
    running = sessions(request, root, user)
    keys = keys_of(root, account)
    rows = [w.row(t("Account", "账户"), f"{user} · {state(request, parts)}", "etc/shadow", "code"), w.row(t("SSH keys", "SSH 密钥"), str(keys), "authorized_keys", "warn" if keys and lock else "normal")]
    if running and lock:
        rows.append(w.row(t("Runs still", "仍在运行"), t(f"{len(running)} processes; a lock does not end them", f"{len(running)} 个进程；锁定不会结束它们"), "/proc", "warn"))
    w.fields(rows)
    password = open_password(parts) if lock else has_password(parts)
    back = argv_for(request, root, user, not lock, expiry, password)
    data = {"argv": argv_for(request, root, user, lock, expiry, password), "undo": back, "as": onhost.acting_as(request),
            "effect": t(f"{user} can no longer sign in, by password or key; sessions that are open stay open", f"{user} 将无法通过密码或密钥登录；已有会话不受影响") if lock else
            t(f"{user} can sign in again", f"{user} 可再次登录"),
            "verify": t("etc/shadow is read back", "读回 etc/shadow"), "before": state(request, parts), "after": t("locked", "已锁定") if lock else t("open", "可用")}
    return w.result(True, t(f"{user} on {request.name()} would be {'locked' if lock else 'unlocked'}", f"将{'锁定' if lock else '解锁'} {request.name()} 上的 {user}"), data)


def open_password(parts):
    return has_password(parts) and not parts[1].startswith("!")


def run(request, lock, undoing=False):
    t, (root, user, parts, account) = request.t, who(request)
    if lock and account[2] == "0":
        raise w.Stop(t(f"{user} is root: it is not locked from here", f"{user} 是 root，不能从这里锁定"))
    expiry, password = (parts[7] if lock else ""), open_password(parts) if lock else has_password(parts)
    if undoing:
        expiry = request.run.get("expiry", "")
        expiry = expiry if isinstance(expiry, str) and re.fullmatch(r"\d{0,7}", expiry) else ""
        password = password and request.run.get("password") == 1
    else:
        onhost.agreed(request, argv_for(request, root, user, lock, expiry, password))
    change(request, root, user, parts, lock, expiry, password)
    now, _ = entry(request, root, user)
    return w.result(True, t(f"{user}: {state(request, now)}", f"{user}：{state(request, now)}"),
                    {"user": user, "expiry": parts[7] if parts[7] != EXPIRED else "", "password": int(password)})


def verify(request, lock):
    t, (_, user, parts, _) = request.t, who(request)
    good = is_locked(parts) or not has_password(parts) and parts[7] == EXPIRED if lock else parts[7] != EXPIRED
    wanted = t("locked", "已锁定") if lock else t("open", "可用")
    return onhost.verdict(request, "verified" if good else "not_verified", f"{user}: {state(request, parts)}", "", state(request, parts), wanted,
                          [w.row(user, state(request, parts), "etc/shadow" + t(" · just now", " · 刚刚"), "good" if good else "bad")])


if __name__ == "__main__":
    LOCK = (sys.argv.pop(1) if len(sys.argv) > 2 else "lock") == "lock"
    w.main({"rehearse": lambda request: rehearse(request, LOCK), "run": lambda request: run(request, LOCK), "verify": lambda request: verify(request, LOCK),
            "undo": lambda request: run(request, not LOCK, True), "verify_undo": lambda request: verify(request, not LOCK)})

# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ip.lookup, and what ip.block and ip.unblock show before somebody approves them."""
import ipaddress
import os
import re
import sys

import wardroom as w

DURATION = re.compile(r"([1-9][0-9]{0,4})([smhd])\Z")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = 30 * 86400
LOGS = ("var/log/auth.log", "var/log/shop/access.log", "var/log/nginx/access.log")
SIGN_IN = re.compile(r"sshd(?:-session)?\[\d+\]: (Accepted|Failed) \S+ for (?:invalid user )?(\S{1,64}) from (\S+) port")


def address_of(request):
    text = request.need("address")
    try:
        return ipaddress.ip_address(text.replace("[.]", "."))
    except ValueError:
        raise w.Stop(request.t(f"“{w.clean(text)[:60]}” is not an address", f"“{w.clean(text)[:60]}”不是地址")) from None


def kind(request, address):
    """What sort of address it is, from the address alone."""
    t = request.t
    documentation = ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    if any(address in net for net in map(ipaddress.ip_network, documentation) if net.version == address.version):
        return t("documentation address, used in practice", "文档保留地址，用于演练")
    if address.is_loopback:
        return t("this machine itself (loopback)", "本机（回环）")
    if address.is_unspecified or address.is_multicast:
        return t("no single machine's address", "不是单个主机的地址")
    if address.is_private or address.is_link_local:
        return t("private: one of our own networks", "私有地址：我们自己的网络")
    return t("public internet", "公网")


def mentions(address, text):
    """Does the text name the address (and not a longer one that holds it)?"""
    return re.search(r"(?<![0-9A-Fa-f:.])" + re.escape(str(address)) + r"(?![0-9A-Fa-f:]|\.[0-9])", text) is not None


def on_record(request, address):
    return [entry for entry in request.record if isinstance(entry.get("text"), str) and mentions(address, entry["text"])]


def on_host(request, address):
    """What the host's logs say of it: {file: [lines]}; None without a host."""
    if not request.host.get("root"):
        return None
    root, found = request.root(), {}
    for name in LOGS:
        log = w.read(root, name, 16 << 20)
        lines = [line for line in (log or "").splitlines() if mentions(address, line)]
        if lines:
            found[name] = lines
    return found


def sign_ins(lines):
    """(users who got in, users who were tried) of sshd's lines."""
    matches = [match for line in lines if (match := SIGN_IN.search(line))]
    return ([match[2] for match in matches if match[1] == "Accepted"], [match[2] for match in matches if match[1] == "Failed"])


def lookup(request):
    t, address = request.t, address_of(request)
    rows = [w.row(t("Address", "地址"), f"{address} · {kind(request, address)}", "ipaddress")]
    seen = on_host(request, address)
    name = w.clean(str(request.host.get("name", "")))
    accepted, failed = sign_ins((seen or {}).get("var/log/auth.log", []))
    if accepted:
        users = ", ".join(dict.fromkeys(accepted))
        rows.append(w.row(t("Signed in", "登录成功"), t(f"{len(accepted)} times as {users}", f"{len(accepted)} 次，用户 {users}"), f"{name} var/log/auth.log", "bad"))
    if failed:
        users = ", ".join(list(dict.fromkeys(failed))[:6])
        rows.append(w.row(t("Failed sign-ins", "登录失败"), t(f"{len(failed)}, as {users}", f"{len(failed)} 次，用户 {users}"), f"{name} var/log/auth.log", "warn"))
    for path, lines in (seen or {}).items():
        if path != "var/log/auth.log":
            rows.append(w.row(os.path.basename(path), t(f"{len(lines)} lines, last: ", f"{len(lines)} 行，最后：") + lines[-1][:200], f"{name} {path}"))
    if seen is not None and not seen:
        rows.append(w.row(t("Host logs", "主机日志"), t(f"not in the logs of {name}", f"{name} 的日志中没有"), "var/log"))
    known = on_record(request, address)
    for number, entry in enumerate(known[-5:]):
        rows.append(w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}", t("this workspace's record", "本工作区记录")))
    if not known:
        rows.append(w.row(t("On record", "记录"), t("nothing", "无"), t("this workspace's record", "本工作区记录")))
    w.fields(rows)
    lines = sum(len(found) for found in (seen or {}).values())
    return w.result(True, t(f"{address}: {lines} log lines, {len(known)} entries on record", f"{address}：{lines} 行日志，{len(known)} 条记录"),
                    {"address": str(address), "lines": lines, "accepted": accepted, "failed": len(failed), "record": len(known)})


def duration(request):
    text = request.arg("duration", default="4h")
    match = DURATION.match(text)
    if not match or not 60 <= int(match[1]) * SECONDS[match[2]] <= LONGEST:
        raise w.Stop(request.t(f"“{w.clean(text)[:20]}” is not a duration from 1m to 30d", f"“{w.clean(text)[:20]}”不是 1m 到 30d 之间的时长"))
    return text


def refuse_own(request, address):
    """Blocking some addresses would only hurt ourselves."""
    if address.is_loopback or address.is_unspecified or address.is_multicast or address.is_link_local:
        raise w.Stop(request.t(f"{address} is not blocked: {kind(request, address)}", f"不封禁 {address}：{kind(request, address)}"))


def rehearse_block(request):
    t, address, length = request.t, address_of(request), duration(request)
    refuse_own(request, address)
    rows = [w.row(t("Address", "地址"), f"{address} · {kind(request, address)}", "ipaddress", "warn" if address.is_private and "private" in kind(request, address) else "normal")]
    known = on_record(request, address)
    if any("Accepted" in entry["text"] or "signed in" in entry["text"] for entry in known):
        rows.append(w.row(t("Careful", "注意"), t("the record shows people signing in from here", "记录显示有人从这里登录"), t("this workspace's record", "本工作区记录"), "warn"))
    w.fields(rows)
    effect = t(f"nobody at {address} reaches what CrowdSec protects, for {length}", f"{length} 内，{address} 无法访问 CrowdSec 保护的内容")
    data = {"argv": ["crowdsec", "ban", str(address), length], "as": t("Wardroom's machine account at CrowdSec", "Wardroom 在 CrowdSec 的机器账户"),
            "effect": effect, "undo": ["crowdsec", "unban", str(address)],
            "verify": t(f"CrowdSec lists an active ban of {address}", f"CrowdSec 列出对 {address} 的有效封禁"),
            "before": t("not asked yet", "尚未查询"), "after": t(f"banned for {length}", f"封禁 {length}"), "address": str(address), "duration": length}
    return w.result(True, t(f"Block {address} for {length}", f"封禁 {address} {length}"), data)


def rehearse_unblock(request):
    t, address = request.t, address_of(request)
    data = {"argv": ["crowdsec", "unban", str(address)], "as": t("Wardroom's machine account at CrowdSec", "Wardroom 在 CrowdSec 的机器账户"),
            "effect": t(f"{address} can reach us again at once", f"{address} 可立即再次访问我们"), "undo": ["crowdsec", "ban", str(address), "4h"],
            "verify": t(f"CrowdSec lists no active decision about {address}", f"CrowdSec 没有关于 {address} 的有效决定"),
            "before": t("blocked", "已封禁"), "after": t("not blocked", "未封禁"), "address": str(address)}
    w.fields([w.row(t("Address", "地址"), f"{address} · {kind(request, address)}", "ipaddress")])
    return w.result(True, t(f"Unblock {address}", f"解除对 {address} 的封禁"), data)


if __name__ == "__main__":
    kind_of_step = sys.argv[1] if len(sys.argv) > 1 else "lookup"
    sys.argv[1:] = ["step"]
    w.main({"step": {"lookup": lookup, "block": rehearse_block, "unblock": rehearse_unblock}[kind_of_step]})

#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ip.lookup: what the workspace's record and a host's logs know of an address. Asks nobody outside."""
import ipaddress
import os
import re

import wardroom as w

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
    return [entry for entry in request.record if mentions(address, entry["text"])]


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
    root = request.host.get("root") or "/"
    log = f"{name} {request.aged(root, 'var/log/auth.log')}"
    accepted, failed = sign_ins((seen or {}).get("var/log/auth.log", []))
    if accepted:
        users = ", ".join(dict.fromkeys(accepted))
        rows.append(w.row(t("Signed in", "登录成功"), t(f"{len(accepted)} ×, as {users}", f"{len(accepted)} 次，用户 {users}"), log, "bad"))
    if failed:
        users = ", ".join(list(dict.fromkeys(failed))[:6])
        rows.append(w.row(t("Failed sign-ins", "登录失败"), t(f"{len(failed)}, as {users}", f"{len(failed)} 次，用户 {users}"), log, "warn"))
    for path, lines in (seen or {}).items():
        if path != "var/log/auth.log":
            rows.append(w.row(os.path.basename(path), t(f"log lines: {len(lines)}, last: ", f"日志 {len(lines)} 行，最后：") + lines[-1][:200], f"{name} {request.aged(root, path)}"))
    if request.host.get("kind") == "local":
        rows.append(w.row(t("Host logs", "主机日志"), t("not read: this machine's own are not shown to a sandbox", "未读取：本机日志不对沙箱开放"), name, "warn"))
    elif seen is not None and not seen:
        rows.append(w.row(t("Host logs", "主机日志"), t(f"not in the logs of {name}", f"{name} 的日志中没有"), "var/log"))
    known = on_record(request, address)
    for number, entry in enumerate(known[-5:]):
        rows.append(w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}", t("this workspace's record", "本工作区记录")))
    if not known:
        rows.append(w.row(t("On record", "记录"), t("nothing", "无"), t("this workspace's record", "本工作区记录")))
    w.fields(rows)
    lines = sum(len(found) for found in (seen or {}).values())
    return w.result(True, t(f"{address} · log lines: {lines}, on record: {len(known)}", f"{address} · 日志：{lines} 行，记录：{len(known)} 条"),
                    {"address": str(address), "lines": lines, "accepted": accepted, "failed": len(failed), "record": len(known)})


if __name__ == "__main__":
    w.main({"run": lookup})

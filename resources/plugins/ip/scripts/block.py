#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ip.block and ip.unblock on a host's own nftables: a table of our own with one set a family, whose elements end by
themselves. The host's own rules stay as they are, and removing our table is the whole way back.

A practice host keeps in a file what is blocked until when; that the rules are right is proven by loading them in the
sandbox's own network."""
import ipaddress
import json
import os
import re
import sys

import onhost
import wardroom as w

TABLE = "wardroom_block"
NFT = "/usr/sbin/nft"
FILE = "etc/nftables.d/wardroom-block.json"
DURATION = re.compile(r"([1-9][0-9]{0,5})([mhd])\Z")
CHAINS = ("input", "forward")
# All of it in one transaction of the kernel, and the same result however often it is said.
BASE = [f"add table inet {TABLE}", f"add set inet {TABLE} blocked4 {{ type ipv4_addr; flags timeout; }}",
        f"add set inet {TABLE} blocked6 {{ type ipv6_addr; flags timeout; }}"]
for chain in CHAINS:
    BASE += [f"add chain inet {TABLE} {chain} {{ type filter hook {chain} priority -250; policy accept; }}", f"flush chain inet {TABLE} {chain}",
             f"add rule inet {TABLE} {chain} ip saddr @blocked4 counter drop", f"add rule inet {TABLE} {chain} ip6 saddr @blocked6 counter drop"]


def address_of(request):
    text = request.need("address")
    try:
        address = ipaddress.ip_address(text.replace("[.]", "."))
    except ValueError:
        raise w.Stop(request.t(f"“{w.clean(text)[:60]}” is not an address", f"“{w.clean(text)[:60]}”不是地址")) from None
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback or address.is_unspecified or address.is_multicast:
        raise w.Stop(request.t(f"{address} is nobody's address outside; it is not blocked", f"{address} 不是外部地址，不予封禁"))
    if getattr(address, "scope_id", None):
        raise w.Stop(request.t("an address with an interface in it is not blocked", "不封禁带接口名的地址"))
    return address


def own_way_in(request):
    """The address from which this step itself came, over SSH."""
    word = (os.environ.get("SSH_CONNECTION", "").split() or [""])[0]
    try:
        found = ipaddress.ip_address(word)
    except ValueError:
        return None
    return (getattr(found, "ipv4_mapped", None) or found) if request.host.get("kind") == "ssh" else None


def seconds_of(request):
    match = DURATION.match(request.arg("duration", default="4h"))
    if not match:
        raise w.Stop(request.t("a duration is a number with m, h or d", "时长为数字加 m、h 或 d"))
    return min(int(match[1]) * {"m": 60, "h": 3600, "d": 86400}[match[2]], 366 * 86400)


def set_of(address):
    return "blocked4" if address.version == 4 else "blocked6"


def element(verb, address, seconds=0):
    timeout = f" timeout {seconds}s" if seconds else ""
    return f"{verb} element inet {TABLE} {set_of(address)} {{ {address}{timeout} }}"


def block_lines(address, seconds):
    # Added, deleted and added again: an element that is there already would keep its old end.
    return [*BASE, element("add", address, seconds), element("delete", address), element("add", address, seconds)]


def block_argv(address, seconds):
    return [NFT, "; ".join(block_lines(address, seconds))]


def unblock_argv(address):
    return [NFT, element("delete", address)]


def needs_nft(request):
    if not os.access(NFT, os.X_OK):
        raise w.Stop(request.t(f"nftables is not installed on {request.name()}", f"{request.name()} 未安装 nftables"))


def in_kernel(request, address):
    """(seconds that are left, or None when it is not in the set; the chains whose rule drops the set)."""
    code, out, error = w.command([NFT, "-j", "list", "table", "inet", TABLE])
    if code != 0:
        if "No such file" in error:
            return None, []
        raise w.Stop(request.t(f"the firewall of {request.name()} cannot be read: {' '.join(error.split())[:200]}",
                               f"无法读取 {request.name()} 的防火墙：{' '.join(error.split())[:200]}"))
    left, chains = None, []
    for entry in json.loads(out).get("nftables", []):
        if entry.get("set", {}).get("name") == set_of(address):
            for each in entry["set"].get("elem", []):
                facts = each.get("elem", {}) if isinstance(each, dict) else {"val": each}
                if facts.get("val") == str(address):
                    left = facts.get("expires", 0)
        rule = entry.get("rule", {})
        words = json.dumps(rule.get("expr", []))
        if f'"@{set_of(address)}"' in words and '"drop"' in words:
            chains.append(rule.get("chain"))
    return left, sorted(chains)


def kept(request, root):
    """{address: until in ms} of a practice host."""
    found = w.read_json(root, FILE, {})
    return {name: until for name, until in found.items() if isinstance(until, int) and until > request.now}


def keep(root, blocked):
    path = os.path.join(root, FILE)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(blocked, file)
    os.rename(path + ".part", path)


def now_blocked(request, root, address):
    """(seconds that are left or None, chains that drop), read from the kernel: on a practice host, in the sandbox's own network."""
    if request.practice():
        until = kept(request, root).get(str(address))
        if until is None:
            return None, []
        onhost.must(request, block_argv(address, max(1, (until - request.now) // 1000)))
    return in_kernel(request, address)


def span(request, seconds):
    for size, english, chinese in ((86400, "d", "天"), (3600, "h", "小时"), (60, "min", "分钟")):
        if seconds >= size:
            return request.t(f"{round(seconds / size)} {english}", f"{round(seconds / size)} {chinese}")
    return request.t(f"{seconds} s", f"{seconds} 秒")


def state(request, left):
    return request.t("not blocked", "未封禁") if left is None else request.t(f"blocked for {span(request, left)} more", f"封禁中，还剩 {span(request, left)}")


def rehearse_block(request):
    t, root, address, seconds = request.t, onhost.own_root(request), address_of(request), seconds_of(request)
    needs_nft(request)
    if address == own_way_in(request):
        raise w.Stop(t(f"{address} is the way in that Wardroom itself uses; it is not blocked", f"{address} 是 Wardroom 自己使用的通道，不予封禁"))
    left, _ = now_blocked(request, root, address)
    argv = block_argv(address, seconds)
    onhost.must(request, [NFT, "-c", argv[1]])
    w.fields([w.row(t("Address", "地址"), str(address), t("asked", "询问"), "ipaddress"),
              w.row(t("For", "时长"), span(request, seconds), t("asked; nftables itself ends it", "询问；由 nftables 自行解除")),
              w.row(t("Now", "当前"), state(request, left), f"nft list table inet {TABLE}"),
              w.row(t("Checked by", "检查"), "nft -c", NFT, "good")])
    w.text("\n".join(block_lines(address, seconds)))
    data = {"argv": argv, "undo": unblock_argv(address), "as": onhost.acting_as(request),
            "effect": t(f"{request.name()} drops everything that comes from {address}, for {span(request, seconds)}", f"{request.name()} 将丢弃来自 {address} 的一切流量，持续 {span(request, seconds)}"),
            "verify": t("the set and the rule that drops it are read back", "读回集合及丢弃规则"), "before": state(request, left), "after": t("blocked", "已封禁")}
    return w.result(True, t(f"{address} would be blocked on {request.name()} for {span(request, seconds)}", f"将在 {request.name()} 上封禁 {address} {span(request, seconds)}"), data)


def load(request, root, address, seconds, agreed=True):
    argv = block_argv(address, seconds)
    if agreed:
        onhost.agreed(request, argv)
    onhost.must(request, argv)
    if request.practice():
        keep(root, {**kept(request, root), str(address): request.now + seconds * 1000})


def block(request):
    t, root, address, seconds = request.t, onhost.own_root(request), address_of(request), seconds_of(request)
    needs_nft(request)
    if address == own_way_in(request):
        raise w.Stop(t(f"{address} is the way in that Wardroom itself uses; it is not blocked", f"{address} 是 Wardroom 自己使用的通道，不予封禁"))
    load(request, root, address, seconds)
    return w.result(True, t(f"{address} is blocked on {request.name()} for {span(request, seconds)}", f"已在 {request.name()} 上封禁 {address} {span(request, seconds)}"),
                    {"address": str(address), "until": request.now + seconds * 1000})


def is_blocked(request):
    t, root, address = request.t, onhost.own_root(request), address_of(request)
    left, chains = now_blocked(request, root, address)
    good = left is not None and set(chains) == set(CHAINS)
    rows = [w.row(t("In the set", "集合中"), state(request, left), f"nft list table inet {TABLE}", "good" if left is not None else "bad"),
            w.row(t("Rules that drop it", "丢弃规则"), ", ".join(chains) or t("none", "无"), "nft -j", "good" if set(chains) == set(CHAINS) else "bad")]
    words = t(f"{address} is blocked on {request.name()}", f"{address} 已在 {request.name()} 上封禁") if good else t(f"{address} is not blocked on {request.name()}", f"{address} 未在 {request.name()} 上封禁")
    return onhost.verdict(request, "verified" if good else "not_verified", words, "", state(request, left), t("blocked", "已封禁"), rows)


def rehearse_unblock(request):
    t, root, address = request.t, onhost.own_root(request), address_of(request)
    needs_nft(request)
    left, _ = now_blocked(request, root, address)
    if left is None:
        raise w.Stop(t(f"{address} is not blocked by Wardroom on {request.name()}", f"{address} 未被 Wardroom 在 {request.name()} 上封禁"))
    w.fields([w.row(t("Now", "当前"), state(request, left), f"nft list table inet {TABLE}", "warn")])
    data = {"argv": unblock_argv(address), "undo": block_argv(address, max(1, left)), "as": onhost.acting_as(request),
            "effect": t(f"{request.name()} takes what comes from {address} again", f"{request.name()} 将重新接受来自 {address} 的流量"),
            "verify": t("the set is read back", "读回集合"), "before": state(request, left), "after": t("not blocked", "未封禁")}
    return w.result(True, t(f"{address} would be let in again on {request.name()}", f"将在 {request.name()} 上解封 {address}"), data)


def unblock(request, undoing=False):
    t, root, address = request.t, onhost.own_root(request), address_of(request)
    needs_nft(request)
    if not undoing:
        onhost.agreed(request, unblock_argv(address))
    left, _ = now_blocked(request, root, address)
    # What ended by itself meanwhile is what was wanted.
    if left is not None:
        onhost.must(request, unblock_argv(address))
    if request.practice():
        keep(root, {name: until for name, until in kept(request, root).items() if name != str(address)})
    return w.result(True, t(f"{address} is let in again on {request.name()}", f"已在 {request.name()} 上解封 {address}"), {"address": str(address), "left": left or 0})


def is_unblocked(request):
    t, root, address = request.t, onhost.own_root(request), address_of(request)
    left, _ = now_blocked(request, root, address)
    good = left is None
    words = t(f"{address} is let in on {request.name()}", f"{request.name()} 接受 {address}") if good else t(f"{address} is still blocked on {request.name()}", f"{address} 在 {request.name()} 上仍被封禁")
    return onhost.verdict(request, "verified" if good else "not_verified", words, "", state(request, left), t("not blocked", "未封禁"),
                          [w.row(t("In the set", "集合中"), state(request, left), f"nft list table inet {TABLE}", "good" if good else "bad")])


def block_again(request):
    """Undo of an unblock: for as long as was left."""
    t, root, address = request.t, onhost.own_root(request), address_of(request)
    left = request.run.get("left")
    if not isinstance(left, int) or left < 1:
        raise w.Stop(t("it was not blocked before, so there is nothing to undo", "之前未被封禁，无可撤销"))
    load(request, root, address, left, agreed=False)
    return w.result(True, t(f"{address} is blocked again for {span(request, left)}", f"已重新封禁 {address} {span(request, left)}"), {"address": str(address)})


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "block"
    w.main({"block": {"rehearse": rehearse_block, "run": block, "verify": is_blocked, "undo": lambda request: unblock(request, True), "verify_undo": is_unblocked},
            "unblock": {"rehearse": rehearse_unblock, "run": unblock, "verify": is_unblocked, "undo": block_again, "verify_undo": is_blocked}}[kind])

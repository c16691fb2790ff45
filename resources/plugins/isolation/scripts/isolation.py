#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""host.isolate and host.release: a host talks to nobody but the responder, by a table of nftables of our own.

The table sits before the host's own rules and touches none of them, so that removing it is the whole way back. A
practice host keeps the ruleset in a file; that it is right is proven by loading it in the sandbox's own network."""
import ipaddress
import json
import os
import re
import sys

import onhost
import wardroom as w

TABLE = "wardroom_isolation"
FILE = "etc/nftables.d/wardroom-isolation.nft"
KERNEL = ["inet", TABLE]
NFT = "/usr/sbin/nft"


def ways_in(request):
    """Who keeps their way in: who is asked for, and for SSH always whoever is connected now."""
    given = [word for word in re.split(r"[,\s]+", request.arg("keep", default="") or "") if word]
    if request.host.get("kind") == "ssh":
        given += os.environ.get("SSH_CONNECTION", "").split()[:1]
    found = []
    for word in given:
        try:
            address = ipaddress.ip_address(word)
        except ValueError:
            raise w.Stop(request.t(f"“{w.clean(word)[:60]}” is not an address", f"“{w.clean(word)[:60]}”不是地址")) from None
        address = getattr(address, "ipv4_mapped", None) or address
        if address not in found:
            found.append(address)
    if not found and not request.practice():
        raise w.Stop(request.t("nobody would have a way in any more: say whose address to keep, with keep ADDRESS", "将没有人能再进入：请用 keep 地址 指定保留的地址"))
    return found


def ssh_port():
    port = os.environ.get("SSH_CONNECTION", "").split()[3:4]
    return int(port[0]) if port and port[0].isdigit() else 22


def ruleset(addresses, port):
    """The whole ruleset. It begins by removing what an earlier one left, so that loading it twice is loading it once."""
    lines = [f"table inet {TABLE}", f"delete table inet {TABLE}", f"table inet {TABLE} {{"]
    for name, far, near in (("input", "saddr", "dport"), ("output", "daddr", "sport")):
        lines += [f"\tchain {name} {{", f"\t\ttype filter hook {name} priority -300; policy drop;", f"\t\t{'i' if name == 'input' else 'o'}ifname \"lo\" accept"]
        for address in addresses:
            family = "ip" if address.version == 4 else "ip6"
            lines.append(f"\t\t{family} {far} {address} tcp {near} {port} accept")
        # Without neighbour discovery an IPv6 address is not found at all.
        lines += ["\t\ticmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept", "\t\tcounter drop", "\t}"]
    lines += ["\tchain forward {", "\t\ttype filter hook forward priority -300; policy drop;", "\t}", "}", ""]
    return "\n".join(lines)


def check(request, path):
    """nft's own word on the ruleset."""
    if not os.access(NFT, os.X_OK):
        raise w.Stop(request.t(f"nftables is not installed on {request.name()}", f"{request.name()} 未安装 nftables"))
    onhost.must(request, [NFT, "-c", "-f", path])


def written(root, text):
    path = os.path.join(root, FILE)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.rename(path + ".part", path)
    return path


def loaded():
    """Names of the chains of our table that drop by default, as the kernel has them here; None without the table."""
    code, out, _ = w.command([NFT, "-j", "list", "table", *KERNEL])
    if code != 0:
        return None
    chains = [entry["chain"] for entry in json.loads(out).get("nftables", []) if "chain" in entry]
    return sorted(chain["name"] for chain in chains if chain.get("policy") == "drop")


def now_isolated(request, root):
    """The ruleset that is in force, or None. On a practice host: what its file says, loaded in this sandbox's own network."""
    if not request.practice():
        return w.command([NFT, "list", "table", *KERNEL])[1] if loaded() is not None else None
    return w.read(root, FILE)


def effect(t, name, addresses):
    """What it means, in a sentence."""
    if not addresses:
        return t(f"{name} talks to nobody any more", f"{name} 不再与任何人通信")
    kept = ", ".join(map(str, addresses))
    return t(f"{name} talks to nobody but {kept}", f"{name} 只能与 {kept} 通信")


def after(t, addresses):
    if not addresses:
        return t("isolated, keeps no way in", "已隔离，不保留任何通道")
    kept = ", ".join(map(str, addresses))
    return t(f"isolated, keeps {kept}", f"已隔离，保留 {kept}")


def rehearse_isolate(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    if now_isolated(request, root) is not None:
        raise w.Stop(t(f"{name} is isolated already", f"{name} 已被隔离"))
    addresses, port = ways_in(request), ssh_port()
    text = ruleset(addresses, port)
    with open("/tmp/wardroom.nft", "w", encoding="utf-8") as file:
        file.write(text)
    check(request, "/tmp/wardroom.nft")
    kept = ", ".join(map(str, addresses)) or t("no way in from outside", "不保留外部通道")
    w.fields([w.row(t("Keeps its way in", "保留通道"), f"{kept} · TCP {port}" if addresses else kept, "SSH_CONNECTION" if request.host.get("kind") == "ssh" else t("asked", "询问"), "warn"),
              w.row(t("Everything else", "其他一切"), t("dropped, in and out and through", "全部丢弃：入站、出站和转发"), f"table inet {TABLE}", "bad"),
              w.row(t("Checked by", "检查"), "nft -c", NFT, "good")])
    w.text(text)
    data = {"argv": [NFT, "-f", os.path.join(root, FILE)], "undo": undo_argv(request, root), "as": onhost.acting_as(request),
            "effect": effect(t, name, addresses),
            "verify": t("the table is read back: three chains that drop", "读回规则表：三条默认丢弃的链"), "before": t("open", "未隔离"), "after": after(t, addresses)}
    return w.result(True, t(f"{name} would be isolated: {after(t, addresses)}", f"将隔离 {name}：{after(t, addresses)}"), data)


def undo_argv(request, root):
    return ["rm", "-f", "--", os.path.join(root, FILE)] if request.practice() else [NFT, "delete", "table", *KERNEL]


def isolate(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    addresses = ways_in(request)
    if request.rehearsal and request.rehearsal.get("after") != after(t, addresses):
        raise w.Stop(t("who keeps a way in has changed since the rehearsal: ask anew", "预演之后保留的通道已变化：请重新申请"))
    path = written(root, ruleset(addresses, ssh_port()))
    argv = [NFT, "-f", path]
    onhost.agreed(request, argv)
    check(request, path)
    # Loading is one transaction of the kernel: all of it or none. For a practice host it happens in the sandbox's own network.
    onhost.must(request, argv)
    return w.result(True, t(f"{name} is {after(t, addresses)}", f"{name} {after(t, addresses)}"), {"table": TABLE, "keeps": [str(address) for address in addresses]})


def is_isolated(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    text = now_isolated(request, root)
    if request.practice() and text is not None:
        w.command([NFT, "-f", os.path.join(root, FILE)])
    chains = loaded() if text is not None else None
    good = chains == ["forward", "input", "output"]
    rows = [w.row(t("Table", "规则表"), TABLE if text is not None else t("not there", "不存在"), request.aged(root, FILE) if request.practice() else "nft list table", "good" if text else "bad"),
            w.row(t("Chains that drop", "默认丢弃的链"), ", ".join(chains or []) or t("none", "无"), "nft -j list table", "good" if good else "bad")]
    return onhost.verdict(request, "verified" if good else "not_verified", t(f"{name} is isolated", f"{name} 已隔离") if good else t(f"{name} is not isolated", f"{name} 未被隔离"),
                          t("open", "未隔离"), t("isolated", "已隔离") if good else t("open", "未隔离"), t("isolated", "已隔离"), rows)


def rehearse_release(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    text = now_isolated(request, root)
    if text is None:
        raise w.Stop(t(f"{name} is not isolated", f"{name} 未被隔离"))
    w.fields([w.row(t("Isolated since", "隔离于"), request.aged(root, FILE) if os.path.exists(os.path.join(root, FILE)) else t("unknown", "未知"), FILE)])
    data = {"argv": undo_argv(request, root), "undo": [NFT, "-f", os.path.join(root, FILE)], "as": onhost.acting_as(request),
            "effect": t(f"{name} can talk to everybody again", f"{name} 可再次与所有人通信"), "verify": t("the table is gone", "规则表已删除"),
            "before": t("isolated", "已隔离"), "after": t("open", "未隔离")}
    return w.result(True, t(f"{name} would be released", f"将解除 {name} 的隔离"), data)


def release(request, undoing=False):
    t, root = request.t, onhost.own_root(request)
    argv = undo_argv(request, root)
    if not undoing:
        onhost.agreed(request, argv)
    text = w.read(root, FILE)
    onhost.must(request, argv)
    if not request.practice():
        w.command(["rm", "-f", "--", os.path.join(root, FILE)])
    return w.result(True, t(f"{request.name()} is released", f"已解除 {request.name()} 的隔离"), {"table": TABLE, "ruleset": text or ""})


def is_released(request):
    t, root, name = request.t, onhost.own_root(request), request.name()
    good = now_isolated(request, root) is None
    words = t(f"{name} is released", f"{name} 已解除隔离") if good else t(f"{name} is still isolated", f"{name} 仍被隔离")
    return onhost.verdict(request, "verified" if good else "not_verified", words, t("isolated", "已隔离"), t("open", "未隔离") if good else t("isolated", "已隔离"), t("open", "未隔离"),
                          [w.row(t("Table", "规则表"), t("not there", "不存在") if good else TABLE, FILE if request.practice() else "nft list table", "good" if good else "bad")])


def isolate_again(request):
    """Undo of a release: exactly what was in force before."""
    t, root = request.t, onhost.own_root(request)
    text = request.run.get("ruleset")
    if not isinstance(text, str) or not text.startswith(f"table inet {TABLE}\ndelete table inet {TABLE}\n"):
        raise w.Stop(t("what was in force before is not known any more; isolate it anew", "之前生效的规则已不可知，请重新隔离"))
    path = written(root, text)
    check(request, path)
    onhost.must(request, [NFT, "-f", path])
    return w.result(True, t(f"{request.name()} is isolated again", f"{request.name()} 已重新隔离"), {"table": TABLE})


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "isolate"
    w.main({"isolate": {"rehearse": rehearse_isolate, "run": isolate, "verify": is_isolated, "undo": lambda request: release(request, True), "verify_undo": is_released},
            "release": {"rehearse": rehearse_release, "run": release, "verify": is_released, "undo": isolate_again, "verify_undo": is_isolated}}[kind])

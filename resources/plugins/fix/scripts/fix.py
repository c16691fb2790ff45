#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fix.list and cve.show: which newer versions a host can get, and which CVEs their own changelogs name.

A changelog that does not name a CVE says nothing about it: that is "unknown", never "not affected"."""
import sys
import time

import wardroom as w
from debian import Debian, cves, entries

MOST, SECONDS = 40, 15


def upgrades(host):
    """[(package, installed, candidate)]: what apt would upgrade, and what is held and has a newer version."""
    found = [(package, before, after) for package, before, after in host.simulate("dist-upgrade") if before and after]
    known = {package for package, _, _ in found}
    for package, (version, state) in host.installed().items():
        if state.startswith("h") and package not in known:
            candidate = host.candidate(package)
            if candidate and candidate != version:
                found.append((package, version, candidate))
    return found


def fix_of(host, package, before, after):
    """What is known of one upgrade; `names` is None when its changelog could not be read."""
    newer_entries = host.newer_entries(package, before, after)
    names = None if newer_entries is None else {}
    for version, words in newer_entries or []:
        for cve in cves(words):
            names[cve] = version  # the oldest entry that names it wins: they come newest first
    return {"package": package, "installed": before, "candidate": after, "names": names}


def also(host, fix):
    """What else apt would change to install it, in words."""
    try:
        changes = host.simulate("install", f"{fix['package']}={fix['candidate']}")
    except w.Stop as stop:
        return [str(stop)]
    return [f"{package} {before} → {after}" if before and after else (f"+ {package} {after}" if after else f"− {package} {before}")
            for package, before, after in changes if package != fix["package"]]


def already(host, cve):
    """[(package, version of the entry)]: installed packages whose own changelog names it."""
    found = []
    for package, (_, state) in host.installed().items():
        if state[1:2] != "i":
            continue
        changelog = host.own_changelog(package)
        if changelog and cve in changelog:
            found += [(package, version) for version, words in entries(changelog) if cve in cves(words)][:1]
    return found


def show(request, host, fixes, cve):
    t = request.t
    rows = []
    for fix in fixes:
        names = fix["names"]
        said = t("changelog not readable: unknown", "无法读取更新日志：未知") if names is None else (", ".join(names) or t("no CVE", "未提及 CVE"))
        fixed = names.get(cve, fix["candidate"]) if cve and names else fix["candidate"]
        rows.append([fix["package"], fix["installed"], fixed, fix["candidate"], said,
                     ", ".join(fix["also"]) or t("nothing else", "无其他变更")])
    w.table([t("Package", "软件包"), t("Installed", "已安装"), t("Fixed in", "修复版本"), t("Would install", "将安装"),
             t("Changelog names", "更新日志提到"), t("Also changes", "同时变更")], rows)
    age = host.lists_age()
    w.fields([w.row(t("Source", "来源"), t("the candidate packages' own changelogs", "候选软件包自带的更新日志"), "changelog.Debian", "code"),
              w.row(t("Package lists read", "软件包列表读取于"), w.when(age) if age else t("unknown", "未知"), "var/lib/apt/lists")])


def gather(request, host, cve, package=None):
    """(fixes that fit, could a package source be read)."""
    t = request.t
    if not host.has_apt():
        fixes, sources = [], False
    else:
        sources = True
        found = [upgrade for upgrade in upgrades(host) if package is None or upgrade[0] == package]
        host.locate([(package, after) for package, _, after in found[:MOST]])
        fixes = [fix_of(host, *upgrade) for upgrade in found[:MOST]]
        if len(found) > MOST:
            w.text(t(f"Only {MOST} of {len(found)} newer versions were looked at.", f"只查看了 {len(found)} 个新版本中的 {MOST} 个。"))
        if cve:
            fixes = [fix for fix in fixes if cve in (fix["names"] or {})]
        until = time.monotonic() + SECONDS
        for fix in fixes:
            fix["also"] = also(host, fix) if time.monotonic() < until else ["?"]
    return fixes, sources


def list_fixes(request):
    t, cve, package = request.t, request.arg("cve", w.CVE), request.arg("package", w.PACKAGE)
    host = Debian(request)
    name = request.name()
    old = already(host, cve) if cve else []
    fixes, sources = gather(request, host, cve, package)
    if fixes:
        show(request, host, fixes, cve)
    if not sources:
        w.text(t(f"{name} has no package source that can be read: whether newer versions exist is unknown.",
                 f"{name} 没有可读取的软件源：是否有新版本未知。"))
    data = {"cve": cve, "fixes": fixes, "already": [{"package": package, "version": version} for package, version in old],
            "unknown": bool(cve) and not fixes and not old}
    if package and not cve and not fixes:
        version, state = host.state(package)
        return w.result(True, t(f"{package} on {name}: {version or 'not installed'}, no newer version in its package lists",
                                f"{name} 上的 {package}：{version or '未安装'}，软件包列表中没有新版本") if state != "un" else
                        t(f"{package} is not installed on {name}", f"{name} 未安装 {package}"), data)
    return w.result(True, summary(request, name, cve, fixes, old), data)


def show_cve(request):
    """Are we affected? On a host as far as its own changelogs tell; everywhere as far as the record tells."""
    t, cve = request.t, request.need("cve", w.CVE)
    known = [entry for entry in request.record if cve in entry["text"]]
    rows = [w.row("CVE", cve, t("asked", "询问"), "code")]
    verdict, data = t("name a host to have its packages read", "请指定主机以读取其软件包"), {"cve": cve, "record": len(known)}
    if request.host.get("root"):
        host, name = Debian(request), request.name()
        old = already(host, cve)
        fixes, _ = gather(request, host, cve)
        age = request.ago(host.lists_age())
        for fix in fixes:
            rows.append(w.row(t("Fix", "修复"), f"{fix['package']} {fix['installed']} → {fix['candidate']}", f"changelog.Debian · {t('lists read', '列表读取于')} {age}", "bad"))
        rows += [w.row(t("Already fixed", "已修复"), f"{package} {version}", f"{name} " + request.aged(request.root(), f"usr/share/doc/{package}"), "good") for package, version in old]
        if not fixes and not old:
            rows.append(w.row(t("On the host", "主机上"), t("unknown: no changelog names it, which does not mean not affected", "未知：没有更新日志提到它，但不表示不受影响"),
                              f"changelog.Debian · {t('lists read', '列表读取于')} {age}", "warn"))
        verdict = summary(request, name, cve, fixes, old).partition(": " if not request.chinese else "：")[2]
        data |= {"fixes": [fix["package"] for fix in fixes], "already": [package for package, _ in old], "unknown": not fixes and not old}
    rows += [w.row(t("On record", "记录") if number == 0 else "", f"{w.when(entry.get('at') or 0)} · {entry['text']}",
                   t("this workspace's record", "本工作区记录")) for number, entry in enumerate(known[-5:])]
    if not known:
        rows.append(w.row(t("On record", "记录"), t("nothing", "无"), t("this workspace's record", "本工作区记录")))
    w.fields(rows)
    return w.result(True, f"{cve} · {verdict}" + t(f" · on record: {len(known)}", f" · 记录：{len(known)} 条"), data)


def summary(request, name, cve, fixes, old):
    t = request.t
    if cve and fixes:
        what = ", ".join(f"{fix['package']} {fix['installed']} → {fix['candidate']}" for fix in fixes)
        return t(f"{cve} on {name}: {what} (its changelog names it)", f"{name} 上的 {cve}：{what}（其更新日志提到它）")
    if cve and old:
        what = ", ".join(f"{package} {version}" for package, version in old)
        return t(f"{cve} on {name}: the changelog of the installed {what} already names it",
                 f"{name} 上的 {cve}：已安装的 {what} 的更新日志已提到它")
    if cve:
        return t(f"{cve} on {name}: unknown. No changelog names it, which does not mean that {name} is not affected",
                 f"{name} 上的 {cve}：未知。没有更新日志提到它，但这不表示 {name} 不受影响")
    if fixes:
        named = list(dict.fromkeys(cve for fix in fixes for cve in fix["names"] or {}))
        tail = t("; changelogs name ", "；更新日志提到 ") + ", ".join(named[:6]) if named else ""
        return t(f"Newer versions for {name}: {len(fixes)}", f"{name} 的新版本：{len(fixes)} 个") + tail
    return t(f"No newer version for {name} in its package lists", f"{name} 的软件包列表中没有新版本")


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "list"
    w.main({"run": {"list": list_fixes, "cve": show_cve}[kind]})

#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""patch.apply: rehearse, run, verify, undo and verify_undo of one package's upgrade.

Whatever apt says, a step believes only what it reads back: dpkg's state `ii`, the files on disk, what the
program prints, and what the running services have loaded."""
import os
import re
import select
import shutil
import subprocess
import time
import urllib.parse

import readback
import wardroom as w
from debian import ENVIRONMENT, Debian, apt_words, cves

STEPS = 5
RUN_TIME = 100
STATUS = re.compile(r"^(pmstatus|dlstatus|pmerror):([^:]*):([0-9.]+):(.*)$")
KEPT = "var/cache/wardroom/kept"
APT = ["apt-get", "-y", "-o", "APT::Status-Fd=3"]


def begin(request):
    """The host and the package, both checked."""
    t, package = request.t, request.need("package", w.PACKAGE)
    if not request.practice():
        name = w.clean(str(request.host.get("name", "?")))
        raise w.Stop(t(f"{name} is not reachable with rights: installing needs root there",
                       f"没有权限操作 {name}：在那里安装需要 root"))
    host = Debian(request)
    if not host.has_apt():
        raise w.Stop(t("this host has no apt configuration", "该主机没有 apt 配置"))
    return host, package


def healthy(request, host, package):
    """The installed version; a package that is not cleanly installed must be looked at first."""
    t, (version, state) = request.t, host.state(package)
    if not version or state[1:2] in ("n", "c"):
        raise w.Stop(t(f"{package} is not installed", f"未安装 {package}"))
    if state == "hi":
        raise w.Stop(t(f"{package} is held at {version}: somebody decided that it must not change",
                       f"{package} 被固定在 {version}：有人决定不允许变更"), {"state": state})
    if state != "ii":
        raise w.Stop(t(f"{package} is in state {state}: dpkg --configure -a must cure it first",
                       f"{package} 的状态是 {state}：需先用 dpkg --configure -a 修复"), {"state": state})
    return version


def install_argv(host, package, version):
    return [*host.prefix, *APT, "--only-upgrade", "install", f"{package}={version}"]


def kept(host, package, version):
    return os.path.join(host.root, KEPT, f"{package}_{urllib.parse.quote(version, safe='+~.-')}.deb")


def undo_argv(host, changes):
    """The command that brings back what `changes` replaced."""
    words = [kept(host, package, before) if before else package + "-" for package, before, _ in changes]
    return [*host.prefix, *APT, "--allow-downgrades", "install", *words]


def is_undo(host, argv):
    """Is this a command that undo_argv makes? It came through the request, so it is checked word by word."""
    begin = undo_argv(host, [])
    if not isinstance(argv, list) or argv[:len(begin)] != begin or len(argv) == len(begin):
        return False
    place = re.compile(re.escape(os.path.join(host.root, KEPT)) + r"/[a-z0-9][a-z0-9+.-]*_[A-Za-z0-9.+~%-]+\.deb\Z")
    return all(isinstance(word, str) and (place.match(word) or (word.endswith("-") and w.PACKAGE.match(word[:-1])))
               for word in argv[len(begin):])


def undo_plan(host, changes):
    """(exact argv, files to keep) that bring back what `changes` replaces; ([], []) if an old .deb cannot be had."""
    keep = []
    for package, before, _ in changes:
        if before and not os.path.exists(kept(host, package, before)):
            source = host.fetch(package, before)
            if source is None:
                return [], []
            keep.append((source, kept(host, package, before)))
    return undo_argv(host, changes), keep


def plan(request, host, package, version=None):
    """All that will happen, worked out without changing anything."""
    t, before = request.t, healthy(request, host, package)
    after = version or host.candidate(package)
    if after is None or after == before:
        raise w.Stop(t(f"{package} {before} is the newest version that the package lists know",
                       f"{package} {before} 已是软件包列表中的最新版本"), {"before": before, "after": before})
    changes = host.simulate("--only-upgrade", "install", f"{package}={after}")
    if not any(changed == package for changed, _, _ in changes):
        raise w.Stop(t(f"apt would not change {package}", f"apt 不会变更 {package}"))
    undo, keep = undo_plan(host, changes)
    return {"package": package, "before": before, "after": after, "changes": changes, "undo": undo, "keep": keep,
            "argv": install_argv(host, package, after)}


def effect_line(request, host, made):
    t, changes = request.t, made["changes"]
    upgraded = sum(1 for _, before, after in changes if before and after)
    new = sum(1 for _, before, after in changes if not before)
    gone = sum(1 for _, _, after in changes if not after)
    host.locate([(package, after) for package, _, after in changes if after])
    sizes = [found[1] for package, _, after in changes if after and (found := host.address(package, after))]
    size = (sum(sizes) + 1023) // 1024
    services = readback.users_of(host, [package for package, _, _ in changes])
    restarts = t(f" · restarts {', '.join(services)}", f" · 将重启 {', '.join(services)}") if services else ""
    return t(f"{upgraded} upgraded, {new} newly installed, {gone} to remove · needs {size} kB",
             f"升级 {upgraded} 个，新装 {new} 个，移除 {gone} 个 · 需要 {size} kB") + restarts


def rehearse(request):
    t, (host, package) = request.t, begin(request)
    made = plan(request, host, package, request.arg("version", w.VERSION))
    named = [cve for _, words in host.newer_entries(package, made["before"], made["after"]) or [] for cve in cves(words)]
    effect = effect_line(request, host, made)
    checks = t(f"{package} is {made['after']} in state ii, its files on disk are that version's, its program says so, "
               "and no running service still uses the old one",
               f"{package} 为 {made['after']} 且状态为 ii，磁盘文件属于该版本，程序自报版本一致，且没有运行中的服务仍在使用旧版本")
    w.table([t("Package", "软件包"), t("Now", "当前"), t("After", "之后")],
            [[name, before or "—", after or "—"] for name, before, after in made["changes"]])
    w.fields([w.row(t("Changelog names", "更新日志提到"), ", ".join(named) or t("no CVE: unknown", "未提及 CVE：未知"),
                    "changelog.Debian", "warn" if named else "normal"),
              w.row(t("Undo", "撤销"), t(f"back to {made['before']}, old packages kept", f"恢复到 {made['before']}，保留旧软件包")
                    if made["undo"] else t("not possible: the old version cannot be had any more", "无法撤销：旧版本已无法获取"),
                    "apt", "normal" if made["undo"] else "bad")])
    data = {"argv": made["argv"], "as": t("root inside the practice host", "演练主机内的 root"), "effect": effect,
            "undo": made["undo"], "verify": checks, "before": made["before"], "after": made["after"],
            "package": package, "changes": made["changes"], "cves": named, "says": readback.effect(host, package)}
    return w.result(True, f"{package} {made['before']} → {made['after']}: {effect}", data)


def keep_old(request, host, made):
    """Copies what undo needs into the host before anything changes."""
    os.makedirs(os.path.join(host.root, KEPT), exist_ok=True)
    for source, place in made["keep"]:
        shutil.copyfile(source, place + ".part")
        os.rename(place + ".part", place)
        w.log(request.t("kept ", "已保留 ") + os.path.basename(place))


class Status:
    """apt's status lines as progress: Unpacking is step 3, setting up is step 4."""

    def __init__(self):
        self.step, self.said = 2, None

    def line(self, line):
        if not (match := STATUS.match(line)):
            return
        kind, words = match[1], match[4]
        if kind == "pmerror":
            w.log(f"{match[2]}: {words}")
            return
        if kind == "pmstatus":
            self.step = max(self.step, 4 if re.search(r"onfigur|Installed|trigger", words) else 3)
        if (self.step, words) != self.said:
            self.said = (self.step, words)
            w.progress(self.step, STEPS, words)


def apt_run(argv):
    """Runs apt with its status on descriptor 3, its output as log lines. Gives (exit code, last output)."""
    read_end, write_end = os.pipe()

    def give_status():
        os.dup2(write_end, 3)
        os.set_inheritable(3, True)

    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env=ENVIRONMENT, preexec_fn=give_status, close_fds=False)
    os.close(write_end)
    status, tail = Status(), []

    def output(line):
        tail.append(line)
        del tail[:-50]
        w.log(line)

    code = pump(process, {process.stdout.fileno(): output, read_end: status.line})
    os.close(read_end)
    return code, "\n".join(tail)


def pump(process, readers):
    """Gives whole lines of each descriptor to its reader until the process has ended, in time."""
    rest = {descriptor: b"" for descriptor in readers}
    deadline = time.monotonic() + RUN_TIME
    while rest:
        left = deadline - time.monotonic()
        if left <= 0:
            process.terminate()
            break
        for descriptor in select.select(list(rest), [], [], min(left, 1))[0]:
            chunk = os.read(descriptor, 65536)
            *lines, rest[descriptor] = (rest[descriptor] + chunk).split(b"\n")
            for line in lines + ([rest[descriptor]] if not chunk else []):
                if words := line.decode("utf-8", "replace").strip():
                    readers[descriptor](words)
            if not chunk:
                del rest[descriptor]
    return process.wait()


def run(request):
    t, (host, package) = request.t, begin(request)
    agreed = request.rehearsal
    version = versions(request)[1] if agreed else request.arg("version", w.VERSION)
    made = plan(request, host, package, version)
    # The undo names every package that changes, with the version it has now: the same undo means the same start.
    if agreed and (made["argv"] != agreed.get("argv") or made["undo"] != agreed.get("undo")):
        raise w.Stop(t("the host has changed since the rehearsal, so this is not what was approved: ask anew",
                       "预演之后主机已发生变化，与批准的内容不符：请重新申请"), {"before": made["before"]})
    w.progress(1, STEPS, t("Keeping the old packages", "保留旧软件包"))
    keep_old(request, host, made)
    w.progress(2, STEPS, t("Fetching", "获取"))
    code, out = apt_run(made["argv"])
    return finish(request, host, code, out, made)


def finish(request, host, code, out, made):
    """Ends run and undo: apt's exit code and dpkg's state must both be right."""
    t, package = request.t, made["package"]
    w.progress(STEPS, STEPS, t("Reading the state back", "读取状态"))
    version, state = host.state(package)
    data = {"package": package, "before": made["before"], "after": version, "state": state, "exit": code, "undo": made["undo"]}
    if code != 0:
        return w.result(False, t(f"apt exited {code}: ", f"apt 退出码 {code}：") + apt_words(out)
                        + t(f" ({package} is {version}, {state})", f"（{package} 为 {version}，{state}）"), data)
    if state != "ii" or version != made["after"]:
        return w.result(False, t(f"apt exited 0, but {package} is {version} in state {state}",
                                 f"apt 退出码为 0，但 {package} 为 {version}，状态 {state}"), data)
    return w.result(True, t(f"{package} {made['before']} → {version} installed", f"已安装 {package} {made['before']} → {version}"), data)


def judge(request, before, after):
    """Reads the host back and says verified, not verified or drifted."""
    t, (host, package) = request.t, begin(request)
    version, state = host.state(package)
    said = readback.effect(host, package)
    # A program cannot tell two builds of one upstream version apart; then the files alone must do.
    telling = readback.upstream(before) != readback.upstream(after)
    wrong = readback.shortfalls(request, host, package, after, said if telling else None)
    drifted = version not in (before, after) and state == "ii"
    verdict = "drifted" if drifted else "not_verified" if wrong else "verified"
    rows = [w.row("dpkg", f"{package} {version} {state}", "dpkg-query", "good" if (version, state) == (after, "ii") else "bad")]
    if said is not None:
        rows.append(w.row(t("The program says", "程序自报"), said, "etc/wardroom/checks.json", "bad" if wrong else "good"))
    rows += [w.row(t("But", "但是"), reason, t("read back", "读回"), "bad") for reason in wrong]
    w.fields(rows)
    data = {"verdict": verdict, "before": before, "after": version, "expected": after, "state": state, "says": said,
            "reasons": wrong}
    if verdict == "verified":
        summary = t(f"Verified: {package} is {version}", f"已验证：{package} 为 {version}") + (f" (“{said}”)" if said else "")
    elif drifted:
        summary = t(f"Drifted: {package} is {version}, neither {before} nor {after}", f"已偏离：{package} 为 {version}，既非 {before} 也非 {after}")
    else:
        summary = t("Not verified: ", "未通过验证：") + "; ".join(wrong)
    return w.result(True, summary, data)


def versions(request):
    """(before, after) as agreed; from the run where there was no rehearsal."""
    before = request.rehearsal.get("before") or request.run.get("before")
    after = request.rehearsal.get("after") or request.run.get("after")
    if not (isinstance(before, str) and isinstance(after, str) and w.VERSION.match(before) and w.VERSION.match(after)):
        raise w.Stop(request.t("nothing was rehearsed or run, so there is nothing to compare with", "没有预演或执行记录，无法比较"))
    return before, after


def verify(request):
    return judge(request, *versions(request))


def undo(request):
    t, (host, package) = request.t, begin(request)
    before, after = versions(request)
    argv = request.rehearsal.get("undo") or request.run.get("undo")
    if not is_undo(host, argv):
        raise w.Stop(t("what undo would run is not what was shown", "将要执行的撤销与展示的不一致"))
    missing = [word for word in argv if word.startswith("/") and word.endswith(".deb") and not os.path.exists(word)]
    if missing:
        raise w.Stop(t(f"the kept package {missing[0]} is gone", f"保留的软件包 {missing[0]} 已不存在"))
    w.progress(1, STEPS, t("Going back to the kept packages", "恢复到保留的软件包"))
    code, out = apt_run(argv)
    return finish(request, host, code, out, {"package": package, "before": after, "after": before, "undo": []})


def verify_undo(request):
    before, after = versions(request)
    return judge(request, after, before)


if __name__ == "__main__":
    w.main({"rehearse": rehearse, "run": run, "verify": verify, "undo": undo, "verify_undo": verify_undo})

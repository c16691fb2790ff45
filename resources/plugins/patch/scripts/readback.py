# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is really on the host: dpkg's state, the files on disk, and what the programs say of themselves."""
import hashlib
import os
import re
import time

import wardroom as w

UPSTREAM = re.compile(r"(?:[0-9]+:)?(.+?)(?:-[^-]*)?\Z")
CHECK_TIME = 10
SERVICE_WAIT = 3


def upstream(version):
    """1:2.8.0-1+deb12u1 -> 2.8.0: the part that a program may print."""
    return re.split(r"[+~]", UPSTREAM.match(version)[1])[0] if version else ""


def effect(host, package):
    """What the package's own program says (the host names it in etc/wardroom/checks.json); None if none is named."""
    argv = w.read_json(host.root, "etc/wardroom/checks.json", {}).get(package)
    if not isinstance(argv, list) or not argv or not all(isinstance(part, str) for part in argv):
        return None
    program = w.inside(host.root, argv[0])
    if program is None:
        return None
    libraries = [os.path.join(host.root, "usr/lib", name) for name in ("x86_64-linux-gnu", "aarch64-linux-gnu", "")]
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LD_LIBRARY_PATH": ":".join(libraries)}
    code, out, error = w.command([program, *argv[1:]], CHECK_TIME, env=environment)
    said = (out or error).strip().splitlines()
    return w.clean(said[0]) if code == 0 and said else f"exit {code}"


def wrong_files(host, package):
    """Paths whose content is not what the installed version brought; what was put aside by a diversion counts."""
    for name in (f"{package}.md5sums", f"{package}:amd64.md5sums", f"{package}:arm64.md5sums"):
        listing = w.read(host.root, f"var/lib/dpkg/info/{name}")
        if listing is not None:
            break
    wrong = []
    for line in (listing or "").splitlines():
        expected, _, path = line.partition("  ")
        if path and digest(host.root, path) != expected:
            wrong.append("/" + path)
    return wrong


def digest(root, relative):
    path = w.inside(root, relative)
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    except (OSError, TypeError):
        return None


def diverted(host, package):
    """Files of the package that somebody put aside with dpkg-divert."""
    lines = (w.read(host.root, "var/lib/dpkg/diversions") or "").splitlines()
    mine = set((w.read(host.root, f"var/lib/dpkg/info/{package}.list") or "").splitlines())
    return [path for path in lines[::3] if path in mine]


def stale_services(host, package, version, wait=0.0):
    """Running services that still use another version of the package: [(service, version it loaded)]."""
    deadline = time.monotonic() + wait
    while True:
        services = w.read_json(host.root, "run/services.json", {})
        stale = [(name, facts["packages"][package]) for name, facts in services.items()
                 if isinstance(facts, dict) and facts.get("packages", {}).get(package, version) != version]
        if not stale or time.monotonic() >= deadline:
            return stale
        time.sleep(0.05)


def users_of(host, packages):
    """Services that are restarted when one of the packages changes."""
    found = [service.get("name", "") for service in w.read_json(host.root, "etc/wardroom/services.json", [])
             if isinstance(service, dict) and set(service.get("uses", [])) & set(packages)]
    return [name for name in found if name]


def shortfalls(request, host, package, expected, said):
    """Why the host is not at `expected`, as sentences; none means that it is. `said`: what the program says, or None."""
    t = request.t
    version, state = host.state(package)
    found = []
    if state != "ii":
        found.append(t(f"dpkg says {package} is in state {state}, not ii", f"dpkg 显示 {package} 的状态是 {state}，而不是 ii"))
    if version != expected:
        found.append(t(f"the installed version is {version or 'none'}, not {expected}", f"已安装版本是 {version or '无'}，而不是 {expected}"))
    wrong = wrong_files(host, package)
    if wrong:
        found.append(t(f"not this version's on disk: {', '.join(wrong[:3])}" + (f" (+{len(wrong) - 3})" if len(wrong) > 3 else ""),
                       f"磁盘上的文件不属于该版本：{', '.join(wrong[:3])}" + (f"（另有 {len(wrong) - 3} 个）" if len(wrong) > 3 else "")))
        if aside := diverted(host, package):
            found.append(t(f"somebody put {', '.join(aside[:3])} aside with dpkg-divert", f"有人用 dpkg-divert 转移了 {', '.join(aside[:3])}"))
    if said is not None and upstream(expected) not in said:
        found.append(t(f"its program says “{said}”, not {upstream(expected)}", f"其程序显示“{said}”，而不是 {upstream(expected)}"))
    for name, loaded in [] if found else stale_services(host, package, expected, SERVICE_WAIT):
        found.append(t(f"the running {name} still uses {loaded}: restart needed", f"运行中的 {name} 仍在使用 {loaded}：需要重启"))
    return found

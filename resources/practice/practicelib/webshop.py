# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drill "webshop": a small shop server. Its packages, people, services and the past in its logs.

Every CVE here is of the year 2099, so nobody can take an invented one for a real one."""
from datetime import datetime, timedelta, timezone

ADDRESS = "198.51.100.20"
ATTACKER = "203.0.113.7"
PACKAGES = ("practice-base", "shop-tls", "shop-web", "shop-mailer")

USERS = (("root", 0, "/root", "/bin/bash"), ("daemon", 1, "/usr/sbin", "/usr/sbin/nologin"),
         ("sshd", 100, "/run/sshd", "/usr/sbin/nologin"), ("shop", 990, "/var/lib/shop", "/usr/sbin/nologin"),
         ("ops", 1000, "/home/ops", "/bin/bash"), ("mei", 1001, "/home/mei", "/bin/bash"),
         ("deploy", 1002, "/home/deploy", "/bin/sh"))

SERVICES = [
    {"name": "shop-web", "argv": ["usr/bin/shop-web", "serve"], "port": 443, "protocol": "https",
     "uses": ["shop-web", "shop-tls"], "summary": {"en": "the shop itself", "zh": "商店网站"}},
    {"name": "shop-mailer", "argv": ["usr/bin/shop-mailer", "serve"], "port": 25, "protocol": "smtp",
     "uses": ["shop-mailer"], "summary": {"en": "order confirmations", "zh": "订单确认邮件"}},
]

EXPOSURE = {
    "exposure": "public", "address": ADDRESS,
    "text": {"en": f"public: {ADDRESS}, HTTPS (443) open to the internet; SMTP (25) from the office only",
             "zh": f"公网可达：{ADDRESS}，HTTPS（443）对互联网开放；SMTP（25）仅限办公网"},
    "owner": {"en": "web shop team", "zh": "网店团队"},
    "source": "etc/wardroom/exposure.json",
}

# How the effect of a package is read back: its own program says which version it is.
CHECKS = {"shop-tls": ["usr/bin/shop-tls", "--version"], "shop-web": ["usr/bin/shop-web", "--version"],
          "shop-mailer": ["usr/bin/shop-mailer", "--version"]}

LIBRARY = '''"""shop-tls: the shop's (pretended) TLS library."""
VERSION = "{version}"
'''

TOOL = '''#!/usr/bin/python3
"""{name}: prints the version of the library that is really here."""
import os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../lib/shop"))
import shop_tls
print("{name}", shop_tls.VERSION)
'''

SERVER = '''#!/usr/bin/python3
"""{name}: --version, or serve on a loopback port that the system chooses."""
import json, os, socket, sys
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../lib/shop"))
PACKAGES = {{"{name}": "{version}"}}
if {uses_tls}:
    import shop_tls
    PACKAGES["shop-tls"] = shop_tls.VERSION
if sys.argv[1:] != ["serve"]:
    print("{name}", PACKAGES["{name}"])
    sys.exit(0)
server = socket.create_server(("127.0.0.1", 0))
print(json.dumps({{"port": server.getsockname()[1], "packages": PACKAGES}}), flush=True)
body = json.dumps({{"service": "{name}", "packages": PACKAGES}}).encode()
while True:
    client, _ = server.accept()
    with client:
        client.settimeout(2)
        try:
            client.recv(4096)
            client.sendall(b"HTTP/1.0 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: "
                           + str(len(body)).encode() + b"\\r\\n\\r\\n" + body)
        except OSError:
            pass
'''

POSTINST = '''#!/bin/sh
# Asks the practice host's service keeper to restart what uses this package.
set -e
[ "$1" = configure ] && [ -n "$DPKG_ROOT" ] || exit 0
mkdir -p "$DPKG_ROOT/run/restart"
: > "$DPKG_ROOT/run/restart/{service}"
'''


def changelog(name, entries, now):
    """Debian changelog text, newest first; entries: [(version, [lines], days ago)]."""
    parts = []
    for version, lines, age in entries:
        when = (now - timedelta(days=age)).strftime("%a, %d %b %Y %H:%M:%S +0000")
        body = "\n".join(f"  * {line}" for line in lines)
        parts.append(f"{name} ({version}) practice; urgency=high\n\n{body}\n\n -- Practice <practice@example.com>  {when}\n")
    return "\n".join(parts)


def tls(version, log):
    return {"name": "shop-tls", "version": version,
            "control": {"Depends": "libc6 (>= 2.34)", "Description": "TLS library of the practice shop"},
            "files": {"usr/bin/shop-tls": (TOOL.format(name="shop-tls"), 0o755),
                      "usr/lib/shop/shop_tls.py": (LIBRARY.format(version=version), 0o644)},
            "scripts": {"postinst": POSTINST.format(service="shop-web")}, "changelog": log}


def server(name, version, log, depends, uses_tls):
    return {"name": name, "version": version,
            "control": {"Depends": depends, "Description": f"{name} of the practice shop"},
            "files": {f"usr/bin/{name}": (SERVER.format(name=name, version=version, uses_tls=uses_tls), 0o755),
                      f"etc/shop/{name}.conf": (f"# {name}\nworkers = 2\n", 0o644)},
            "scripts": {"postinst": POSTINST.format(service=name)}, "changelog": log}


def packages(now):
    """(what is installed, what is newer in the repository)"""
    tls_old = ("1.4.2-1", ["New upstream release."], 210)
    tls_new = ("1.4.3-1", ["Fix CVE-2099-0001: a crafted handshake reads past the end of a buffer and",
                           "  can leak session keys. (Invented for practice.)"], 2)
    web_old = ("2.8.0-1", ["New upstream release.", "Fix CVE-2098-0420: open redirect after sign-in. (Invented for practice.)"], 120)
    web_new = ("2.8.1-1", ["Fix CVE-2099-0002: session cookie survives sign-out. (Invented for practice.)",
                           "Needs shop-tls 1.4.3."], 1)
    mailer = ("0.9.4-2", ["Rebuild."], 300)
    old = [tls(tls_old[0], changelog("shop-tls", [tls_old], now)),
           server("shop-web", web_old[0], changelog("shop-web", [web_old], now), "libc6, shop-tls (>= 1.4)", True),
           server("shop-mailer", mailer[0], changelog("shop-mailer", [mailer], now), "libc6", False)]
    new = [tls(tls_new[0], changelog("shop-tls", [tls_new, tls_old], now)),
           server("shop-web", web_new[0], changelog("shop-web", [web_new, web_old], now), "libc6, shop-tls (>= 1.4.3)", True)]
    return old, new


CVES = {"shop-tls": ["CVE-2099-0001"], "shop-web": ["CVE-2099-0002"]}


def passwd():
    return "".join(f"{name}:x:{uid}:{uid}::{home}:{shell}\n" for name, uid, home, shell in USERS)


def shadow():
    """Nobody's real password: the hash is of a form that nothing matches. ops and deploy sign in by key."""
    people = ("mei", "root")
    return "".join(f"{name}:{'$y$j9T$practice$' + 'x' * 43 if name in people else '!'}:20000:0:99999:7:::\n" for name, *_ in USERS)


def auth_log(name, now):
    """Two days of sign-ins: the office, a deploy robot, and a stranger who tries at night."""
    lines = []

    def add(ago, text, pid=4100):
        stamp = (now - ago).isoformat(timespec="microseconds")
        lines.append(f"{stamp} {name} sshd[{pid}]: {text}\n")

    hours = timedelta(hours=1)
    add(46 * hours, "Server listening on 0.0.0.0 port 22.", 811)
    for ago, user, source, key in ((45, "ops", "10.20.0.14", "x3TnV9"), (33, "deploy", "10.20.0.30", "Kq0wZb"),
                                   (22, "mei", "10.20.0.17", "p7Rc2d"), (9, "deploy", "10.20.0.30", "Kq0wZb"),
                                   (2, "ops", "10.20.0.14", "x3TnV9")):
        add(ago * hours, f"Accepted publickey for {user} from {source} port {40000 + ago} ssh2: ED25519 SHA256:{key}", 4100 + ago)
        add(ago * hours - timedelta(minutes=17), f"Disconnected from user {user} {source} port {40000 + ago}", 4100 + ago)
    for step, user in enumerate(("root", "admin", "oracle", "test", "root", "ubuntu")):
        known = "" if user == "root" else "invalid user "
        add(3 * hours - timedelta(seconds=7 * step),
            f"Failed password for {known}{user} from {ATTACKER} port {51000 + step} ssh2", 4700 + step)
    return "".join(sorted(lines))


def access_log(now):
    lines = []
    for step in range(40):
        stamp = (now - timedelta(minutes=3 * (40 - step))).strftime("%d/%b/%Y:%H:%M:%S +0000")
        page, status = (("/", 200), ("/cart", 200), ("/login", 302), ("/item/17", 200))[step % 4]
        lines.append(f'192.0.2.{20 + step % 7} - - [{stamp}] "GET {page} HTTP/1.1" {status} {900 + 13 * step}\n')
    stamp = (now - timedelta(hours=3)).strftime("%d/%b/%Y:%H:%M:%S +0000")
    lines.insert(0, f'{ATTACKER} - - [{stamp}] "GET /.env HTTP/1.1" 404 162\n')
    return "".join(lines)


def furnish(root, name):
    """Everything but the packages."""
    now = datetime.now(timezone.utc)
    root.write("etc/passwd", passwd())
    root.write("etc/shadow", shadow())
    root.write("etc/hostname", name + "\n")
    root.write("etc/os-release", 'PRETTY_NAME="Wardroom practice host (Debian 12 packages)"\nID=debian\n')
    root.write("var/log/auth.log", auth_log(name, now))
    root.write("var/log/shop/access.log", access_log(now))
    root.write_json("etc/wardroom/services.json", SERVICES)
    root.write_json("etc/wardroom/exposure.json", EXPOSURE)
    root.write_json("etc/wardroom/checks.json", CHECKS)

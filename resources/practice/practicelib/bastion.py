# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drill "bastion": the one way in from outside. Somebody guesses passwords, gets in, and leaves a key behind."""
from datetime import datetime, timedelta, timezone

from . import plain

ADDRESS = "198.51.100.22"
ATTACKER = "203.0.113.7"
CVES = {}
USERS = (("root", 0, "/root", "/bin/bash"), ("daemon", 1, "/usr/sbin", "/usr/sbin/nologin"),
         ("sshd", 100, "/run/sshd", "/usr/sbin/nologin"), ("ops", 1000, "/home/ops", "/bin/bash"),
         ("mei", 1001, "/home/mei", "/bin/bash"), ("deploy", 1002, "/home/deploy", "/bin/bash"))
SERVICES = [{"name": "bastion-sshd", "argv": ["usr/sbin/bastion-sshd"], "port": 22, "protocol": "ssh", "uses": [],
             "summary": {"en": "the way in", "zh": "登录入口"}}]
PLANTED = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPractice0000000000000000000000000000000000 nobody@nowhere\n"


def packages(_now):
    """(what is installed, what is newer): nothing but the base."""
    return [], []


def past(name, now):
    lines = [plain.sign_in(name, now, plain.hours(ago), user, source, pid=4100 + ago)
             for ago, user, source in ((47, "ops", "10.20.0.14"), (30, "deploy", "10.20.0.30"), (21, "mei", "10.20.0.17"), (3, "ops", "10.20.0.14"))]
    return "".join(sorted(lines))


def furnish(root, name):
    now = datetime.now(timezone.utc)
    exposed = plain.exposure(f"public: {ADDRESS}, SSH (22) open to the internet", f"公网可达：{ADDRESS}，SSH（22）对互联网开放",
                             "platform team", "平台团队", True, ADDRESS)
    plain.furnish(root, name, USERS, ("mei", "deploy"), SERVICES, exposed, past(name, now))
    root.write("usr/sbin/bastion-sshd", plain.service("bastion-sshd", b"SSH-2.0-practice\r\n"), 0o755)
    root.write("home/deploy/.profile", "# deploy\n")


def break_in(root, name):
    """The password was guessed: a sign-in from the attacker's address, and a key of their own left behind."""
    now = datetime.now(timezone.utc)
    with open(root.at("var/log/auth.log"), "a", encoding="utf-8") as log:
        for step in range(3):
            log.write(plain.failed(name, now, timedelta(seconds=9 - 2 * step), "deploy", ATTACKER, True, 4800 + step))
        log.write(plain.sign_in(name, now, timedelta(seconds=2), "deploy", ATTACKER, "password", 4811))
    root.write("home/deploy/.ssh/authorized_keys", PLANTED, 0o600)


STAGES = {"break-in": break_in}

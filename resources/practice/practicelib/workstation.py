# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drill "workstation": somebody's desk machine, on which a program runs that nobody installed. The program is a
stand-in: it listens on loopback and does nothing else."""
from datetime import datetime, timezone

from . import plain

CVES = {}
USERS = (("root", 0, "/root", "/bin/bash"), ("daemon", 1, "/usr/sbin", "/usr/sbin/nologin"),
         ("it", 1000, "/home/it", "/bin/bash"), ("ana", 1001, "/home/ana", "/bin/bash"))
PROGRAM = "usr/local/bin/font-helper"
SERVICES = [
    {"name": "desktop", "argv": ["usr/bin/desktop"], "port": 3389, "protocol": "rdp", "uses": [],
     "summary": {"en": "the desktop itself", "zh": "桌面"}},
    {"name": "font-helper", "argv": [PROGRAM], "port": 4444, "protocol": "tcp", "uses": [],
     "summary": {"en": "unknown", "zh": "未知"}},
]


def packages(_now):
    """(what is installed, what is newer): nothing but the base, so that no package owns the unknown program."""
    return [], []


def furnish(root, name):
    now = datetime.now(timezone.utc)
    exposed = plain.exposure("office network only", "仅限办公网", "Ana P.", "Ana P.", False, "10.20.4.31")
    log = plain.sign_in(name, now, plain.hours(26), "it", "10.20.0.17") + plain.sign_in(name, now, plain.hours(1), "ana", "10.20.4.31", pid=4200)
    plain.furnish(root, name, USERS, ("it", "ana"), SERVICES, exposed, log)
    root.write("usr/bin/desktop", plain.service("desktop", b"desktop\n"), 0o755)
    root.write(PROGRAM, plain.service("font-helper", b"\0"), 0o755)
    root.write("etc/cron.d/font-helper", f"* * * * * ana /{PROGRAM}\n")


STAGES = {}

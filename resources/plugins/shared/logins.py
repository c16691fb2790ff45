# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins of a host: from sshd's lines in auth.log, else from wtmp."""
import re
import socket
import struct
import time
from datetime import datetime, timezone

import wardroom as w

LINE = re.compile(r"^(\S+|[A-Z][a-z]{2} [ 0-9]\d [0-9:]{8}) (\S+) sshd(?:-session)?\[\d+\]: (Accepted|Failed) (\S+) for (?:invalid user )?"
                  r"(\S{1,64}) from ([0-9A-Fa-f.:]{3,45}) port")
# struct utmp of Linux: type, pid, line, id, user, host, exit, session, seconds, microseconds, address, unused
UTMP = struct.Struct("<hxxi32s4s32s256shhiii16s20x")
USER_PROCESS = 7


def moment(text, now):
    """The time of a log line in milliseconds, both forms that syslog writes; the old one has no year and takes the last that fits."""
    try:
        return int(datetime.fromisoformat(text).astimezone(timezone.utc).timestamp() * 1000)
    except ValueError:
        pass
    year = time.gmtime(now / 1000).tm_year
    try:
        found = datetime.strptime(f"{year} {text}", "%Y %b %d %H:%M:%S").replace(tzinfo=timezone.utc)
    except ValueError:
        return 0
    if found.timestamp() * 1000 > now + 86400000:
        found = found.replace(year=year - 1)
    return int(found.timestamp() * 1000)


def read_all(root, now):
    """([{ok, user, from, at, when, how}], source), oldest first; (None, source) if nothing can be read."""
    log = w.read(root, "var/log/auth.log")
    if log is not None:
        return [entry for line in log.splitlines() if (entry := of_line(line, now))], "var/log/auth.log"
    found = of_wtmp(root)
    return found, "var/log/wtmp" if found is not None else "var/log/auth.log, var/log/wtmp"


def of_line(line, now):
    match = LINE.match(line)
    if not match:
        return None
    at = moment(match[1], now)
    return {"ok": match[3] == "Accepted", "how": match[4], "user": w.clean(match[5]), "from": match[6], "at": at,
            "when": w.when(at) if at else w.clean(match[1])}


def of_wtmp(root):
    path = w.inside(root, "var/log/wtmp")
    try:
        with open(path, "rb") as file:
            file.seek(0, 2)
            records = min(file.tell() // UTMP.size, 2000)
            file.seek(-records * UTMP.size, 2)
            raw = file.read()
    except (OSError, TypeError):
        return None
    found = []
    for entry in UTMP.iter_unpack(raw):
        if entry[0] == USER_PROCESS:
            address = socket.inet_ntop(socket.AF_INET, entry[11][:4]) if any(entry[11][:4]) and not any(entry[11][4:]) else ""
            source = entry[5].split(b"\0")[0].decode("utf-8", "replace")
            found.append({"ok": True, "how": entry[2].split(b"\0")[0].decode("utf-8", "replace"), "from": w.clean(source or address or "console"),
                          "user": w.clean(entry[4].split(b"\0")[0].decode("utf-8", "replace")), "at": entry[9] * 1000, "when": w.when(entry[9] * 1000)})
    return found

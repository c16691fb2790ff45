# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plugin script needs of the protocol: one JSON request on stdin, JSON lines on stdout.

Plugins link to this file; it is hashed, copied and vetted with each of them as if it lay there."""
import json
import os
import re
import stat
import subprocess
import sys
import time
from datetime import datetime, timezone

PACKAGE = re.compile(r"[a-z0-9][a-z0-9+.-]{1,63}\Z")
VERSION = re.compile(r"[0-9][A-Za-z0-9.+:~-]{0,127}\Z")
CVE = re.compile(r"CVE-[0-9]{4}-[0-9]{4,7}\Z")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?\Z")
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LINE = 2000


class Stop(Exception):
    """Ends the step as failed; the text is what people read."""

    def __init__(self, summary, data=None):
        super().__init__(summary)
        self.data = data or {}


class Request:
    """The request, of which every part has the type it should have, or is empty."""

    def __init__(self, given):
        def part(name, kind):
            value = given.get(name)
            return value if isinstance(value, kind) else kind()

        self.step = part("step", str) or "run"
        self.args = part("args", dict)
        self.host = part("host", dict)
        self.chinese = part("lang", str).startswith("zh")
        self.now = part("now", int) or int(time.time() * 1000)
        known = [entry for entry in part("record", list) if isinstance(entry, dict) and isinstance(entry.get("text"), str)]
        self.record = sorted(known, key=lambda entry: entry["at"] if isinstance(entry.get("at"), int) else 0)
        self.room = part("room", dict)
        self.rehearsal = part("rehearsal", dict)
        self.run = part("run", dict)

    def t(self, english, chinese):
        return chinese if self.chinese else english

    def arg(self, name, pattern=None, default=None):
        """An argument as text; one that is not of its form ends the step."""
        value = self.args.get(name)
        if value is None or value == "":
            return default
        value = str(value)
        if pattern is not None and not pattern.match(value):
            raise Stop(self.t(f"“{clean(value)[:80]}” is not a valid {name}", f"“{clean(value)[:80]}”不是有效的{name}"))
        return value

    def need(self, name, pattern=None):
        value = self.arg(name, pattern)
        if value is None:
            raise Stop(self.t(f"{name} is missing", f"缺少{name}"))
        return value

    def root(self):
        """The host's root as a path that exists; "/" for this machine."""
        root = self.host.get("root")
        if not isinstance(root, str) or not root.startswith("/") or not os.path.isdir(root):
            name = clean(str(self.host.get("name", "?")))
            raise Stop(self.t(f"{name} cannot be reached from here", f"无法从这里访问 {name}"))
        return root.rstrip("/") or "/"

    def practice(self):
        return self.host.get("kind") == "practice"

    def name(self):
        return clean(str(self.host.get("name", "?")))

    def ago(self, milliseconds):
        """How long ago in a few words; "?" for what is no time."""
        if not isinstance(milliseconds, (int, float)) or not 0 < milliseconds < 4e12:
            return "?"
        minutes = int((self.now - milliseconds) / 60000)
        if minutes < 1:
            return self.t("just now", "刚刚") if minutes > -2 else self.t("in the future", "在未来")
        for size, english, chinese in ((1440, "d", "天"), (60, "h", "小时"), (1, "min", "分钟")):
            if minutes >= size * (2 if size > 1 else 1):
                return self.t(f"{minutes // size} {english} ago", f"{minutes // size} {chinese}前")
        return "?"

    def aged(self, root, relative):
        """A file as a source: its name, and how old its newest word is."""
        path = inside(root, relative)
        try:
            return f"{relative} · {self.ago(os.stat(path).st_mtime * 1000)}"
        except (OSError, TypeError):
            return relative

    def since(self, name="since"):
        """The argument as milliseconds, or None where it was not given."""
        word = self.arg(name)
        return None if word is None else moment(word, self.now, self.t)


def clean(text):
    """One line without control and direction characters; tabs become blanks."""
    return CONTROL.sub("", text.replace("\t", " "))[:LINE]


def say(kind, **more):
    print(json.dumps({"type": kind, **more}, ensure_ascii=False), flush=True)


def progress(step, of, text):
    say("progress", step=step, of=of, text=clean(text))


def log(line):
    say("log", text=clean(line))


def text(line):
    say("text", text=clean(line))


def row(label, value, source, tone="normal"):
    return {"label": label, "value": clean(value), "tone": tone, "source": clean(source)}


def fields(rows):
    say("fields", rows=rows)


def table(columns, rows):
    say("table", columns=columns, rows=[[clean(str(cell)) for cell in line] for line in rows])


def result(ok, summary, data=None):
    say("result", ok=ok, summary=clean(summary), data=data or {})
    return 0 if ok else 1


def inside(root, relative):
    """A path inside the host, however its links point; None if it leads outside."""
    path = os.path.realpath(os.path.join(root, relative.lstrip("/")))
    return path if root == "/" or path == root or path.startswith(root + "/") else None


def read(root, relative, limit=4 << 20):
    """A regular file's last `limit` bytes as text; None if it is not there or not ours to read."""
    path = inside(root, relative)
    if path is None:
        return None
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            size = os.fstat(file.fileno())
            if not stat.S_ISREG(size.st_mode):
                return None
            if size.st_size > limit:
                file.seek(size.st_size - limit)
            return file.read(limit).decode("utf-8", "replace")
    except OSError:
        return None


def read_json(root, relative, default):
    try:
        found = json.loads(read(root, relative) or "")
    except ValueError:
        return default
    return found if isinstance(found, type(default)) else default


def command(argv, seconds=20, **more):
    """Runs a program (never a shell) and gives (exit code, stdout, stderr)."""
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False, **more)
    except subprocess.TimeoutExpired:
        return 124, "", "took too long"
    except OSError as error:
        return 127, "", str(error)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = {"m": 60, "h": 3600, "d": 86400}


def last_such_day(word, year, now):
    """"11-22T14:30" with its year, so that it is past; itself where no year has that day. 29 February may be years ago."""
    for back in range(9):
        try:
            said = f"{year - back:04}-{word}"
            if datetime.fromisoformat(said).replace(tzinfo=timezone.utc).timestamp() * 1000 <= now:
                return said
        except ValueError:
            continue
    return word


def moment(word, now, t=lambda english, chinese: english):
    """A time as people say it, in milliseconds: midnight, yesterday, last-night, tuesday, 14:30, 2h (ago), 2026-11-22T14:30,
    yesterday-14:30, tuesday-14:30, and the last such day: 11-22, 11-22T14:30. In UTC."""
    today = now // 86400000 * 86400000
    hours = 3600000
    known = {"now": now, "midnight": today, "today": today, "yesterday": today - 24 * hours,
             "before-yesterday": today - 48 * hours, "last-night": today - 6 * hours,
             "noon": today + 12 * hours if now >= today + 12 * hours else today - 12 * hours}
    if word in known:
        return known[word]
    if match := re.fullmatch(r"([a-z-]+day)-([01][0-9]|2[0-3]):([0-5][0-9])", word):
        return moment(match[1], now, t) + int(match[2]) * hours + int(match[3]) * 60000
    if word in DAYS:
        back = (time.gmtime(now / 1000).tm_wday - DAYS.index(word)) % 7
        return today - (back or 7) * 24 * hours
    if match := re.fullmatch(r"([1-9][0-9]{0,4})([mhd])", word):
        return now - int(match[1]) * UNITS[match[2]] * 1000
    if match := re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", word):
        at = today + int(match[1]) * hours + int(match[2]) * 60000
        return at if at <= now else at - 24 * hours
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}(T.*)?", word):
        word = last_such_day(word, time.gmtime(now / 1000).tm_year, now)
    try:
        return int(datetime.fromisoformat(word).replace(tzinfo=timezone.utc).timestamp() * 1000)
    except ValueError:
        raise Stop(t(f"“{clean(word)[:60]}” is not a time", f"“{clean(word)[:60]}”不是时间")) from None


def sparkline(counts):
    """Numbers as a row of bars that a plain text shows too."""
    most = max(counts, default=0)
    return "".join("▁▂▃▄▅▆▇█"[min(7, count * 8 // (most + 1))] if count else "·" for count in counts)


def when(milliseconds):
    if not isinstance(milliseconds, (int, float)) or not 0 < milliseconds < 4e12:
        return "?"
    return time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(milliseconds / 1000))


def main(steps):
    """Calls the step that argv names: steps is {"run": function(request) -> exit code}."""
    try:
        given = json.load(sys.stdin)
        if not isinstance(given, dict):
            raise ValueError("the request is not an object")
        request = Request(given)
        sys.exit(steps[sys.argv[1] if len(sys.argv) > 1 else request.step](request))
    except Stop as stop:
        sys.exit(result(False, str(stop), stop.data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        sys.exit(result(False, f"bad request: {error}") + 1)
    except OSError as error:
        sys.exit(result(False, f"could not read or write: {error}"))

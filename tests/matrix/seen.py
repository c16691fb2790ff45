# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop on a display of its own, over a team's server: what it says is read as a screen reader reads it, and it is
worked with the keyboard. With WARDROOM_PICTURES=FOLDER it leaves a picture of each moment that a test names."""
import atexit
import os
import re
import shutil
import subprocess
import sys

import team

sys.path.insert(0, os.path.join(team.TOP, "tests/accessibility"))
import desk  # noqa: E402  pylint: disable=wrong-import-position

PICTURES = os.environ.get("WARDROOM_PICTURES")


class Seen(team.Window):
    """A desk whose window stands on the one display of this process."""
    bench = None

    def __init__(self, top, name):
        super().__init__(top, name)
        if not Seen.bench:
            Seen.bench = desk.Bench()
            atexit.register(Seen.bench.close)

    def start(self):
        socket = self.profile + "/socket"
        if os.path.exists(socket):
            os.remove(socket)
        shown = {name: value for name, value in self.env.items() if name not in ("PATH", "QT_QPA_PLATFORM")}
        self.window = desk.Window(self.bench, self.profile, environment=shown)
        self.engine = self.window.process
        if not team.wait(lambda: os.path.exists(socket) and self.ctl("room", "list", code=None).code == 0, 60):
            raise AssertionError("the window did not come up: " + self.bench.said())

    def stop(self):
        self.engine.terminate()
        return self.engine.wait(20)

    def kill(self):
        self.engine.kill()
        self.engine.wait(20)

    def picture(self, name):
        if PICTURES and shutil.which("import"):
            os.makedirs(PICTURES, exist_ok=True)
            subprocess.run(["import", "-window", "root", f"{PICTURES}/{name}.png"], check=False, timeout=20)

    def link(self):
        """What the foot of the rooms says of the connection."""
        found = self.window.app.find("label", "Connection: ")
        return found.name.removeprefix("Connection: ") if found else ""

    def linked(self, pattern, seconds=40):
        """The same, as soon as it is like that."""
        said = []

        def like():
            said.append(self.link())
            return re.search(pattern, said[-1])
        if not desk.until(like, seconds):
            raise AssertionError(f"the connection is never “{pattern}” but {list(dict.fromkeys(said))}")
        return said[-1]

    def said(self, pattern):
        """Whether a label of the window says it."""
        return any(node.shown and node.role == "label" and re.search(pattern, node.name)
                   for _, node in self.window.app.walk())

    def told(self, pattern, seconds=40):
        if not desk.until(lambda: self.said(pattern), seconds):
            raise AssertionError(f"the window never says “{pattern}”")

    def told_no_more(self, pattern, seconds=40):
        if not desk.until(lambda: not self.said(pattern), seconds):
            raise AssertionError(f"the window still says “{pattern}”")

    def rows(self):
        view = self.window.app.find("list", "Conversation")
        return list(view.children()) if view else []

    def row(self, *words, seconds=30):
        """The last row of the conversation that has all the words, as soon as there is one."""
        def there():
            fits = [row for row in self.rows() if all(word in row.name for word in words)]
            return fits[-1] if fits else None
        found = desk.until(there, seconds)
        if not found:
            raise AssertionError(f"no row has {words}: {[row.name for row in self.rows()][-8:]}")
        return found

    def has_row(self, *words):
        return any(all(word in row.name for word in words) for row in self.rows())

    def say(self, words):
        composer = self.window.tab_to("text", "Message", 60)
        if not composer:
            raise AssertionError(f"Tab does not reach the composer; it is at {self.window.focused()}")
        self.window.write(words)
        self.window.keys("Return")

    def press(self, role, name, most=60):
        if not self.window.tab_to(role, name, most):
            raise AssertionError(f"Tab does not reach {role} “{name}”; it is at {self.window.focused()}")
        self.window.keys("space")

    def go_to(self, room):
        def there():
            return any(node.role == "list item" and node.name.startswith(room) and node.has("selected")
                       for _, node in self.window.app.walk() if node.shown) and self.window.app.find("label", room)
        for key in ["alt+Down"] * 6 + ["alt+Up"] * 6:
            if desk.until(there, 1):
                return
            self.window.keys(key)
        raise AssertionError(f"neither Alt+Down nor Alt+Up reaches {room}")

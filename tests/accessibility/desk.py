# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader's eyes and a keyboard's fingers on the real window: a display and a session bus of one's own, the
program on them, its accessible tree through AT-SPI, and key events through the X server.

Qt puts its accessible tree on the bus only on xcb, hence Xvfb. The tests read names, roles and states; they never look
at widgets, and they press keys, never functions."""
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

REPOSITORY = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BIN = os.path.join(os.environ.get("WARDROOM_BUILD_DIR", os.path.join(REPOSITORY, "build")), "bin")


def first_line(stream, seconds=10):
    ready, _, _ = select.select([stream], [], [], seconds)
    if not ready:
        raise RuntimeError("no first line")
    return stream.readline().decode().strip()


class Bench:
    """The display and the buses. Must be made before anything of AT-SPI is imported."""

    def __init__(self, size="1440x900x24"):
        self.folder = tempfile.mkdtemp(prefix="wardroom-atspi-")
        self.processes = []
        os.chmod(self.folder, 0o755)
        # A copy: who edits a plugin while this runs would make its commands refuse to run, and rightly so.
        shutil.copytree(os.path.join(REPOSITORY, "resources"), os.path.join(self.folder, "resources"))
        os.environ["WARDROOM_RESOURCES"] = os.path.join(self.folder, "resources")
        runtime = os.path.join(self.folder, "run")
        os.mkdir(runtime, 0o700)
        # Without -noreset it begins anew, and takes nobody meanwhile, when the bus's launcher has had its look at it.
        self.xvfb = self.start(["Xvfb", "-displayfd", "1", "-screen", "0", size, "-noreset", "-nolisten", "tcp"],
                               stdout=subprocess.PIPE)
        os.environ["DISPLAY"] = ":" + first_line(self.xvfb.stdout)
        os.environ["XDG_RUNTIME_DIR"] = runtime
        os.environ["HOME"] = self.folder
        os.environ.pop("WAYLAND_DISPLAY", None)
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = first_line(bus.stdout)
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        passphrase = os.path.join(self.folder, "passphrase")
        with open(passphrase, "w", encoding="utf-8") as file:
            file.write("a passphrase for tests\n")
        os.chmod(passphrase, 0o600)
        os.environ["WARDROOM_PASSPHRASE_FILE"] = passphrase
        os.environ["WARDROOM_CROWDSEC"] = ""

    def start(self, argv, **how):
        with open(os.path.join(self.folder, "said"), "ab") as log:
            how.setdefault("stdout", log)
            process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stderr=log, **how)
        self.processes.append(process)
        return process

    def said(self):
        with open(os.path.join(self.folder, "said"), encoding="utf-8", errors="replace") as file:
            return file.read()[-4000:]

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def atspi():
    """Imported late: the library connects to the bus of the environment when it is imported."""
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
    return Atspi, GLib


def until(what, seconds=20, every=0.1):
    """The first true answer of `what`; events are heard meanwhile."""
    _, glib = atspi()
    end = time.monotonic() + seconds
    while True:
        while glib.MainContext.default().iteration(False):
            pass
        try:
            answer = what()
        except glib.Error:
            answer = None  # the object went while it was asked
        if answer:
            return answer
        if time.monotonic() > end:
            return None
        time.sleep(every)


class Node:
    """One accessible object. Everything is asked anew: objects come and go."""

    def __init__(self, accessible):
        self.it = accessible

    @property
    def name(self):
        return self.it.get_name() or ""

    @property
    def description(self):
        return self.it.get_description() or ""

    @property
    def role(self):
        return self.it.get_role_name()

    def has(self, state):
        kind, _ = atspi()
        return self.it.get_state_set().contains(getattr(kind.StateType, state.upper()))

    @property
    def shown(self):
        return self.has("showing") and self.has("visible")

    def children(self):
        for i in range(min(self.it.get_child_count(), 400)):
            child = self.it.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def walk(self, depth=0):
        _, glib = atspi()
        yield depth, self
        if depth > 30 or (depth > 0 and not self.shown):
            return  # what is below something hidden is not there for a reader either
        try:
            children = list(self.children())
        except glib.Error:
            return
        for child in children:
            yield from child.walk(depth + 1)

    def find(self, role=None, name=None, shown=True):
        """The first below with this role and a name that contains `name`."""
        _, glib = atspi()
        for _, node in self.walk():
            try:
                if (role is None or node.role == role) and (name is None or name in node.name) and (not shown or node.shown):
                    return node
            except glib.Error:
                continue
        return None

    def text(self):
        return self.it.get_text_iface().get_text(0, -1) if self.it.get_text_iface() else ""

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Window:
    """One running Wardroom."""

    def __init__(self, bench, profile, *arguments, environment=None):
        self.bench = bench
        self.profile = os.path.join(bench.folder, profile)
        self.process = bench.start([os.path.join(BIN, "wardroom"), "--profile", self.profile, *arguments],
                                   env=dict(os.environ, **(environment or {})))
        self.app = until(self.find_app, 30)
        if not self.app:
            raise RuntimeError("the window is not on the accessibility bus: " + bench.said())

    def find_app(self):
        kind, _ = atspi()
        desktop = kind.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return Node(app)
        return None

    def find(self, role=None, name=None, seconds=10):
        return until(lambda: self.app.find(role, name), seconds)

    def focused(self):
        """The object that has the keyboard: the deepest one with a name. Qt 6.4 says of the current row and tab of
        every view that it is focused; that counts only where the view has the keyboard too."""
        found = None

        def look(node, parent_has):
            nonlocal found
            has = node.has("focused")
            if has and node.name and (parent_has or node.role not in ("list item", "page tab")):
                found = node
            for child in node.children():
                if child.shown:
                    look(child, has)

        look(self.app, False)
        return found

    def raise_it(self):
        """Without a window manager somebody has to say which window has the keyboard."""
        for window in self.windows()[-1:]:
            subprocess.run(["xdotool", "windowraise", window, "windowfocus", "--sync", window], check=False,
                           timeout=10, stderr=subprocess.DEVNULL)

    def windows(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True,
                              text=True, check=False).stdout.split()

    def is_on_top(self):
        """Without a window manager all windows stand in the same corner: the one below the pointer is seen."""
        subprocess.run(["xdotool", "mousemove", "240", "200"], check=False, timeout=10)
        told = subprocess.run(["xdotool", "getmouselocation", "--shell"], capture_output=True, text=True, check=True)
        return dict(line.split("=") for line in told.stdout.split())["WINDOW"] in self.windows()

    def keys(self, *names):
        self.raise_it()
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "25", *names], check=True, timeout=30)

    def write(self, words):
        self.raise_it()
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "12", words], check=True, timeout=60)

    def tab_to(self, role, name, most=40, key="Tab"):
        """Presses Tab until that object has the keyboard; answers it, or None after `most`."""
        now = self.focused()
        for _ in range(most):
            if now and now.role == role and name in now.name:
                return now
            now = self.step(key, now)
        return None

    def step(self, key="Tab", before=None):
        """One key that moves the keyboard; answers where it is then, once the window has said so. Two stops may have one
        name, so it does not wait for long."""
        was = str(before or self.focused())
        self.keys(key)

        def moved():
            now = self.focused()
            return now if str(now) != was else None

        return until(moved, 1, 0.02) or self.focused()

    def helpers(self):
        """The practice hosts kept by this bench's windows, by their process ids: they run apart from the window."""
        ours = os.path.join(self.bench.folder, "resources/practice/practice-host").encode()
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as line:
                    if ours in line.read().split(b"\0"):
                        found.append(int(pid))
            except OSError:  # it ended meanwhile
                continue
        return found


def dump(node, out=sys.stderr):
    for depth, each in node.walk():
        if each.shown:
            states = [s for s in ("focusable", "focused", "checked", "selected", "enabled") if each.has(s)]
            print("  " * depth + f"{each.role} [{each.name}] ({each.description}) {' '.join(states)}", file=out)

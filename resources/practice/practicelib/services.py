# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of a practice host: real processes on loopback, kept by one keeper (its "init").

The keeper restarts a service when a package asks for it (a file in run/restart), holds one back while its name stands
in run/stop, writes what runs to run/services.json and run/ports.json, and ends by itself when the host's folder is gone."""
import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import time

from .layout import PracticeError, alive, end_group

PR_SET_PDEATHSIG = 1
PERIOD = 0.05


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Keeper:
    def __init__(self, root):
        self.root = root
        self.services = root.read_json("etc/wardroom/services.json", [])
        self.running = {}
        self.ended = False

    def launch(self, service):
        """Starts one service and waits for its first line: its port and the versions it really loaded."""
        argv = ["/usr/bin/python3", "-I", self.root.at(service["argv"][0]), *service["argv"][1:]]
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   cwd=self.root.path, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
                                   preexec_fn=die_with_parent)
        ready, _, _ = select.select([process.stdout], [], [], 5)
        line = process.stdout.readline(4096) if ready else b""
        try:
            said = json.loads(line)
        except ValueError:
            process.kill()
            process.wait()
            self.running.pop(service["name"], None)
            return
        self.running[service["name"]] = (process, {"pid": process.pid, "port": service["port"], "real_port": said["port"],
                                                   "protocol": service["protocol"], "packages": said["packages"],
                                                   "summary": service["summary"], "since": int(time.time() * 1000)})

    def halt(self, name):
        process, _ = self.running.pop(name, (None, None))
        if process:
            process.kill()
            process.wait()
            process.stdout.close()

    def tell(self):
        state = {name: facts for name, (_, facts) in self.running.items()}
        self.root.write_json("run/services.json", state)
        self.root.write_json("run/ports.json", [
            {"service": name, "port": facts["port"], "protocol": facts["protocol"], "address": "127.0.0.1",
             "real_port": facts["real_port"], "pid": facts["pid"]} for name, facts in state.items()])

    def asked(self):
        """Names of services that a package wants restarted."""
        try:
            names = os.listdir(self.root.at("run/restart"))
        except FileNotFoundError:
            return []
        for name in names:
            os.unlink(self.root.at("run/restart", name))
        return names

    def held_back(self):
        """Names of services that somebody stopped."""
        try:
            return set(os.listdir(self.root.at("run/stop")))
        except OSError:
            return set()

    def mine(self):
        """Is the host still there, and is this still its keeper?"""
        try:
            with open(self.root.at("run/keeper.pid"), encoding="ascii") as file:
                return file.read() == str(os.getpid())
        except OSError:
            return False

    def end(self, *_):
        self.ended = True

    def keep(self):
        signal.signal(signal.SIGTERM, self.end)
        self.asked()
        for service in self.services:
            self.launch(service)
        self.tell()
        stopped = set()
        while not self.ended and self.mine():
            wanted = set(self.asked())
            wanted |= {name for name, (process, _) in self.running.items() if process.poll() is not None}
            held = self.held_back()
            wanted |= held ^ stopped
            stopped = held
            for service in self.services:
                if service["name"] in wanted:
                    self.halt(service["name"])
                    if service["name"] not in held:
                        self.launch(service)
            if wanted:
                self.tell()
            time.sleep(PERIOD)
        for name in list(self.running):
            self.halt(name)


def keeper_pid(root):
    """The keeper's pid, if it runs."""
    try:
        with open(root.at("run/keeper.pid"), encoding="ascii") as file:
            pid = int(file.read())
    except (OSError, ValueError):
        return None
    return pid if alive(pid, root.path) else None


def start(root, program):
    """Starts the keeper in the background and waits until every service has said its port."""
    root.description()
    if keeper_pid(root):
        return
    for stale in ("run/ports.json", "run/services.json"):
        if os.path.exists(root.at(stale)):
            os.unlink(root.at(stale))
    os.makedirs(root.at("run"), exist_ok=True)
    process = subprocess.Popen([sys.executable, program, "keep", "--root", root.path], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                               cwd="/", env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    root.write("run/keeper.pid", str(process.pid))
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if len(root.read_json("run/services.json", {})) == len(root.read_json("etc/wardroom/services.json", [])):
            return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    stop(root)
    raise PracticeError("the services of the practice host did not start")


def stop(root):
    pid = keeper_pid(root)
    if pid:
        end_group(pid)
        deadline = time.monotonic() + 5
        while alive(pid, root.path) and time.monotonic() < deadline:
            time.sleep(0.02)
        if alive(pid, root.path):
            end_group(pid, force=True)
    for name in ("run/keeper.pid", "run/ports.json", "run/services.json"):
        if os.path.exists(root.at(name)):
            os.unlink(root.at(name))


def keep(root):
    """The keeper's own process; waits for its pid file first, which its parent writes."""
    keeper = Keeper(root)
    deadline = time.monotonic() + 5
    while not keeper.mine() and time.monotonic() < deadline:
        time.sleep(0.01)
    keeper.keep()

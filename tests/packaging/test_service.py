#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/wardroomd.service as systemd reads it, what it leaves to commands, and how wardroomd speaks to systemd and
to whoever watches it (a stand-in for systemd's socket: no systemd needs to run here)."""
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNIT = os.path.join(TOP, "packaging/wardroomd.service")
BIN = os.path.join(os.environ.get("WARDROOM_BUILD_DIR", os.path.join(TOP, "build")), "bin")
WORST = 40  # tenths of systemd's exposure level; a user namespace for bubblewrap costs about 15 of them


def run(*argv, **more):
    return subprocess.run(argv, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL, **more)


def unit():
    with open(UNIT, encoding="utf-8") as file:
        return file.read()


@unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
class Unit(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.path = place.name + "/wardroomd.service"
        with open(self.path, "w", encoding="utf-8") as file:  # the program is not installed here
            file.write(unit().replace("/usr/bin/wardroomd", "/bin/true"))

    def test_systemd_understands_every_line(self):
        done = run("systemd-analyze", "verify", "--man=no", self.path)
        ours = [line for line in done.stderr.splitlines() if "wardroomd" in line]
        self.assertEqual((done.returncode, ours), (0, []))

    def test_its_exposure_is_low(self):
        done = run("systemd-analyze", "security", "--no-pager", "--offline=true", f"--threshold={WORST}", self.path)
        if "offline" in done.stderr:
            self.skipTest("this systemd-analyze cannot judge a unit that is not loaded")
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr)


class Promises(unittest.TestCase):
    def value(self, name):
        return re.findall(rf"^{name}=(.*)$", unit(), re.M)

    def test_it_is_nobody_and_writes_nowhere_else(self):
        for name, wanted in (("DynamicUser", "yes"), ("ProtectSystem", "strict"), ("NoNewPrivileges", "yes"),
                             ("CapabilityBoundingSet", ""), ("ProtectHome", "yes"), ("StateDirectoryMode", "0700")):
            self.assertEqual(self.value(name), [wanted], name)

    def test_its_passphrase_comes_from_systemd_alone(self):
        self.assertEqual(len(self.value("LoadCredentialEncrypted")), 1)
        self.assertNotIn("Environment=", unit())

    def test_what_bubblewrap_needs_is_left_to_it(self):
        words = " ".join(self.value("SystemCallFilter"))
        self.assertTrue(words.startswith("~"))
        for name in ("@mount", "@process", "@sandbox", "@privileged", "@system-service"):
            self.assertNotIn(name, words)
        for name in ("RestrictNamespaces", "ProtectKernelTunables", "ProtectKernelLogs", "ProtectProc", "ProcSubset",
                     "PrivateUsers", "ProtectHostname"):
            self.assertEqual(self.value(name), [], name)

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv") and shutil.which("bwrap"),
                         "needs root, setpriv and bwrap")
    def test_a_sandbox_can_be_made_with_no_privilege_at_all(self):
        done = run("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs",
                   "--bounding-set=-all", "--inh-caps=-all", "bwrap", "--unshare-all", "--ro-bind", "/", "/",
                   "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--hostname", "sandbox", "true")
        self.assertEqual(done.returncode, 0, done.stderr)


class Daemon(unittest.TestCase):
    """The real program, with a socket where systemd's would be."""

    def setUp(self):
        for name in ("wardroomd", "wardroomctl"):
            self.assertTrue(os.access(os.path.join(BIN, name), os.X_OK), f"{BIN}/{name} is not built")
        place = tempfile.TemporaryDirectory(prefix="wr-service")
        self.addCleanup(place.cleanup)
        self.profile = place.name + "/profile"
        with open(place.name + "/passphrase", "w", encoding="ascii") as file:
            file.write("a passphrase for tests\n")
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.notify.close)
        self.notify.bind(place.name + "/notify")
        self.notify.settimeout(60)
        self.environment = dict(os.environ, WARDROOM_PASSPHRASE_FILE=place.name + "/passphrase",
                                NOTIFY_SOCKET=place.name + "/notify", HOME=place.name)
        self.environment.pop("WATCHDOG_PID", None)
        made = run(os.path.join(BIN, "wardroomctl"), "--profile", self.profile, "workspace", "add", "local", "Team",
                   env=self.environment)
        self.assertEqual(made.returncode, 0, made.stderr)

    def start(self, **more):
        process = subprocess.Popen([os.path.join(BIN, "wardroomd"), "--profile", self.profile, "--listen", "127.0.0.1:0"],
                                   env=dict(self.environment, **more), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()

    def told(self):
        return self.notify.recv(4096).decode()

    def port(self, process):
        for line in process.stderr:
            found = re.search(r"on 127\.0\.0\.1:(\d+)", line)
            if found:
                return int(found.group(1))
        self.fail("it did not say where it listens")

    def ask(self, port, **headers):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as reply:
                return reply.status, json.load(reply)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)

    def test_it_says_ready_and_goes_on_saying_that_it_lives(self):
        process = self.start(WATCHDOG_USEC="400000")
        self.assertEqual(self.told(), "READY=1")
        for _ in range(3):
            self.assertEqual(self.told(), "WATCHDOG=1")
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(10), 0)
        self.notify.settimeout(1)
        rest = set()
        try:
            while True:
                rest.add(self.told())
        except TimeoutError:
            pass
        self.assertIn("STOPPING=1", rest)

    def test_one_that_hangs_falls_silent(self):
        process = self.start(WATCHDOG_USEC="400000")
        self.assertEqual(self.told(), "READY=1")
        process.send_signal(signal.SIGSTOP)
        self.notify.settimeout(2)
        with self.assertRaises(TimeoutError):
            for _ in range(20):
                self.told()
        process.send_signal(signal.SIGCONT)

    def test_without_a_watchdog_it_says_nothing_more(self):
        self.start()
        self.assertEqual(self.told(), "READY=1")
        self.notify.settimeout(1)
        with self.assertRaises(TimeoutError):
            self.told()

    def test_healthz_says_how_it_is_and_no_secret(self):
        process = self.start()
        port = self.port(process)
        until = time.monotonic() + 30
        status, body = self.ask(port)
        while status != 200 and time.monotonic() < until:
            time.sleep(0.2)
            status, body = self.ask(port)
        self.assertEqual(status, 200, body)
        self.assertEqual(set(body), {"live", "ready", "link", "syncedAt", "outbox", "failed", "lastError", "lastErrorAt"})
        self.assertEqual((body["live"], body["ready"], body["link"]), (True, True, "live"))
        self.assertEqual((body["outbox"], body["failed"], body["lastError"]), (0, 0, ""))
        self.assertNotIn("passphrase", json.dumps(body))
        self.assertEqual(self.ask(port, Origin="https://evil.example")[0], 403)
        self.assertEqual(self.ask(port, Host="evil.example")[0], 403)


if __name__ == "__main__":
    unittest.main()

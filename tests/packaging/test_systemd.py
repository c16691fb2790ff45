#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/wardroomd.service on a real systemd, set up by the lines of the README: it starts, is nobody, gets its
passphrase from systemd alone, runs sandboxed commands, and is brought back when it dies or hangs."""
import json
import os
import re
import subprocess
import time
import unittest

import machine

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("WARDROOM_BUILD_DIR", os.path.join(TOP, "build"))
PASSPHRASE = "a passphrase for tests"
PROFILE = "/var/lib/wardroom"
WHY = machine.why()


def until(test, seconds=40):
    end = time.monotonic() + seconds
    while not (found := test()) and time.monotonic() < end:
        time.sleep(0.2)
    return found


@unittest.skipIf(WHY, WHY)
class Service(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.machine = machine.Machine()
        cls.addClassCleanup(cls.machine.close)
        installed = machine.run("cmake", "--install", BUILD, "--prefix", "/usr",
                                env=dict(os.environ, DESTDIR=cls.machine.root()))
        assert installed.returncode == 0, installed.stderr
        with open(TOP + "/packaging/wardroomd.service", encoding="utf-8") as file:
            cls.write("/etc/systemd/system/wardroomd.service", file.read())
        # What is waited for here need not take a minute.
        os.mkdir(cls.machine.root() + "/etc/systemd/system/wardroomd.service.d")
        cls.write("/etc/systemd/system/wardroomd.service.d/soon.conf", "[Service]\nWatchdogSec=6\nRestartSec=1\n")
        cls.write("/root/passphrase", PASSPHRASE + "\n")
        cls.write("/srv/motd", "nothing to see\n")
        cls.do("mkdir -p /etc/credstore.encrypted && systemd-creds encrypt --name=wardroom.passphrase /root/passphrase "
               "/etc/credstore.encrypted/wardroom.passphrase")
        cls.do(f"export WARDROOM_PASSPHRASE_FILE=/root/passphrase; chmod 600 /root/passphrase; "
               f"wardroomctl --profile {PROFILE} workspace add local Team && "
               f"wardroomctl --profile {PROFILE} inventory add box --root /srv")
        cls.do("systemctl daemon-reload && systemctl enable --now wardroomd && rm /root/passphrase")

    @classmethod
    def write(cls, path, text):
        with open(cls.machine.root() + path, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600 if "passphrase" in path else 0o644)
            file.write(text)

    @classmethod
    def do(cls, line):
        done = cls.machine("sh", "-c", line)
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}{cls.machine.said()}"
        return done.stdout

    def shown(self, name):
        return self.do(f"systemctl show --property={name} --value wardroomd").strip()

    def pid(self):
        return int(self.shown("MainPID"))

    def is_well(self):
        said = self.machine("python3", "-c", "import urllib.request as get; "
                            "print(get.urlopen('http://127.0.0.1:9191/healthz', timeout=5).status)")
        return said.stdout.strip() == "200"

    def ctl(self, *words):
        done = self.machine("wardroomctl", "--profile", PROFILE, "--json", *words)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines() if line]

    def test_1_it_is_up_when_systemd_says_so(self):
        self.assertEqual((self.shown("ActiveState"), self.shown("SubState")), ("active", "running"))
        self.assertTrue(until(self.is_well), self.do("journalctl --no-pager --unit wardroomd"))

    def test_2_it_is_nobody_with_no_privilege(self):
        status = self.do(f"cat /proc/{self.pid()}/status")
        uids = re.search(r"^Uid:\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", status, re.M).groups()
        self.assertEqual(len(set(uids)), 1)
        self.assertGreater(int(uids[0]), 60_000)  # of those that systemd gives away for as long as a service runs
        for name, wanted in (("CapEff", 0), ("CapBnd", 0), ("CapPrm", 0)):
            self.assertEqual(int(re.search(rf"^{name}:\s+(\w+)", status, re.M).group(1), 16), wanted, name)
        self.assertIn("NoNewPrivs:\t1", status)
        self.assertEqual(self.do(f"stat -L -c '%a %u' {PROFILE}").split(), ["700", uids[0]])

    def test_3_the_passphrase_is_nowhere_but_with_systemd(self):
        pid = self.pid()
        for name in ("environ", "cmdline"):
            self.assertNotIn(PASSPHRASE, self.do(f"tr '\\0' '\\n' < /proc/{pid}/{name}"))
        found = self.machine("grep", "-rl", PASSPHRASE, "/etc", "/var/lib/private", "/run", "/srv")
        self.assertEqual(found.stdout.split(), ["/run/credentials/wardroomd.service/wardroom.passphrase"])
        self.assertNotIn(PASSPHRASE, self.do("journalctl --no-pager"))

    def test_4_commands_run_in_their_sandbox(self):
        op = self.ctl("say", "security-ops", "/file hash box /motd")[0]["op"]
        done = until(lambda: next((one for one in self.ctl("operations", "security-ops")
                                   if one["op"] == op and one["stage"] in ("finished", "verified")), None))
        self.assertTrue(done, self.ctl("operations", "security-ops"))
        self.assertEqual(done["outcome"], "done", done)

    def test_5_killed_it_comes_back_and_knows_everything(self):
        before, known = self.pid(), self.ctl("timeline", "security-ops")
        self.do(f"kill -9 {before}")
        self.assertTrue(until(lambda: self.shown("ActiveState") == "active" and self.pid() not in (0, before)))
        self.assertTrue(until(self.is_well))
        ids = [one["id"] for one in self.ctl("timeline", "security-ops")]
        self.assertEqual(ids[:len(known)], [one["id"] for one in known])

    def test_6_one_that_hangs_is_ended_and_started_again(self):
        before = self.pid()
        self.do(f"kill -STOP {before}")
        self.assertTrue(until(lambda: self.shown("ActiveState") == "active" and self.pid() not in (0, before), 60))
        self.assertIn("Watchdog timeout", self.do("journalctl --no-pager"))
        self.assertTrue(until(self.is_well))

    def test_7_it_ends_when_told_and_leaves_nothing_running(self):
        self.do("systemctl stop wardroomd")
        self.assertEqual((self.shown("ActiveState"), self.shown("Result")), ("inactive", "success"))
        self.assertEqual(self.machine("pgrep", "-x", "wardroomd").stdout, "")

    def test_8_what_only_a_shell_sets_is_set_by_root_while_it_is_stopped(self):
        self.write("/root/passphrase", PASSPHRASE + "\n")
        line = (f"WARDROOM_PASSPHRASE_FILE=/root/passphrase wardroomctl --profile {PROFILE} tool add generic "
                "--mapping /usr/share/wardroom/mappings/generic.yaml")
        refused = self.machine("sh", "-c", line)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("belongs to", refused.stderr)
        self.do("chown -R root: /var/lib/private/wardroom && " + line + " && systemctl start wardroomd")
        self.assertTrue(until(self.is_well))
        self.assertEqual(self.do(f"stat -L -c %u {PROFILE}/lock").strip(),
                         self.do(f"stat -c %u /proc/{self.pid()}").strip())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that change a host's own nftables, over a real sshd with the forced command: ip.block, ip.unblock,
host.isolate, host.release. The host is a network and mount namespace of this machine, so its firewall and its /etc are
its own.

    /usr/bin/python3 tests/plugins/test_remote_firewall.py

Needs root (for sshd in a namespace), openssh-server, openssh-client, nftables and iproute2; no service is started or
changed."""
import json
import os
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import harness  # noqa: E402
import test_plugins  # noqa: E402
from test_remote import REMOTE, hash_of, message  # noqa: E402

PLAN = ("argv", "as", "effect", "undo", "verify", "before", "after")
# The responder comes from 198.51.100.9, somebody else from 203.0.113.7, and the host is 10.99.0.1.
HOST = """set -e
mount -t tmpfs none "$1/over"
mkdir "$1/over/up" "$1/over/work"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/over/up,workdir=$1/over/work" /etc
ip link set lo up
for address in 198.51.100.9 203.0.113.7 10.99.0.1; do ip address add "$address/32" dev lo; done
nft 'add table inet own; add chain inet own input { type filter hook input priority 0; policy accept; }'
exec /usr/sbin/sshd -D -e -f "$1/config"
"""
REACH = "import socket,sys\ntry: socket.create_connection(('10.99.0.1', 22022), 2, (sys.argv[1], 0)).close()\nexcept OSError: sys.exit(1)"


def missing():
    if os.geteuid() != 0:
        return "needs root: sshd and nft in a network namespace of their own"
    for program in ("/usr/sbin/sshd", "/usr/sbin/nft", "/usr/sbin/ip"):
        if not os.path.exists(program):
            return f"{program} is not installed"
    tried = subprocess.run(["unshare", "-n", "-m", "true"], capture_output=True, text=True, check=False)
    return f"no namespaces here: {tried.stderr.strip()}" if tried.returncode else ""


def folder_files(folder):
    """A plugin's folder as the engine sends it: what it shares is a file there."""
    found = []
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            whole = os.path.join(path, name)
            with open(whole, "rb") as file:
                found.append(("x" if os.access(whole, os.X_OK) and os.stat(whole).st_mode & 0o100 else "f", os.path.relpath(whole, folder), file.read()))
    return found


class Firewall(test_plugins.Place):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if why := missing():
            raise unittest.SkipTest(why)
        os.makedirs("/run/sshd", exist_ok=True)
        os.mkdir(os.path.join(cls.top, "over"))
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", os.path.join(cls.top, name)], check=True)
        with open(os.path.join(cls.top, "config"), "w", encoding="utf-8") as file:
            file.write(f"Port 22022\nListenAddress 10.99.0.1\nHostKey {cls.top}/host\nPidFile none\nAuthorizedKeysFile {cls.top}/authorized\n"
                       "AuthenticationMethods publickey\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nAllowUsers root\n")
        with open(os.path.join(cls.top, "host.pub"), encoding="utf-8") as public, open(os.path.join(cls.top, "known"), "w", encoding="utf-8") as known:
            known.write("wardroom " + public.read())
        cls.host = subprocess.Popen(["unshare", "-n", "-m", "--propagation", "private", "sh", "-c", HOST, "sh", cls.top], stderr=subprocess.PIPE, text=True)
        for _ in range(100):
            if cls.reach("198.51.100.9"):
                return
            if cls.host.poll() is not None:
                raise AssertionError(cls.host.stderr.read())
            time.sleep(0.05)
        raise AssertionError("the namespace's sshd does not answer")

    @classmethod
    def tearDownClass(cls):
        if getattr(cls, "host", None):
            cls.host.kill()
            cls.host.wait()
            cls.host.stderr.close()
        super().tearDownClass()

    @classmethod
    def inside(cls, *words):
        return ["nsenter", "-t", str(cls.host.pid), "-n", "--", *words]

    @classmethod
    def reach(cls, source):
        return subprocess.run(cls.inside(sys.executable, "-c", REACH, source), capture_output=True, check=False).returncode == 0

    def both(self):
        return [self.reach("198.51.100.9"), self.reach("203.0.113.7")]

    def nft(self, *words):
        return subprocess.run(self.inside("nft", *words), capture_output=True, text=True, check=False)

    def step(self, plugin, command, step, args, **more):
        with open(os.path.join(harness.PLUGINS, plugin, "plugin.yaml"), encoding="utf-8") as file:
            manifest = test_plugins.yaml.safe_load(file)
        argv = harness.argv_of(next(each for each in manifest["commands"] if each["id"] == command)[step])
        files = folder_files(os.path.join(harness.PLUGINS, plugin))
        with open(os.path.join(self.top, "allow"), "w", encoding="utf-8") as allow:
            allow.write(hash_of(files))
        os.chmod(os.path.join(self.top, "allow"), 0o644)
        with open(os.path.join(self.top, "client.pub"), encoding="utf-8") as public, open(os.path.join(self.top, "authorized"), "w", encoding="utf-8") as authorized:
            authorized.write(f'restrict,command="{REMOTE} {self.top}/allow" {public.read()}')
        request = {"command": command, "step": step, "args": {"host": "web-01", **args}, "now": int(time.time() * 1000), "lang": "en", "host": {"name": "web-01"}, **more}
        done = subprocess.run(self.inside("ssh", "-F", "/dev/null", "-T", "-b", "198.51.100.9", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
                                          "-o", "StrictHostKeyChecking=yes", "-o", f"UserKnownHostsFile={self.top}/known", "-o", "GlobalKnownHostsFile=/dev/null", "-o", "HostKeyAlias=wardroom",
                                          "-i", f"{self.top}/client", "-p", "22022", "-l", "root", "10.99.0.1", "wardroom-remote"),
                              input=message(files, argv, request), capture_output=True, timeout=60, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(lines, done.stderr.decode())
        return done.returncode, lines[-1]

    def cycle(self, plugin, command, args, between):
        """Rehearsed, run, read back, undone and read back again; what happened to the network is looked at in between."""
        code, said = self.step(plugin, command, "rehearse", args)
        self.assertEqual(code, 0, said)
        plan = {key: value for key, value in said["data"].items() if key in PLAN}
        before = self.both()
        code, ran = self.step(plugin, command, "run", args, rehearsal=plan)
        self.assertEqual(code, 0, ran)
        code, seen = self.step(plugin, command, "verify", args, rehearsal=plan, run=ran["data"])
        self.assertEqual(seen["data"].get("verdict"), "verified", seen)
        between()
        code, undone = self.step(plugin, command, "undo", args, rehearsal=plan, run=ran["data"])
        self.assertEqual(code, 0, undone)
        code, back = self.step(plugin, command, "verify_undo", args, rehearsal=plan, run=ran["data"])
        self.assertEqual(back["data"].get("verdict"), "verified", back)
        self.assertEqual(self.both(), before)
        return plan

    def test_an_address_is_blocked_and_let_in(self):
        plan = self.cycle("ip", "ip.block", {"address": "203.0.113.7", "duration": "1h"}, lambda: self.assertEqual(self.both(), [True, False]))
        self.assertIn("add element inet wardroom_block blocked4 { 203.0.113.7 timeout 3600s }", plan["argv"][1])
        self.assertEqual(plan["as"], "root over SSH")
        self.assertIn("chain input", self.nft("list", "table", "inet", "own").stdout, "the host's own rules are as they were")
        self.assertEqual(self.step("ip", "ip.block", "run", {"address": "203.0.113.7", "duration": "1h"})[0], 0)
        self.cycle("ip", "ip.unblock", {"address": "203.0.113.7"}, lambda: self.assertEqual(self.both(), [True, True]))
        self.nft("delete", "table", "inet", "wardroom_block")

    def test_a_block_without_its_rule_is_not_verified(self):
        args = {"address": "203.0.113.7", "duration": "1h"}
        self.assertEqual(self.step("ip", "ip.block", "run", args)[0], 0)
        self.assertEqual(self.nft("flush", "chain", "inet", "wardroom_block", "input").returncode, 0)
        self.assertEqual(self.step("ip", "ip.block", "verify", args)[1]["data"]["verdict"], "not_verified")
        self.nft("delete", "table", "inet", "wardroom_block")
        self.assertEqual(self.step("ip", "ip.block", "verify", args)[1]["data"]["verdict"], "not_verified")

    def test_the_responders_own_way_in_is_not_blocked(self):
        for step in ("rehearse", "run"):
            code, said = self.step("ip", "ip.block", step, {"address": "198.51.100.9", "duration": "1h"})
            self.assertEqual(code, 1, said)
            self.assertIn("way in", said["summary"])
        self.assertEqual(self.both(), [True, True])

    def test_a_host_is_isolated_and_keeps_the_responder(self):
        plan = self.cycle("isolation", "host.isolate", {}, lambda: self.assertIn("policy drop", self.nft("list", "table", "inet", "wardroom_isolation").stdout))
        self.assertIn("198.51.100.9", plan["after"])
        self.assertEqual(self.step("isolation", "host.isolate", "run", {})[0], 0)
        self.cycle("isolation", "host.release", {}, lambda: self.assertNotEqual(self.nft("list", "table", "inet", "wardroom_isolation").returncode, 0))
        self.assertEqual(self.step("isolation", "host.release", "run", {})[0], 0)
        self.assertFalse(os.path.exists("/etc/nftables.d/wardroom-isolation.nft"), "this machine's own /etc was written")


if __name__ == "__main__":
    unittest.main()

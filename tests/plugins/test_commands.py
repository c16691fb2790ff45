#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that change a host, whole: rehearsed, run, read back, undone and read back again, on a real practice host
with real services, a real clamscan and a real nftables.

    /usr/bin/python3 tests/plugins/test_commands.py

Needs what test_plugins.py needs, nftables, and for file.scan the packages of ClamAV once (downloaded, never installed)."""
import glob
import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import harness  # noqa: E402
from harness import ask  # noqa: E402
from test_plugins import CACHE, HOST, Place  # noqa: E402

# The harmless file that every scanner knows, in two parts, so that this file is not one.
EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()


def step(plugin, kind, name, args, root, netfilter=False, **more):
    """One step of a command that changes something: only run and undo may write."""
    words = (kind,) if kind else ()
    return ask(plugin, name, {"host": HOST, **args}, root, "write" if name in ("run", "undo") else "read", words=words, netfilter=netfilter, **more)


class Whole(Place):
    """Runs a command as the engine does: each step gets what the ones before it said, through the plan that is kept."""

    PLAN = ("argv", "as", "effect", "undo", "verify", "before", "after")

    def plan(self, answer):
        self.assertEqual(answer.code, 0, answer.summary)
        plan = {key: value for key, value in answer.data.items() if key in self.PLAN}
        self.assertEqual(set(plan), set(self.PLAN), "a rehearsal says everything that approvers are shown")
        self.assertTrue(plan["argv"] and all(isinstance(word, str) for word in plan["argv"] + plan["undo"]))
        return plan

    def cycle(self, plugin, kind, args, root, netfilter=False, between=lambda: None, script=None):
        def step(*words, **more):  # pylint: disable=redefined-outer-name
            return globals()["step"](*words, script=script, **more)
        plan = self.plan(step(plugin, kind, "rehearse", args, root, netfilter))
        before = step(plugin, kind, "verify", args, root, netfilter, rehearsal=plan)
        self.assertNotEqual(before.data.get("verdict"), "verified", "nothing is verified before it ran")
        done = step(plugin, kind, "run", args, root, netfilter, rehearsal=plan)
        self.assertEqual(done.code, 0, done.summary)
        seen = step(plugin, kind, "verify", args, root, netfilter, rehearsal=plan, run=done.data)
        self.assertEqual((seen.code, seen.data["verdict"]), (0, "verified"), seen.summary)
        between()
        undone = step(plugin, kind, "undo", args, root, netfilter, rehearsal=plan, run=done.data)
        self.assertEqual(undone.code, 0, undone.summary)
        back = step(plugin, kind, "verify_undo", args, root, netfilter, rehearsal=plan, run=done.data)
        self.assertEqual((back.code, back.data["verdict"]), (0, "verified"), back.summary)
        gone = step(plugin, kind, "verify", args, root, netfilter, rehearsal=plan, run=done.data)
        self.assertNotEqual(gone.data["verdict"], "verified", "what was undone is not verified any more")
        return plan, done

    def write(self, root, path, content, mode=0o644):
        whole = os.path.join(root, path.lstrip("/"))
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(content)
        harness.give(root)
        os.chmod(whole, mode)  # after the owner: changing that takes setuid away
        return whole


class Processes(Whole):
    def services(self, root):
        return {port["service"]: port for port in self.info(root)["ports"]}

    def test_a_service_is_stopped_for_real_and_started_again(self):
        root = self.make(start=True)
        mailer = self.services(root)["shop-mailer"]

        def is_gone():
            self.assertNotIn("shop-mailer", self.services(root))
            self.assertFalse(os.path.exists(f"/proc/{mailer['pid']}"), "the real process has ended")
            self.assertIn("shop-web", self.services(root), "and no other one")

        plan, done = self.cycle("process", "", {"process": "shop-mailer"}, root, between=is_gone)
        self.assertNotEqual(self.services(root)["shop-mailer"]["pid"], mailer["pid"])
        again = step("process", "", "run", {"process": "shop-mailer"}, root, rehearsal=plan)
        self.assertEqual(again.code, 1, "another process than the one that was approved")
        self.assertIn("another process", again.summary)

    def test_connections_and_processes_show_what_runs(self):
        root = self.make(start=True)
        seen = ask("host", "run", {"host": HOST}, root, sandbox="observe", words=("connections",))
        self.assertIn("443 shop-web", seen.field("Listening")["value"])
        self.assertEqual(seen.data["listening"], 2)
        here = ask("host", "run", {"host": "here"}, "/", sandbox="observe", words=("connections",), name="here", kind="local")
        self.assertEqual(here.code, 0)


class Users(Whole):
    def shadow(self, root):
        with open(os.path.join(root, "etc/shadow"), encoding="utf-8") as file:
            return {line.split(":")[0]: line.rstrip("\n").split(":") for line in file}

    def test_an_account_is_locked_for_keys_too_and_comes_back_as_it_was(self):
        root = self.make()
        before = self.shadow(root)

        def is_locked():
            self.assertTrue(self.shadow(root)["mei"][1].startswith("!"))
            self.assertEqual(self.shadow(root)["mei"][7], "1", "an expiry date in the past keeps keys out")
            others = {name: parts for name, parts in self.shadow(root).items() if name != "mei"}
            self.assertEqual(others, {name: parts for name, parts in before.items() if name != "mei"})

        self.cycle("user", "lock", {"user": "mei"}, root, between=is_locked)
        self.assertEqual(self.shadow(root), before)
        self.assertEqual(step("user", "lock", "run", {"user": "mei"}, root).code, 0)
        self.cycle("user", "unlock", {"user": "mei"}, root, between=lambda: self.assertEqual(self.shadow(root), before))
        is_locked()  # the undo of an unlock

    def test_an_account_without_password_never_gets_an_empty_one(self):
        root = self.make()
        before = self.shadow(root)
        self.assertEqual(before["deploy"][1], "!")
        self.cycle("user", "lock", {"user": "deploy"}, root)
        self.assertEqual(self.shadow(root), before)
        self.assertEqual(step("user", "lock", "run", {"user": "deploy"}, root).code, 0)
        self.assertEqual(step("user", "unlock", "run", {"user": "deploy"}, root).code, 0)
        self.assertEqual(self.shadow(root), before)

    def test_root_and_strange_names_are_refused(self):
        root = self.make()
        for user in ("root", "nobody-here", "--root", "mei:x", "mei\n", "../mei"):
            for name in ("rehearse", "run"):
                self.assertEqual(step("user", "lock", name, {"user": user}, root).code, 1, user)


class Quarantine(Whole):
    def test_a_file_is_moved_away_and_comes_back_with_hash_mode_and_time(self):
        root = self.make()
        payload = self.write(root, "/tmp/pay load", b"#!/bin/sh\nexit 1\n", 0o4755)
        os.utime(payload, (1700000000, 1700000000))

        def is_away():
            self.assertFalse(os.path.lexists(payload))
            kept, = glob.glob(os.path.join(root, "var/lib/wardroom/quarantine/*/data"))
            self.assertEqual(stat.S_IMODE(os.stat(kept).st_mode), 0o400)
            self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(kept)).st_mode), 0o700)

        self.cycle("quarantine", "quarantine", {"path": "/tmp/pay load"}, root, between=is_away)
        about = os.stat(payload)
        self.assertEqual((stat.S_IMODE(about.st_mode), int(about.st_mtime)), (0o4755, 1700000000))
        with open(payload, "rb") as file:
            self.assertEqual(file.read(), b"#!/bin/sh\nexit 1\n")

    def test_restore_is_a_command_of_its_own_and_can_be_undone(self):
        root = self.make()
        self.write(root, "/tmp/x", b"x")
        self.assertEqual(step("quarantine", "quarantine", "run", {"path": "/tmp/x"}, root).code, 0)
        self.cycle("quarantine", "restore", {"path": "/tmp/x"}, root)

    def test_a_file_that_changed_after_the_rehearsal_is_left_alone(self):
        root = self.make()
        path = self.write(root, "/tmp/x", b"x")
        plan = self.plan(step("quarantine", "quarantine", "rehearse", {"path": "/tmp/x"}, root))
        self.write(root, "/tmp/x", b"y")
        done = step("quarantine", "quarantine", "run", {"path": "/tmp/x"}, root, rehearsal=plan)
        self.assertEqual(done.code, 1)
        self.assertTrue(os.path.exists(path))

    def test_no_link_leads_out_of_the_host(self):
        root = self.make()
        outside = self.write(self.top, "/outside/precious", b"precious")
        os.symlink(os.path.dirname(outside), os.path.join(root, "tmp-link"))
        os.symlink(outside, os.path.join(root, "file-link"))
        for path in ("/tmp-link/precious", "/file-link", "/../outside/precious", "relative", "/", "/etc"):
            for name in ("rehearse", "run"):
                self.assertEqual(step("quarantine", "quarantine", name, {"path": path}, root).code, 1, path)
            self.assertEqual(ask("file", "run", {"host": HOST, "path": path}, root, words=("hash",)).code, 1, path)
        self.assertTrue(os.path.exists(outside))

    def test_an_undo_that_names_another_number_is_refused(self):
        root = self.make()
        self.write(root, "/tmp/x", b"x")
        done = step("quarantine", "quarantine", "run", {"path": "/tmp/x"}, root)
        for number in ("../../../etc", "0" * 16, 7, None, "A" * 16):
            answer = step("quarantine", "quarantine", "undo", {"path": "/tmp/x"}, root, run={**done.data, "number": number})
            self.assertEqual(answer.code, 1, number)


class Block(Whole):
    SCRIPT = "scripts/block.py"

    def test_an_address_is_kept_out_and_let_in_again(self):
        root = self.make()
        for address in ("203.0.113.7", "2001:db8::7"):
            plan, done = self.cycle("ip", "block", {"address": address, "duration": "2h"}, root, True, script=self.SCRIPT)
            self.assertIn(f"{{ {address} timeout 7200s }}", plan["argv"][1])
            self.assertEqual(done.data["address"], address)
            self.assertEqual(step("ip", "block", "run", {"address": address, "duration": "2h"}, root, True, script=self.SCRIPT).code, 0)
            self.cycle("ip", "unblock", {"address": address}, root, True, script=self.SCRIPT)

    def test_another_plan_than_the_approved_one_does_not_run(self):
        root = self.make()
        plan = self.plan(step("ip", "block", "rehearse", {"address": "203.0.113.7", "duration": "1h"}, root, True, script=self.SCRIPT))
        answer = step("ip", "block", "run", {"address": "203.0.113.7", "duration": "30d"}, root, True, script=self.SCRIPT, rehearsal=plan)
        self.assertEqual(answer.code, 1, answer.summary)
        self.assertFalse(os.path.exists(os.path.join(root, "etc/nftables.d/wardroom-block.json")))

    def test_hostile_words_never_reach_the_ruleset(self):
        root = self.make()
        for address in ("10.0.0.1; flush ruleset", "10.0.0.0/8", "any", "10.0.0.1 }", "fe80::1%eth0", "127.0.0.1", "::1", "0.0.0.0", "224.0.0.1", "::ffff:127.0.0.1"):
            for kind in ("block", "unblock"):
                self.assertEqual(step("ip", kind, "rehearse", {"address": address}, root, True, script=self.SCRIPT).code, 1, address)
            self.assertEqual(step("ip", "block", "run", {"address": address}, root, True, script=self.SCRIPT).code, 1, address)
        for duration in ("0h", "-1h", "4h; flush ruleset", "1e9d", "forever"):
            self.assertEqual(step("ip", "block", "rehearse", {"address": "203.0.113.7", "duration": duration}, root, True, script=self.SCRIPT).code, 1, duration)

    def test_real_traffic_stops_and_comes_back_and_the_block_ends_by_itself(self):
        """In a network namespace of its own: an address that connects, is kept out, let in, kept out again until nftables lets it in."""
        done = subprocess.run([*harness.drop(), "unshare", "-Urn", "--kill-child", "-pf", "--mount-proc", "/usr/bin/python3", "-B", "-", os.path.join(harness.PLUGINS, "ip/scripts")],
                              input=BLOCKED, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout), {"before": [True, True], "blocked": [False, True], "let in": [True, True], "again": [False, True], "renewed": True,
                                                   "other table": True, "ended": [True, True], "left": None})


# Both addresses are this namespace's own; who connects from the first is kept out.
BLOCKED = r'''
import ipaddress, json, socket, subprocess, sys, time
sys.path.insert(0, sys.argv[1])
import block
import wardroom
def run(*words): return subprocess.run(words, check=True, capture_output=True, text=True).stdout
run("ip", "link", "set", "lo", "up")
for address in ("203.0.113.7", "203.0.113.8", "10.99.0.1"): run("ip", "address", "add", address + "/32", "dev", "lo")
run(block.NFT, "add table inet own; add chain inet own input { type filter hook input priority 0; policy accept; }; add rule inet own input counter accept")
own = run(block.NFT, "list", "chains", "inet")
server = socket.create_server(("10.99.0.1", 0))
def reach(source):
    try:
        socket.create_connection(server.getsockname(), 1, (source, 0)).close()
        server.accept()[0].close()
        return True
    except OSError:
        return False
def both(): return [reach("203.0.113.7"), reach("203.0.113.8")]
bad = ipaddress.ip_address("203.0.113.7")
request = wardroom.Request({"host": {"name": "x", "kind": "ssh"}})
said = {"before": both()}
run(*block.block_argv(bad, 3600)); said["blocked"] = both()
run(*block.unblock_argv(bad)); said["let in"] = both()
run(*block.block_argv(bad, 3600)); run(*block.block_argv(bad, 3)); said["again"] = both()
said["renewed"] = block.in_kernel(request, bad)[0] <= 3
said["other table"] = "chain input" in run(block.NFT, "list", "table", "inet", "own")
time.sleep(3.2); said["ended"] = both(); said["left"] = block.in_kernel(request, bad)[0]
print(json.dumps(said))
'''


class Isolation(Whole):
    def test_a_practice_host_is_isolated_by_a_ruleset_the_kernel_took(self):
        root = self.make()
        file = os.path.join(root, "etc/nftables.d/wardroom-isolation.nft")
        self.cycle("isolation", "isolate", {"keep": "10.20.0.14"}, root, True, between=lambda: self.assertTrue(os.path.exists(file)))
        self.assertFalse(os.path.exists(file))
        self.assertEqual(step("isolation", "isolate", "run", {"keep": "10.20.0.14"}, root, True).code, 0)
        self.cycle("isolation", "release", {}, root, True)
        with open(file, encoding="utf-8") as text:
            self.assertIn("ip saddr 10.20.0.14 tcp dport 22 accept", text.read(), "the undo of a release keeps the same way in")

    def test_hostile_addresses_never_reach_the_ruleset(self):
        root = self.make()
        for keep in ("10.0.0.1; flush ruleset", "10.0.0.0/8", "any", "10.0.0.1 }", "fe80::1%eth0 accept"):
            self.assertEqual(step("isolation", "isolate", "run", {"keep": keep}, root, True).code, 1, keep)

    def test_an_isolated_host_answers_the_responder_alone(self):
        """Three network namespaces joined by cables: host, responder, stranger. Real connections before, during and after."""
        sys.path.insert(0, os.path.join(harness.PLUGINS, "isolation/scripts"))
        import ipaddress
        import isolation
        ruleset = os.path.join(self.top, "rules.nft")
        with open(ruleset, "w", encoding="utf-8") as file:
            file.write(isolation.ruleset([ipaddress.ip_address("10.99.1.2")], 22))
        os.chmod(ruleset, 0o644)
        done = subprocess.run([*harness.drop(), "unshare", "-Urn", "--kill-child", "-pf", "--mount-proc", "/usr/bin/python3", "-"], input=NAMESPACES.replace("RULES", ruleset),
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout), {"before": [True, True, True], "isolated": [True, False, False], "released": [True, True, True]})


# responder 10.99.1.2 and stranger 10.99.2.2 reach the host's SSH port; the host reaches the stranger.
NAMESPACES = r'''
import json, os, socket, subprocess, sys, time
def run(*words): subprocess.run(words, check=True)
def space():
    process = subprocess.Popen(["unshare", "-n", "sleep", "60"])
    mine = os.readlink("/proc/self/ns/net")
    for _ in range(200):
        if os.readlink(f"/proc/{process.pid}/ns/net") != mine: break
        time.sleep(0.02)
    return str(process.pid)
def inside(pid, *words): return ["nsenter", "-t", pid, "-n", *words]
run("ip", "link", "set", "lo", "up")
others = {}
for number, name in ((1, "responder"), (2, "stranger")):
    pid = others[name] = space()
    run("ip", "link", "add", f"v{number}", "type", "veth", "peer", "name", "eth0", "netns", pid)
    run("ip", "address", "add", f"10.99.{number}.1/24", "dev", f"v{number}"); run("ip", "link", "set", f"v{number}", "up")
    run(*inside(pid, "ip", "address", "add", f"10.99.{number}.2/24", "dev", "eth0")); run(*inside(pid, "ip", "link", "set", "eth0", "up"))
listen = "import socket\ns=socket.create_server((\"0.0.0.0\", 22))\nwhile 1: s.accept()[0].close()"
servers = [subprocess.Popen([sys.executable, "-c", listen]), subprocess.Popen(inside(others["stranger"], sys.executable, "-c", listen))]
time.sleep(0.5)
ask = "import socket,sys\ntry: socket.create_connection((sys.argv[1], 22), 1).close()\nexcept OSError: sys.exit(1)"
def reach(where, address):
    words = [sys.executable, "-c", ask, address]
    return subprocess.run(inside(where, *words) if where else words).returncode == 0
def all_three(): return [reach(others["responder"], "10.99.1.1"), reach(others["stranger"], "10.99.2.1"), reach(None, "10.99.2.2")]
for _ in range(50):
    if all(all_three()): break
    time.sleep(0.1)
said = {"before": all_three()}
run("/usr/sbin/nft", "-f", "RULES"); said["isolated"] = all_three()
run("/usr/sbin/nft", "delete", "table", "inet", "wardroom_isolation"); said["released"] = all_three()
print(json.dumps(said))
'''


def clamav():
    """A folder with ClamAV's files, unpacked and not installed."""
    place = os.path.join(CACHE, "clamav")
    unpacked = os.path.join(place, "unpacked")
    if os.path.exists(os.path.join(unpacked, "usr/bin/clamscan")):
        return unpacked
    os.makedirs(place, exist_ok=True)
    wanted = ["clamav"]
    depends = subprocess.run(["apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks", "--no-replaces",
                              "--no-enhances", "clamav"], capture_output=True, text=True, check=True).stdout
    wanted += [name for name in ("libclamav9", "libclamav11", "libclamav12", "libmspack0") if re.search(rf"^{name}$", depends, re.M)]
    subprocess.run(["apt-get", "download", *wanted], cwd=place, check=True, capture_output=True)
    for package in glob.glob(os.path.join(place, "*.deb")):
        subprocess.run(["dpkg", "-x", package, unpacked], check=True)
    return unpacked


class Scanner(Whole):
    """A real clamscan with a signature of our own for the one harmless file that every scanner knows."""

    def host(self):
        root = self.make()
        unpacked = clamav()
        shutil.copytree(os.path.join(unpacked, "usr/lib"), os.path.join(root, "usr/lib"), dirs_exist_ok=True, symlinks=True)
        shutil.copy(os.path.join(unpacked, "usr/bin/clamscan"), os.path.join(root, "usr/bin/clamscan"))
        harness.give(root)
        return root

    def scan(self, root, path):
        return ask("file", "run", {"host": HOST, "path": path}, root, words=("scan",))

    def test_the_test_file_is_found_and_a_clean_one_is_not(self):
        root = self.host()
        self.write(root, "/home/mei/eicar.com", EICAR)
        self.write(root, "/home/mei/letter.txt", b"hello")
        self.write(root, "/var/lib/clamav/wardroom.hdb", f"{hashlib.md5(EICAR).hexdigest()}:{len(EICAR)}:Wardroom.Test\n".encode())
        found = self.scan(root, "/home/mei")
        self.assertEqual((found.code, found.data["infected"]), (0, ["/home/mei/eicar.com"]), found.summary)
        self.assertIn("Wardroom.Test", found.data["names"][0])
        clean = self.scan(root, "/home/mei/letter.txt")
        self.assertEqual((clean.code, clean.data["infected"]), (0, []), clean.summary)
        self.assertIn("nothing found, by signatures of", clean.summary)
        odd = self.write(root, "/home/mei/--version", EICAR)
        self.assertTrue(os.path.exists(odd))
        self.assertEqual(self.scan(root, "/home/mei/--version").data["infected"], ["/home/mei/--version"], "no path is taken for an option")

    def test_without_signatures_nothing_is_claimed(self):
        root = self.host()
        self.write(root, "/home/mei/eicar.com", EICAR)
        answer = self.scan(root, "/home/mei")
        self.assertEqual(answer.code, 1)
        self.assertIn("nothing was scanned", answer.summary)

    def test_without_a_scanner_nothing_is_claimed(self):
        root = self.make()
        self.write(root, "/home/mei/eicar.com", EICAR)
        answer = self.scan(root, "/home/mei")
        self.assertEqual(answer.code, 1)
        self.assertIn("nothing was scanned", answer.summary)


if __name__ == "__main__":
    unittest.main()

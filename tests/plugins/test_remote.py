#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The side of Wardroom that runs on a host over SSH, and what it refuses.

    /usr/bin/python3 tests/plugins/test_remote.py

Needs openssh-server and openssh-client; no service is started or changed."""
import base64
import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import harness  # noqa: E402
from harness import RESOURCES  # noqa: E402
import test_plugins  # noqa: E402

REMOTE = os.path.join(RESOURCES, "remote/wardroom-remote")
SCRIPT = b"#!/usr/bin/python3\nimport json, sys\ngiven = json.load(sys.stdin)\nprint(json.dumps({'type': 'result', 'ok': True, 'summary': given['args']['word'], 'data': given['host']}))\n"


def hash_of(files):
    stream = hashlib.sha256(b"wardroom-folder-1\n")
    for kind, name, content in sorted(files, key=lambda file: file[1].encode()):
        stream.update(f"{kind}{len(name.encode())}:{name}{len(content)}:".encode() + content)
    return stream.hexdigest()


def message(files, argv=("run.py",), request=None, digest=None, **more):
    limits = {"seconds": 20, "memory_mb": 512, "processes": 64}
    return json.dumps({"v": 1, "hash": digest or hash_of(files), "files": [[kind, name, base64.b64encode(content).decode()] for kind, name, content in files],
                       "argv": list(argv), "limits": limits, "request": request or {"args": {"word": "hello"}}, **more}).encode() + b"\n"


class Refusals(test_plugins.Place):
    FILES = [("x", "run.py", SCRIPT), ("f", "data.txt", b"x")]

    def remote(self, given, allowed=(), *words):
        allow = os.path.join(self.top, "allow")
        with open(allow, "w", encoding="utf-8") as file:
            file.write("# vetted\n" + "\n".join(allowed) + "\n")
        os.chmod(allow, 0o644)
        done = subprocess.run([REMOTE, *words, allow], input=given, capture_output=True, timeout=60, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return done.returncode, lines[-1], done.stderr.decode()

    def test_what_is_on_the_list_runs_with_the_hosts_own_root(self):
        code, result, error = self.remote(message(self.FILES), [hash_of(self.FILES) + " demo 1.0.0"])
        self.assertEqual((code, result["summary"], result["data"]), (0, "hello", {"kind": "ssh", "root": "/"}), error)

    def test_what_is_not_on_the_list_does_not_run(self):
        code, result, _ = self.remote(message(self.FILES), ["0" * 64])
        self.assertEqual((code, result["ok"]), (3, False))
        self.assertIn(hash_of(self.FILES), result["summary"])

    def test_one_changed_byte_is_another_plugin(self):
        changed = [("x", "run.py", SCRIPT + b"#"), self.FILES[1]]
        self.assertEqual(self.remote(message(changed), [hash_of(self.FILES)])[0], 3)
        code, result, _ = self.remote(message(changed, digest=hash_of(self.FILES)), [hash_of(self.FILES)])
        self.assertEqual(code, 3)
        self.assertIn("not those that were approved", result["summary"])

    def test_a_comment_is_no_permission_and_a_list_others_can_write_allows_nothing(self):
        self.assertEqual(self.remote(message(self.FILES), ["#" + hash_of(self.FILES), "x " + hash_of(self.FILES)])[0], 3)
        loose = os.path.join(self.top, "loose")
        with open(loose, "w", encoding="utf-8") as file:
            file.write(hash_of(self.FILES))
        os.chmod(loose, 0o666)
        done = subprocess.run([REMOTE, loose], input=message(self.FILES), capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 3)

    def test_names_and_links_that_lead_out_are_refused(self):
        for kind, name, content in (("f", "../x", b""), ("f", "/etc/x", b""), ("f", "a//b", b""), ("f", "./x", b""), ("l", "x", b"/etc/passwd"), ("l", "x", b"../../y"), ("f", "", b""), ("d", "x", b"")):
            files = [*self.FILES, (kind, name, content)]
            self.assertEqual(self.remote(message(files), [hash_of(files)])[0], 3, name)

    def test_a_request_that_is_none_is_refused(self):
        for given in (b"", b"\n", b"[]\n", b"{}\n", b"\xff\n", message(self.FILES)[:-20], message(self.FILES, limits={"seconds": -1}), message(self.FILES, v=2), message(self.FILES, argv=[7])):
            code, result, _ = self.remote(given, [hash_of(self.FILES)])
            self.assertEqual((code, result["ok"]), (3, False), given[:60])
        self.assertEqual(self.remote(message(self.FILES, argv=("data.txt",)), [hash_of(self.FILES)])[0], 3, "no program")
        self.assertEqual(self.remote(message(self.FILES, argv=("/bin/sh", "-c", "id")), [hash_of(self.FILES)])[0], 3, "not of the folder")

    def test_what_was_started_ends_when_nobody_listens(self):
        mark = os.path.join(self.top, "mark")
        files = [("x", "run.sh", f"#!/bin/sh\n(sleep 300 & echo $! > {mark}.part; mv {mark}.part {mark}; wait)\n".encode())]
        allow = os.path.join(self.top, "allow")
        with open(allow, "w", encoding="utf-8") as file:
            file.write(hash_of(files))
        process = subprocess.Popen([REMOTE, allow], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(message(files, ("run.sh",)))
        process.stdin.close()
        until = time.monotonic() + 20
        while not os.path.exists(mark) and time.monotonic() < until:
            time.sleep(0.02)
        with open(mark, encoding="ascii") as file:
            left = int(file.read())
        process.stdout.close()
        self.assertEqual(process.wait(20), 124)
        while os.path.exists(f"/proc/{left}") and time.monotonic() < until:
            time.sleep(0.05)
        self.assertFalse(os.path.exists(f"/proc/{left}"), "nothing it started runs on")


class OverSsh(test_plugins.Place):
    """The forced command behind a real sshd. The shipped plugins' own tests through it: test_shell.py."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not os.path.exists("/usr/sbin/sshd"):
            raise unittest.SkipTest("openssh-server is not installed")
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", os.path.join(cls.top, name)], check=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            cls.port = free.getsockname()[1]
        cls.user = "root" if os.geteuid() == 0 else os.environ["USER"]
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        with open(os.path.join(cls.top, "config"), "w", encoding="utf-8") as file:
            file.write(f"Port {cls.port}\nListenAddress 127.0.0.1\nHostKey {cls.top}/host\nPidFile none\nAuthorizedKeysFile {cls.top}/authorized\n"
                       f"AuthenticationMethods publickey\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nAllowUsers {cls.user}\n")
        cls.sshd = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", os.path.join(cls.top, "config")], stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", cls.port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        with open(os.path.join(cls.top, "host.pub"), encoding="utf-8") as public, open(os.path.join(cls.top, "known"), "w", encoding="utf-8") as known:
            known.write("practice " + public.read())

    @classmethod
    def tearDownClass(cls):
        cls.sshd.send_signal(signal.SIGTERM)
        cls.sshd.wait(10)
        super().tearDownClass()

    def ask(self, root, files, argv, request):
        allow = os.path.join(self.top, "allow")
        with open(allow, "w", encoding="utf-8") as file:
            file.write(hash_of(files))
        os.chmod(allow, 0o644)
        # The taker works as the unprivileged user, as a host's own account would.
        command = " ".join([*harness.drop(), REMOTE, "--practice", root, allow])
        with open(os.path.join(self.top, "client.pub"), encoding="utf-8") as public, open(os.path.join(self.top, "authorized"), "w", encoding="utf-8") as authorized:
            authorized.write(f'restrict,command="{command}" {public.read()}')
        done = subprocess.run(["ssh", "-F", "/dev/null", "-T", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "StrictHostKeyChecking=yes",
                               "-o", f"UserKnownHostsFile={self.top}/known", "-o", "GlobalKnownHostsFile=/dev/null", "-o", "HostKeyAlias=practice", "-i", f"{self.top}/client",
                               "-p", str(self.port), "-l", self.user, "127.0.0.1", "wardroom-remote"], input=message(files, argv, request), capture_output=True, timeout=120, check=False)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()

    def test_the_key_is_good_for_nothing_else(self):
        code, lines, _ = self.ask("/", [("x", "run.py", SCRIPT)], ("run.py",), None)
        self.assertEqual(code, 0, lines)
        done = subprocess.run(["ssh", "-F", "/dev/null", "-T", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", f"UserKnownHostsFile={self.top}/known", "-o", "HostKeyAlias=practice",
                               "-i", f"{self.top}/client", "-p", str(self.port), "-l", self.user, "127.0.0.1", "id"], input=b"", capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertNotIn(b"uid=", done.stdout)
        self.assertTrue(re.search(rb"no request of Wardroom|broken off", done.stdout))


if __name__ == "__main__":
    unittest.main()

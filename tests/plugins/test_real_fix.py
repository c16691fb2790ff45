#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Debian security fix, applied by the patch plugin to a private root, read back, and undone.

Which package and which versions is what the archives say when the cache is filled (network, once); the cache is
WARDROOM_CACHE or ~/.cache/wardroom-tests, and with it everything works offline."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import archive  # noqa: E402
import harness  # noqa: E402
from harness import PYTHON, ask  # noqa: E402

CACHE = os.environ.get("WARDROOM_CACHE") or os.path.expanduser("~/.cache/wardroom-tests")


class RealFix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chosen = archive.fill(CACHE)
        cls.top = tempfile.mkdtemp(prefix="wrf", dir="/tmp")
        os.chmod(cls.top, 0o755)
        cls.root = os.path.join(cls.top, "h")
        shutil.copytree(os.path.join(CACHE, "real-fix"), os.path.join(cls.top, "real-fix"))
        os.makedirs(cls.root)
        if os.geteuid() == 0:
            os.chown(cls.root, *harness.UNPRIVILEGED)
        cls.run_plain(harness.drop() + [PYTHON, archive.__file__, cls.root, cls.top, json.dumps(cls.chosen)])
        cls.run_plain(archive.install_argv(cls.root, cls.chosen))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top, ignore_errors=True)

    @staticmethod
    def run_plain(argv):
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"exit {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def state(self, package):
        out = self.run_plain(["dpkg-query", "--admindir", os.path.join(self.root, "var/lib/dpkg"), "-W", "-f",
                              "${Version} ${db:Status-Abbrev}", package])
        return tuple(out.split())

    def test_a_real_security_fix_is_found_applied_read_back_and_undone(self):
        library, program = self.chosen["library"], self.chosen["program"]
        old, new = self.chosen["old"], self.chosen["new"]
        print(f"{library} {old[library]} -> {new[library]}", file=sys.stderr)
        args = {"host": "practice-01", "package": library}
        self.assertEqual(self.state(library), (old[library], "ii"))

        found = ask("fix", "run", {"host": "practice-01"}, self.root)
        self.assertEqual(found.code, 0, found.summary)
        fix = next(fix for fix in found.data["fixes"] if fix["package"] == library)
        self.assertEqual((fix["installed"], fix["candidate"]), (old[library], new[library]))
        self.assertIsNotNone(fix["names"], "the candidate's changelog was read")
        if fix["names"]:
            cve = next(iter(fix["names"]))
            again = ask("fix", "run", {"host": "practice-01", "cve": cve}, self.root)
            self.assertIn(library, [fix["package"] for fix in again.data["fixes"]])

        plan = ask("patch", "rehearse", args, self.root)
        self.assertEqual(plan.code, 0, plan.summary)
        self.assertEqual((plan.data["before"], plan.data["after"]), (old[library], new[library]))
        done = ask("patch", "run", args, self.root, "write", rehearsal=plan.data)
        self.assertEqual(done.code, 0, done.summary)
        self.assertEqual(self.state(library), (new[library], "ii"))
        seen = ask("patch", "verify", args, self.root, rehearsal=plan.data, run=done.data)
        self.assertEqual((seen.code, seen.data["verdict"]), (0, "verified"), seen.summary)
        print(f"{plan.data['says']!r} -> {seen.data['says']!r}", file=sys.stderr)
        self.assertIsNotNone(seen.data["says"])

        back = ask("patch", "undo", args, self.root, "write", rehearsal=plan.data, run=done.data)
        self.assertEqual(back.code, 0, back.summary)
        undone = ask("patch", "verify_undo", args, self.root, rehearsal=plan.data, run=done.data)
        self.assertEqual((undone.code, undone.data["verdict"]), (0, "verified"), undone.summary)
        self.assertEqual(undone.data["says"], plan.data["says"])
        self.assertEqual(self.state(library), (old[library], "ii"))

    def test_a_changed_library_on_disk_is_noticed(self):
        library = self.chosen["library"]
        args = {"host": "practice-01", "package": library}
        with open(os.path.join(self.root, f"var/lib/dpkg/info/{library}:amd64.md5sums"), encoding="utf-8") as file:
            path = os.path.join(self.root, next(line for line in file if ".so" in line).split()[1])
        with open(path, "r+b") as file:
            begin = file.read(1)
            file.seek(-1, 2)
            last = file.read(1)
            file.seek(-1, 2)
            file.write(bytes([last[0] ^ 1]))
        try:
            old, new = self.chosen["old"][library], self.chosen["new"][library]
            seen = ask("patch", "verify", args, self.root, rehearsal={"before": new, "after": old})
            self.assertEqual(seen.data["verdict"], "not_verified")
            self.assertIn("not this version's", seen.summary)
        finally:
            with open(path, "r+b") as file:
                file.seek(-1, 2)
                file.write(last)
        self.assertEqual(begin, b"\x7f")


if __name__ == "__main__":
    unittest.main()

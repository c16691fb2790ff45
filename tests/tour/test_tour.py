# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour, played by the real program with a real CrowdSec; what it leaves behind is checked by a stranger."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
REPOSITORY = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BIN = os.path.join(os.environ.get("WARDROOM_BUILD_DIR", os.path.join(REPOSITORY, "build")), "bin")
CACHE = os.path.join(os.environ.get("WARDROOM_CACHE", os.path.expanduser("~/.cache/wardroom-tests")), "crowdsec")
PRIVATE_CROWDSEC = os.path.join(REPOSITORY, "resources/crowdsec/private-crowdsec")


def verify(bundle, *trust):
    return subprocess.run([os.path.join(BIN, "wardroomctl"), "verify", bundle, *trust], capture_output=True, text=True,
                          timeout=60, check=False)


class TstTour(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        subprocess.run([PRIVATE_CROWDSEC, "prepare", "--into", CACHE], check=True, timeout=300, stdout=subprocess.DEVNULL)
        cls.folder = tempfile.mkdtemp(prefix="wardroom-tour-test-")
        environment = dict(os.environ, WARDROOM_CROWDSEC=CACHE, QT_QPA_PLATFORM="offscreen")
        cls.played = subprocess.run([os.path.join(BIN, "wardroom"), "--tour", cls.folder], env=environment, text=True,
                                    capture_output=True, timeout=420, check=False)
        with open(os.path.join(cls.folder, "tour.json"), encoding="utf-8") as file:
            cls.tour = json.load(file)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def test_every_step_happened(self):
        failed = [f"{step['name']}: {step.get('problem')}" for step in self.tour["steps"] if not step["ok"]]
        self.assertEqual(failed, [])
        self.assertEqual(self.played.returncode, 0, self.played.stderr)
        self.assertTrue(self.tour["ok"])
        self.assertEqual(len(self.tour["steps"]), 23)

    def test_every_step_has_a_picture_of_each_desktop(self):
        for step in self.tour["steps"][1:]:
            for who in ("priya", "mei"):
                names = [name for name in step["pictures"] if name.endswith(f"-{who}.png")]
                self.assertTrue(names, step["name"])
                self.assertGreater(os.path.getsize(os.path.join(self.folder, names[-1])), 20_000)

    def test_a_drill_is_left_as_pictures_from_the_choice_to_the_debrief(self):
        names = [name for step in self.tour["steps"] for name in step["pictures"]]
        for what in ("choose-a-drill-offered", "play-a-drill-host.status", "play-a-drill-alert.resolve", "debrief-debrief", "debrief-record"):
            found = [name for name in names if name.endswith(f"-{what}.png")]
            self.assertTrue(found, what)
            self.assertGreater(os.path.getsize(os.path.join(self.folder, found[0])), 20_000)
        said = next(step["evidence"]["debrief"] for step in self.tour["steps"] if step["name"] == "play-a-drill")
        self.assertIn("7 of 7 steps done", said)

    def test_the_bundle_is_intact_for_who_trusts_the_founder(self):
        bundle = os.path.join(self.folder, "bundle")
        for name in ("facts.jsonl", "timeline.csv", "report.html", "report.pdf", "manifest.json"):
            self.assertTrue(os.path.exists(os.path.join(bundle, name)), name)
        intact = verify(bundle, "--trust", self.tour["trust"])
        self.assertEqual(intact.returncode, 0, intact.stdout + intact.stderr)
        self.assertEqual(verify(bundle).returncode, 4)
        self.assertEqual(verify(bundle, "--trust", "0" * 64).returncode, 1)

    def test_one_changed_byte_is_found_and_named(self):
        changed = os.path.join(self.folder, "changed")
        shutil.copytree(os.path.join(self.folder, "bundle"), changed)
        for name in ("facts.jsonl", "timeline.csv", "report.html", "report.pdf", "manifest.json"):
            path = os.path.join(changed, name)
            with open(path, "rb") as file:
                before = file.read()
            middle = len(before) // 2
            with open(path, "wb") as file:
                file.write(before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1:])
            found = verify(changed, "--trust", self.tour["trust"])
            self.assertEqual(found.returncode, 1, name)
            self.assertIn(name, found.stdout + found.stderr)
            with open(path, "wb") as file:
                file.write(before)
        self.assertEqual(verify(changed, "--trust", self.tour["trust"]).returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour on a real Synapse: two desktops, a wardroomd and a phone that knows nothing of Wardroom, as
packaging/start --tour DIR --matrix plays it."""
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
CACHE = os.environ.get("WARDROOM_CACHE") or os.path.expanduser("~/.cache/wardroom-tests")
PRIVATE_CROWDSEC = os.path.join(REPOSITORY, "resources/crowdsec/private-crowdsec")


@unittest.skipUnless("WARDROOM_FULL" in os.environ, "three minutes: only with --full")
class TstTourMatrix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        subprocess.run([PRIVATE_CROWDSEC, "prepare", "--into", CACHE + "/crowdsec"], check=True, timeout=300,
                       stdout=subprocess.DEVNULL)
        cls.folder = tempfile.mkdtemp(prefix="wardroom-tour-matrix-test-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        environment = dict(os.environ, WARDROOM_CROWDSEC=CACHE + "/crowdsec", QT_QPA_PLATFORM="offscreen")
        cls.played = subprocess.run(
            [os.path.join(REPOSITORY, "packaging/matrix/tour"), "--programs", CACHE + "/synapse", "--nio", CACHE + "/matrix-nio",
             "--", os.path.join(BIN, "wardroom"), "--tour", cls.folder],
            env=environment, text=True, capture_output=True, timeout=840, check=False)
        with open(os.path.join(cls.folder, "tour.json"), encoding="utf-8") as file:
            cls.tour = json.load(file)

    def step(self, name):
        return next(step for step in self.tour["steps"] if step["name"] == name)

    def test_every_step_happened(self):
        failed = [f"{step['name']}: {step.get('problem')}" for step in self.tour["steps"] if not step["ok"]]
        self.assertEqual(failed, [])
        self.assertEqual(self.played.returncode, 0, self.played.stderr)
        self.assertTrue(self.tour["ok"])
        self.assertEqual(len(self.tour["steps"]), 27)

    def test_every_step_has_a_picture_of_each_desktop(self):
        for step in self.tour["steps"][1:]:
            for who in ("priya", "mei"):
                names = [name for name in step["pictures"] if name.endswith(f"-{who}.png")]
                self.assertTrue(names, step["name"])
                self.assertGreater(os.path.getsize(os.path.join(self.folder, names[-1])), 20_000)

    def test_the_phones_transcript_is_what_a_person_can_read(self):
        with open(os.path.join(self.folder, "phone-transcript.txt"), encoding="utf-8") as file:
            text = file.read()
        for words in ("You are called", "Everybody was called", "Ran: Status of practice-01", "@cy:localhost: approve ",
                      "Written while the server was away."):
            self.assertIn(words, text)
        self.assertNotIn("org.wardroom", text)

    def test_the_bundle_is_intact_and_says_what_rests_on_the_phones_word(self):
        done = subprocess.run([os.path.join(BIN, "wardroomctl"), "verify", os.path.join(self.folder, "bundle"), "--trust",
                               self.tour["trust"]], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("Decisions from phones", done.stdout)

    def test_nothing_is_left_running(self):
        place = self.step("first-start")["evidence"]["homeserver"]
        with self.assertRaises(OSError):
            import urllib.request  # pylint: disable=import-outside-toplevel
            urllib.request.urlopen(place + "/_matrix/client/versions", timeout=2)


if __name__ == "__main__":
    unittest.main(verbosity=2)

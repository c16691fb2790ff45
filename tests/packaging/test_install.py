#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""cmake --install puts a Wardroom somewhere that works there, without the tree it was built from."""
import json
import os
import shutil
import stat
import subprocess
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("WARDROOM_BUILD_DIR", os.path.join(TOP, "build"))
PROGRAMS = ("wardroom", "wardroomd", "wardroomctl")


def run(argv, **more):
    return subprocess.run(argv, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
                          **more)


@unittest.skipUnless(all(os.path.exists(f"{BUILD}/bin/{name}") for name in PROGRAMS), "the programs are not built")
class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory(prefix="wardroom-install")
        cls.addClassCleanup(place.cleanup)
        cls.home = os.path.join(os.path.realpath(place.name), "home")
        cls.prefix = os.path.join(os.path.realpath(place.name), "a prefix")
        os.mkdir(cls.home)
        cls.installed = run(["cmake", "--install", BUILD, "--prefix", cls.prefix])

    def path(self, *parts):
        return os.path.join(self.prefix, *parts)

    def without_the_tree(self, *argv):
        """Runs an installed program where the sources and the build cannot be seen, nor anything said by variables."""
        hidden = [word for folder in (TOP, os.path.realpath(BUILD)) for word in ("--tmpfs", folder)]
        return run(["bwrap", "--dev-bind", "/", "/", *hidden, "--bind", self.prefix, self.prefix,
                    "--bind", self.home, self.home, "--chdir", "/", *argv],
                   env={"HOME": self.home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                        "QT_QPA_PLATFORM": "offscreen"})

    def test_everything_is_where_desktops_look_for_it(self):
        self.assertEqual(self.installed.returncode, 0, self.installed.stderr)
        for name in PROGRAMS:
            self.assertTrue(os.access(self.path("bin", name), os.X_OK), name)
        for name in ("share/applications/wardroom.desktop", "share/metainfo/org.wardroom.Wardroom.metainfo.xml",
                     "share/icons/hicolor/scalable/apps/wardroom.svg", "share/wardroom/plugin.schema.json"):
            self.assertTrue(os.path.isfile(self.path(name)), name)

    def test_the_resources_are_those_of_the_tree(self):
        for folder in ("crowdsec", "drills", "mappings", "plugins", "practice", "regimes"):
            listed = run(["git", "-c", "safe.directory=*", "-C", TOP, "ls-files", "-z",
                          "resources/" + folder]).stdout.split("\0")
            self.assertGreater(len(listed), 1, folder)
            for name in filter(None, listed):
                was, made = os.path.join(TOP, name), self.path("share/wardroom", name.removeprefix("resources/"))
                if not os.path.lexists(was):
                    continue
                with self.subTest(name=name):
                    self.assertEqual(os.path.islink(was), os.path.islink(made))
                    self.assertEqual(os.stat(was).st_mode & stat.S_IXUSR, os.stat(made).st_mode & stat.S_IXUSR)
                    with open(was, "rb") as one, open(made, "rb") as other:
                        self.assertEqual(one.read(), other.read())
        self.assertEqual([], [path for path, _, _ in os.walk(self.path("share")) if path.endswith("__pycache__")])

    @unittest.skipUnless(shutil.which("bwrap"), "bubblewrap is not installed")
    def test_an_installed_program_needs_no_tree(self):
        ctl = self.path("bin/wardroomctl")
        done = self.without_the_tree("test", "-e", TOP + "/CMakeLists.txt")
        self.assertEqual(done.returncode, 1, "the tree is still to be seen: " + done.stderr)
        done = self.without_the_tree(ctl, "--profile", self.home + "/profile", "--json", "plugin", "list")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("patch", done.stdout)
        done = self.without_the_tree(ctl, "--json", "plugin", "check", self.path("share/wardroom/plugins/patch"))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @unittest.skipUnless(shutil.which("bwrap"), "bubblewrap is not installed")
    def test_an_installed_program_understands_what_it_was_shipped_with(self):
        inventory = self.home + "/hosts.yaml"
        with open(inventory, "w", encoding="utf-8") as file:
            file.write("hosts:\n  - name: web-01\n")
        line = self.home + "/line"
        with open(line, "w", encoding="utf-8") as file:
            file.write("/host status web-01\n")
        done = self.without_the_tree(self.path("bin/wardroomctl"), "--profile", self.home + "/profile", "understand",
                                     line, "--inventory", inventory)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["command"], "host.status")


if __name__ == "__main__":
    unittest.main()

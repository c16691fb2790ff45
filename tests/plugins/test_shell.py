#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""wardroomctl plugin check and test, as an author uses them: over every shipped plugin, and over what README's page says.

    WARDROOM_BUILD_DIR=build /usr/bin/python3 tests/plugins/test_shell.py"""
import json
import os
import re
import subprocess
import tempfile
import unittest

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
BUILD = os.environ.get("WARDROOM_BUILD_DIR") or os.path.join(SOURCE, "build")
PLUGINS = os.path.join(SOURCE, "resources/plugins")
SHIPPED = [name for name in sorted(os.listdir(PLUGINS)) if os.path.exists(f"{PLUGINS}/{name}/plugin.yaml")]


def ctl(*words, profile):
    return subprocess.run([os.path.join(BUILD, "bin/wardroomctl"), "--profile", profile, "--json", "plugin", *words],
                          capture_output=True, text=True, timeout=300, check=False)


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


class Shell(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="wr-shell")
        self.addCleanup(folder.cleanup)
        self.top = folder.name

    def passes(self, name, *words):
        """How many of the plugin's tests ran; all of them pass."""
        tested = ctl("test", f"{PLUGINS}/{name}", *words, profile=self.top)
        verdicts = [json.loads(line) for line in tested.stdout.splitlines() if line.strip()]
        verdicts = verdicts[0] if len(verdicts) == 1 and isinstance(verdicts[0], list) else verdicts
        self.assertEqual([one for one in verdicts if not one["passed"]], [], name)
        self.assertEqual(tested.returncode, 0, f"{name}: {tested.stdout}{tested.stderr}")
        return len(verdicts)

    def test_every_shipped_plugin_is_checked_and_passes_its_own_tests(self):
        self.assertGreater(len(SHIPPED), 10)
        for name in SHIPPED:
            checked = ctl("check", f"{PLUGINS}/{name}", profile=self.top)
            self.assertEqual(checked.returncode, 0, f"{name}: {checked.stdout}{checked.stderr}")
        self.assertGreater(sum(self.passes(name) for name in SHIPPED), 60)

    def test_what_is_offered_afterwards_must_be_a_command(self):
        folder = f"{self.top}/mine"
        self.assertEqual(ctl("new", folder, profile=self.top).returncode, 0)
        with open(f"{folder}/plugin.yaml", encoding="utf-8") as file:
            text = file.read()
        command = re.search(r"^( +)- id: .*$", text, re.M)
        for offered, code in (("/host status {host}", 0), ("/host statis {host}", 1)):
            line = f'\n{command[1]}  next: ["{offered}"]'
            kept = re.sub(r"\n +next: .*", "", text)
            write(f"{folder}/plugin.yaml", kept.replace(command[0], command[0] + line, 1))
            checked = ctl("check", folder, profile=self.top)
            self.assertEqual(checked.returncode, code, checked.stdout)
            self.assertEqual("did you mean" in checked.stdout.lower(), code == 1, checked.stdout)

    @unittest.skipUnless(os.path.exists("/usr/sbin/sshd"), "openssh-server is not installed")
    def test_every_shipped_plugin_that_asks_a_host_passes_over_a_real_sshd(self):
        self.assertGreaterEqual(sum(self.passes(name, "--over-ssh") for name in SHIPPED), 60)

    def test_the_plugin_of_readme_is_good_as_it_stands_there(self):
        with open(f"{SOURCE}/README.md", encoding="utf-8") as file:
            text = file.read()
        manifest = re.search(r"```yaml\n(name: uptime\n.*?)```", text, re.S)[1]
        script = re.search(r"```python\n(#!.*?)```", text, re.S)[1]
        folder = f"{self.top}/uptime"
        write(f"{folder}/plugin.yaml", manifest)
        write(f"{folder}/scripts/uptime.py", script, 0o755)
        write(f"{folder}/tests/host/root/proc/uptime", "86400.00 170000.00\n")
        checked = ctl("check", folder, profile=self.top)
        self.assertEqual((checked.returncode, json.loads(checked.stdout)["advice"]), (0, []), checked.stdout)
        tested = ctl("test", folder, profile=self.top)
        self.assertEqual(tested.returncode, 0, tested.stdout + tested.stderr)
        self.assertIn("says a time", tested.stdout)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""wardroomctl plugin check and test, as an author uses them: over every shipped plugin, and over what README's page says.

    WARDROOM_BUILD_DIR=build /usr/bin/python3 tests/plugins/test_shell.py"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
from harness import practice  # noqa: E402

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
BUILD = os.environ.get("WARDROOM_BUILD_DIR") or os.path.join(SOURCE, "build")
PLUGINS = os.path.join(SOURCE, "resources/plugins")
SHIPPED = [name for name in sorted(os.listdir(PLUGINS)) if os.path.exists(f"{PLUGINS}/{name}/plugin.yaml")]


def ctl(*words, profile):
    return subprocess.run([os.path.join(BUILD, "bin/wardroomctl"), "--profile", profile, "--json", "plugin", *words],
                          capture_output=True, text=True, timeout=300, check=False)


def secret_add(name, value, profile, passphrase):
    return subprocess.run([os.path.join(BUILD, "bin/wardroomctl"), "--profile", profile, "secret", "add", name],
                          input=value, capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, "WARDROOM_PASSPHRASE_FILE": passphrase})


SECRET_MANIFEST = """name: leak
version: 1.0.0
author: Somebody
summary: {en: Asks a service, zh: 询问服务}
commands:
  - id: leak.ask
    risk: read
    summary: {en: Asks a service, zh: 询问服务}
    arguments:
      - {name: word, type: word, required: true, help: {en: What to ask, zh: 询问内容}}
    phrases: {en: ["ask the leak about {word}"], zh: ["向泄露查询 {word}"]}
    examples: ["/leak ask x"]
    sandbox: isolated
    run: [scripts/leak.py, run]
    secrets: [{name: key, fd: 3}]
    limits: {seconds: 20, memory_mb: 128}
    tests:
      - {name: the key of the fixture, args: {word: x}, fixture: tests/known, expect: {exit: 0, contains: "21 letters, 9f27"}}
      - {name: the key that is made up, args: {word: x}, expect: {exit: 0, contains: "22 letters"}}
"""
LINES_MANIFEST = """name: lines
version: 1.0.0
author: Somebody
summary: Prints the lines of the page
commands:
  - {id: lines.show, risk: read, summary: Prints the lines of the page, run: [scripts/lines.sh]}
"""
SECRET_SCRIPT = """#!/usr/bin/python3 -B
import json, os
key = os.read(3, 1000).decode().strip()
print(json.dumps({"type": "log", "text": "it is " + key}))
print(json.dumps({"type": "result", "ok": True, "summary": f"{len(key)} letters, {key[-4:]}", "data": {}}))
"""


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

    def test_a_plugin_with_a_secret_is_tested_vetted_and_run(self):
        folder, passphrase = f"{self.top}/leak", f"{self.top}/passphrase"
        profile = f"{self.top}/profile"
        write(passphrase, "a passphrase\n", 0o600)
        write(f"{folder}/plugin.yaml", SECRET_MANIFEST)
        write(f"{folder}/scripts/leak.py", SECRET_SCRIPT, 0o755)
        write(f"{folder}/tests/known/request.json", json.dumps({"secrets": {"key": "the-key-of-a-test9f27"}}))
        self.assertEqual(ctl("check", folder, profile=profile).returncode, 0)
        tested = ctl("test", folder, profile=profile)
        self.assertEqual(tested.returncode, 0, tested.stdout + tested.stderr)
        vetted = ctl("vet", folder, profile=profile)  # nothing to vet it in: so far it comes
        self.assertIn("no workspace", vetted.stdout + vetted.stderr)
        without = ctl("run", folder, "ask", "word=x", profile=profile)
        self.assertEqual(without.returncode, 3, without.stdout + without.stderr)
        self.assertIn("secret add", without.stdout + without.stderr)
        added = secret_add("plugin.leak.key", "the-key-of-the-house-4711\n", profile, passphrase)
        self.assertEqual(added.returncode, 0, added.stderr)
        ran = subprocess.run([os.path.join(BUILD, "bin/wardroomctl"), "--profile", profile, "plugin", "run", folder, "ask",
                              "word=x"], capture_output=True, text=True, timeout=60, check=False,
                             env={**os.environ, "WARDROOM_PASSPHRASE_FILE": passphrase})
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertIn("25 letters, 4711", ran.stdout)
        self.assertIn("it is [redacted]", ran.stdout)
        self.assertNotIn("the-key-of", ran.stdout + ran.stderr)

    def test_check_names_what_would_only_go_wrong_later(self):
        folder = f"{self.top}/leak"
        write(f"{folder}/scripts/leak.py", SECRET_SCRIPT, 0o755)
        write(f"{folder}/tests/known/request.json", "{}")
        for of, instead, line, words in (
                ("sandbox: isolated", "sandbox: isolated\n    read_only: [var/log]", 14, "nothing a command may ask to read"),
                ("sandbox: isolated", "sandbox: isolated\n    read_only: [/srv/x, /root, /]", 14, "nothing a command may ask"),
                ("phrases: {en: [", "phrases: {fr: [\"demande {word}\"], en: [", 11, "nobody is listened to in “fr”"),
                ("id: leak.ask", "id: host.status", 6, "is the plugin host's already")):
            text = SECRET_MANIFEST.replace(of, instead).replace('["/leak ask x"]', '["/host status x"]' if "host.status" in instead
                                                                else '["/leak ask x"]')
            write(f"{folder}/plugin.yaml", text)
            checked = ctl("check", folder, profile=self.top)
            self.assertEqual(checked.returncode, 1, checked.stdout + checked.stderr)
            found = [one for one in json.loads(checked.stdout)["advice"] if one["mistake"]]
            self.assertTrue(any(words in one["message"] and one["line"] == line and one["fix"] for one in found), found)

    def readme_sample(self):
        """The folder of README's plugin, and README's text."""
        with open(f"{SOURCE}/README.md", encoding="utf-8") as file:
            text = file.read()
        folder = f"{self.top}/uptime"
        write(f"{folder}/plugin.yaml", re.search(r"```yaml\n(name: uptime\n.*?)```", text, re.S)[1])
        write(f"{folder}/scripts/uptime.py", re.search(r"```python\n(#!.*?)```", text, re.S)[1], 0o755)
        write(f"{folder}/tests/host/root/proc/uptime", "86400.00 170000.00\n")
        return folder, text

    def test_the_plugin_of_readme_is_good_as_it_stands_there(self):
        folder, _ = self.readme_sample()
        checked = ctl("check", folder, profile=self.top)
        self.assertEqual((checked.returncode, json.loads(checked.stdout)["advice"]), (0, []), checked.stdout)
        tested = ctl("test", folder, profile=self.top)
        self.assertEqual(tested.returncode, 0, tested.stdout + tested.stderr)
        self.assertIn("says a time", tested.stdout)

    def test_the_plugin_of_readme_answers_on_a_practice_host_of_every_drill(self):
        os.chmod(self.top, 0o755)
        folder, _ = self.readme_sample()
        for drill in ("webshop", "bastion", "workstation"):
            root = f"{self.top}/{drill}"
            made = practice("make", "--root", root, "--name", "web-01", "--drill", drill)
            self.addCleanup(practice, "destroy", "--root", root, check=False)
            self.assertEqual(made.returncode, 0, made.stderr)
            inventory = f"{self.top}/{drill}.yaml"
            write(inventory, f"hosts: [{{name: web-01, reach: practice, root: {root}}}]\n")
            ran = ctl("run", folder, "show", "host=web-01", "--inventory", inventory, profile=self.top)
            self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
            self.assertIn("web-01 is up ", ran.stdout)

    def test_readme_has_every_line_a_script_may_print_and_the_answer_of_a_call(self):
        _, text = self.readme_sample()
        page = text[text.index("### Teach it a command"):]
        page = page[:page.index("\n### ", 10)] if "\n### " in page[10:] else page
        lines = re.findall(r'^\{"type": .*\}$', page, re.M)
        self.assertEqual(sorted({json.loads(line)["type"] for line in lines}),
                         ["fields", "log", "progress", "result", "table", "text"])
        folder = f"{self.top}/lines"
        write(f"{folder}/plugin.yaml", LINES_MANIFEST)
        write(f"{folder}/scripts/lines.sh", "#!/bin/sh\ncat <<'END'\n" + "\n".join(lines) + "\nEND\n", 0o755)
        ran = ctl("run", folder, "show", profile=self.top)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        said = [json.loads(line) for line in ran.stdout.splitlines()]
        self.assertEqual([line["type"] for line in said], [json.loads(line)["type"] for line in lines])
        self.assertIn('{"status": 200, "body": {', page)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese is complete and fits: every string of src and ui is translated, with the same placeholders."""
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLACE = os.path.join(TOP, "translations")
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
CJK = re.compile(r"[\u4e00-\u9fff]")
LRELEASE = "/usr/lib/qt6/bin/lrelease"


def messages(name):
    for context in ElementTree.parse(os.path.join(PLACE, name)).iter("context"):
        for message in context.findall("message"):
            yield context.findtext("name"), message


def forms(message):
    found = [form.text or "" for form in message.iter("numerusform")]
    return found or [message.findtext("translation") or ""]


class Files(unittest.TestCase):
    def test_an_update_would_change_nothing(self):
        done = subprocess.run([os.path.join(PLACE, "update"), "--check"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_it_compiles_and_holds_every_string(self):
        for name in ("wardroom_zh.ts", "wardroom_en.ts"):
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run([LRELEASE, os.path.join(PLACE, name), "-qm", os.path.join(folder, "x.qm")],
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("0 unfinished", done.stdout)
                self.assertNotIn("Ignored", done.stdout)


class Entries(unittest.TestCase):
    def each(self):
        for name in ("wardroom_zh.ts", "wardroom_en.ts"):
            for context, message in messages(name):
                with self.subTest(file=name, context=context, source=message.findtext("source")):
                    yield message

    def test_every_one_is_finished(self):
        for message in self.each():
            self.assertIsNone(message.find("translation").get("type"))
            for form in forms(message):
                self.assertTrue(form.strip())

    def test_placeholders_are_the_same(self):
        for message in self.each():
            wanted = sorted(set(PLACEHOLDER.findall(message.findtext("source"))))
            for form in forms(message):
                found = sorted(set(PLACEHOLDER.findall(form)))
                # "a minute" says what "%n minutes" says.
                if message.get("numerus") and "%n" not in found:
                    found = sorted([*found, "%n"])
                self.assertEqual(found, wanted)

    def test_options_commands_and_file_names_stay_as_they_are(self):
        literal = re.compile(r"--[a-z]+|wardroomctl|cscli|bubblewrap|WARDROOM_[A-Z_]+|"
                             r"[a-z]+\.(?:jsonl|json|html|pdf|csv|zip)\b")
        for message in self.each():
            wanted = set(literal.findall(message.findtext("source")))
            for form in forms(message):
                self.assertEqual(set(literal.findall(form)), wanted)


class Chinese(unittest.TestCase):
    def test_sentences_are_chinese(self):
        for context, message in messages("wardroom_zh.ts"):
            source = message.findtext("source")
            if len(re.findall(r"[a-z]{2,}", source)) >= 3:
                with self.subTest(context=context, source=source):
                    self.assertRegex(forms(message)[0], CJK)

    def test_one_word_is_said_in_one_way(self):
        for wrong in ("工作空间", "警报", "沙盒", "练习"):
            for context, message in messages("wardroom_zh.ts"):
                with self.subTest(context=context, wrong=wrong):
                    self.assertNotIn(wrong, forms(message)[0])

    def test_a_rehearsal_is_no_drill(self):
        for context, message in messages("wardroom_zh.ts"):
            source = message.findtext("source")
            if re.search("rehears", source, re.I) and not re.search("practi|drill", source, re.I):
                with self.subTest(context=context, source=source):
                    self.assertNotIn("演练", forms(message)[0])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is laid out as .clang-format says."""
import glob
import os
import re
import subprocess
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VERSION = 14  # Debian 12's; another version lays some lines out otherwise


def sources():
    found = []
    for folder in ("src", "ui", "tests"):
        for ending in ("cpp", "h"):
            found += glob.glob(os.path.join(TOP, folder, "**", "*." + ending), recursive=True)
    return sorted(found)


def complaints(paths):
    """The files among paths that clang-format would change."""
    said = subprocess.run(["clang-format", "--dry-run", *paths], capture_output=True, text=True, check=True).stderr
    return sorted(set(re.findall(r"^(.+?):\d+:\d+: warning: code should be clang-formatted", said, re.M)))


class TestFormat(unittest.TestCase):
    def setUp(self):
        said = subprocess.run(["clang-format", "--version"], capture_output=True, text=True, check=True).stdout
        version = int(re.search(r"version (\d+)", said).group(1))
        if version != VERSION:
            self.skipTest(f"clang-format {version} is here; the sources follow version {VERSION}")

    def test_every_source_is_laid_out_as_the_style_says(self):
        paths = sources()
        self.assertGreater(len(paths), 500)
        wrong = [os.path.relpath(path, TOP) for path in complaints(paths)]
        self.assertEqual(wrong, [], "run clang-format -i on these")

    def test_a_source_that_is_laid_out_otherwise_is_found(self):
        os.makedirs(os.path.join(TOP, "build"), exist_ok=True)
        with tempfile.NamedTemporaryFile("w", suffix=".cpp", dir=os.path.join(TOP, "build")) as wrong:
            wrong.write("int  main( ){return 0 ;}\n")
            wrong.flush()
            self.assertEqual(complaints([wrong.name]), [wrong.name])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No loop runs over a part of a result that is gone before the first round: until C++23, `for (x : task().value().list)`
destroys the result and keeps the list. Neither GCC 12 nor valgrind's default run tells; an abort of malloc long after
does."""
import glob
import os
import re
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GONE = re.compile(r"for \([^;:]*[^;:] : [^;]*\)\.(?:value|error)\(\)\.?\w*", re.S)


class TestLifetimes(unittest.TestCase):
    def test_no_loop_runs_over_a_part_of_what_is_gone(self):
        found = []
        for folder in ("src", "ui", "tests"):
            for path in glob.glob(os.path.join(TOP, folder, "**", "*.cpp"), recursive=True):
                with open(path, encoding="utf-8") as file:
                    found += [f"{os.path.relpath(path, TOP)}: {line.strip()}" for line in file if GONE.search(line)]
        self.assertEqual(found, [], "name the result before the loop")

    def test_such_a_loop_is_found(self):
        self.assertTrue(GONE.search("for (const Entry &entry : wait(history(room)).value().entries)"))
        self.assertTrue(GONE.search("for (const Entry &entry : wait(rooms()).value())"))
        self.assertFalse(GONE.search("for (const Entry &entry : wait(rooms()).value_or(QList<Room>()))"))
        self.assertFalse(GONE.search("for (const Entry &entry : page.entries)"))


if __name__ == "__main__":
    unittest.main()

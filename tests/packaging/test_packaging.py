#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/start, tests/run's counting and the files for packagers. apt, cmake and the rest are stand-ins that write
down how they were called, so nothing is installed here."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPTS = ("packaging/start", "packaging/dependencies.sh", "tests/run", "tests/bench", ".ci/run")


def run(argv, **more):
    return subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
                          **more)


class Stage(unittest.TestCase):
    """A checkout in a temporary folder with only what packaging/start needs."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="wardroom-start")
        self.addCleanup(place.cleanup)
        self.top = os.path.join(os.path.realpath(place.name), "top")
        self.tools = os.path.join(place.name, "tools")
        self.calls = os.path.join(place.name, "calls")
        self.installed = os.path.join(place.name, "installed")
        for folder in (self.top + "/packaging", self.top + "/resources/crowdsec", self.tools):
            os.makedirs(folder)
        for name in ("start", "dependencies.sh"):
            shutil.copy(os.path.join(TOP, "packaging", name), os.path.join(self.top, "packaging"))
        open(self.installed, "w", encoding="ascii").close()
        self.program(self.top + "/resources/crowdsec/private-crowdsec", 'mkdir -p "$3" && touch "$3/.unpacked"')
        self.program(self.tools + "/dpkg-query", f"""
            code=0
            for name in "${{@:4}}"; do
                if grep -qx "$name" {self.installed}; then echo "installed $name"; else code=1; fi
            done
            exit $code""", log=False)
        self.program(self.tools + "/apt-cache",
                     'for name in "${@:2}"; do echo "$name:"; echo "  Candidate: 1.0"; done', log=False)
        self.program(self.tools + "/apt-get", f"""
            for word in "$@"; do [ -z "${{found:-}}" ] || echo "$word"; [ "$word" != install ] || found=yes; done |
                grep -v ^-- >> {self.installed} || true""")
        self.program(self.tools + "/sudo", '"$@"')
        self.program(self.tools + "/cmake", f"""
            if [ "$1" = --preset ]; then
                mkdir -p {self.top}/build && touch {self.top}/build/build.ninja
                echo "CMAKE_HOME_DIRECTORY:INTERNAL={self.top}" > {self.top}/build/CMakeCache.txt
            else
                mkdir -p {self.top}/build/bin
                printf '%s\\n' '#!/bin/sh' 'echo "wardroom crowdsec=$WARDROOM_CROWDSEC $*" >> {self.calls}' \\
                    'exit 7' > {self.top}/build/bin/wardroom
                chmod +x {self.top}/build/bin/wardroom
            fi""")
        self.program(self.tools + "/xvfb-run", 'shift 3; "$@"')

    def program(self, path, body, log=True):
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/bash\n")
            if log:
                file.write(f'echo "{os.path.basename(path)} $*" >> {self.calls}\n')
            file.write(textwrap.dedent(body) + "\n")
        os.chmod(path, 0o755)

    def start(self, *arguments, **variables):
        open(self.calls, "w", encoding="utf-8").close()
        made = {"PATH": self.tools + ":/usr/bin:/bin", "HOME": os.path.dirname(self.calls), "LANG": "C", **variables}
        done = run([self.top + "/packaging/start", *arguments], env=made)
        with open(self.calls, encoding="utf-8") as file:
            return done, file.read()


class Start(Stage):
    def test_the_first_run_installs_builds_and_starts(self):
        done, calls = self.start()
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertIn(" install --no-install-recommends ", calls)
        self.assertIn("qtkeychain-qt6-dev", calls)
        self.assertIn("cmake --preset release", calls)
        self.assertIn("xvfb-run -a -s -screen 0 1600x1000x24 " + self.top + "/build/bin/wardroom", calls)

    def test_the_second_run_asks_neither_apt_nor_for_a_configuration(self):
        self.start()
        done, calls = self.start("--", "--profile", "a folder", DISPLAY=":0")
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertNotIn("apt-get", calls)
        self.assertNotIn("--preset", calls)
        self.assertNotIn("xvfb-run", calls)
        self.assertIn("wardroom crowdsec= --profile a folder", calls)

    def test_build_only_starts_nothing(self):
        done, calls = self.start("--build-only")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("bin/wardroom", calls)

    def test_the_tour_has_a_crowdsec_that_is_not_installed(self):
        done, calls = self.start("--tour", self.top + "/out", "--", "--workspace", "x")
        self.assertEqual(done.returncode, 7, done.stderr)
        cache = os.path.dirname(self.calls) + "/.cache/wardroom/crowdsec"
        self.assertIn(f"private-crowdsec prepare --into {cache}", calls)
        self.assertIn(f"wardroom crowdsec={cache} --tour {self.top}/out --workspace x", calls)
        with open(self.installed, encoding="ascii") as file:
            self.assertNotIn("crowdsec", file.read().split())

    def test_a_build_of_other_sources_is_refused_with_what_to_do(self):
        self.start("--build-only")
        with open(self.top + "/build/CMakeCache.txt", "w", encoding="utf-8") as file:
            file.write("CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n")
        done, _ = self.start("--build-only")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Remove it and run this again: rm -r", done.stderr)

    def test_wrong_words_are_explained(self):
        for wrong in (["--tour"], ["--unknown"], ["profile"]):
            with self.subTest(wrong=wrong):
                done, calls = self.start(*wrong)
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr.strip().splitlines()[-1], r"^start: .{20,}")
                self.assertEqual(calls, "")

    @unittest.skipUnless(run(["unshare", "--user", "--map-root-user", "--pid", "--fork", "true"]).returncode == 0,
                         "this machine lets nobody make a process namespace")
    def test_as_the_only_process_of_a_container_it_does_not_become_xvfb_run(self):
        self.program(self.tools + "/xvfb-run", f'echo "xvfb-run is process $$" >> {self.calls}; shift 3; "$@"')
        open(self.calls, "w", encoding="utf-8").close()
        done = run(["unshare", "--user", "--map-root-user", "--pid", "--fork", self.top + "/packaging/start"],
                   env={"PATH": self.tools + ":/usr/bin:/bin", "HOME": os.path.dirname(self.calls), "LANG": "C"})
        self.assertEqual(done.returncode, 7, done.stderr)
        with open(self.calls, encoding="utf-8") as file:
            self.assertRegex(file.read(), r"xvfb-run is process (?!1\n)\d+\n")

    def test_a_failed_build_says_what_to_do(self):
        self.program(self.tools + "/cmake", "exit 1")
        done, _ = self.start()
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not be configured", done.stderr)


class Counting(unittest.TestCase):
    """tests/support/suites.py on programs that end in every way."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="wardroom-suites")
        self.addCleanup(place.cleanup)
        self.build = place.name
        os.mkdir(self.build + "/tests")

    def suite(self, name, body):
        path = f"{self.build}/tests/test_{name}"
        with open(path, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\n[ "$1" != --classes ] || exit 0\n' + textwrap.dedent(body))
        os.chmod(path, 0o755)

    def count(self, *more):
        program = TOP + "/tests/support/suites.py"
        # What tests/run --quick tells this suite is not meant for the ones inside it.
        clean = {name: value for name, value in os.environ.items() if name not in ("WARDROOM_QUICK", "WARDROOM_FULL")}
        return run([sys.executable, program, "--build", self.build, "--filter", "test_zz", *more], env=clean)

    def test_totals_of_several_classes_are_added(self):
        self.suite("zz_good", "echo 'Totals: 7 passed, 0 failed, 1 skipped, 0 blacklisted, 3ms'\n"
                              "echo 'Totals: 2 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms'\n")
        done = self.count()
        self.assertEqual(done.stdout.splitlines()[-1], "9 passed, 0 failed, 1 skipped")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"(?m)^WARDROOM_SEED=\d+$")

    def test_a_crash_counts_and_so_does_a_failure(self):
        self.suite("zz_bad", "echo 'FAIL!  : TstX::y() no'\necho '   Loc: [x.cpp(5)]'\necho 'PASS   : TstX::z()'\n"
                             "echo 'Totals: 1 passed, 1 failed, 0 skipped, 0 blacklisted, 3ms'\nexit 1\n")
        self.suite("zz_crash", "echo 'PASS   : TstX::a()'\nkill -SEGV $$\n")
        self.suite("zz_silent", "exit 0\n")
        done = self.count()
        self.assertEqual(done.stdout.splitlines()[-1], "1 passed, 3 failed, 0 skipped")
        self.assertEqual(done.returncode, 1)
        for words in ("FAIL!  : TstX::y() no", "Loc: [x.cpp(5)]", "ended by SIGSEGV", "ran nothing"):
            self.assertIn(words, done.stdout)

    def test_nothing_is_a_failure_too(self):
        done = self.count()
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (1, "0 passed, 0 failed, 0 skipped"))

    def test_the_modes_are_told_to_the_suites(self):
        self.suite("zz_mode", 'echo "mode $WARDROOM_QUICK-$WARDROOM_FULL $QT_QPA_PLATFORM" >&2\nexit 3\n')
        self.assertIn("mode -1 ", self.count("--mode", "full").stdout)
        self.assertIn("mode 1- ", self.count("--mode", "quick").stdout)


class Files(unittest.TestCase):
    def test_scripts_are_well_formed(self):
        for name in SCRIPTS:
            with self.subTest(name=name):
                done = run(["bash", "-n", os.path.join(TOP, name)])
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_crowdsec_is_in_no_list_and_every_package_is_debians(self):
        lists = run(["bash", "-c", f". {TOP}/packaging/dependencies.sh; "
                     'printf "%s\\n" "${WARDROOM_PACKAGES_BUILD[@]}" "${WARDROOM_PACKAGES_RUN[@]}" '
                     '"${WARDROOM_PACKAGES_HEADLESS[@]}" "${WARDROOM_PACKAGES_TEST[@]}"']).stdout.split()
        self.assertGreater(len(lists), 30)
        self.assertEqual(len(lists), len(set(lists)))
        self.assertFalse([name for name in lists if "crowdsec" in name])
        known = run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *lists]).stdout
        # tests/run has installed them all, under exactly these names.
        self.assertEqual(sorted(set(lists)), sorted(re.findall(r"^installed (.*)$", known, re.M)))

    @unittest.skipUnless(shutil.which("desktop-file-validate") and shutil.which("appstreamcli"), "no validators")
    def test_what_packagers_take_is_valid(self):
        done = run(["desktop-file-validate", TOP + "/packaging/wardroom.desktop"])
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        done = run(["appstreamcli", "validate", "--no-net", TOP + "/packaging/org.wardroom.Wardroom.metainfo.xml"])
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_every_source_says_its_licence(self):
        folders = ("src", "ui", "tests", "packaging", "translations")
        # A tree that somebody else owns (root in a container) is no reason to look at nothing.
        listed = run(["git", "-c", "safe.directory=*", "-C", TOP, "ls-files", "-z", *folders]).stdout.split("\0")
        self.assertGreater(len(listed), 100)
        for name in listed:
            path = os.path.join(TOP, name)
            if name.startswith("tests/data/"):
                continue  # what tests read may be wrong on purpose
            if name.endswith((".cpp", ".h", ".py", ".sh", ".sql", "CMakeLists.txt", ".md")) and os.path.exists(path):
                with open(path, encoding="utf-8", errors="replace") as file:
                    with self.subTest(name=name):
                        self.assertIn("SPDX-License-Identifier: GPL-3.0-or-later", file.read(600))


if __name__ == "__main__":
    unittest.main()

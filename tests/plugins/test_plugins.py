#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped plugins on a real practice host, run the way the engine runs them, and the private CrowdSec.

    /usr/bin/python3 tests/plugins/test_plugins.py

Needs apt, dpkg, gpg, bubblewrap, python3-yaml; for CrowdSec the package once (downloaded, or WARDROOM_CACHE)."""
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import yaml

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import harness  # noqa: E402
from harness import PLUGINS, PYTHON, RESOURCES, ask, practice  # noqa: E402

CROWDSEC = os.path.join(RESOURCES, "crowdsec/private-crowdsec")
CACHE = os.environ.get("WARDROOM_CACHE") or os.path.expanduser("~/.cache/wardroom-tests")
HOST = "practice-01"
HOSTILE = ("; id", "$(id)", "a b", "-o APT::Get::X=1", "--root=/", "../../etc/passwd", "shop-web\n", "shop-web=1", "x" * 300, "ünï", "")


def patch(step, root, package="shop-web", **more):
    return ask("patch", step, {"host": HOST, "package": package}, root, "write" if step in ("run", "undo") else "read", **more)


def work_of_children():
    """Seconds of processor time that ended children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Place(unittest.TestCase):
    """A folder that the unprivileged user can reach, thrown away at the end."""

    @classmethod
    def setUpClass(cls):
        cls.top = tempfile.mkdtemp(prefix="wrt", dir="/tmp")
        os.chmod(cls.top, 0o755)
        if os.geteuid() != 0:
            cls.owner = os.geteuid()
        else:
            cls.owner = harness.UNPRIVILEGED[0]

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top, ignore_errors=True)

    def assert_quick(self, bar, seconds, work):
        """Under the bar by the clock; on a machine that is busy with other things, by the processor time it took."""
        busy = os.getloadavg()[0] > os.cpu_count()
        self.assertLess(work if busy else seconds, bar, f"{seconds:.2f} s, {work:.2f} s of work")

    def make(self, name="p", start=False):
        root = os.path.join(self.top, name)
        practice("make", "--root", root, "--name", HOST)
        self.addCleanup(practice, "destroy", "--root", root, check=False)
        if start:
            practice("start", "--root", root)
        return root

    def info(self, root):
        return json.loads(practice("info", "--root", root).stdout)


class PracticeHost(Place):
    def test_it_is_made_in_under_two_seconds_and_belongs_to_nobody_privileged(self):
        begun, worked = time.monotonic(), work_of_children()
        root = self.make()
        self.assert_quick(2, time.monotonic() - begun, work_of_children() - worked)
        about = self.info(root)
        self.assertEqual({name: package["state"] for name, package in about["packages"].items()},
                         {"practice-base": "ii", "shop-tls": "ii", "shop-web": "ii", "shop-mailer": "ii"})
        for folder, folders, files in os.walk(root):
            for name in folders + files:
                self.assertEqual(os.lstat(os.path.join(folder, name)).st_uid, self.owner, os.path.join(folder, name))

    def test_a_changed_repository_and_a_changed_package_are_refused(self):
        root = self.make()
        update = harness.drop() + ["env", f"APT_CONFIG={root}/etc/apt/apt.conf", "apt-get", "update"]
        self.assertEqual(subprocess.run(update, capture_output=True, check=False).returncode, 0)
        release = os.path.join(root, "srv/repository/InRelease")
        with open(release, encoding="utf-8") as file:
            signed = file.read()
        with open(release, "w", encoding="utf-8") as file:
            file.write(signed.replace("Label: Wardroom", "Label: Somebody"))
        answer = subprocess.run(update, capture_output=True, text=True, check=False)
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("BADSIG", answer.stdout + answer.stderr)

        plan = patch("rehearse", root)
        with open(os.path.join(root, "srv/repository/shop-web_2.8.1-1_all.deb"), "r+b") as file:
            file.seek(-1, 2)
            file.write(b"x")
        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual(done.code, 1)
        self.assertIn("Hash Sum mismatch", done.summary)
        self.assertEqual(self.info(root)["packages"]["shop-web"], {"version": "2.8.0-1", "state": "ii"})

    def test_its_services_really_listen_and_end_when_stopped(self):
        root = self.make(start=True)
        ports = self.info(root)["ports"]
        self.assertEqual(sorted(port["port"] for port in ports), [25, 443])
        web = next(port for port in ports if port["port"] == 443)
        with urllib.request.urlopen(f"http://127.0.0.1:{web['real_port']}/", timeout=3) as answer:
            self.assertEqual(json.load(answer)["packages"], {"shop-web": "2.8.0-1", "shop-tls": "1.4.2-1"})
        practice("stop", "--root", root)
        self.assertFalse(os.path.exists(f"/proc/{web['pid']}"))
        with self.assertRaises(urllib.error.URLError):
            urllib.request.urlopen(f"http://127.0.0.1:{web['real_port']}/", timeout=3)

    def test_a_service_that_dies_is_started_again(self):
        root = self.make(start=True)
        before = self.info(root)["ports"][0]
        os.kill(before["pid"], 9)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and before["pid"] in [port["pid"] for port in self.info(root)["ports"]]:
            time.sleep(0.05)
        self.assertEqual(len(self.info(root)["ports"]), 2)
        self.assertNotIn(before["pid"], [port["pid"] for port in self.info(root)["ports"]])

    def test_destroying_it_leaves_nothing_running_and_follows_no_link(self):
        root = self.make(start=True)
        pids = [port["pid"] for port in self.info(root)["ports"]]
        precious = os.path.join(self.top, "precious")
        os.makedirs(precious, exist_ok=True)
        os.symlink(precious, os.path.join(root, "link"))
        practice("destroy", "--root", root)
        self.assertFalse(os.path.exists(root))
        self.assertTrue(os.path.isdir(precious))
        self.assertEqual([pid for pid in pids if os.path.exists(f"/proc/{pid}")], [])

    def test_a_folder_that_is_not_one_is_not_destroyed(self):
        other = os.path.join(self.top, "other")
        os.makedirs(other)
        with open(os.path.join(other, "file"), "w", encoding="utf-8"):
            pass
        self.assertEqual(practice("destroy", "--root", other, check=False).returncode, 1)
        self.assertEqual(practice("make", "--root", other, "--name", HOST, check=False).returncode, 1)
        self.assertTrue(os.path.exists(os.path.join(other, "file")))

    def test_it_never_belongs_to_root(self):
        answer = practice("make", "--root", os.path.join(self.top, "r"), "--name", HOST, "--owner", "0:0", check=False)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("never belongs to root", answer.stderr)

    @unittest.skipUnless(os.geteuid() == 0, "needs root, to become another user")
    def test_it_is_made_by_a_plain_user_too(self):
        home = os.path.join(self.top, "home")
        os.makedirs(home)
        os.chown(home, *harness.UNPRIVILEGED)
        root = os.path.join(home, "p")
        for command in (["make", "--root", root, "--name", HOST], ["start", "--root", root], ["break", "--root", root, "shop-web"],
                        ["mend", "--root", root], ["info", "--root", root], ["stop", "--root", root], ["destroy", "--root", root]):
            answer = subprocess.run(harness.drop() + [PYTHON, harness.PRACTICE, *command], capture_output=True, text=True, check=False)
            self.assertEqual(answer.returncode, 0, f"{command}: {answer.stderr}")
        self.assertFalse(os.path.exists(root))


class Patch(Place):
    def test_a_patch_is_rehearsed_applied_verified_undone_and_that_verified(self):
        root = self.make(start=True)
        plan = patch("rehearse", root)
        self.assertEqual(plan.code, 0, plan.summary)
        self.assertEqual((plan.data["before"], plan.data["after"]), ("2.8.0-1", "2.8.1-1"))
        self.assertEqual(plan.data["argv"][-2:], ["install", "shop-web=2.8.1-1"])
        self.assertEqual(plan.data["cves"], ["CVE-2099-0002"])
        self.assertIn(["shop-tls", "1.4.2-1", "1.4.3-1"], plan.data["changes"])
        sizes = sum(os.path.getsize(os.path.join(root, "srv/repository", name)) for name in ("shop-web_2.8.1-1_all.deb", "shop-tls_1.4.3-1_all.deb"))
        self.assertEqual(plan.data["effect"], f"2 upgraded, 0 newly installed, 0 to remove · needs {(sizes + 1023) // 1024} kB · restarts shop-web")
        self.assertEqual(self.info(root)["packages"]["shop-web"]["version"], "2.8.0-1", "a rehearsal changes nothing")

        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual(done.code, 0, done.summary)
        self.assertEqual((done.data["state"], done.data["after"]), ("ii", "2.8.1-1"))
        steps = [line["step"] for line in done.of("progress")]
        self.assertEqual(steps, sorted(steps))
        self.assertEqual(sorted(set(steps)), [1, 2, 3, 4, 5])
        self.assertTrue(any("Unpacking shop-web (2.8.1-1) over (2.8.0-1)" in line["text"] for line in done.of("log")))
        program = os.path.join(root, "usr/bin/shop-web")
        self.assertEqual(subprocess.run([program, "--version"], capture_output=True, text=True).stdout, "shop-web 2.8.1-1\n")

        seen = patch("verify", root, rehearsal=plan.data, run=done.data)
        self.assertEqual((seen.code, seen.data["verdict"], seen.data["after"]), (0, "verified", "2.8.1-1"), seen.summary)
        with open(os.path.join(root, "run/services.json"), encoding="utf-8") as file:
            services = json.load(file)
        self.assertEqual(services["shop-web"]["packages"], {"shop-web": "2.8.1-1", "shop-tls": "1.4.3-1"})

        back = patch("undo", root, rehearsal=plan.data, run=done.data)
        self.assertEqual((back.code, back.data["after"]), (0, "2.8.0-1"), back.summary)
        again = patch("verify_undo", root, rehearsal=plan.data, run=done.data)
        self.assertEqual((again.code, again.data["verdict"]), (0, "verified"), again.summary)
        packages = self.info(root)["packages"]
        self.assertEqual((packages["shop-web"], packages["shop-tls"]),
                         ({"version": "2.8.0-1", "state": "ii"}, {"version": "1.4.2-1", "state": "ii"}))

    def test_what_was_shown_is_what_ran(self):
        """The argv of the rehearsal, run by hand, does what the plugin's run did."""
        root = self.make()
        plan = patch("rehearse", root)
        argv = harness.inside("patch", root) + ["sh", "-c", 'exec "$@" 3>/dev/null', "sh", *plan.data["argv"]]
        self.assertEqual(subprocess.run(argv, capture_output=True, check=False).returncode, 0)
        self.assertEqual(patch("verify", root, rehearsal=plan.data).data["verdict"], "verified")

    def test_a_patch_that_does_not_take_is_not_verified_and_can_be_undone(self):
        root = self.make(start=True)
        practice("break", "--root", root, "shop-web")
        plan = patch("rehearse", root)
        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual((done.code, done.data["state"], done.data["after"]), (0, "ii", "2.8.1-1"), "apt and dpkg are content")
        seen = patch("verify", root, rehearsal=plan.data, run=done.data)
        self.assertEqual((seen.code, seen.data["verdict"], seen.data["says"]), (0, "not_verified", "shop-web 2.8.0-1"))
        self.assertIn("dpkg-divert", seen.summary)
        self.assertEqual(patch("undo", root, rehearsal=plan.data, run=done.data).code, 0)
        self.assertEqual(patch("verify_undo", root, rehearsal=plan.data, run=done.data).data["verdict"], "verified")
        practice("mend", "--root", root)
        plan = patch("rehearse", root)
        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual(patch("verify", root, rehearsal=plan.data, run=done.data).data["verdict"], "verified")

    def test_mending_after_the_patch_lets_it_take(self):
        root = self.make(start=True)
        practice("break", "--root", root, "shop-tls")
        plan = patch("rehearse", root, "shop-tls")
        done = patch("run", root, "shop-tls", rehearsal=plan.data)
        self.assertEqual(patch("verify", root, "shop-tls", rehearsal=plan.data, run=done.data).data["verdict"], "not_verified")
        practice("mend", "--root", root, "shop-tls")
        self.assertEqual(patch("verify", root, "shop-tls", rehearsal=plan.data, run=done.data).data["verdict"], "verified")

    def test_a_held_package_is_not_even_rehearsed(self):
        root = self.make()
        practice("break", "--root", root, "shop-web", "--how", "hold")
        plan = patch("rehearse", root)
        self.assertEqual(plan.code, 1)
        self.assertIn("held", plan.summary)

    def test_a_host_that_changed_since_the_rehearsal_is_left_alone(self):
        root = self.make()
        plan = patch("rehearse", root)
        first = patch("rehearse", root, "shop-tls")
        self.assertEqual(patch("run", root, "shop-tls", rehearsal=first.data).code, 0)
        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual(done.code, 1)
        self.assertIn("changed since the rehearsal", done.summary)
        self.assertEqual(self.info(root)["packages"]["shop-web"]["version"], "2.8.0-1")

    def test_an_undo_that_was_not_shown_is_refused(self):
        root = self.make()
        plan = patch("rehearse", root)
        done = patch("run", root, rehearsal=plan.data)
        begin = plan.data["undo"][:-2]
        kept = f"{root}/var/cache/wardroom/kept/"
        for forged in (["sh", "-c", "id"], begin, begin + ["shop-web=1"], begin + ["-oDPkg::Pre-Invoke::=id"], begin + [["x"]], "x", 7,
                       begin + ["/tmp/evil.deb"], begin + [kept + "../x_1.deb"], begin[:-1] + ["-o", "A=b", "install", plan.data["undo"][-1]]):
            answer = patch("undo", root, rehearsal={**plan.data, "undo": forged}, run=done.data)
            self.assertEqual((answer.code, answer.result["ok"]), (1, False), forged)
        self.assertEqual(self.info(root)["packages"]["shop-web"]["version"], "2.8.1-1")

    def test_the_plan_alone_is_enough_for_every_later_step(self):
        """What the room keeps of a rehearsal is the plan, not all of its data."""
        root = self.make()
        kept = ("argv", "as", "effect", "undo", "verify", "before", "after")
        plan = {key: value for key, value in patch("rehearse", root).data.items() if key in kept}
        self.assertEqual(set(plan), set(kept))
        for step, verdict in (("run", None), ("verify", "verified"), ("undo", None), ("verify_undo", "verified")):
            answer = patch(step, root, rehearsal=plan)
            self.assertEqual((answer.code, answer.data.get("verdict")), (0, verdict), answer.summary)

    def test_a_postinst_that_fails_is_told_with_the_state(self):
        root = self.make()
        plan = patch("rehearse", root)
        # The service keeper's folder is a file, so the package's postinst cannot write there.
        shutil.rmtree(os.path.join(root, "run"))
        with open(os.path.join(root, "run"), "w", encoding="utf-8"):
            pass
        done = patch("run", root, rehearsal=plan.data)
        self.assertEqual(done.code, 1)
        self.assertIn("apt exited 100", done.summary)
        self.assertIn(done.data["state"], ("iF", "iU"))
        self.assertEqual(patch("verify", root, rehearsal=plan.data, run=done.data).data["verdict"], "not_verified")
        self.assertIn("configure -a", patch("rehearse", root).summary)

    def test_hostile_arguments_are_refused_before_anything_runs(self):
        root = self.make()
        for value in HOSTILE:
            for step in ("rehearse", "run"):
                answer = patch(step, root, value)
                self.assertEqual((answer.code, answer.result["ok"]), (1, False), f"{step} {value!r}: {answer.summary}")
                if step == "rehearse":
                    answer = ask("patch", step, {"host": HOST, "package": "shop-web", "version": value or "x y"}, root)
                    self.assertEqual((answer.code, answer.result["ok"]), (1, False), f"{value!r}: {answer.summary}")

    def test_this_machine_is_not_reachable_with_rights(self):
        answer = ask("patch", "rehearse", {"host": "here", "package": "bash"}, "/", name="here", kind="local")
        self.assertEqual(answer.code, 1)
        self.assertIn("not reachable with rights", answer.summary)

    def test_a_request_that_is_not_one_is_answered_with_a_result(self):
        for bad in (b"", b"[]", b"{", b'{"args": 3}', b"\xff\xfe", b'{"args":{"package":{"a":1}},"host":{"kind":"practice","root":"/etc"}}'):
            argv = harness.bwrap("patch", "scripts/patch.py", "rehearse")
            done = subprocess.run(argv, input=bad, capture_output=True, check=False)
            self.assertNotEqual(done.returncode, 0)
            last = json.loads(done.stdout.splitlines()[-1])
            self.assertEqual((last["type"], last["ok"]), ("result", False), bad)


class Questions(Place):
    """What only reads; one host serves all but those that change it first."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shared = os.path.join(cls.top, "shared")
        practice("make", "--root", cls.shared, "--name", HOST)
        practice("start", "--root", cls.shared)

    @classmethod
    def tearDownClass(cls):
        practice("destroy", "--root", cls.shared)
        super().tearDownClass()

    def test_fixes_are_found_in_the_candidates_own_changelogs(self):
        root = self.shared
        found = ask("fix", "run", {"host": HOST, "cve": "CVE-2099-0002"}, root)
        self.assertEqual(found.code, 0)
        fix, = found.data["fixes"]
        self.assertEqual((fix["package"], fix["installed"], fix["candidate"], fix["names"]),
                         ("shop-web", "2.8.0-1", "2.8.1-1", {"CVE-2099-0002": "2.8.1-1"}))
        self.assertEqual(fix["also"], ["shop-tls 1.4.2-1 → 1.4.3-1"])
        every = ask("fix", "run", {"host": HOST}, root)
        self.assertEqual([fix["package"] for fix in every.data["fixes"]], ["shop-tls", "shop-web"])

    def test_a_cve_that_nothing_names_is_unknown_and_a_fixed_one_is_said_so(self):
        root = self.shared
        unknown = ask("fix", "run", {"host": HOST, "cve": "CVE-2099-123456"}, root)
        self.assertTrue(unknown.data["unknown"])
        self.assertIn("unknown", unknown.summary)
        fixed = ask("fix", "run", {"host": HOST, "cve": "CVE-2098-0420"}, root)
        self.assertEqual(fixed.data["already"], [{"package": "shop-web", "version": "2.8.0-1"}])
        for value in ("CVE-1", "cve'", "CVE-2099-0001; id"):
            self.assertEqual(ask("fix", "run", {"host": HOST, "cve": value}, root).code, 1)

    def test_a_held_fix_is_still_listed(self):
        root = self.make()
        practice("break", "--root", root, "shop-web", "--how", "hold")
        self.assertIn("shop-web", [fix["package"] for fix in ask("fix", "run", {"host": HOST}, root).data["fixes"]])

    def status(self, root, what="status", **more):
        return ask("host", "run", {"host": HOST}, root, sandbox="observe", words=(what,), **more)

    def test_the_status_of_a_host_is_there_in_under_a_second(self):
        root = self.shared
        record = [{"at": 1790000000000, "text": "Priya opened an incident about practice-01"}]
        for _ in range(3):
            worked = work_of_children()
            answer = self.status(root, record=record)
            self.assertEqual(answer.code, 0)
            self.assert_quick(1, answer.seconds, work_of_children() - worked)
        self.assertIn("public", answer.field("Exposure")["value"])
        self.assertEqual(answer.field("Listening ports")["value"], "25 shop-mailer, 443 shop-web")
        self.assertIn("ops from 10.20.0.14", answer.field("Sign-ins")["value"])
        self.assertIn("203.0.113.7", answer.field("Failed sign-ins")["value"])
        self.assertIn("shop-tls 1.4.2-1 → 1.4.3-1 (CVE-2099-0001)", answer.field("Pending fixes")["value"])
        self.assertIn("Priya opened", answer.field("On record")["value"])
        self.assertTrue(all(row["source"] for line in answer.of("fields") for row in line["rows"]), "each fact has its source")

    def test_every_fact_that_is_read_says_where_it_comes_from(self):
        root, path = self.shared, "/usr/bin/shop-web"
        asked = {("host", what): {} for what in ("status", "processes", "connections", "logins", "changes")}
        asked |= {("log",): {"text": "sshd"}, ("ip",): {"address": "203.0.113.7"}, ("indicator",): {"indicator": "203.0.113.7"},
                  ("fix",): {}, ("fix", "cve"): {"cve": "CVE-2099-0001"}, ("file", "hash"): {"path": path}}
        aged = 0
        for (plugin, *words), args in asked.items():
            answer = ask(plugin, "run", {"host": HOST, **args}, root, sandbox="observe" if plugin == "host" else "isolated", words=words)
            rows = [row for line in answer.of("fields") for row in line["rows"]]
            self.assertEqual([row["label"] for row in rows if not row.get("source")], [], (plugin, words, answer.summary))
            aged += sum("ago" in row["source"] or "just now" in row["source"] for row in rows)
        self.assertGreater(aged, 10)
        status = self.status(root)
        for label in ("Exposure", "Listening ports", "Sign-ins", "Pending fixes"):
            self.assertRegex(status.field(label)["source"], "ago|just now|never read", label)

    def test_the_status_says_what_is_not_running_and_speaks_chinese(self):
        root = self.make()
        self.assertIn("not running", self.status(root).field("Listening ports")["value"])
        self.assertIn("公网可达", self.status(root, lang="zh").field("暴露面")["value"])

    def test_processes_and_sign_ins_are_the_real_ones(self):
        root = self.shared
        found = self.status(root, "processes")
        rows = {row[0]: row for row in found.of("table")[0]["rows"]}
        self.assertEqual(rows["shop-web"][1], str(next(port["pid"] for port in self.info(root)["ports"] if port["port"] == 443)))
        seen = self.status(root, "logins")
        self.assertEqual((seen.data["good"], seen.data["failed"]), (5, 6))
        self.assertIn("203.0.113.7", seen.data["addresses"])
        self.assertIn("203.0.113.7", seen.field("Failed from")["value"])

    def test_this_machine_has_a_status_too_and_its_processes_show_no_arguments(self):
        worked = work_of_children()
        answer = self.status("/", kind="local", name="here")
        self.assertEqual(answer.code, 0)
        self.assert_quick(1, answer.seconds, work_of_children() - worked)
        secret = subprocess.Popen(["sleep", "30.4242"])
        try:
            found = self.status("/", "processes", kind="local", name="here")
        finally:
            secret.kill()
            secret.wait()
        self.assertIn("sleep", [row[0].split()[-1] for row in found.of("table")[0]["rows"]])
        self.assertNotIn("30.4242", json.dumps(found.lines))

    def test_this_machines_fixes_are_answered_without_network_or_an_unread_changelog_called_clean(self):
        answer = ask("fix", "run", {"host": "here", "cve": "CVE-2099-9999"}, "/", name="here", kind="local", sandbox="observe")
        self.assertIn("result", [line["type"] for line in answer.lines])
        if answer.code == 0:
            self.assertTrue(answer.data["unknown"])

    def test_a_log_is_searched_as_it_stands_and_links_are_not_followed(self):
        root = self.make()
        os.symlink("/etc/passwd", os.path.join(root, "var/log/passwd.log"))
        found = ask("log", "run", {"host": HOST, "text": "failed PASSWORD"}, root)
        self.assertEqual(found.data["lines"], 6)
        self.assertEqual(ask("log", "run", {"host": HOST, "text": "root:x:0"}, root).data["lines"], 0)
        self.assertEqual(ask("log", "run", {"host": HOST, "text": "(((.*"}, root).data["lines"], 0)

    def test_a_log_full_of_hostile_bytes_is_read_in_time(self):
        root = self.make()
        with open(os.path.join(root, "var/log/big.log"), "wb") as file:
            file.write(b"\xff\xfe\x00\x1b[31m needle \xe2\x80\xae\n" * 1000 + b"x" * (8 << 20))
        os.chmod(os.path.join(root, "var/log/big.log"), 0o644)
        found = ask("log", "run", {"host": HOST, "text": "needle"}, root)
        self.assertEqual((found.code, found.data["lines"]), (0, 1000))
        self.assertNotIn("\x1b", json.dumps(found.lines, ensure_ascii=False))
        self.assertNotIn("\u202e", json.dumps(found.lines, ensure_ascii=False))

    def test_an_address_is_looked_up_in_the_record_and_the_hosts_logs(self):
        root = self.shared
        record = [{"at": 1, "text": "203.0.113.7 was seen"}, {"at": 2, "text": "203.0.113.70 was seen"}, {"at": "x", "text": 3}, 7]
        found = ask("ip", "run", {"address": "203.0.113.7", "host": HOST}, root, record=record)
        self.assertEqual((found.data["lines"], found.data["failed"], found.data["record"]), (7, 6, 1))
        for value in ("1.2.3", "203.0.113.7; id", "-1", "::g"):
            self.assertEqual(ask("ip", "run", {"address": value}).code, 1)


class Manifests(Place):
    """What plugin.yaml says of itself."""

    def manifests(self):
        for name in sorted(os.listdir(PLUGINS)):
            if not os.path.exists(os.path.join(PLUGINS, name, "plugin.yaml")):
                continue
            with open(os.path.join(PLUGINS, name, "plugin.yaml"), encoding="utf-8") as file:
                yield name, yaml.safe_load(file)

    def test_every_text_is_there_in_english_and_chinese(self):
        def both(place, texts):
            self.assertEqual(set(texts), {"en", "zh"}, place)
            self.assertTrue(texts["en"] and texts["zh"], place)

        for name, manifest in self.manifests():
            self.assertEqual(manifest["name"], name)
            both(name, manifest["summary"])
            for command in manifest["commands"]:
                for key in ("summary", "help", "title", "phrases"):
                    if key != "phrases" or command["id"] != "explain":  # its words are another command's
                        both(f"{command['id']} {key}", command[key])
                for argument in command["arguments"]:
                    both(f"{command['id']} {argument['name']}", argument["help"])
                if command["risk"] in ("change", "disrupt"):
                    both(command["id"], command["danger"])

    def test_phrases_and_titles_name_only_arguments_and_steps_only_scripts_that_are_there(self):
        import re
        for name, manifest in self.manifests():
            for command in manifest["commands"]:
                names = {argument["name"] for argument in command["arguments"]}
                phrases = command.get("phrases", {"en": [], "zh": []})
                said = [*phrases["en"], *phrases["zh"], *command["title"].values()]
                for text in said:
                    self.assertLessEqual(set(re.findall(r"{(\w+)}", text)), names, f"{command['id']}: {text}")
                for step in ("rehearse", "run", "verify", "undo", "verify_undo"):
                    if isinstance(command.get(step), list):
                        self.assertTrue(os.path.isfile(os.path.join(PLUGINS, name, command[step][0])))
                    elif command.get(step):
                        self.assertIn(list(command[step])[0], ("tool", "room", "on_host"))
                    if isinstance(command.get(step), dict) and "on_host" in command[step]:
                        self.assertTrue(os.path.isfile(os.path.join(PLUGINS, name, command[step]["on_host"][0])))

    def test_links_out_of_a_plugin_lead_to_the_shared_folder_only(self):
        for name in os.listdir(PLUGINS):
            for folder, _, files in os.walk(os.path.join(PLUGINS, name)):
                for file in files:
                    path = os.path.join(folder, file)
                    if os.path.islink(path):
                        self.assertEqual(os.path.realpath(path), os.path.join(PLUGINS, "shared", file), path)

    # Who promises what: the ids are a contract. Facts in the room have no script; the fold's and the room's tests have them.
    TABLE = ("host.status host.processes host.connections host.logins host.changes log.search cve.show fix.list ip.lookup indicator.search file.hash "
             "file.scan alert.list alert.show patch.apply ip.block ip.unblock process.stop user.lock user.unlock file.quarantine file.restore "
             "host.isolate host.release incident.open incident.status incident.severity incident.lead incident.page incident.summary incident.close "
             "incident.reopen task.add task.done note.add remind oncall.show room.catchup room.handover bot.help bot.learn").split()

    def test_every_command_that_is_promised_is_there_and_tested(self):
        commands = {command["id"]: command for _, manifest in self.manifests() for command in manifest["commands"]}
        for name in self.TABLE:
            command = commands[name]
            if isinstance(command["run"], dict) and "room" in command["run"]:
                continue
            tests = command.get("tests", [])
            self.assertGreaterEqual(len(tests), 2, name)
            # A scanner is no part of a fixture: test_commands.py runs a real one.
            self.assertTrue(name == "file.scan" or [test for test in tests if test["expect"].get("exit", 0) == 0], name)
            if command["risk"] not in ("change", "disrupt"):
                continue
            for step in ("rehearse", "verify", "undo", "verify_undo"):
                self.assertIn(step, command, name)
            self.assertTrue([test for test in tests if test.get("step") == "verify" and test["expect"].get("verdict") in ("not_verified", "drifted")], f"{name} has no test of what is not verified")

    def test_every_plugins_own_tests_pass(self):
        ran = 0
        for name, manifest in self.manifests():
            for command in manifest["commands"]:
                for test in command.get("tests", []):
                    with self.subTest(command=command["id"], test=test["name"]):
                        self.own_test(name, command, test)
                        ran += 1
        self.assertGreaterEqual(ran, 15)

    def own_test(self, name, command, test):
        fixture = os.path.join(PLUGINS, name, test.get("fixture", "none"))
        root = None
        if os.path.isdir(os.path.join(fixture, "root")):
            root = tempfile.mkdtemp(dir=self.top)
            shutil.copytree(os.path.join(fixture, "root"), root, dirs_exist_ok=True)
            os.chmod(root, 0o755)
            harness.give(root)
        more = {}
        if os.path.exists(os.path.join(fixture, "request.json")):
            with open(os.path.join(fixture, "request.json"), encoding="utf-8") as file:
                more = json.load(file)
        script, *words = harness.argv_of(command[test.get("step", "run")])
        writes = command.get("host_access") == "write" and test.get("step", "run") in ("run", "undo")
        answer = ask(name, words[-1], test.get("args", {}), root, "write" if writes else "read", command.get("sandbox", "isolated"),
                     script, words=tuple(words[:-1]), netfilter=command.get("netfilter", False), **more)
        expect = test["expect"]
        self.assertEqual(answer.code, expect.get("exit", 0), answer.summary)
        if "verdict" in expect:
            self.assertEqual(answer.data["verdict"], expect["verdict"])
        contains = expect.get("contains", "")
        for text in contains if isinstance(contains, list) else [contains]:
            self.assertIn(text, "\n".join(json.dumps(line, ensure_ascii=False) for line in answer.lines))


class CrowdSec(Place):
    """A real CrowdSec, unpacked and private, seen through its local API."""

    AGENT = "Wardroom/1.0"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unpacked = os.path.join(CACHE, "crowdsec")
        os.makedirs(CACHE, exist_ok=True)
        done = subprocess.run([PYTHON, CROWDSEC, "prepare", "--into", cls.unpacked], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        cls.run_folder, cls.log = os.path.join(cls.top, "r"), os.path.join(cls.top, "auth.log")
        begun = time.monotonic()
        done = subprocess.run([PYTHON, CROWDSEC, "start", "--unpacked", cls.unpacked, "--run", cls.run_folder, "--log", cls.log],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        cls.took = time.monotonic() - begun
        cls.about = json.loads(done.stdout)
        with open(cls.about["password_file"], encoding="utf-8") as file:
            cls.password = file.read()
        with open(cls.about["bouncer_key_file"], encoding="utf-8") as file:
            cls.key = file.read()

    @classmethod
    def tearDownClass(cls):
        subprocess.run([PYTHON, CROWDSEC, "stop", "--run", cls.run_folder], capture_output=True, check=False)
        super().tearDownClass()

    def call(self, path, body=None, agent=AGENT, **headers):
        request = urllib.request.Request(self.about["url"] + path, data=json.dumps(body).encode() if body else None,
                                         headers={"User-Agent": agent, "Content-Type": "application/json", **headers})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5) as answer:
            return json.load(answer)

    def sign_in(self, agent=AGENT):
        body = {"machine_id": self.about["machine"], "password": self.password, "scenarios": []}
        return {"Authorization": "Bearer " + self.call("/v1/watchers/login", body, agent)["token"]}

    def test_lines_written_right_after_start_become_an_alert_and_a_ban(self):
        subprocess.run([PYTHON, CROWDSEC, "attack", "--log", self.log, "--address", "203.0.113.7", "--lines", "12"], check=True,
                       capture_output=True)
        token, deadline, alerts = self.sign_in(), time.monotonic() + 10, None
        while not alerts and time.monotonic() < deadline:
            alerts = self.call("/v1/alerts?limit=0", **token)
            time.sleep(0.1)
        self.assertEqual({alert["source"]["value"] for alert in alerts}, {"203.0.113.7"})
        self.assertIn("crowdsecurity/ssh-bf", {alert["scenario"] for alert in alerts})
        bans = self.call("/v1/decisions", **{"X-Api-Key": self.key})
        self.assertEqual({(ban["value"], ban["type"]) for ban in bans}, {("203.0.113.7", "ban")})

    def test_the_agent_must_have_exactly_one_slash(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.sign_in("Wardroom")
        self.assertEqual(refused.exception.code, 401)
        refused.exception.close()

    def test_its_secrets_are_nobody_elses_and_in_no_command_line(self):
        for path in (self.about["password_file"], self.about["bouncer_key_file"], os.path.join(self.run_folder, "etc/sensor.yaml")):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600, path)
        self.assertEqual(stat.S_IMODE(os.stat(self.run_folder).st_mode), 0o700)
        self.assertGreaterEqual(len(self.password), 32)
        with open(f"/proc/{self.about['pid']}/cmdline", encoding="utf-8") as file:
            self.assertNotIn(self.password, file.read())

    def test_it_listens_on_loopback_only_and_knows_no_central_api(self):
        ports = []
        for name in ("tcp", "tcp6"):
            with open(f"/proc/{self.about['pid']}/net/{name}", encoding="ascii") as file:
                ports += [line.split()[1] for line in file.readlines()[1:] if line.split()[3] == "0A"]
        port = f"{int(self.about['url'].rpartition(':')[2]):04X}"
        self.assertEqual([address for address in ports if address.endswith(":" + port)], ["0100007F:" + port])
        with open(os.path.join(self.run_folder, "etc/config.yaml"), encoding="utf-8") as file:
            self.assertNotIn("online_client", file.read())

    def test_a_hostile_address_is_not_written_into_the_log(self):
        before = os.path.getsize(self.log)
        for address in ("x", "203.0.113.7\nroot", ""):
            done = subprocess.run([PYTHON, CROWDSEC, "attack", "--log", self.log, "--address", address], capture_output=True, check=False)
            self.assertEqual(done.returncode, 1)
        self.assertEqual(os.path.getsize(self.log), before)

    def test_more_of_the_same_is_told_after_its_silence_and_stopping_ends_the_process(self):
        """CrowdSec's own silence after an alert is a minute; a drill may shorten it."""
        run, log = os.path.join(self.top, "second"), os.path.join(self.top, "second.log")
        done = subprocess.run([PYTHON, CROWDSEC, "start", "--unpacked", self.unpacked, "--run", run, "--log", log, "--blackhole", "100ms"],
                              capture_output=True, text=True, check=True)
        self.addCleanup(subprocess.run, [PYTHON, CROWDSEC, "stop", "--run", run], capture_output=True, check=False)
        pid = json.loads(done.stdout)["pid"]

        def told(at_least):
            deadline, found = time.monotonic() + 10, 0
            while found < at_least and time.monotonic() < deadline:
                time.sleep(0.1)
                with open(os.path.join(run, "crowdsec.log"), encoding="utf-8") as file:
                    found = file.read().count("performed 'crowdsecurity/ssh-bf'")
            return found

        attack = [PYTHON, CROWDSEC, "attack", "--log", log, "--lines"]
        subprocess.run([*attack, "12"], check=True, capture_output=True)
        first = told(1)
        self.assertGreaterEqual(first, 1)
        time.sleep(0.3)
        subprocess.run([*attack, "60", "--pause", "0.02"], check=True, capture_output=True)
        self.assertGreater(told(first + 1), first)
        subprocess.run([PYTHON, CROWDSEC, "stop", "--run", run], check=True, capture_output=True)
        with self.assertRaises(OSError):
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if not file.read():  # nobody has waited for it yet, but it has ended
                    raise OSError


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/matrix/start with a real Synapse: what it makes, that it makes it once, and what it leaves alone.

The programs are fetched once into WARDROOM_CACHE or ~/.cache/wardroom-tests; where that fails, these tests fail."""
import http.server
import json
import os
import socket
import stat
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
START = os.path.join(TOP, "packaging/matrix/start")
PREPARE = os.path.join(TOP, "packaging/matrix/prepare")
CACHE = os.path.join(os.environ.get("WARDROOM_CACHE") or os.path.expanduser("~/.cache/wardroom-tests"), "synapse")


def run(*argv, seconds=300):
    return subprocess.run(argv, capture_output=True, text=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)


def start(folder, *more):
    return run(START, "--programs", CACHE, "--folder", folder, *more)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listening():
    """(address, port) of every listening TCP socket, as the kernel writes them."""
    for path in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(path, encoding="ascii") as file:
            for line in file.read().splitlines()[1:]:
                words = line.split()
                if words[3] == "0A":
                    address, port = words[1].split(":")
                    yield address, int(port, 16)


class Person:
    def __init__(self, about, number):
        self.base = about["homeserver"]
        self.user = about["people"][number]["user"]
        self.token = None
        self.token = self.ask("POST", "/_matrix/client/v3/login", {
            "type": "m.login.password", "identifier": {"type": "m.id.user", "user": self.user},
            "password": about["people"][number]["password"]})[1]["access_token"]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.status, json.load(reply)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    def room(self, about, name, rest, method="GET", body=None):
        room = urllib.parse.quote(about["rooms"][f"#{name}:localhost"], safe="")
        return self.ask(method, f"/_matrix/client/v3/rooms/{room}/{rest}", body)


class Started(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        prepared = run(PREPARE, "--into", CACHE, seconds=1800)
        if prepared.returncode != 0:
            raise AssertionError(prepared.stderr)
        place = tempfile.TemporaryDirectory(prefix="wr-matrix")
        cls.addClassCleanup(place.cleanup)
        cls.folder = os.path.join(os.path.realpath(place.name), "server")
        cls.port = free_port()
        first = start(cls.folder, "--port", str(cls.port), "--person", "ana", "--person", "bo", "--json")
        cls.addClassCleanup(start, cls.folder, "--stop")
        if first.returncode != 0:
            raise AssertionError(first.stderr)
        cls.about = json.loads(first.stdout)

    def test_it_answers_on_loopback_only(self):
        self.assertEqual(self.about["homeserver"], f"http://127.0.0.1:{self.port}")
        mine = [address for address, port in listening() if port == self.port]
        self.assertEqual(mine, ["0100007F"])

    def test_everybody_is_invited_and_only_the_owner_invites(self):
        ana, bo = Person(self.about, 0), Person(self.about, 1)
        self.assertEqual(sorted(self.about["rooms"]),
                         ["#control:localhost", "#ids-alerts:localhost", "#it:localhost", "#status:localhost"])
        self.assertEqual(bo.room(self.about, "it", "join", "POST", {})[0], 200)
        self.assertEqual(bo.room(self.about, "it", "invite", "POST", {"user_id": "@eve:localhost"})[0], 403)
        self.assertEqual(bo.room(self.about, "it", "state/m.room.join_rules/", "PUT", {"join_rule": "public"})[0], 403)
        self.assertEqual(ana.room(self.about, "it", "state/m.room.join_rules/")[1], {"join_rule": "invite"})
        self.assertEqual(ana.room(self.about, "it", "state/m.room.encryption/")[0], 404)

    def test_each_room_says_what_it_is_for_and_every_desktop_may_announce_in_the_control_room(self):
        ana = Person(self.about, 0)
        for name, purpose in (("control", "control"), ("ids-alerts", "alerts"), ("it", "group"), ("status", "channel")):
            made = ana.room(self.about, name, "state/m.room.create/")[1]["org.wardroom"]
            self.assertEqual(made["purpose"], purpose)
            self.assertEqual(made.get("workspace"), None if name == "control" else self.about["rooms"]["#control:localhost"])
        levels = ana.room(self.about, "control", "state/m.room.power_levels/")[1]["events"]
        self.assertEqual((levels["org.wardroom.room"], levels["org.wardroom.media"]), (0, 0))
        self.assertNotIn("org.wardroom.media", ana.room(self.about, "it", "state/m.room.power_levels/")[1]["events"])

    def test_alerts_are_not_held_up(self):
        ana = Person(self.about, 0)
        for number in range(60):  # an untouched Synapse lets ten pass
            said = ana.room(self.about, "ids-alerts", f"send/m.room.message/n{number}", "PUT",
                            {"msgtype": "m.text", "body": f"alert {number}"})
            self.assertEqual(said[0], 200, said)

    def test_the_second_run_uses_the_same_server_and_adds_people(self):
        again = start(self.folder, "--person", "cy", "--json")
        self.assertEqual(again.returncode, 0, again.stderr)
        about = json.loads(again.stdout)
        self.assertEqual((about["pid"], about["rooms"]), (self.about["pid"], self.about["rooms"]))
        self.assertEqual(about["people"][:2], self.about["people"])
        cy = Person(about, 2)
        self.assertEqual(cy.room(about, "status", "join", "POST", {})[0], 200)

    def test_what_it_keeps_is_for_its_owner_alone(self):
        for name in ("homeserver.yaml", "people.json", "signing.key", "homeserver.db"):
            mode = stat.S_IMODE(os.stat(os.path.join(self.folder, name)).st_mode)
            self.assertEqual(mode & 0o077, 0, f"{name} {mode:o}")

    def test_it_says_what_to_type(self):
        said = start(self.folder).stdout
        self.assertIn(f"wardroomctl workspace add matrix Team --homeserver http://127.0.0.1:{self.port} "
                      "--user @ana:localhost --password-stdin", said)
        self.assertIn("Connect a team", said)
        self.assertNotIn("Connect to Matrix", said)
        self.assertIn("wardroomctl workspace invite @bo:localhost", said)
        self.assertIn("wardroomctl --profile ~/bo workspace join LINE --user @bo:localhost --password-stdin", said)
        self.assertNotIn("workspace invite @ana:localhost", said)
        self.assertIn("wardroomd --profile ~/night --listen 127.0.0.1:9191", said)
        self.assertIn("Element", said)
        self.assertIn(self.about["people"][1]["password"], said)

    def test_another_port_or_name_for_it_is_refused(self):
        for words in (("--port", str(free_port())), ("--name", "example.org")):
            refused = start(self.folder, *words)
            self.assertEqual(refused.returncode, 1)
            self.assertIn("another --folder", refused.stderr)

    def test_a_second_server_on_its_port_is_refused(self):
        with tempfile.TemporaryDirectory() as other:
            refused = start(other + "/x", "--port", str(self.port))
            self.assertEqual(refused.returncode, 1)
            self.assertIn("left alone", refused.stderr)


class Stopped(unittest.TestCase):
    def test_stopping_keeps_what_was_said(self):
        with tempfile.TemporaryDirectory(prefix="wr-matrix") as place:
            folder = place + "/server"
            port = str(free_port())
            try:
                about = json.loads(start(folder, "--port", port, "--person", "ana", "--json").stdout)
                event = Person(about, 0).room(about, "it", "send/m.room.message/1", "PUT",
                                              {"msgtype": "m.text", "body": "kept"})[1]["event_id"]
                self.assertEqual(start(folder, "--stop").returncode, 0)
                self.assertNotIn(int(port), [number for _, number in listening()])
                self.assertIn("not running", start(folder, "--stop").stdout)
                again = json.loads(start(folder, "--json").stdout)
                self.assertEqual(again["rooms"], about["rooms"])
                kept = Person(again, 0).room(again, "it", "event/" + urllib.parse.quote(event, safe=""))[1]
                self.assertEqual(kept["content"]["body"], "kept")
            finally:
                start(folder, "--stop")


class LeftAlone(unittest.TestCase):
    def test_a_folder_of_somebody_else_is_not_touched(self):
        with tempfile.TemporaryDirectory() as place:
            with open(place + "/homeserver.yaml", "w", encoding="ascii") as file:
                file.write("server_name: theirs\n")
            for words in ((), ("--stop",)):
                refused = start(place, *words)
                self.assertEqual(refused.returncode, 1)
                self.assertIn("did not make" if not words else "none was stopped", refused.stderr)
            self.assertEqual(os.listdir(place), ["homeserver.yaml"])
            with open(place + "/homeserver.yaml", encoding="ascii") as file:
                self.assertEqual(file.read(), "server_name: theirs\n")

    def test_a_port_where_somebody_answers_is_not_touched(self):
        seen = []

        class Other(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append(self.path)

        with http.server.HTTPServer(("127.0.0.1", 0), Other) as other, tempfile.TemporaryDirectory() as place:
            threading.Thread(target=other.serve_forever, daemon=True).start()
            refused = start(place + "/x", "--port", str(other.server_port))
            other.shutdown()
            self.assertEqual(refused.returncode, 1)
            self.assertIn("Something else answers", refused.stderr)
            self.assertEqual(seen, [])

    def test_wrong_words_are_explained(self):
        for words in (("--person", "Ana Banana"), ("--port", "0"), ("--name", "a b"), ("--frobnicate",)):
            self.assertEqual(run(START, *words).returncode, 2, words)

    def test_what_cannot_be_fetched_is_a_failure_with_its_reason(self):
        with tempfile.TemporaryDirectory() as place:
            nowhere = dict(os.environ, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_NO_INDEX="1", PIP_FIND_LINKS="/nonexistent")
            done = subprocess.run([PREPARE, "--into", place + "/x"], capture_output=True, text=True, timeout=300,
                                  check=False, env=nowhere, stdin=subprocess.DEVNULL)
            self.assertEqual(done.returncode, 1)
            self.assertIn("pip could not install Synapse", done.stderr)
            self.assertTrue(os.path.exists(place + "/x/why-not"))
            self.assertFalse(os.path.exists(place + "/x/.prepared"))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server's bad days, on real Synapse: gone, killed, its disk full, its clock wrong, and it ends our sign-ins. Nothing
that was typed is lost, the state is told, and all of it recovers while the programs go on running."""
import collections
import difflib
import http.client
import json
import os
import subprocess
import time
import unittest

import seen
import team

OPS = "security-ops"
AWAY = int(os.environ.get("WARDROOM_AWAY") or (600 if "WARDROOM_FULL" in os.environ else 15))  # seconds


def typed(test, desk, text):
    """A person's shell that says something and waits until the room has it."""
    process = subprocess.Popen([team.BUILD + "/bin/wardroomctl", "--profile", desk.profile, "say", OPS, text],
                               env=desk.env, cwd=desk.home, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    test.addCleanup(process.wait)
    test.addCleanup(process.kill)
    return process


class BadDay(unittest.TestCase):
    """Its own team for each class; the engines are the same processes from beginning to end."""
    DISK = None
    WINDOWS = ()

    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(disk=cls.DISK, windows=cls.WINDOWS)
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo, cls.bot = cls.desks = cls.team.ana, cls.team.bo, cls.team.bot
        cls.ops = cls.team.rooms[OPS]
        cls.team.take_alerts(cls.bot, OPS)
        cls.team.policy(runner=cls.bot.node(), bots=["@bot:localhost"])
        cls.team.accounts["cy"].join(cls.ops)
        cls.running = [desk.engine.pid for desk in cls.desks]

    def tearDown(self):
        self.assertEqual([desk.engine.pid for desk in self.desks if desk.engine.poll() is None], self.running,
                         "an engine did not live through it")

    def typed(self, desk, text):
        return typed(self, desk, text)

    def health(self):
        """(status, body) of the bot's /healthz."""
        return self.asked("GET", "/healthz")

    def asked(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection(self.bot.listen, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            connection.close()

    def linked(self, *states, seconds=40):
        """healthz as soon as the link is in one of these states."""
        told = team.wait(lambda: self.health()[1] if self.health()[1]["link"] in states else None, seconds)
        self.assertIsNotNone(told, f"{self.health()} and not {states}")
        return told

    def alert(self, target):
        post = json.dumps({"scenario": "disk-full", "title": "The disk is full", "severity": "high", "target": target})
        told = self.asked("POST", "/alerts/generic", post, **{"Authorization": "Bearer " + self.team.token,
                                                             "Content-Type": "application/json"})
        self.assertEqual(told[0], 200, told)  # safely kept, so the tool need not try again

    def raised(self, target):
        """The cards of an alert, waited for."""
        return team.wait(lambda: [one for one in self.ana.json("alert", "list").lines() if one["target"] == target])

    def texts(self):
        events = self.team.accounts["cy"].messages(self.ops)
        return collections.Counter(event["content"].get("body") for event in events)

    def arrived(self, waiting, seconds=60):
        """What was typed is in the room, once, and whoever typed it was told."""
        for text, process in waiting.items():
            self.assertEqual(process.wait(seconds), 0, text)
        texts = self.texts()
        self.assertEqual({text: texts[text] for text in waiting}, {text: 1 for text in waiting})

    def all_agree(self):
        states = {}

        def same():
            states.update({desk.name: desk.ctl("incident", OPS).out for desk in self.desks})
            return len(set(states.values())) == 1
        if not team.wait(same, 90, 0.5):
            self.fail("they do not hold the same state: " + self.differences(states))
        for desk in self.desks:
            self.assertTrue(team.wait(lambda desk=desk: not team.outbox(desk), 30),
                            f"{desk.name} has not said {team.outbox(desk)}")

    def differences(self, states):
        """Where the states part, and what each node says of its link."""
        first, *others = [states[desk.name].splitlines() for desk in self.desks]
        parts = [line for other in others for line in difflib.unified_diff(first, other, lineterm="", n=1)]
        doctors = [desk.ctl("doctor", code=None).text for desk in self.desks]
        return "\n".join(parts[:80] + doctors)

    def a_fix_runs(self, word):
        op = self.ana.ask(f"/tally add box {word}")
        seen = self.bo.until(op, lambda one: True, seconds=90)
        self.assertIsNotNone(seen, "bo does not see it: " + self.bo.ctl("doctor", code=None).text)
        self.bo.ctl("approve", op)
        self.assertEqual(self.ana.until(op, lambda one: "verdict" in one).get("verdict"), "verified")
        self.assertEqual(self.team.tallied(word), 1)


class Away(BadDay):
    def test_1_gone_for_a_while(self):
        self.assertEqual(self.health()[0], 200)
        self.team.stop_server()
        self.linked("offline")
        status, told = self.health()
        self.assertEqual((status, told["ready"], told["live"]), (503, False, True))
        self.assertIn("Nothing answers at 127.0.0.1", self.ana.ctl("doctor", code=None).text)
        waiting = {f"typed by {desk.name}": self.typed(desk, f"typed by {desk.name}") for desk in self.desks}
        self.alert("web-away")
        before = self.bo.ctl("incident", OPS).out
        self.assertTrue(before.startswith("{"), "nothing can be read meanwhile")
        began = time.monotonic()
        while time.monotonic() - began < AWAY:
            self.assertTrue(all(process.poll() is None for process in waiting.values()), "somebody was told of a lie")
            self.assertEqual(self.health()[1]["link"] in ("offline", "connecting"), True)
            time.sleep(1)
        self.team.server.start()
        self.linked("live", seconds=60)
        self.arrived(waiting)
        self.assertEqual([one["count"] for one in self.raised("web-away")], [1])
        self.a_fix_runs("away")
        self.all_agree()

    def test_2_restarted_and_killed_while_people_type(self):
        waiting = {}
        for number, kill in enumerate((False, True, True)):
            for desk in self.desks:
                text = f"{desk.name} in restart {number}"
                waiting[text] = self.typed(desk, text)
            self.team.stop_server(kill)
            self.team.server.start()
        self.arrived(waiting)
        self.linked("live")
        self.a_fix_runs("restarted")
        self.all_agree()



class StartedMeanwhile(unittest.TestCase):
    """A window that is opened while the server is away: everything can be read, and what is typed goes out later."""

    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(windows=("bo",))
        cls.addClassCleanup(cls.team.close)

    def test_it_reads_and_types(self):
        bo, ops = self.team.bo, self.team.rooms[OPS]
        self.team.ana.ctl("say", OPS, "said before")
        self.assertTrue(team.wait(lambda: "said before" in bo.ctl("tail", OPS, "--since", "0", "--no-follow").out))
        known = bo.ctl("incident", OPS).out
        bo.stop()
        self.team.stop_server()
        bo.start()
        self.assertIn("said before", bo.ctl("tail", OPS, "--since", "0", "--no-follow").out)
        self.assertEqual(bo.ctl("incident", OPS).out, known)
        process = typed(self, bo, "typed meanwhile")
        self.assertTrue(team.wait(lambda: [one for one in team.outbox(bo) if one[1] == "typed meanwhile"]))
        time.sleep(2)
        self.assertIsNone(process.poll(), "somebody was told that it is in the room")
        self.team.server.start()
        self.assertEqual(process.wait(60), 0)
        self.team.accounts["cy"].join(ops)
        texts = [event["content"].get("body") for event in self.team.accounts["cy"].messages(ops)]
        self.assertEqual(texts.count("typed meanwhile"), 1)


class SignedOut(BadDay):
    def signed_out(self, desk, end, password):
        """end() ends desk's sign-in; what it types meanwhile goes out after another, in the same process."""
        self.assertEqual(self.ana.ctl("room", "list").code, 0)
        end()
        text = f"typed by {desk.name}, who is signed out"
        waiting = {text: self.typed(desk, text)}
        if desk is self.bot:
            self.linked("signInNeeded")
            status, told = self.health()
            self.assertEqual((status, told["ready"]), (503, False))
            self.alert("web-out")
        time.sleep(3)
        self.assertIsNone(waiting[text].poll())
        refused = desk.ctl("workspace", "login", "Team", "--password-stdin", given="wrong", code=None)
        self.assertNotEqual(refused.code, 0)
        desk.ctl("workspace", "login", "Team", "--password-stdin", given=password)
        self.arrived(waiting)
        if desk is self.bot:
            self.linked("live")
            self.assertTrue(self.raised("web-out"), "the alert is lost")
        self.all_agree()

    def test_1_the_account_is_logged_out_elsewhere(self):
        account = self.team.accounts["bot"]
        self.signed_out(self.bot, lambda: account.call("POST", "/logout/all", {}), account.password)
        account.token = self.team.server.login(account.id, account.password)["access_token"]
        self.a_fix_runs("loggedout")

    def test_2_the_token_is_revoked_by_the_administrator(self):
        def revoke():
            place = "/_synapse/admin/v2/users/@bo:localhost/devices"
            token = self.team.accounts["ana"].token
            devices = self.team.server.call("GET", place, token=token)["devices"]
            for one in devices:
                if one["device_id"] != "WARDROOMSETUP":
                    self.team.server.call("DELETE", f"{place}/{team.kit.quoted(one['device_id'])}", token=token)
        self.signed_out(self.bo, revoke, self.team.accounts["bo"].password)
        self.a_fix_runs("revoked")


class FullDisk(BadDay):
    DISK = "64m"
    WINDOWS = {"bo": seen.Seen}

    def test_the_servers_disk_is_full(self):
        self.a_fix_runs("before")
        self.bo.go_to(OPS)
        filler = f"/proc/{self.team.server.pid()}/root{self.team.server.folder}/disk/filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while file.write(bytes(64 * 1024)):
                    pass
            except OSError as full:
                self.assertEqual(full.errno, 28)
        waiting = self.typed_until_it_is_felt()
        self.alert("web-full")
        told = team.wait(lambda: self.health()[1]["lastError"], 40)
        self.assertTrue(told, f"a full disk, and {self.health()}")
        stuck = [text for text, process in waiting.items() if process.poll() is None]
        self.assertTrue(stuck, "the disk was not full")
        self.assertTrue(any(team.outbox(desk) for desk in self.desks))
        if any(text.startswith("bo") for text in stuck):
            self.bo.told("does not take what is said here")
            self.bo.row("on a full disk", "Waiting to be sent")
            self.bo.picture("full-disk")
        print(f"the full disk held back {len(stuck)} of {len(waiting)}; the daemon says: {told}", flush=True)
        self.assertTrue(self.ana.ctl("incident", OPS).out.startswith("{"))
        os.remove(filler)
        self.linked("live", seconds=60)
        self.arrived(waiting, 90)
        self.bo.told_no_more("does not take what is said here")
        self.a_fix_runs("after")
        self.assertEqual(self.health()[1]["lastError"], "")
        self.all_agree()

    def typed_until_it_is_felt(self):
        """Of its journal the database has some pages to use again, so not the first message is the one that fails."""
        waiting = {}
        for number in range(40):
            said = [f"{desk.name} {number} on a full disk " + "x" * 2000 for desk in self.desks]
            now = {text: self.typed(desk, text) for desk, text in zip(self.desks, said)}
            waiting.update(now)
            team.wait(lambda: self.health()[1]["lastError"] or all(one.poll() is not None for one in now.values()), 30)
            if self.health()[1]["lastError"]:
                break
        return waiting


class WrongClock(BadDay):
    WINDOWS = {"bo": seen.Seen}

    def shift(self, seconds):
        team.write(self.team.top + "/shift", str(seconds), 0o644)
        time.sleep(0.5)

    def server_time(self):
        account = self.team.accounts["cy"]
        event = account.say(self.ops, "what time is it")
        place = f"/rooms/{team.kit.quoted(self.ops)}/event/{team.kit.quoted(event)}"
        return account.call("GET", place)["origin_server_ts"]

    def restart_the_server(self):
        """Set back, Synapse counts what it took in its own future, and refuses everybody from a message on until somebody
        restarts it; which one that is depends on how fast the machine is. A wait that it named before sometimes stays
        (README), until the next time."""
        for _ in range(4):
            self.team.stop_server()
            self.team.server.start()
            if team.wait(lambda: self.health()[1]["link"] == "live", 20):
                return
        self.linked("live")

    def limited(self):
        return self.health()[1]["link"] == "rateLimited"

    def raised_in_the_end(self, target):
        def there():
            return [one for one in self.ana.json("alert", "list").lines() if one["target"] == target]
        team.wait(lambda: there() or self.limited())
        if self.limited():
            self.restart_the_server()
        return self.raised(target)

    def warned(self, word):
        told = team.wait(lambda: self.health()[1]["lastError"] if word in self.health()[1]["lastError"] else None)
        self.assertIsNotNone(told, f"{self.health()} and not a word of {word}")

    def test_the_servers_clock_is_wrong(self):
        self.a_fix_runs("right")
        before = 0
        for seconds in (3 * 3600, -3 * 3600, 40 * 24 * 3600, 0):
            self.shift(seconds)
            if seconds < before:
                self.restart_the_server()
            before = seconds
            waiting = {text: self.typed(desk, text) for desk, text in
                       {desk: f"said by {desk.name}, the clock {seconds} s off" for desk in self.desks}.items()}
            self.arrived(waiting)
            self.assertAlmostEqual(self.server_time() / 1000 - time.time(), seconds, delta=5)
            self.alert(f"web-{seconds}")
            self.assertTrue(self.raised_in_the_end(f"web-{seconds}"))
            if seconds:
                word = "ahead" if seconds > 0 else "behind"
                self.warned(word)
            op = self.ana.ask(f"/tally add box off{seconds}")
            self.assertIsNotNone(self.bo.until(op, lambda one: True))
            approved = self.bo.ctl("approve", op, code=None)
            if seconds > 0:  # expired by the server's word, and said so: nothing that may be late runs
                self.assertNotEqual(approved.code, 0)
                self.assertIn("expired by the server's clock", approved.text)
                self.assertEqual(self.team.tallied(f"off{seconds}"), 0)
            else:
                self.assertEqual(approved.code, 0, approved.text)
                done = self.ana.until(op, lambda one: "verdict" in one)
                self.assertEqual((done.get("verdict"), self.team.tallied(f"off{seconds}")), ("verified", 1), done)
            self.linked("live")
            if seconds:  # bo's decision has come back; that a clock is behind shows by what a node itself has signed
                self.bo.told(word)
                self.bo.picture("clock-" + word)
        self.a_fix_runs("rightagain")
        self.assertEqual(self.health()[1]["lastError"], "")
        self.bo.told_no_more("ahead|behind")
        self.all_agree()
        self.who_comes_now_holds_the_same()

    def who_comes_now_holds_the_same(self):
        """All of it is history to them, with times that go forth and back."""
        self.team.accounts["jo"] = self.team.account("jo")
        jo = team.Desk(self.team.top, "jo")
        line = self.ana.ctl("workspace", "invite", "@jo:localhost").out.strip()
        jo.ctl("workspace", "join", line, "--user", "@jo:localhost", "--password-stdin", "--name", "Jo",
               given=self.team.accounts["jo"].password)
        self.team.launch(jo)
        known = self.ana.ctl("incident", OPS).out
        self.assertTrue(team.wait(lambda: jo.ctl("incident", OPS, code=None).out == known, 60, 0.5),
                        "a newcomer holds another state")


del BadDay  # a base, no suite


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

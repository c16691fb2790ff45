#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window itself says and does over a real Synapse on a bad road: of the connection, of each message that waits
or was refused, and of two workspaces at once. bo's window is on a display; it is read and worked as a person does."""
import os
import re
import subprocess
import unittest

import team
import seen
from seen import desk

OPS = "security-ops"
LIVE = r"^127\.0\.0\.1$"


class TstWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(roads=11, windows={"bo": seen.Seen})
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo = cls.team.ana, cls.team.bo
        cls.road = cls.team.roads["bo"]
        cls.ops = cls.team.rooms[OPS]
        cls.cy = cls.team.accounts["cy"]
        cls.cy.join(cls.ops)
        cls.bo.linked(LIVE)
        cls.bo.go_to(OPS)

    def tearDown(self):
        self.road.calm()
        self.road.instead = self.road.slow = None
        self.assertIsNone(self.bo.engine.poll(), "the window did not live through it")

    def times(self, text):
        return [event["content"].get("body") for event in self.cy.messages(self.ops)].count(text)

    def there_once(self, text):
        self.assertTrue(team.wait(lambda: self.times(text), 30), f"“{text}” is not in the room")
        self.assertTrue(desk.until(lambda: not self.bo.has_row(text, "Waiting"), 30), "it still says that it waits")
        self.assertEqual(self.times(text), 1)

    def composer(self):
        return self.bo.window.find("text", "Message").text()

    def levels(self, events_default=0):
        """What somebody needs to talk in the room."""
        ana, place = self.team.accounts["ana"], f"/rooms/{team.kit.quoted(self.ops)}/state/m.room.power_levels"
        ana.call("PUT", place, {**ana.call("GET", place), "events_default": events_default})

    def act(self, words, action):
        """The mouse on a button of the row that says the words."""
        def there():
            row = self.bo.row(*words)
            return next((one for one in row.children() if one.name == action), None)
        button = desk.until(there, 20)
        self.assertIsNotNone(button, f"no {action} at {words}")
        kind, _ = desk.atspi()
        place = button.it.get_component_iface().get_extents(kind.CoordType.SCREEN)
        middle = str(place.x + place.width // 2), str(place.y + place.height // 2)
        subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], check=True, timeout=10)

    def test_1_offline_it_says_since_when_and_what_is_typed_waits_and_goes_by_itself(self):
        bo = self.bo
        self.ana.ctl("say", OPS, "said before")
        bo.row("said before")
        self.road.down(True)
        bo.linked(r"^Offline since \d\d:\d\d$")
        bo.say("typed while away")
        bo.row("typed while away", "Waiting to be sent")
        bo.row("said before")
        bo.go_to("it-handover")
        bo.go_to(OPS)
        self.assertEqual(self.composer(), "", "it would be sent once more")
        bo.picture("offline")
        self.assertEqual(self.times("typed while away"), 0)
        self.road.down(False)
        bo.linked(LIVE)
        self.there_once("typed while away")

    def test_2_slowed_down_it_says_until_when_and_nothing_is_lost(self):
        bo = self.bo
        answers = ["429 long", "429 long"]
        self.road.instead = lambda method, path: answers.pop() if "/send/" in path and answers else None
        bo.say("typed while slowed down")
        bo.linked(r"^Slowed down until \d\d:\d\d:\d\d$")
        bo.row("typed while slowed down", "Waiting to be sent")
        bo.picture("slowed-down")
        self.there_once("typed while slowed down")
        bo.linked(LIVE)
        # The same where the server tells nothing new for a while: it is there, and the network is not to blame.
        self.road.instead = lambda method, path: "429 long" if path.endswith("/sync") else None
        self.cy.say(self.ops, "said while it is slowed down")
        told = bo.linked(r"^(Slowed down until \d\d:\d\d:\d\d|Offline.*)$")
        self.assertRegex(told, "^Slowed down until")
        self.road.instead = None
        bo.linked(LIVE)
        bo.row("said while it is slowed down")

    def test_3_who_may_not_talk_here_sees_why_and_can_try_again_or_let_it_be(self):
        bo = self.bo
        self.levels(50)
        self.addCleanup(self.levels)
        for text in ("said too early", "better not said"):
            bo.say(text)
            said = bo.row(text, "Not sent.").name
            self.assertRegex(said, "permission|allowed|power")
        self.assertRegex(bo.link(), r"^127\.0\.0\.1 · 2 not sent$")
        bo.picture("refused")
        self.assertEqual(self.times("said too early"), 0)
        asked = self.road.statuses["PUT send", "403"]
        self.act(["said too early", "Not sent."], "Retry")  # in vain: the reason is still there
        self.assertTrue(desk.until(lambda: self.road.statuses["PUT send", "403"] > asked, 20))
        bo.row("said too early", "Not sent.")
        self.assertEqual(self.times("said too early"), 0)
        self.levels()

        def again():  # while the answer to the one before is on its way, a press is of no use
            if not self.times("said too early") and bo.has_row("said too early", "Not sent."):
                self.act(["said too early", "Not sent."], "Retry")
            return team.wait(lambda: self.times("said too early"), 5)
        self.assertTrue(desk.until(again, 60))
        self.there_once("said too early")
        self.act(["better not said"], "Discard")
        self.assertTrue(desk.until(lambda: not bo.has_row("better not said"), 20))
        bo.linked(LIVE)
        self.assertEqual(team.outbox(bo), [])
        self.assertEqual(self.times("better not said"), 0)
        self.assertEqual(self.times("said too early"), 1)

    def test_4_refused_on_the_way_for_its_size_it_is_told_and_can_be_discarded(self):
        bo = self.bo
        self.road.instead = lambda method, path: "413" if "/send/" in path else None
        bo.say("too long for somebody on the way")
        bo.row("too long for somebody on the way", "Not sent.", "larger than 127.0.0.1")
        bo.picture("too-large")
        self.road.instead = None
        bo.say("goes past what was refused")
        self.there_once("goes past what was refused")
        self.act(["too long for somebody on the way"], "Discard")
        self.assertTrue(desk.until(lambda: not bo.has_row("too long for somebody"), 20))
        self.assertEqual(self.times("too long for somebody on the way"), 0)

    def test_4b_taken_out_of_the_room_meanwhile_what_was_typed_can_still_be_sent_or_discarded(self):
        bo, ana = self.bo, self.team.accounts["ana"]
        self.road.down(True)
        bo.linked("^Offline since")
        bo.say("typed by who is not in here any more")
        bo.row("typed by who is not in here any more", "Waiting to be sent")
        ana.member(self.ops, "kick", "@bo:localhost")
        self.road.down(False)
        bo.linked(r"1 not sent$")
        bo.picture("taken-out")
        bo.go_to("it-handover")
        bo.go_to(OPS)  # it stands among the rooms that were left
        bo.row("typed by who is not in here any more", "Not sent.")
        bo.picture("taken-out-later")
        ana.member(self.ops, "invite", "@bo:localhost")
        self.team.accounts["bo"].join(self.ops)
        bo.go_to(OPS)
        self.act(["typed by who is not in here any more", "Not sent."], "Retry")
        self.there_once("typed by who is not in here any more")

    def test_5_after_a_long_gap_it_says_that_it_catches_up(self):
        bo = self.bo
        self.road.down(True)
        bo.linked("^Offline since")
        for number in range(120):
            self.cy.say(self.ops, f"missed {number}")
        bo.say("typed in the gap")
        self.road.slow = lambda method, path: 1 if path.endswith("/messages") else 0
        self.road.down(False)
        bo.linked("^Catching up…$")
        bo.picture("catching-up")
        bo.linked(LIVE)
        self.there_once("typed in the gap")
        in_order = ["missed 118", "missed 119", "typed in the gap"]
        self.assertTrue(desk.until(lambda: [row.name.split(": ")[-1] for row in bo.rows()][-3:] == in_order, 20),
                        [row.name for row in bo.rows()])
        bo.picture("caught-up")
        told = [line["text"] for line in bo.json("tail", OPS, "--since", "0", "--no-follow").lines() if "text" in line]
        self.assertEqual([text for text in told if text.startswith("missed")], [f"missed {n}" for n in range(120)])

    def test_6_signed_out_by_the_server_it_asks_to_sign_in_again_and_nothing_is_lost(self):
        bo, account = self.bo, self.team.accounts["bo"]
        place = "/_synapse/admin/v2/users/@bo:localhost/devices"
        token = self.team.accounts["ana"].token
        for one in self.team.server.call("GET", place, token=token)["devices"]:
            if one["device_id"] != "WARDROOMSETUP":
                self.team.server.call("DELETE", f"{place}/{team.kit.quoted(one['device_id'])}", token=token)
        bo.linked("^Sign in again")
        bo.say("typed while signed out")
        bo.row("typed while signed out", "Waiting to be sent")
        bo.picture("signed-out")
        bo.press("push button", "Sign in again", 60)
        bo.picture("sign-in")
        self.assertIn("Password", str(desk.until(bo.window.focused, 10)))
        bo.window.write("wrong")
        bo.window.keys("Return")
        self.assertTrue(bo.window.find("label", "password", 20))
        bo.picture("sign-in-wrong")
        bo.window.keys("ctrl+a")
        bo.window.write(account.password)
        bo.window.keys("Return")
        bo.linked(LIVE)
        self.there_once("typed while signed out")

    def test_7_two_workspaces_are_live_at_once_and_each_keeps_its_place_and_draft(self):
        bo, mei = self.bo, team.Desk(self.team.top, "mei")
        bo.stop()
        bo.ctl("workspace", "add", "local", "Watch")
        line = bo.ctl("--workspace", "Watch", "workspace", "invite").out.strip()
        mei.ctl("workspace", "join", line, "--name", "Mei")
        bo.start()
        bo.linked(LIVE)
        bo.go_to("it-handover")
        bo.window.write("half a sentence")
        mei.ctl("say", OPS, "said in the other one")
        self.elsewhere("Team, 1 unread in others")
        bo.picture("unread-elsewhere")
        self.change_to("Watch")
        bo.go_to(OPS)
        bo.row("said in the other one")
        self.assertEqual(self.composer(), "")
        bo.window.write("another half")
        self.ana.ctl("say", OPS, "said in Team meanwhile")
        self.elsewhere("Watch, 1 unread in others")
        self.change_to("Team")
        self.assertTrue(bo.window.find("label", "it-handover"), "it forgot where somebody was")
        self.assertEqual(self.composer(), "half a sentence")
        bo.linked(LIVE)
        bo.picture("back-in-team")
        self.change_to("Watch")
        self.assertTrue(bo.window.find("label", OPS))
        self.assertEqual(self.composer(), "another half")
        self.change_to("Team")
        bo.go_to(OPS)
        bo.row("said in Team meanwhile")
        self.elsewhere("Team$")

    def elsewhere(self, pattern):
        def said():
            return next((node.name for _, node in self.bo.window.app.walk() if node.name.startswith("Workspace ")), "")
        self.assertTrue(desk.until(lambda: re.search("^Workspace " + pattern, said()), 30), said())

    def change_to(self, name):
        window = self.bo.window
        button = next(node for _, node in window.app.walk() if node.name.startswith("Workspace "))
        self.assertTrue(window.tab_to(button.role, "Workspace ", 60), window.focused())
        window.keys("space")
        self.bo.picture("workspaces")
        window.keys(*["Down"] * (1 + ("Team", "Watch").index(name)), "Return")
        self.assertTrue(desk.until(lambda: self.bo.window.app.find(None, f"{name} – Wardroom"), 20), name)


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

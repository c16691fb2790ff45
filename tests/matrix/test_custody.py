#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Synapse on a road where an event is kept from one node, as a server would do that shows different pasts to
different people: both ends say that their pasts differ, and from where on. bo, who is lied to, has the desktop itself."""
import os
import re
import time
import unittest

import team


class Custody(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(roads=7, windows=("bo",))
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo = cls.team.ana, cls.team.bo
        cls.room = cls.ana.json("incident", "open", cls.team.rooms["ids-alerts"], "--title", "Somebody guesses",
                                "--severity", "2").json()["room"]
        cls.ana.ctl("room", "invite", cls.room, "@bo:localhost")
        assert team.wait(lambda: any(one["id"] == cls.room for one in cls.bo.json("room", "list").lines()), 30)

    def record(self, desk):
        return desk.json("room", "show", self.room).json()["record"]

    def facts(self):
        return [(event["event_id"], envelope["kind"]) for event, envelope
                in self.team.accounts["ana"].envelopes(self.room)]

    def note(self, text):
        self.ana.ctl("say", self.room, "/note add " + text)
        return team.wait(lambda: next((event for event, envelope in self.team.accounts["ana"].envelopes(self.room)
                                       if envelope["body"].get("text") == text), None))["event_id"]

    def export(self, desk, name):
        bundle = f"{self.team.top}/{name}"
        desk.ctl("export", self.room, "--to", bundle)
        return bundle

    def test_1_who_is_shown_everything_has_the_same_past(self):
        self.note("before")
        self.ana.ctl("say", self.room, "/incident status containing")
        self.assertTrue(team.wait(lambda: "record.anchored" in [kind for _, kind in self.facts()], 30), self.facts())
        self.assertIn("intact", self.record(self.bo))
        self.bo.ctl("compare", self.room, self.export(self.ana, "first"))

    def test_2_what_is_kept_from_one_shows_on_both_and_from_where_on(self):
        # The server decides before it is said: nothing that bo asks for, by sync or by history, has it.
        road = self.team.roads["bo"]
        road.down(True)
        kept = self.note("the key was in the backup")
        road.hidden.add(kept)
        road.down(False)
        self.note("after")
        self.ana.ctl("say", self.room, "/incident status eradicated")
        self.assertTrue(team.wait(lambda: "missing" in self.record(self.bo), 60), self.record(self.bo))
        bundle = self.export(self.ana, "second")
        said = self.bo.json("compare", self.room, bundle, code=1).json()
        self.assertTrue(said["differ"])
        self.assertGreater(said["same"], 1)
        text = self.bo.ctl("compare", self.room, bundle, code=1).out
        self.assertIn("They part after", text)
        own = self.export(self.bo, "third")
        back = self.ana.json("compare", self.room, own, code=1).json()
        self.assertEqual((back["entry"], back["same"]), (kept, said["same"]), back)

    def test_3_the_other_ends_signature_tells_it_without_any_bundle(self):
        # Whoever else was shown everything and has fixed the record by then is named beside Ana.
        told = r"Ana\b.* (has|have) another past"
        self.assertTrue(team.wait(lambda: re.search(told, self.record(self.bo)), 60), self.record(self.bo))
        self.assertNotIn("intact", self.record(self.bo))
        self.assertIn("intact", self.record(self.ana), "whom nothing was kept from has it all")

    def test_4_who_is_shown_everything_from_the_start_is_of_the_same_past_as_the_other(self):
        self.team.roads["bot"].calm()
        self.ana.ctl("room", "invite", self.room, "@bot:localhost")
        bot = self.team.bot
        self.assertTrue(team.wait(lambda: any(one["id"] == self.room for one in bot.json("room", "list").lines()), 30))
        bundle = self.export(self.ana, "fourth")
        self.assertTrue(team.wait(lambda: bot.ctl("compare", self.room, bundle, code=None).code == 0, 30))
        self.bo.ctl("compare", self.room, bundle, code=1)

    def test_4_who_said_what_was_deleted_before_it_came_back_still_knows_it(self):
        ops, road = self.team.rooms["security-ops"], self.team.roads["bo"]
        self.addCleanup(setattr, road, "slow", None)
        road.slow = lambda method, path: 8 if "/sync" in path else 0
        self.ana.ctl("say", ops, "so that bo asks anew, and waits")
        time.sleep(1)
        self.bo.ctl("say", ops, "/note add gone before it came back")

        def said():
            return next(((event["event_id"], one["id"]) for event, one in self.team.accounts["ana"].envelopes(ops)
                         if one["body"].get("text") == "gone before it came back"), None)
        event, fact = team.wait(said, pause=0.1)
        self.team.accounts["ana"].redact(ops, event)
        road.slow = None
        # That it was sent may be known a moment before that it was deleted.
        why = team.wait(lambda: (self.bo.line_of(fact, ops) or {}).get("why"))
        self.assertIn("deleted", why or "nothing: " + str(self.bo.line_of(fact, ops)))
        self.assertTrue(team.wait(lambda: not team.outbox(self.bo), 30), team.outbox(self.bo))


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

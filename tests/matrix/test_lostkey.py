#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A colleague's only desktop is gone, with its key, on a real Synapse: what she had said goes on to count, the lost node is
revoked, and her new one is in once two policy admins have said so, not before. Its tests are steps of one story."""
import os
import shutil
import unittest

import team

OPS = "security-ops"


class LostKey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team()
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo = cls.team.ana, cls.team.bo
        cls.lost, cls.fresh = team.Desk(cls.team.top, "eve"), team.Desk(cls.team.top, "eves-new")
        line = cls.ana.ctl("workspace", "invite", "@eve:localhost").out.strip()
        cls.lost.ctl("workspace", "join", line, "--user", "@eve:localhost", "--password-stdin", "--name", "Eve",
                     given=cls.team.accounts["eve"].password)
        cls.old = cls.lost.node()
        cls.said = cls.lost.json("say", OPS, "/note add the shop is slow").json()["entry"]

    def node(self, name, desk=None):
        return next((one for one in (desk or self.ana).json("node", "list").lines() if one["node"] == name), {})

    def test_1_doctor_warns_while_there_is_one_admin_only(self):
        setting = next(one for one in self.ana.json("doctor", code=None).lines() if one["check"].startswith("setting"))
        self.assertTrue(setting["ok"], setting)
        self.assertIn("Ana alone is policy admin", setting["sentence"])

    def test_2_the_key_is_gone_and_the_node_is_revoked(self):
        shutil.rmtree(self.lost.home)
        self.ana.ctl("node", "revoke", self.old, "--reason", "fell into the harbour")
        for desk in (self.ana, self.bo):
            self.assertTrue(team.wait(lambda desk=desk: self.node(self.old, desk).get("revoked")), desk.name)

    def test_3_her_new_node_asks_and_one_admin_is_not_enough(self):
        joined = self.fresh.json("workspace", "add", "matrix", "Team", "--homeserver", self.team.server.url(), "--user",
                                 "@eve:localhost", "--password-stdin", "--trust", self.team.trust, "--name", "Eve",
                                 given=self.team.accounts["eve"].password, code=None)
        self.assertIn("let in", joined.text)
        asking = team.wait(lambda: [one for one in self.ana.json("node", "list").lines() if one.get("asking")])
        self.assertEqual([one["person"] for one in asking], ["@eve:localhost"])
        LostKey.new = asking[0]["node"]
        said = self.ana.ctl("node", "enrol", self.new, code=4)
        self.assertIn("second policy admin", said.text)
        self.assertTrue(self.node(self.new).get("asking"))
        refused = self.bo.ctl("node", "enrol", self.new, code=None)
        self.assertNotEqual(refused.code, 0)
        self.assertTrue(self.node(self.new).get("asking"), "bo is no policy admin yet")

    def test_4_the_second_admin_says_the_same_and_she_is_in(self):
        self.team.policy(admins=["@ana:localhost", "@bo:localhost"])
        self.bo.ctl("node", "enrol", self.new)
        for desk in (self.ana, self.bo):
            self.assertTrue(team.wait(lambda desk=desk: self.node(self.new, desk) and not self.node(self.new, desk).get("asking")))
        op = self.fresh.json("say", OPS, "/tally add box back").json()["op"]
        self.assertEqual(self.ana.until(op, lambda one: True)["requester"], "@eve:localhost")
        self.bo.ctl("approve", op)
        done = self.ana.until(op, lambda one: "verdict" in one)
        self.assertEqual((done.get("verdict"), self.team.tallied("back")), ("verified", 1), done)

    def test_5_what_the_lost_one_had_said_counts_and_it_is_still_revoked(self):
        line = team.wait(lambda: next((one for one in self.ana.timeline() if "the shop is slow" in str(one)), None), 10)
        self.assertIsNotNone(line)
        self.assertFalse(line.get("flag"), line)
        self.assertTrue(self.node(self.old).get("revoked"))
        self.assertFalse(self.node(self.new).get("revoked"))


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

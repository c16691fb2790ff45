#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first story on a real Synapse: ana and bo with their desktops and a wardroomd that is the runner, each a process on a
profile of its own, and cy with only a phone, an independent chat client that reads text and approves by reply and by
reaction. Its tests are steps of one story."""
import json
import os
import subprocess
import unittest

import team
import vectors

OPS = "security-ops"


class Story(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(windows=("ana", "bo"))
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo, cls.bot = cls.team.ana, cls.team.bo, cls.team.bot
        cls.ops = cls.team.rooms[OPS]
        cls.phone = cls.team.phone()
        joined = cls.phone.do("accept")["joined"]
        assert sorted(joined) == sorted([cls.ops, cls.team.rooms["it"]]), joined
        cls.team.host("vault")
        cls.ana.ctl("inventory", "add", "vault", "--root", cls.team.top + "/vault", "--nodes", "all")
        cls.team.policy(runner=cls.bot.node(), bots=["@bot:localhost"], reactionsFor=["change"],
                        protectedHosts=["vault"])

    def asked(self, desk, text):
        """The operation and the phone's card for it, with its code."""
        op = desk.ask(text)
        code = self.bot.until(op, lambda one: True)["code"]
        card = self.phone.shown(self.ops, "approve " + code, sender="@bot:localhost")
        self.assertIsNotNone(card, "the runner shows no card for " + text)
        return op, code, card

    def verified(self, op):
        done = self.ana.until(op, lambda one: "verdict" in one)
        found = [done.get(word) for word in ("verdict", "outcome", "problem")]
        self.assertEqual(found, ["verified", "done", None], done)
        return done

    def test_01_everybody_is_in_and_the_phone_is_nobodys_wardroom(self):
        nodes = self.ana.json("node", "list").lines()
        self.assertEqual(sorted(one["person"] for one in nodes), ["@ana:localhost", "@bo:localhost", "@bot:localhost"])
        self.assertFalse([one for one in nodes if one["revoked"]])
        seen_by_bo = self.bo.json("node", "list").lines()
        self.assertEqual(nodes, [{**one, "mine": one["person"] == "@ana:localhost"} for one in seen_by_bo])

    def test_01a_each_is_a_program_and_a_profile_of_its_own(self):
        running = {desk.name: os.path.basename(os.readlink(f"/proc/{desk.engine.pid}/exe"))
                   for desk in (self.ana, self.bo, self.bot)}
        self.assertEqual(running, {"ana": "wardroom", "bo": "wardroom", "bot": "wardroomd"})
        self.assertEqual(len({desk.profile for desk in (self.ana, self.bo, self.bot)}), 3)

    def test_02_a_read_asked_by_bo_runs_and_is_answered(self):
        op = self.bo.ask("/host status this-machine")
        done = self.bo.until(op, lambda one: "outcome" in one)
        self.assertEqual((done["risk"], done["outcome"], done["requester"]), ("read", "done", "@bo:localhost"))
        self.assertIsNotNone(self.phone.shown(self.ops, "Ran: Status of this-machine", "exit code 0"))

    def test_03_a_question_from_the_phone_is_answered(self):
        asked = self.phone.say(self.ops, "what's going on with this-machine?")
        op = team.wait(lambda: next((key for key, one in self.bot.operations().items()
                                     if one["requester"] == self.phone.id), None))
        self.assertIsNotNone(op, "the runner asked for nothing")
        self.assertEqual(self.bot.until(op, lambda one: "outcome" in one)["outcome"], "done")
        shown = self.phone.read(self.ops)
        place = next(n for n, one in enumerate(shown) if one["id"] == asked)
        after = [(one["sender"], one["text"].splitlines()[0]) for one in shown[place + 1:]]
        self.assertEqual(after, [("@bot:localhost", "Asked: Status of this-machine"),
                                 ("@ana:localhost", "Ran: Status of this-machine")])
        line = next(one for one in self.ana.timeline() if one["op"] == op and one["kind"] == "command.requested")
        self.assertEqual(line["via"], "platform", line)

    def test_04_chatter_from_the_phone_starts_nothing(self):
        before = len(self.bot.operations()), len(self.phone.read(self.ops))
        self.phone.say(self.ops, "thanks, back from lunch in ten")
        self.phone.say(self.ops, "approve of that, nice work")
        team.wait(lambda: len(self.phone.read(self.ops)) > before[1] + 2, seconds=2)
        self.assertEqual((len(self.bot.operations()), len(self.phone.read(self.ops))), (before[0], before[1] + 2))

    def test_05_a_change_waits_and_runs_once_after_the_phones_reply(self):
        op, code, card = self.asked(self.ana, "/tally add box reply")
        for words in ("Asked for by Ana", "Runs: echo reply '>>' /tally", "Effect: one line", "Undo: forget reply"):
            self.assertIn(words, card["text"])
        self.assertEqual(self.ana.operation(op)["stage"], "requested")
        self.assertEqual(self.team.tallied("reply"), 0)
        self.phone.say(self.ops, "approve " + code, reply=card["id"])
        done = self.verified(op)
        self.assertEqual([(one["by"], one["via"], one["from"]) for one in done["decisions"]],
                         [("@cy:localhost", "platform", "reply")])
        self.phone.say(self.ops, "approve " + code)  # once more: it has run
        self.assertIsNotNone(self.phone.shown(self.ops, "code " + code))
        self.assertEqual(self.team.tallied("reply"), 1)
        self.assertIsNotNone(self.phone.shown(self.ops, "settled", sender="@bot:localhost"))

    def test_06_a_reaction_is_enough_where_the_policy_says_so(self):
        op, _, card = self.asked(self.bo, "/tally add box thumb")
        self.phone.do("react", room=self.ops, event=card["id"], key="\U0001F44D\U0001F3FD")
        done = self.verified(op)
        self.assertEqual([(one["by"], one["from"]) for one in done["decisions"]], [("@cy:localhost", "reaction")])
        self.assertEqual(self.team.tallied("thumb"), 1)

    def test_07_a_reaction_taken_back_before_the_run_is_a_withdrawal(self):
        op, code, card = self.asked(self.ana, "/tally add vault back")  # protected: two have to agree
        thumb = self.phone.do("react", room=self.ops, event=card["id"], key="\U0001F44D")["event"]
        self.assertEqual(self.ana.until(op, lambda one: one["given"] == 1)["given"], 1)
        self.phone.do("redact", room=self.ops, event=thumb)
        gone = self.ana.until(op, lambda one: one["given"] == 0)
        self.assertEqual((gone["given"], gone["decisions"][0]["withdrawn"], gone["stage"]), (0, True, "requested"))
        self.bo.ctl("approve", op)
        self.assertEqual(self.ana.until(op, lambda one: one["given"] == 1)["stage"], "requested")
        self.assertEqual(self.team.tallied("back", "vault"), 0)
        # One from a phone and one from a desktop: a new yes is a new decision.
        self.phone.say(self.ops, "approve " + code)
        self.verified(op)
        self.assertEqual(self.team.tallied("back", "vault"), 1)

    def test_08_declining_takes_a_reason(self):
        op, code, card = self.asked(self.ana, "/tally add box never")
        self.phone.do("react", room=self.ops, event=card["id"], key="\U0001F44E")
        self.assertIsNotNone(self.phone.shown(self.ops, "say why", "decline " + code + " because"))
        self.phone.say(self.ops, f"decline {code} because the shop is open")
        ended = self.ana.until(op, lambda one: one["stage"] == "declined")
        self.assertEqual((ended["stage"], ended["reason"]), ("declined", "the shop is open"))
        self.assertEqual(self.bo.ctl("approve", op, code=1).code, 1)
        self.assertEqual(self.team.tallied("never"), 0)

    def test_09_the_phone_could_read_every_card(self):
        shown = {one["id"]: one for one in self.phone.read(self.ops)}
        carried = self.team.accounts["ana"].envelopes(self.ops)
        self.assertGreater(len(carried), 15)
        for event, envelope in carried:
            text = shown[event["event_id"]]["text"]
            self.assertGreater(len(text), 8, envelope["kind"])
            self.assertNotRegex(text, r"[{}]|[0-9a-f]{64}", envelope["kind"])

    def test_10_all_three_fold_the_same_bytes(self):
        states = team.wait(lambda: same([desk.ctl("incident", OPS).out for desk in (self.ana, self.bo, self.bot)]),
                           seconds=10)
        self.assertTrue(states, "the three do not hold the same state")
        self.assertEqual(self.bo.stop(), 0)
        self.bo.start()  # and one that was away
        self.assertEqual(self.bo.ctl("incident", OPS).out, states)

    def test_11_the_export_is_intact_for_whoever_knows_the_fingerprint(self):
        bundle = self.team.top + "/bundle"
        self.ana.ctl("export", OPS, "--to", bundle)
        said = self.bo.ctl("verify", bundle, "--trust", self.team.trust)
        self.assertIn("intact", said.text.lower())
        self.bo.ctl("verify", bundle, code=4)
        self.bo.ctl("compare", OPS, bundle)
        with open(bundle + "/facts.jsonl", "rb") as file:
            replayed = subprocess.run([team.BUILD + "/bin/wardroomctl", "replay", "-"], input=file.read(),
                                      env=self.bo.env, capture_output=True, check=True, timeout=60).stdout
        room = json.loads(replayed)["rooms"][self.ops]
        self.assertEqual(vectors.canonical(room).decode(), self.bo.ctl("incident", OPS).out.strip())
        with open(bundle + "/facts.jsonl", "r+b") as file:
            text = file.read().replace(b"the shop is open", b"the shop is shut", 1)
            file.seek(0)
            file.write(text)
        self.bo.ctl("verify", bundle, "--trust", self.team.trust, code=1)


def same(texts):
    return texts[0] if len(set(texts)) == 1 else None


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

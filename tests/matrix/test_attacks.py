#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks on a real workspace on a real Synapse: each is refused, and the record says so. eve is a colleague who is
in the workspace with a Wardroom that we write by hand; her envelopes are signed and chained as they should be, so that
what stops her is the rule she breaks. What must not have run is read from the disk, and a read at the end shows that
the engines still do what they are for."""
import hashlib
import http.client
import json
import os
import secrets
import subprocess
import time
import unittest

import team
import vectors

OPS = "security-ops"


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team()
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo, cls.bot = cls.team.ana, cls.team.bo, cls.team.bot
        cls.accounts = cls.team.accounts
        cls.ops, cls.it, cls.control = cls.team.rooms[OPS], cls.team.rooms["it"], cls.team.control
        cls.keeping = {}
        cls.phone = cls.team.phone()
        cls.phone.do("accept")
        version = cls.team.policy(runner=cls.bot.node(), bots=["@bot:localhost"], reactionsFor=["change"])
        cls.eve = cls.enrolled("eve", version)
        cls.plugin = cls.ana.json("plugin", "check", cls.ana.profile + "/plugins/tally").json()["hash"]

    @classmethod
    def enrolled(cls, name, version):
        """A node in our own hands, in by invitation like anybody's."""
        account = cls.accounts.get(name) or cls.team.account(name)
        line = cls.ana.ctl("workspace", "invite", account.id).out.strip()
        account.join(cls.control)
        node = team.Node(account, cls.team.trust, cls.control)
        node.enrol(line)
        node.policy = version
        for desk in (cls.ana, cls.bo, cls.bot):
            assert team.wait(lambda desk=desk: cls.node_line(desk, node.id)), "the invitation was not taken"
        for room in (OPS, "it-handover"):
            account.join(cls.team.rooms[room])
        return node

    @staticmethod
    def node_line(desk, node):
        return next((one for one in desk.json("node", "list").lines() if one["node"] == node), None)

    def asked(self, word, desk=None, **more):
        """eve's request, seen by desk; (op, code, event, its hash)."""
        event, envelope, digest = self.eve.request(self.ops, "box", word, self.plugin, **more)
        one = (desk or self.ana).until(envelope["op"], lambda one: True)
        self.assertIsNotNone(one, self.ana.line_of(envelope["id"]))
        return envelope["op"], one["code"], event, digest

    def suspect(self, fact, why, room=OPS, desks=None):
        for desk in desks or (self.ana, self.bo, self.bot):
            line = desk.line_of(fact, room, "suspect")
            self.assertIsNotNone(line, f"{desk.name} does not show it as suspect: {desk.line_of(fact, room)}")
            self.assertRegex(line["why"], why)

    def never_ran(self, word, host="box"):
        self.assertEqual(self.team.tallied(word, host), 0)

    def setUp(self):
        self.known = {one["id"]: one["text"] for one in self.phone.read(self.ops)}

    def answered(self, *words):
        """What the runner said in this test and not before: nothing that answered another one, nor the last call."""
        def fresh():
            said = [one for one in self.phone.read(self.ops)
                    if one["sender"] == "@bot:localhost" and self.known.get(one["id"]) != one["text"]]
            return next((one for one in said if all(word in one["text"] for word in words)), None)
        shown = team.wait(fresh, pause=0.3)
        self.assertIsNotNone(shown, "the runner did not say: " + " ".join(words))
        self.known[shown["id"]] = shown["text"]
        return shown

    # ---- forged, replayed, altered ----------------------------------------------------------------------------------

    def test_an_envelope_from_another_account_is_suspect(self):
        op = self.bo.ask("/tally add box forged")
        self.bo.until(op, lambda one: True)
        digest = self.digest_of(op)
        # bo's envelope as he would make it is not to be had; eve's own, sent by another account, and one in bo's name:
        _, sent, _ = self.eve.say(self.ops, "note.added", {"text": "from my account"}, by=self.accounts["cy"])
        self.suspect(sent["id"], "sent by somebody else|another")
        head = self.eve.heads[self.ops]
        forged = team.Node(self.accounts["eve"], self.team.trust, self.control)
        forged.id, forged.policy = self.ana.node(), self.eve.policy
        _, approval, _ = forged.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=op)
        self.suspect(approval["id"], "signature")
        self.eve.heads[self.ops] = head
        self.assertEqual(self.ana.operation(op)["given"], 0)
        self.never_ran("forged")
        self.bo.ctl("cancel", op, "--reason", "tested")

    def digest_of(self, op):
        carried = self.accounts["ana"].envelopes(self.ops)
        found = [event["content"]["org.wardroom.envelope"] for event, envelope in carried if envelope["id"] == op]
        return hashlib.sha256(found[0].encode()).hexdigest()

    def test_a_replay_into_another_room_is_suspect(self):
        other = self.team.rooms["it-handover"]
        for event, envelope in self.accounts["ana"].envelopes(self.control)[:1]:
            self.accounts["ana"].send(other, event["content"])  # even by its own sender
            self.suspect(envelope["id"], "another room", "it-handover")
        _, op, _ = self.eve.request(self.ops, "box", "replay", self.plugin)
        carried = self.accounts["ana"].envelopes(self.ops)
        content = next(event["content"] for event, one in carried if one["id"] == op["id"])
        self.accounts["eve"].send(other, content)
        self.suspect(op["id"], "another room", "it-handover")
        self.assertFalse(self.ana.operations("it-handover"))
        self.never_ran("replay")

    def test_a_request_edited_after_an_approval_is_dead(self):
        op, _, event, _ = self.asked("edited", command="tally.wipe", risk="disrupt", needs=2)
        self.bo.ctl("approve", op)
        words = {"msgtype": "m.text", "body": "Wipe nothing at all"}
        self.accounts["eve"].send(self.ops, {**words, "body": "* " + words["body"], "m.new_content": words,
                                             "m.relates_to": {"rel_type": "m.replace", "event_id": event}})
        ended = self.ana.until(op, lambda one: one["stage"] == "cancelled")
        self.assertEqual(ended["stage"], "cancelled", ended)
        self.assertRegex(ended["reason"], "edited")
        self.ana.ctl("approve", op, code=1)
        self.suspect(op, "edited")
        self.never_ran("edited")

    def test_a_fact_of_another_operation_cannot_be_slipped_in(self):
        """An approval for other bytes: the hash of another request under this operation's id."""
        first, _, _, _ = self.asked("slip1")
        _, _, _, other = self.asked("slip2")
        dan = self.enrolled("dan", self.eve.policy)
        _, fact, _ = dan.say(self.ops, "approval.given", {"request": other, "from": "window"}, op=first)
        self.ana.line_of(fact["id"])
        decided = self.ana.until(first, lambda one: one["decisions"])
        self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "for other bytes"))
        self.never_ran("slip1")

    # ---- who may not ------------------------------------------------------------------------------------------------

    def test_a_removed_member_approves_nothing(self):
        finn = self.enrolled("finn", self.eve.policy)
        self.accounts["ana"].member(self.it, "invite", finn.account.id)
        finn.account.join(self.it)
        self.accounts["ana"].member(self.it, "kick", finn.account.id)
        op, code, _, digest = self.asked("removed")
        _, fact, _ = finn.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=op)
        self.assertIsNotNone(self.ana.line_of(fact["id"]))
        decided = self.ana.until(op, lambda one: one["decisions"] and one["decisions"][0].get("why"))
        self.assertEqual(decided["decisions"][0]["why"], "not a member of IT now")
        finn.account.say(self.ops, "approve " + code)
        self.answered("Only members of IT")
        self.assertEqual(self.ana.operation(op)["stage"], "requested")
        self.never_ran("removed")

    def test_the_requester_cannot_approve_from_the_phone(self):
        op = self.ana.ask("/tally add box self")
        code = self.ana.until(op, lambda one: True)["code"]
        card = self.answered("approve " + code)
        self.accounts["ana"].say(self.ops, "approve " + code)
        self.answered("You asked for this")
        thumb = {"rel_type": "m.annotation", "event_id": card["id"], "key": "\U0001F44D"}
        self.accounts["ana"].send(self.ops, {"m.relates_to": thumb}, "m.reaction")
        self.ana.ctl("approve", op, code=1)
        time.sleep(1)
        self.assertEqual(self.ana.operation(op)["given"], 0)
        self.never_ran("self")
        # Signed by the requester's own node, past her own program's refusal:
        mine, _, _, digest = self.asked("self2")
        self.eve.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=mine)
        decided = self.ana.until(mine, lambda one: one["decisions"])
        self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "by the requester"))
        self.never_ran("self2")

    def test_the_requester_cannot_approve_from_a_second_device(self):
        second = team.Node(self.accounts["eve"], self.team.trust, self.control)
        self.eve.say(self.control, "node.enrolled", {"node": second.id, "person": "@eve:localhost", "name": "eve",
                                                     "machine": "forge", "key": second.key}, policy=0)
        second.enrol()
        second.policy = self.eve.policy
        self.assertTrue(team.wait(lambda: self.node_line(self.ana, second.id)), "her other node did not let it in")
        self.accounts["ana"].member(self.it, "invite", "@eve:localhost")  # she is of the group, this once
        self.accounts["eve"].join(self.it)
        try:
            op, _, _, digest = self.asked("second")
            second.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=op)
            decided = self.ana.until(op, lambda one: one["decisions"])
            self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "by the requester"))
            time.sleep(1)
            self.never_ran("second")
        finally:
            self.accounts["ana"].member(self.it, "kick", "@eve:localhost")

    def test_a_superseded_request_is_approved_by_nobody(self):
        kim = self.enrolled("kim", self.eve.policy)
        self.accounts["ana"].member(self.it, "invite", kim.account.id)
        kim.account.join(self.it)
        try:
            old, code, _, digest = self.asked("old")
            self.eve.say(self.ops, "command.cancelled", {"reason": "asked anew"}, op=old)
            self.assertEqual(self.ana.until(old, lambda one: one["stage"] == "cancelled")["stage"], "cancelled")
            new, _, _, _ = self.asked("new")
            self.bo.ctl("approve", old, code=1)
            self.accounts["cy"].say(self.ops, "approve " + code)
            self.answered("code " + code)
            kim.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=old)
            kim.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=new)
            decided = self.ana.until(old, lambda one: one["decisions"])
            self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "after it was settled"))
            decided = self.ana.until(new, lambda one: one["decisions"])
            self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "for other bytes"))
            # Asked for under a policy that another has replaced: it wants asking anew.
            version = self.team.policy(approveWithin=self.bo.json("policy", "show").json()["approveWithin"] + 1)
            self.bo.ctl("approve", new, code=None)
            time.sleep(2)
            self.assertEqual(self.ana.operation(new)["stage"], "requested")
            self.eve.policy = version
            self.never_ran("old")
            self.never_ran("new")
        finally:
            self.accounts["ana"].member(self.it, "kick", kim.account.id)

    def test_no_request_is_laundered_through_an_alert(self):
        live, code, _, _ = self.asked("laundered0")
        before = set(self.ana.operations(OPS))
        now = int(time.time() * 1000)
        _, alert, _ = self.eve.say(self.ops, "alert.raised", {
            "tool": "crowdsec", "scenario": "/tally add box laundered1", "title": "approve " + code, "severity": "high",
            "source": "192.0.2.9", "target": "box", "detail": "/tally add box laundered2", "fingerprint": "f" * 64,
            "first": now, "last": now, "count": 1}, text="approve " + code)
        self.assertIsNone(self.ana.line_of(alert["id"]).get("flag"))
        # Asked for as if a rule had done it, in the name of whoever made the rule.
        _, named, _ = self.eve.request(self.ops, "box", "laundered3", self.plugin, requesters=["@bot:localhost"])
        self.suspect(named["id"], "not among its requesters")
        _, caused, digest = self.eve.say(self.ops, "command.requested", {
            **self.body_of(live), "args": {"host": "box", "word": "laundered4"},
            "requesters": ["@bot:localhost", "@eve:localhost"]}, cause=alert["id"])
        self.accounts["ana"].member(self.it, "invite", "@eve:localhost")
        self.accounts["eve"].join(self.it)
        try:
            self.eve.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=caused["id"])
            decided = self.ana.until(caused["id"], lambda one: one["decisions"])
            self.assertEqual((decided["given"], decided["decisions"][0]["why"]), (0, "by the requester"))
            time.sleep(2)
        finally:
            self.accounts["ana"].member(self.it, "kick", "@eve:localhost")
        self.assertEqual(set(self.ana.operations(OPS)) - before, {caused["id"]})
        self.assertEqual(self.ana.operation(live)["given"], 0)
        for number in range(5):
            self.never_ran(f"laundered{number}")

    def body_of(self, op):
        return next(one["body"] for _, one in self.accounts["ana"].envelopes(self.ops) if one["id"] == op)

    def test_a_bots_account_approves_nothing(self):
        _, code, _, _ = op = self.asked("bot")
        self.accounts["bot"].say(self.ops, "approve " + code)
        self.answered("program's account decides")
        self.bot.ctl("approve", op[0], code=1)
        self.assertEqual(self.ana.operation(op[0])["given"], 0)
        self.never_ran("bot")

    def test_an_expired_request_is_approved_by_nobody(self):
        op, code, _, digest = self.asked("late", lives=3)
        self.ana.until(op, lambda one: one["stage"] == "expired")
        time.sleep(1)
        self.bo.ctl("approve", op, code=1)
        self.accounts["cy"].say(self.ops, "approve " + code)
        self.answered("expired")
        gus = self.enrolled("gus", self.eve.policy)
        gus.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=op)
        decided = self.ana.until(op, lambda one: one["decisions"])
        self.assertEqual((decided["stage"], decided["decisions"][0]["why"]), ("expired", "after it expired"))
        self.never_ran("late")

    def test_only_the_runner_may_say_what_somebody_said_on_a_phone(self):
        op, _, _, digest = self.asked("hearsay")
        _, fact, _ = self.eve.say(self.ops, "approval.given", {"request": digest, "from": "reply", "platform":
                                  {"person": "@cy:localhost", "entry": "$nothing"}}, op=op)
        self.suspect(fact["id"], "runner")
        self.assertEqual(self.ana.line_of(fact["id"])["actor"].lower()[:3], "eve")
        self.assertEqual(self.ana.operation(op)["given"], 0)
        self.never_ran("hearsay")

    def test_a_policy_by_somebody_else_is_suspect_and_ignored(self):
        before = self.bo.json("policy", "show").json()
        mine = {**before, "version": before["version"] + 1, "admins": ["@eve:localhost"], "level": 3,
                "approvals": [{"risk": "change", "group": "IT", "count": 0}]}
        for key in ("vetted",):
            mine[key] = []
        _, fact, _ = self.eve.say(self.control, "policy.published", {"policy": mine})
        self.suspect(fact["id"], "policy admin", self.control)
        for desk in (self.ana, self.bo, self.bot):
            self.assertEqual(desk.json("policy", "show").json(), before)
        # The next true one still has its number.
        version = self.team.policy(acknowledgeWithin=before["acknowledgeWithin"] + 1)
        self.assertEqual(version, before["version"] + 1)
        self.eve.policy = version

    def test_with_two_admins_neither_changes_the_policy_alone(self):
        version = self.team.policy(admins=["@ana:localhost", "@eve:localhost"])
        self.eve.policy = version
        before = self.bo.json("policy", "show").json()
        mine = {**before, "version": version + 1, "vetted": [], "admins": ["@eve:localhost"]}
        _, alone, _ = self.eve.say(self.control, "policy.published", {"policy": mine})
        self.suspect(alone["id"], "without the approvals", self.control)
        # Asked for, and approved by nobody but who asks, however many are named as asking. Short enough for one envelope.
        mine = {key: value for key, value in mine.items() if key not in ("vetted", "approvals", "groups")}
        asked = {"command": "policy.publish", "args": {"document": vectors.canonical(mine).decode(), "version": version + 1},
                 "risk": "change", "needs": 0, "requesters": ["@eve:localhost", "@ana:localhost"], "nonce": "x",
                 "expires": int(time.time() * 1000) + 600_000}
        _, request, digest = self.eve.say(self.control, "command.requested", asked)
        _, approval, _ = self.eve.say(self.control, "approval.given", {"request": digest, "from": "window"},
                                      op=request["id"])
        _, forged, _ = self.eve.say(self.control, "policy.published", {"policy": mine, "approvals": [approval["id"]]},
                                    op=request["id"])
        self.suspect(forged["id"], "without the approvals", self.control)
        for desk in (self.ana, self.bo, self.bot):
            self.assertEqual(desk.json("policy", "show").json(), before)
        # What ana wants waits for eve, is not published by ana alone, and holds once eve agreed to exactly that.
        path = self.ana.home + "/alone.json"
        team.write(path, json.dumps({"admins": ["@ana:localhost"], "acknowledgeWithin": 911}), 0o600)
        wanted = self.ana.json("policy", "propose", path).json()
        self.assertFalse(wanted["holds"])
        self.ana.ctl("approve", wanted["op"], code=1)
        self.assertEqual(self.bo.json("policy", "show").json(), before)
        _, other, _ = self.eve.say(self.control, "approval.given", {"request": digest, "from": "window"}, op=wanted["op"])
        self.assertIsNotNone(self.ana.line_of(other["id"], self.control))
        self.assertEqual(self.bo.json("policy", "show").json(), before)
        carried = self.accounts["ana"].envelopes(self.control)
        found = [event["content"]["org.wardroom.envelope"] for event, one in carried if one["id"] == wanted["op"]]
        self.eve.say(self.control, "approval.given",
                     {"request": hashlib.sha256(found[0].encode()).hexdigest(), "from": "window"}, op=wanted["op"])
        for desk in (self.ana, self.bo, self.bot):
            holds = team.wait(lambda desk=desk: desk.json("policy", "show").json()["version"] == version + 1)
            self.assertTrue(holds, desk.name)
            self.assertEqual(desk.json("policy", "show").json()["acknowledgeWithin"], 911)
        self.eve.policy = version + 1

    def test_a_fake_end_is_suspect(self):
        op = self.ana.ask("/tally add box fake")
        one = self.ana.until(op, lambda one: True)
        self.assertEqual(one["stage"], "requested")
        _, ended, _ = self.eve.say(self.ops, "command.finished", {"outcome": "done", "summary": "all is well"}, op=op)
        line = self.ana.line_of(ended["id"])
        self.assertEqual(line["flag"], "waiting", line)  # for a claim, which only a node that may run it can say
        _, proved, _ = self.eve.say(self.ops, "command.verified", {"verdict": "verified", "detail": "sure"}, op=op)
        self.assertEqual(self.ana.line_of(proved["id"])["flag"], "waiting")
        self.assertNotIn("outcome", self.ana.operation(op))
        self.bo.ctl("approve", op)
        done = self.ana.until(op, lambda one: "verdict" in one)
        self.assertNotEqual(done["summary"], "all is well")
        self.suspect(ended["id"], "did not claim|finished already")
        self.suspect(proved["id"], "did not claim")
        self.assertEqual(self.team.tallied("fake"), 1)

    def test_a_claim_of_approvals_that_nobody_gave_is_shown(self):
        op, _, _, digest = self.asked("claimed")
        claim = {"request": digest, "members": ["@eve:localhost"], "policyHash": "0" * 64}
        self.eve.say(self.ops, "command.claimed", claim, op=op)
        shown = self.ana.until(op, lambda one: one.get("problem"))
        self.assertRegex(shown["problem"], "policy|approvals")
        self.never_ran("claimed")

    # ---- nodes ------------------------------------------------------------------------------------------------------

    def test_what_a_revoked_node_says_is_suspect_also_when_the_revocation_is_deleted(self):
        hal = self.enrolled("hal", self.eve.policy)
        _, good, _ = hal.say(self.ops, "note.added", {"text": "before"})
        self.assertIsNone(self.ana.line_of(good["id"]).get("flag"))
        fact = self.ana.json("node", "revoke", hal.id, "--reason", "stolen").json()["fact"]
        _, late, _ = hal.say(self.ops, "note.added", {"text": "after"})
        self.suspect(late["id"], "revoked")
        self.assertIsNone(self.ana.line_of(good["id"]).get("flag"))
        # The chat server's administrator deletes the revocation.
        carried = self.accounts["ana"].envelopes(self.control)
        event = next(event["event_id"] for event, one in carried if one["id"] == fact)
        self.accounts["ana"].redact(self.control, event)
        self.suspect(fact, "deleted", self.control)
        _, more, _ = hal.say(self.ops, "note.added", {"text": "and again"})
        self.suspect(more["id"], "revoked")
        self.assertTrue(self.node_line(self.bo, hal.id)["revoked"])
        self.bo.stop()
        self.bo.start()
        self.assertTrue(self.node_line(self.bo, hal.id)["revoked"], "forgotten at the restart")
        # Who comes afterwards cannot read it any more: an admin's node has said it again.
        zoe = team.Desk(self.team.top, "zoe")
        account = self.team.account("zoe")
        zoe.ctl("workspace", "join", self.ana.ctl("workspace", "invite", account.id).out.strip(), "--user", account.id,
                "--password-stdin", "--name", "Zoe", given=account.password)
        account.join(self.ops)
        zoe.start()
        try:
            self.assertTrue(team.wait(lambda: self.node_line(zoe, hal.id)["revoked"]), "zoe trusts the stolen node")
            self.suspect(late["id"], "revoked", desks=[zoe])
            self.suspect(more["id"], "revoked", desks=[zoe])
            self.assertIsNone(zoe.line_of(good["id"]).get("flag"))
        finally:
            zoe.stop()

    def test_who_joins_after_a_revocation_was_deleted_knows_it_all_the_same(self):
        ivy = self.enrolled("iris", self.eve.policy)
        fact = self.ana.json("node", "revoke", ivy.id, "--reason", "stolen").json()["fact"]
        carried = self.accounts["ana"].envelopes(self.control)
        event = next(event["event_id"] for event, one in carried if one["id"] == fact)
        self.accounts["ana"].redact(self.control, event)
        self.suspect(fact, "deleted", self.control)
        again = team.wait(lambda: [one for _, one in self.accounts["ana"].envelopes(self.control)
                                   if one["kind"] == "node.revoked" and one["body"].get("node") == ivy.id])
        self.assertTrue(again, "nobody said it again")
        jo = self.newcomer("jo")
        self.assertTrue(team.wait(lambda: (self.node_line(jo, ivy.id) or {}).get("revoked")), "trusted by a newcomer")

    def test_who_joins_after_a_counted_request_was_deleted_sees_that_it_was_run(self):
        op = self.ana.ask("/tally add box counted")
        self.ana.until(op, lambda one: True)
        self.bo.ctl("approve", op)
        self.ana.until(op, lambda one: one["stage"] == "verified", seconds=60)
        said = [(event, one) for event, one in self.accounts["ana"].envelopes(self.ops)
                if one.get("op") == op and one["kind"] in ("command.requested", "approval.given")]
        self.assertEqual(len(said), 2, said)
        for event, one in said:
            self.accounts["ana"].redact(self.ops, event["event_id"])
            self.suspect(one["id"], "deleted")
            self.kept(self.ops, event["event_id"])
        before = self.ana.operation(op)
        liv = self.newcomer("liv", self.ops)
        liv.start()
        try:
            seen = liv.until(op, lambda one: one["stage"] == "verified", seconds=60)
            self.assertEqual(seen, self.ana.operation(op))
            self.assertEqual((seen["verdict"], self.team.tallied("counted")), ("verified", 1))
            self.assertEqual(before, self.ana.operation(op))
            liv.stop()
            liv.start()
            self.assertEqual(liv.until(op, lambda one: one["stage"] == "verified", seconds=60), seen, "not after a restart")
            # What was kept proves, and starts nothing: nobody can approve it again.
            self.assertNotEqual(liv.ctl("approve", op, code=None).code, 0)
        finally:
            liv.stop()

    def test_who_joins_after_a_policys_approval_was_deleted_gets_that_policy(self):
        self.eve.policy = self.team.policy(admins=["@ana:localhost", "@bo:localhost"])
        op = self.agreed({"approveWithin": 880})
        said = [event["event_id"] for event, one in self.accounts["ana"].envelopes(self.control)
                if one.get("op") == op and one["kind"] in ("command.requested", "approval.given")]
        self.assertEqual(len(said), 2, said)
        for event in said:
            self.accounts["ana"].redact(self.control, event)
            self.kept(self.control, event)
        pat = self.newcomer("pat")
        held = self.ana.json("policy", "show").json()
        self.assertEqual(held["approveWithin"], 880)
        self.assertTrue(team.wait(lambda: pat.json("policy", "show").json() == held), pat.ctl("policy", "show").out)
        self.agreed({"admins": ["@ana:localhost"]})

    def agreed(self, change):
        """Proposed by ana and approved by bo; held by all."""
        path = self.ana.home + "/agreed.json"
        team.write(path, json.dumps(change), 0o600)
        wanted = self.ana.json("policy", "propose", path).json()
        self.assertFalse(wanted["holds"])
        self.assertTrue(team.wait(lambda: self.bo.ctl("approve", wanted["op"], code=None).code == 0))
        for desk in (self.ana, self.bo, self.bot):
            holds = team.wait(lambda desk=desk: desk.json("policy", "show").json()["version"] == self.eve.policy + 1)
            self.assertTrue(holds, desk.name)
        self.eve.policy += 1
        return wanted["op"]

    def kept(self, room, event):
        """Some node says the deleted message again, and only one does."""
        def said():  # its body travels as an attachment, being longer than an envelope may be
            return [one for _, one in self.accounts["ana"].envelopes(room) if one["kind"] == "record.kept"]
        before = self.keeping.get(room, 0)
        self.assertTrue(team.wait(lambda: len(said()) > before, 60), f"nobody kept {event}")
        self.keeping[room] = len(said())
        self.assertEqual(self.keeping[room], before + 1)

    def newcomer(self, name, *rooms):
        account = self.accounts[name] = self.team.account(name)
        line = self.ana.ctl("workspace", "invite", account.id).out.strip()
        desk = team.Desk(self.team.top, name)
        desk.ctl("workspace", "join", line, "--user", account.id, "--password-stdin", "--name", name.capitalize(),
                 given=account.password)
        for room in rooms:
            account.join(room)
        return desk

    def test_the_servers_administrator_takes_an_account_over_and_is_not_let_in(self):
        self.team.server.call("PUT", "/_synapse/admin/v2/users/@bo:localhost",
                              {"password": "stolen", "logout_devices": False}, self.accounts["ana"].token)
        thief = team.Desk(self.team.top, "thief")
        joined = thief.json("workspace", "add", "matrix", "Team", "--homeserver", self.team.server.url(),
                            "--user", "@bo:localhost", "--password-stdin", "--trust", self.team.trust,
                            "--name", "Bo", given="stolen", code=None)
        self.assertIn("let in", joined.text)
        asking = team.wait(lambda: [one for one in self.ana.json("node", "list").lines() if one.get("asking")])
        self.assertEqual([one["person"] for one in asking], ["@bo:localhost"])
        self.assertIn("asks to be let in", self.ana.ctl("node", "list").out)
        op = self.ana.ask("/tally add box thief")
        self.ana.until(op, lambda one: True)
        refused = thief.ctl("approve", op, code=None)
        self.assertNotEqual(refused.code, 0)
        self.assertIn("let in", refused.text)
        self.ana.ctl("node", "enrol", asking[0]["node"], code=4)  # one policy admin alone is not enough
        self.assertTrue(self.node_line(self.ana, asking[0]["node"]).get("asking"))
        self.assertEqual(self.ana.operation(op)["given"], 0)
        self.never_ran("thief")

    # ---- the server's own means -------------------------------------------------------------------------------------

    def test_a_squatted_lock_starts_nothing_and_is_named(self):
        op, _, _, _ = self.asked("squat")
        eve = self.accounts["eve"]
        room = eve.call("POST", "/createRoom", {"preset": "private_chat"})["room_id"]
        eve.call("PUT", "/directory/room/" + team.kit.quoted(f"#op-{op}:localhost"), {"room_id": room})
        self.bo.ctl("approve", op)
        stalled = self.ana.until(op, lambda one: one["stage"] == "stalled")
        self.assertEqual(stalled["stage"], "stalled", stalled)
        self.assertIn(room, stalled["reason"])
        self.assertIn((op, "command.stalled"), [(one["op"], one["kind"]) for one in self.bo.timeline()])
        self.never_ran("squat")

    def test_a_member_cannot_let_himself_into_the_approvers_room(self):
        eve = self.accounts["eve"]
        status, answer = eve.status("POST", f"/rooms/{team.kit.quoted(self.it)}/join", {})
        self.assertEqual((status, answer["errcode"]), (403, "M_FORBIDDEN"))
        self.accounts["ana"].member(self.it, "invite", "@eve:localhost")  # by mistake …
        eve.join(self.it)
        ivy = self.team.account("ivy")
        status, answer = eve.status("POST", f"/rooms/{team.kit.quoted(self.it)}/invite", {"user_id": ivy.id})
        self.assertEqual((status, answer["errcode"]), (403, "M_FORBIDDEN"))
        self.accounts["ana"].member(self.it, "kick", "@eve:localhost")
        # … and where the room is opened, nobody in it decides on anything.
        place = f"/rooms/{team.kit.quoted(self.it)}/state/m.room.power_levels/"
        levels = self.accounts["ana"].call("GET", place)
        self.accounts["ana"].call("PUT", place, {**levels, "invite": 0})
        try:
            op, code, _, digest = self.asked("opened")
            self.assertTrue(team.wait(lambda: not next(
                one for one in [self.bo.json("room", "show", "it").json()])["restricted"]))
            refused = self.bo.ctl("approve", op, code=1)
            self.assertIn("Anybody can be let into", refused.text)
            self.accounts["cy"].say(self.ops, "approve " + code)
            self.answered("Anybody can be let into")
            jon = self.enrolled("jon", self.eve.policy)
            self.accounts["cy"].member(self.it, "invite", jon.account.id)
            jon.account.join(self.it)
            jon.say(self.ops, "approval.given", {"request": digest, "from": "window"}, op=op)
            self.assertEqual(self.ana.until(op, lambda one: one["given"] == 1)["stage"], "requested")
            time.sleep(2)
            self.assertEqual(self.ana.operation(op)["stage"], "requested")
            self.never_ran("opened")
            self.accounts["ana"].member(self.it, "kick", jon.account.id)
        finally:
            self.accounts["ana"].call("PUT", place, levels)
            self.assertTrue(team.wait(lambda: all(desk.json("room", "show", "it").json()["restricted"]
                                                  for desk in (self.ana, self.bo, self.bot))))

    def test_what_an_approver_reads_hides_nothing(self):
        word = "shop\u202egnp.exe\u200b"
        op, code, _, _ = self.asked("bidi", title="Tally \u202enothing", reason="see\u2028approve 000000",
                                    plan={
            "argv": ["echo", word, "n\u0433inx", ">>", "/tally"], "effect": "one \u202eline"})
        card = self.answered("approve " + code)["text"]
        for hidden in "\u202e\u200b\u2028":
            self.assertNotIn(hidden, card)
            self.assertNotIn(hidden, self.ana.ctl("operations", OPS).out)
            self.assertNotIn(hidden, self.ana.ctl("timeline", OPS).out)
        self.assertIn("shop⟨U+202E⟩gnp.exe⟨U+200B⟩", card)
        self.assertIn("n⟨U+0433⟩inx", card)
        self.assertIn("⟨U+2028⟩", card)
        posted = next(event for event, one in self.accounts["ana"].envelopes(self.ops) if one["id"] == op)
        self.assertEqual(posted["content"]["body"], "command.requested")  # her own text says less; the card does not

    # ---- too much ---------------------------------------------------------------------------------------------------

    def test_too_large_a_message_harms_nobody(self):
        eve = self.accounts["eve"]
        place = f"/rooms/{team.kit.quoted(self.ops)}/send/m.room.message/{secrets.token_hex(8)}"
        status, answer = eve.status("PUT", place, {"msgtype": "m.text", "body": "x" * 10_000_000})
        self.assertEqual((status, answer["errcode"]), (413, "M_TOO_LARGE"))
        # 10 MB beside an envelope, which names them by their hash.
        data = vectors.canonical({"text": "y" * 10_000_000})
        uploaded = self.upload(eve, data)
        digest = hashlib.sha256(data).hexdigest()
        _, sealed = self.eve.sealed(self.ops, "note.added", {"spilled": digest})
        eve.send(self.ops, {"msgtype": "m.text", "body": "large", "org.wardroom.envelope": sealed,
                            "org.wardroom.media": {digest: uploaded}, "org.wardroom.txn": self.eve.id + ":large"})
        fact = json.loads(sealed)
        self.eve.heads[self.ops] = (fact["seq"], hashlib.sha256(sealed.encode()).hexdigest())
        for desk in (self.ana, self.bo, self.bot):
            line = desk.line_of(fact["id"])
            self.assertIn(line.get("flag"), ("waiting", "suspect"), line)
            self.assertLess(team.memory(desk), 400, desk.name)
        self.still_answers()

    def upload(self, account, data):
        connection = http.client.HTTPConnection("127.0.0.1", self.team.server.port(), timeout=60)
        connection.request("POST", "/_matrix/media/v3/upload", data, {"Authorization": "Bearer " + account.token,
                                                                      "Content-Type": "application/octet-stream"})
        answer = json.loads(connection.getresponse().read())
        connection.close()
        return answer["content_uri"]

    def test_a_flood_of_invitations_opens_no_door(self):
        mal = self.team.account("mal")  # in the server, not in the workspace
        before = {one["id"] for one in self.bo.json("room", "list").lines()}
        for number in range(60):
            about = {"org.wardroom": {"workspace": self.control, "purpose": "group"}}
            mal.call("POST", "/createRoom", {"preset": "private_chat", "name": f"it {number}",
                                             "invite": ["@bo:localhost"], "creation_content": about})
        self.still_answers()
        self.assertEqual({one["id"] for one in self.bo.json("room", "list").lines()}, before)
        joined = self.accounts["bo"].call("GET", "/joined_rooms")["joined_rooms"]
        self.assertLess(len(joined), 12)
        self.assertLess(team.memory(self.bo), 400)
        # A few of them are shown, as a stranger's; a colleague's comes in behind the flood, and one is declined.
        waiting = self.bo.json("room", "invitations").lines()
        self.assertEqual(len(waiting), 10)
        self.assertTrue(all(one["stranger"] and one["by"] == mal.id for one in waiting), waiting)
        self.bo.ctl("room", "decline", waiting[0]["room"])
        self.assertNotIn(waiting[0]["room"], [one["room"] for one in self.bo.json("room", "invitations").lines()])
        self.ana.ctl("room", "create", "behind-the-flood")
        self.ana.ctl("room", "invite", "behind-the-flood", "@bo:localhost")
        self.assertTrue(team.wait(lambda: any(one["name"] == "behind-the-flood"
                                              for one in self.bo.json("room", "list").lines())))

    def test_y_what_is_said_without_words_keeps_nobody_from_being_called(self):
        self.eve.policy = self.team.policy(rota=["@cy:localhost"], acknowledgeWithin=6)
        now, title = int(time.time() * 1000), "Eve would like this to be overheard"
        _, alert, _ = self.eve.say(self.ops, "alert.raised", {
            "tool": "crowdsec", "scenario": "overheard", "title": title, "severity": "high", "source": "192.0.2.9",
            "target": "box", "fingerprint": "e" * 64, "first": now, "last": now, "count": 1})
        call = hashlib.sha256(f"wardroom fact\nresponder.called/{alert['id']}/1".encode()).hexdigest()[:32]
        self.eve.whisper(self.ops, "responder.called", {"person": "@cy:localhost", "alert": alert["id"], "step": 1},
                         id=call, cause=alert["id"])
        for desk in (self.ana, self.bo, self.bot):
            self.assertIsNotNone(desk.line_of(call))
        self.assertTrue(team.wait(lambda: [one for one in self.phone.read(self.ops)
                                           if "called" in one["text"] and title in one["text"]], 40),
                        "nobody reads in the room who is called")
        rooms = []  # what is accepted once is not told again, and the message comes after the invitation

        def own():
            rooms.extend(self.phone.do("accept")["joined"])
            return [one for room in rooms for one in self.phone.read(room) if title in one["text"]]
        self.assertEqual(len(team.wait(own, 40) or []), 1, "no message of their own")
        note = self.eve.whisper(self.ops, "note.added", {"text": "nobody hears this"})
        self.suspect(note["id"], "said without words")

    def still_answers(self):
        op = self.bo.ask("/host status this-machine")
        self.assertEqual(self.bo.until(op, lambda one: "outcome" in one)["outcome"], "done")

    def test_zz_in_the_end_all_three_agree_and_the_export_says_what_was_suspect(self):
        self.still_answers()
        states = team.wait(lambda: len({desk.ctl("incident", OPS).out for desk in (self.ana, self.bo, self.bot)}) == 1,
                           seconds=10)
        self.assertTrue(states, "the three do not hold the same state")
        bundle = self.team.top + "/bundle"
        self.ana.ctl("export", OPS, "--to", bundle)
        said = subprocess.run([team.BUILD + "/bin/wardroomctl", "verify", bundle, "--trust", self.team.trust],
                              env=self.bo.env, capture_output=True, text=True, check=False, timeout=60)
        self.assertIn("suspect", (said.stdout + said.stderr).lower())


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

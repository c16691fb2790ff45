#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nodes that are cut off or asleep (SIGSTOP) while the others go on, on a real Synapse: who is cut off starts nothing, and
who slept through an operation never wakes up and runs it. A command writes its word into a file outside the record, so
that nobody's word has to be taken for how often it ran. WARDROOM_SEED decides when who falls asleep."""
import os
import random
import signal
import time
import unittest

import team

OPS = "security-ops"
SEED = os.environ.get("WARDROOM_SEED") or str(random.SystemRandom().randrange(1, 2**31))
ROUNDS = 12 if "WARDROOM_FULL" in os.environ else 2
ENDED = ("verified", "finished", "stalled", "declined", "cancelled", "expired")


def is_lock(method, path):
    """Taking the lock of an operation: an alias."""
    return method == "PUT" and "/directory/room/" in path


class Sleepers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("WARDROOM_SEED=" + SEED, flush=True)
        cls.random = random.Random(SEED)
        cls.team = team.Team(roads=SEED)
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo, cls.bot = cls.desks = (cls.team.ana, cls.team.bo, cls.team.bot)
        cls.policy()

    @classmethod
    def policy(cls, **more):
        cls.team.policy(runner=cls.bot.node(), bots=["@bot:localhost"], **{"approveWithin": 900, **more})

    def road(self, desk):
        return self.team.roads[desk.name]

    def refuse_locks(self, *desks):
        for desk in desks:
            self.road(desk).refused = is_lock
            self.addCleanup(setattr, self.road(desk), "refused", None)

    def asleep(self, desk):
        os.kill(desk.engine.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, desk.engine.pid, signal.SIGCONT)

    def awake(self, desk):
        os.kill(desk.engine.pid, signal.SIGCONT)

    def asked(self, word):
        """Asked by ana and known to bo, who may approve it."""
        op = self.ana.ask(f"/tally add box {word}")
        self.assertIsNotNone(self.bo.until(op, lambda one: True))
        return op

    def said(self, op, kind):
        carried = self.team.accounts["ana"].envelopes(self.team.rooms[OPS], pages=20)
        return [envelope for _, envelope in carried if envelope["kind"] == kind and envelope.get("op") == op]

    def stays(self, op, word, times, seconds=12):
        """Nothing more happens, although every node has had its chances."""
        time.sleep(seconds)
        self.assertEqual(self.team.tallied(word), times)
        for kind in ("command.claimed", "command.finished"):
            self.assertLessEqual(len(self.said(op, kind)), 1, kind)

    def test_1_who_is_cut_off_starts_nothing_and_another_does(self):
        op = self.asked("cut")
        self.road(self.bot).down(True)
        self.addCleanup(self.road(self.bot).down, False)
        self.bo.ctl("approve", op)
        done = self.ana.until(op, lambda one: "verdict" in one, seconds=60)
        self.assertEqual((done.get("verdict"), self.team.tallied("cut")), ("verified", 1), done)
        self.assertNotEqual(self.said(op, "command.claimed")[0]["node"], self.bot.node())
        self.road(self.bot).down(False)
        self.assertIsNotNone(self.bot.until(op, lambda one: "verdict" in one, seconds=60))
        self.stays(op, "cut", 1)

    def test_2_whose_approval_the_room_does_not_have_starts_nothing(self):
        op = self.asked("dark")
        self.road(self.bo).down(True)
        self.addCleanup(self.road(self.bo).down, False)
        try:
            self.bo.ctl("approve", op, code=None, seconds=15)
        except team.subprocess.TimeoutExpired:
            pass  # it waits for the room, and the room is not to be had
        self.stays(op, "dark", 0, seconds=8)
        self.assertEqual(self.ana.operation(op)["given"], 0)
        self.road(self.bo).down(False)
        if not self.ana.until(op, lambda one: one["given"] or one["stage"] in ENDED, seconds=60)["given"]:
            self.bo.ctl("approve", op)  # the shell gave up before the word was in the outbox
        done = self.ana.until(op, lambda one: "verdict" in one, seconds=60)
        self.assertEqual((done.get("verdict"), self.team.tallied("dark")), ("verified", 1), done)

    def test_3_where_the_lock_gives_no_answer_nobody_starts_and_past_expiry_nobody_ever_does(self):
        self.policy(approveWithin=20)
        op = self.asked("mute")
        self.refuse_locks(*self.desks)
        self.bo.ctl("approve", op)
        self.assertEqual(self.ana.until(op, lambda one: one["given"] == 1)["given"], 1)
        time.sleep(24)
        self.assertGreater(sum(self.road(desk).counts["refused"] for desk in self.desks), 0, "nobody tried")
        self.assertEqual(self.team.tallied("mute"), 0)
        for desk in self.desks:
            self.road(desk).refused = None
        self.stays(op, "mute", 0)
        self.assertNotIn(self.ana.operation(op)["stage"], ("verified", "finished", "claimed"))
        self.assertEqual(self.said(op, "command.finished"), [])

    def test_4_who_slept_through_an_operation_never_wakes_up_and_runs_it(self):
        self.policy()
        for number in range(ROUNDS):
            word = f"slept{number}"
            op = self.asked(word)
            sleeper = self.random.choice([self.ana, self.bot])
            self.bo.ctl("approve", op)
            time.sleep(self.random.choice([0, self.random.uniform(0, 1.5)]))
            self.asleep(sleeper)
            self.bo.until(op, lambda one: one["stage"] in ENDED, seconds=12)
            self.awake(sleeper)
            done = self.bo.until(op, lambda one: one["stage"] in ENDED and (one["stage"] != "finished" or
                                 one.get("outcome") != "done"), seconds=60)
            self.assertIn(done["stage"], ENDED, f"{word} ({sleeper.name} slept) is left with nobody: {done}")
            self.stays(op, word, 1 if done["stage"] == "verified" else self.team.tallied(word), seconds=7)
            self.assertLessEqual(self.team.tallied(word), 1, done)

    def test_5_who_sleeps_past_its_expiry_does_not_run_it_then(self):
        self.policy(approveWithin=20)
        op = self.asked("late")
        self.refuse_locks(*self.desks)
        self.bo.ctl("approve", op)
        self.assertEqual(self.bot.until(op, lambda one: one["given"] == 1)["given"], 1)
        self.asleep(self.bot)
        self.road(self.bot).refused = None  # it alone could, if it were awake
        time.sleep(24)
        self.awake(self.bot)
        self.stays(op, "late", 0)
        for desk in self.desks:
            self.road(desk).refused = None
        self.stays(op, "late", 0)
        self.assertEqual(self.said(op, "command.finished"), [])

    def test_6_who_falls_asleep_with_the_lock_in_hand_runs_it_once_or_never(self):
        self.policy(approveWithin=25)
        team.write(self.team.top + "/box/tally.slow", "so that it is met in the middle\n", 0o644)
        self.addCleanup(os.remove, self.team.top + "/box/tally.slow")
        for number in range(ROUNDS):
            word = f"held{number}"
            op = self.asked(word)
            self.refuse_locks(self.ana, self.bo)
            self.bo.ctl("approve", op)
            team.wait(lambda op=op: self.said(op, "command.claimed"), 20, pause=0.05)
            time.sleep(self.random.uniform(0, 0.4))
            self.asleep(self.bot)
            for desk in (self.ana, self.bo):
                self.road(desk).refused = None
            time.sleep(30)
            self.awake(self.bot)
            done = self.ana.until(op, lambda one: one["stage"] in ENDED, seconds=60)
            self.assertIn(done["stage"], ENDED, f"{word} is left with nobody: {done}")
            self.stays(op, word, self.team.tallied(word), seconds=7)
            self.assertLessEqual(self.team.tallied(word), 1, done)
            if done["stage"] == "verified":
                self.assertEqual(self.team.tallied(word), 1, done)
            elif done["stage"] in ("stalled", "expired", "cancelled"):
                self.assertEqual(self.team.tallied(word), 0, done)

    def test_7_who_is_killed_in_the_middle_reports_what_the_command_had_printed(self):
        self.policy()
        team.write(self.team.top + "/box/tally.slower", "so that it can be killed in the middle\n", 0o644)
        self.addCleanup(os.remove, self.team.top + "/box/tally.slower")
        op = self.asked("killed")
        self.refuse_locks(self.ana, self.bo)
        self.bo.ctl("approve", op)
        room = self.team.rooms[OPS]
        self.assertTrue(team.wait(lambda: any("about to write killed" in event["content"].get("body", "") for event
                                              in self.team.accounts["ana"].messages(room)), 30))
        self.bot.kill()
        team.bring_back(self.bot)
        done = self.ana.until(op, lambda one: "outcome" in one, seconds=60)
        self.assertEqual((done["stage"], done["outcome"], self.team.tallied("killed")), ("finished", "unknown", 0), done)
        end, = self.said(op, "command.finished")
        self.assertIn("A person must look", end["body"]["summary"])
        bundle = self.team.top + "/bundle"
        self.ana.ctl("export", OPS, "--to", bundle)
        kept = [os.path.join(place, name) for place, _, names in os.walk(bundle) for name in names
                if end["body"]["log"] in name]
        self.assertEqual(len(kept), 1, end)
        with open(kept[0], encoding="utf-8") as file:
            self.assertIn("about to write killed", file.read())


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

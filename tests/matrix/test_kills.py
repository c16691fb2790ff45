#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random instants: of the window, of the engines without one, of the shell that drives them and of Synapse
itself, while three nodes contend for every command. A command writes its word into a file outside the record, so that
nobody's word has to be taken for how often it ran. WARDROOM_SEED decides; WARDROOM_KILLS how many."""
import collections
import os
import random
import subprocess
import threading
import time
import unittest

import team

OPS = "security-ops"
COUNT = int(os.environ.get("WARDROOM_KILLS") or (1000 if "WARDROOM_FULL" in os.environ else 15))
SEED = os.environ.get("WARDROOM_SEED") or str(random.SystemRandom().randrange(1, 2**31))
ENDED = ("verified", "finished", "stalled", "declined", "cancelled", "expired")


class Killer(threading.Thread):
    """Kills one after the other, each a random moment after the one before is back."""

    def __init__(self, crew, count):
        super().__init__(name="killer")
        self.team, self.left = crew, count
        self.random = random.Random(f"{SEED} killer")
        self.done = collections.Counter()
        self.shells = []  # running wardroomctl, of any desk
        self.trouble = []

    def run(self):
        desks = {"wardroomd (ana)": self.team.ana, "wardroom (bo)": self.team.bo, "wardroomd (bot)": self.team.bot}
        victims = [*desks, *desks, "wardroomctl", "wardroomctl", "Synapse"]
        while self.left > 0:
            time.sleep(self.random.uniform(0, 1.2))
            victim = self.random.choice(victims)
            try:
                if victim in desks:
                    desks[victim].kill()
                    time.sleep(self.random.choice([0, 0, self.random.uniform(0, 2)]))
                    team.bring_back(desks[victim])
                elif victim == "Synapse":
                    self.team.stop_server(kill=True)
                    time.sleep(self.random.choice([0, 0, self.random.uniform(0, 2)]))
                    self.team.server.start()
                elif self.shells:
                    self.random.choice(self.shells).kill()
                else:
                    continue
            except Exception as trouble:  # pylint: disable=broad-exception-caught
                self.trouble.append(f"{victim}: {type(trouble).__name__} {trouble}")
                return
            self.left -= 1
            self.done[victim] += 1


class Asker(threading.Thread):
    """Asks for changes, has them approved by somebody else, and talks meanwhile."""

    def __init__(self, name, crew, killer, book):
        super().__init__(name=name)
        self.team, self.killer, self.book = crew, killer, book
        self.random = random.Random(f"{SEED} {name}")
        self.desk, self.other = (crew.ana, crew.bo) if name == "ana" else (crew.bo, crew.ana)
        self.number = 0

    def told(self, desk, *words):
        """What the shell said; nothing when it was killed, or said no."""
        process = subprocess.Popen([team.BUILD + "/bin/wardroomctl", "--profile", desk.profile, "--json", *words],
                                   env=desk.env, cwd=desk.home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        self.killer.shells.append(process)
        try:
            out, _ = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            self.killer.trouble.append(f"no answer to {' '.join(words)}")
            process.kill()
            out, _ = process.communicate()
        self.killer.shells.remove(process)
        return team.Said(subprocess.CompletedProcess(words, process.returncode, out, ""))

    def run(self):
        while self.killer.is_alive():
            self.number += 1
            text = f"{self.name}-{self.number:04}"
            self.book["said"].append(text)
            if self.told(self.desk, "say", OPS, "words " + text).code == 0:
                self.book["promised"].append(text)
            self.book["words"].append(text)
            said = self.told(self.desk, "say", OPS, f"/tally add box {text}")
            if said.code != 0:
                continue
            op = said.json()["op"]
            self.book["asked"].append((op, text))
            for _ in range(3):  # as somebody who looks whether it was taken
                if self.told(self.other, "approve", op).code == 0:
                    self.book["approved"].append(op)
                    break


class Kills(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("WARDROOM_SEED=" + SEED, flush=True)
        cls.team = crew = team.Team(windows=("bo",))
        cls.addClassCleanup(crew.close)
        crew.policy(runner=crew.bot.node(), bots=["@bot:localhost"])
        team.write(crew.top + "/box/tally.slow", "so that there is something to kill\n", 0o644)
        cls.killer = Killer(crew, COUNT)
        cls.book = {"said": [], "promised": [], "words": [], "asked": [], "approved": []}
        cls.askers = [Asker(name, crew, cls.killer, cls.book) for name in ("ana", "bo")]
        began = time.monotonic()
        for thread in (cls.killer, *cls.askers):
            thread.start()
        for thread in (cls.killer, *cls.askers):
            thread.join()
        for desk in (crew.ana, crew.bo, crew.bot):
            if desk.engine is None:
                team.bring_back(desk)
        print(f"{COUNT} kills in {time.monotonic() - began:.0f} s: {dict(cls.killer.done)}; "
              f"{len(cls.book['asked'])} requests, {len(cls.book['approved'])} approved", flush=True)

    def setUp(self):
        self.assertEqual(self.killer.trouble, [])

    def test_1_every_approved_request_came_to_an_end_or_to_a_person(self):
        for op, word in self.book["asked"]:
            if op in self.book["approved"]:
                one = self.team.ana.until(op, lambda one: one["stage"] in ENDED, seconds=60)
                self.assertIsNotNone(one, f"{op} is on nobody's record")
                self.assertIn(one["stage"], ENDED, f"{word} is left with nobody: {one}")
            else:
                self.assertIsNotNone(self.team.ana.until(op, lambda one: True), f"{op} is on nobody's record")

    def test_2_no_command_ran_twice_and_what_is_said_to_have_run_did(self):
        ends = collections.Counter()
        for word in self.book["words"]:
            self.assertLessEqual(self.team.tallied(word), 1, word)
        for op, word in self.book["asked"]:
            one = self.team.ana.operation(op)
            ends[one["stage"], one.get("outcome")] += 1
            if one["stage"] == "verified":
                self.assertEqual(self.team.tallied(word), 1, one)
            elif one["stage"] in ("requested", "stalled", "declined", "cancelled", "expired"):
                self.assertEqual(self.team.tallied(word), 0, one)
        print("ends:", dict(ends), flush=True)

    def test_3_no_fact_is_lost_or_doubled(self):
        events = self.team.accounts["cy"]
        events.join(self.team.rooms[OPS])
        told = events.messages(self.team.rooms[OPS], pages=1000)
        texts = collections.Counter(event["content"].get("body") for event in told)
        lost = [text for text in self.book["promised"] if texts["words " + text] == 0]
        doubled = [text for text in self.book["said"] if texts["words " + text] > 1]
        self.assertEqual((lost, doubled), ([], []))
        said = events.envelopes(self.team.rooms[OPS], pages=1000)
        carried = [envelope for _, envelope in said]
        # Without words: what another node had said already, for the place in the own chain.
        facts = collections.Counter(one["id"] for event, one in said if event["type"] == "m.room.message")
        self.assertEqual([fact for fact, times in facts.items() if times > 1], [])
        for op, _ in self.book["asked"]:
            self.assertEqual(facts[op], 1, op)
        chains = collections.defaultdict(list)
        for envelope in carried:
            chains[envelope["node"]].append(envelope["seq"])
        for node, numbers in chains.items():
            self.assertEqual(sorted(numbers), list(range(1, len(numbers) + 1)), f"{node}'s chain has holes or forks")

    def test_4_the_claims_were_contended(self):
        """Otherwise nothing above says anything: every node reaches the host, and more than one of them ran commands."""
        carried = self.team.accounts["cy"].envelopes(self.team.rooms[OPS], pages=1000)
        runners = collections.Counter(envelope["node"] for _, envelope in carried if envelope["kind"] == "command.claimed")
        names = {desk.node(): desk.name for desk in (self.team.ana, self.team.bo, self.team.bot)}
        print("claimed by:", {names[node]: times for node, times in runners.items()}, flush=True)
        self.assertGreater(len(runners), 1, runners)

    def test_5_all_three_hold_the_same(self):
        desks = (self.team.ana, self.team.bo, self.team.bot)
        same = team.wait(lambda: len({desk.ctl("incident", OPS).out for desk in desks}) == 1, seconds=30, pause=1)
        self.assertTrue(same, "the three do not hold the same state")


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two wardroomd on one workspace on a real Synapse, and a phone that reads along: no doubled card, no doubled run, no
lost alert; who is called when nobody answers, and by whom; a node that restarts in the middle. What the phone sees is
what counts: a message that is there twice rings twice, whatever Wardroom makes of it."""
import concurrent.futures
import http.client
import json
import os
import re
import signal
import subprocess
import time
import unittest

import team

ALERTS = "ids-alerts"
CACHE = os.path.join(team.CACHE, "crowdsec")
PRIVATE_CROWDSEC = os.path.join(team.TOP, "resources/crowdsec/private-crowdsec")


class Watch:
    """A desk whose wardroomd takes alerts from one tool."""

    def __init__(self, desk):
        self.desk = desk
        desk.stop()
        added = desk.json("tool", "add", "disks", "--mapping", team.TOP + "/resources/mappings/generic.yaml").json()
        self.token = added["token"]

    def start(self):
        desk = self.desk
        log = desk.home + "/engine.log"
        desk.log = open(log, "a", encoding="utf-8")
        begun = os.path.getsize(log)
        desk.engine = subprocess.Popen([team.BUILD + "/bin/wardroomd", "--profile", desk.profile, "--listen", "127.0.0.1:0"],
                                       env=desk.env, cwd=desk.home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       stderr=desk.log, text=True)
        assert desk.engine.stdout.readline() == "ready\n", team.HERE
        with open(log, encoding="utf-8") as file:
            file.seek(begun)
            self.port = int(re.search(r"127\.0\.0\.1:(\d+)", file.read()).group(1))

    def post(self, **alert):
        """The status; 0 when nobody answered."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request("POST", "/alerts/disks", json.dumps(alert, sort_keys=True),
                               {"Authorization": "Bearer " + self.token, "Content-Type": "application/json"})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def kill(self):
        self.desk.engine.send_signal(signal.SIGKILL)
        self.desk.engine.wait(20)
        self.desk.engine.stdout.close()
        self.desk.log.close()
        self.desk.engine = None


class Night(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.team = team.Team(roads="night")
        cls.addClassCleanup(cls.team.close)
        cls.ana, cls.bo, cls.bot = cls.team.ana, cls.team.bo, cls.team.bot
        cls.alerts = cls.team.rooms[ALERTS]
        cls.ana.ctl("room", "invite", ALERTS, "@cy:localhost")
        cls.phone = cls.team.phone()
        cls.phone.do("accept")
        cls.team.policy(runner=cls.bot.node(), bots=["@bot:localhost"], rota=["@bo:localhost"], acknowledgeWithin=3600)
        cls.one, cls.two = Watch(cls.bot), Watch(cls.bo)
        cls.one.start()
        cls.two.start()

    def both(self, **alert):
        """The same alert to both at once, as a tool does that is told two addresses."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return sorted(pool.map(lambda watch: watch.post(**alert), (self.one, self.two)))

    def cards(self, title, desk=None):
        return [one for one in (desk or self.ana).json("alert", "list", ALERTS).lines() if one["title"] == title]

    def seen(self, title):
        """On the phone: the messages that raise it."""
        return [one for one in self.phone.read(self.alerts) if one["text"].splitlines()[0] == "Alert: " + title]

    def test_01_one_alert_heard_by_both_is_one_card_and_one_message(self):
        self.assertEqual(self.both(scenario="disk-full", title="The disk of web-01 is full", severity="high"), [200, 200])
        team.wait(lambda: self.cards("The disk of web-01 is full"))
        time.sleep(4)  # the second node's patience, and more
        card, = self.cards("The disk of web-01 is full")
        self.assertEqual(card["count"], 1, card)
        self.assertEqual(len(self.seen("The disk of web-01 is full")), 1, self.seen("The disk of web-01 is full"))
        self.assertEqual(len(self.cards("The disk of web-01 is full", self.bo)), 1)

    def test_02_what_repeats_counts_up_once_for_both(self):
        for number in range(12):
            self.assertEqual(self.both(scenario="login", title="Failed logins on vpn-1", severity="low", id=f"n{number}"), [200, 200])
        self.assertTrue(team.wait(lambda: self.cards("Failed logins on vpn-1") and self.cards("Failed logins on vpn-1")[0]["count"] >= 12, 30))
        time.sleep(4)
        card, = self.cards("Failed logins on vpn-1")
        self.assertEqual(card["count"], 12, card)

    def test_03_an_alert_that_only_one_hears_is_said_all_the_same(self):
        self.assertEqual(self.two.post(scenario="only-two", title="Only the second hears this", severity="low"), 200)
        self.assertTrue(team.wait(lambda: self.cards("Only the second hears this"), 20))
        self.assertEqual(self.one.post(scenario="only-one", title="Only the first hears this", severity="low"), 200)
        self.assertTrue(team.wait(lambda: self.cards("Only the first hears this"), 20))

    def test_04_while_the_first_is_dead_the_second_loses_nothing(self):
        taken = []
        for number in range(8):
            if number == 3:
                self.one.kill()
            title = f"Night alert {number}"
            answers = self.both(scenario=f"night-{number}", title=title, severity="medium")
            if 200 in answers:
                taken.append(title)
        self.assertEqual(len(taken), 8)
        self.one.start()
        for title in taken:
            self.assertTrue(team.wait(lambda title=title: self.cards(title), 30), title)
        time.sleep(4)
        self.assertEqual([len(self.cards(title)) for title in taken], [1] * 8)
        self.assertEqual([len(self.seen(title)) for title in taken], [1] * 8)

    def test_04b_what_the_first_could_not_say_in_time_rings_no_phone_again(self):
        for how in ("alive", "killed"):
            title = f"Heard by both, said by the second: {how}"
            self.team.roads["bot"].down(True)
            self.assertEqual(self.both(scenario=how, title=title, severity="medium"), [200, 200])
            self.assertTrue(team.wait(lambda title=title: self.cards(title), 30))
            kept = [text for _, text, _ in team.outbox(self.bot)]
            self.assertIn("Alert: " + title, "\n".join(kept))  # it took it, so it will say it
            if how == "killed":
                self.one.kill()
            self.team.roads["bot"].down(False)
            if how == "killed":
                self.one.start()
            self.assertTrue(team.wait(lambda: not team.outbox(self.bot), 60), team.outbox(self.bot))
            said = [(event["sender"], event["type"]) for event, envelope in self.team.accounts["ana"].envelopes(self.alerts)
                    if envelope["kind"] == "alert.raised" and envelope["body"]["title"] == title]
            self.assertEqual(said, [("@bo:localhost", "m.room.message"), ("@bot:localhost", "org.wardroom.fact")])
            card, = self.cards(title)
            self.assertEqual((len(self.seen(title)), card["count"], len(self.cards(title, self.bot))), (1, 1, 1))

    def test_05_a_command_that_both_could_run_runs_once(self):
        for number in range(4):
            word = f"once{number}"
            op = self.ana.ask(f"/tally add box {word}")
            self.assertIsNotNone(self.bo.until(op, lambda one: True))
            self.bo.ctl("approve", op)
            done = self.ana.until(op, lambda one: "verdict" in one)
            self.assertEqual((done.get("verdict"), self.team.tallied(word)), ("verified", 1), done)

    def test_06_a_node_that_is_stopped_and_started_in_the_middle_runs_nothing_twice(self):
        ops = {}
        for number in range(5):
            word = f"again{number}"
            ops[word] = self.ana.ask(f"/tally add box {word}")
            self.bo.until(ops[word], lambda one: True)
            self.bo.ctl("approve", ops[word])
            time.sleep(0.15 * number)
            if number % 2:
                self.one.kill()
            else:
                self.assertEqual(self.bot.stop(), 0)
            self.one.start()
        for word, op in ops.items():
            done = self.ana.until(op, lambda one: one["stage"] in ("finished", "verified") or "verdict" in one or "outcome" in one, seconds=60)
            self.assertLessEqual(self.team.tallied(word), 1, done)
            self.assertTrue("outcome" in done or "verdict" in done, done)
            if done.get("outcome") == "done":
                self.assertEqual(self.team.tallied(word), 1, done)

    def test_07_nobody_answers_so_the_first_is_called_then_the_second_then_everybody(self):
        self.team.policy(runner=self.bot.node(), bots=["@bot:localhost"], rota=["@bo:localhost", "@cy:localhost"], acknowledgeWithin=6)
        title = "Nobody answers this"
        self.assertEqual(self.both(scenario="silence", title=title, severity="critical"), [200, 200])
        self.assertTrue(team.wait(lambda: self.cards(title), 20))
        calls = team.wait(lambda: len(found := [one for one in self.ana.timeline(ALERTS) if one["kind"] == "responder.called"
                                                and title in one["summary"]]) >= 3 and found, 60)
        self.assertEqual([one["summary"].split(" was ")[0] for one in calls], ["Bo", "@cy:localhost", "Everybody"], calls)
        time.sleep(8)  # one step more than there are
        said = [event for event in self.team.accounts["ana"].messages(self.alerts) if title in event["content"].get("body", "")
                and "called" in event["content"]["body"]]
        self.assertEqual(len(said), 3, [(one["sender"], one["content"]["body"]) for one in said])
        self.assertEqual(said[0]["content"]["m.mentions"], {"user_ids": ["@bo:localhost"]})
        self.assertEqual(said[1]["content"]["m.mentions"], {"user_ids": ["@cy:localhost"]})
        self.assertIn("@ana:localhost", said[2]["content"]["m.mentions"]["user_ids"])

    def test_08_who_is_called_gets_one_message_of_their_own(self):
        joined = self.phone.do("accept")["joined"]
        self.assertTrue(joined)
        # Other calls may have come from another account, in a room of its own; this one came once.
        title = "You are called: Nobody answers this"
        own = team.wait(lambda: [(room, one) for room in joined for one in self.phone.read(room) if title in one["text"]], 20)
        self.assertEqual(len(own), 1, own)
        (place, said), = own
        self.assertIn("#" + ALERTS, said["text"])
        sender = self.team.accounts[said["sender"][1:].split(":")[0]]
        direct = sender.call("GET", f"/user/{team.kit.quoted(sender.id)}/account_data/m.direct")
        self.assertIn(place, direct["@cy:localhost"])
        # Everybody: ana too, who was not called before; her own Wardroom has accepted the invitation.
        self.assertTrue(team.wait(lambda: [one for one in self.ana.json("room", "list").lines() if one["purpose"] == "direct"], 20))

    def test_09_once_somebody_takes_it_nobody_else_is_called(self):
        title = "Somebody takes this"
        self.assertEqual(self.both(scenario="taken", title=title, severity="high"), [200, 200])
        self.assertTrue(team.wait(lambda: self.cards(title), 20))
        self.phone.say(self.alerts, "/alert ack")
        time.sleep(14)
        called = [one for one in self.ana.timeline(ALERTS) if one["kind"] == "responder.called" and title in one["summary"]]
        self.assertEqual(called, [])

    def test_10_a_restart_calls_nobody_again(self):
        before = len(self.team.accounts["ana"].messages(self.alerts))
        self.assertEqual(self.bot.stop(), 0)
        self.one.start()
        time.sleep(4)
        self.assertEqual(self.phone.do("accept")["joined"], [])
        self.assertEqual(len(self.team.accounts["ana"].messages(self.alerts)), before)

    def test_11_doctor_names_a_group_that_anybody_gets_into(self):
        def setting():
            return next(one for one in self.ana.json("doctor", code=None).lines() if one["check"].startswith("setting"))
        self.assertTrue(setting()["ok"], setting())
        it = self.team.rooms["it"]
        levels = self.team.accounts["ana"].call("GET", f"/rooms/{team.kit.quoted(it)}/state/m.room.power_levels/")
        self.team.accounts["ana"].call("PUT", f"/rooms/{team.kit.quoted(it)}/state/m.room.power_levels/", {**levels, "invite": 0})
        found = team.wait(lambda: (one := setting()) and not one["ok"] and one, 20)
        self.assertTrue(found)
        self.assertIn("#it", found["sentence"])
        self.team.accounts["ana"].call("PUT", f"/rooms/{team.kit.quoted(it)}/state/m.room.power_levels/", levels)
        self.assertTrue(team.wait(lambda: setting()["ok"], 20))
        self.team.accounts["ana"].call("PUT", f"/rooms/{team.kit.quoted(it)}/state/m.room.join_rules/", {"join_rule": "public"})
        self.assertTrue(team.wait(lambda: not setting()["ok"], 20), setting())

    def test_12_a_real_crowdsec_that_both_listen_to_is_one_card(self):
        subprocess.run([PRIVATE_CROWDSEC, "prepare", "--into", CACHE], check=True, timeout=300, stdout=subprocess.DEVNULL)
        run, log = self.team.top + "/crowdsec", self.team.top + "/auth.log"
        open(log, "w", encoding="utf-8").close()
        self.addCleanup(subprocess.run, [PRIVATE_CROWDSEC, "stop", "--run", run], stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL, check=False)
        done = subprocess.run([PRIVATE_CROWDSEC, "start", "--unpacked", CACHE, "--run", run, "--log", log, "--blackhole", "1s"],
                              check=False, timeout=180, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        started = json.loads(done.stdout)
        for watch in (self.one, self.two):
            watch.desk.stop()
            watch.desk.ctl("tool", "add", "crowdsec", "--url", started["url"], "--machine", started["machine"],
                           "--password-file", started["password_file"], "--bouncer-key-file", started["bouncer_key_file"])
            watch.start()

        def attack(lines):
            subprocess.run([PRIVATE_CROWDSEC, "attack", "--log", log, "--address", "203.0.113.7", "--lines", str(lines)],
                           check=True, timeout=60, stdout=subprocess.DEVNULL)

        def cards(desk=self.ana):
            return [one for one in desk.json("alert", "list", ALERTS).lines() if one["source"] == "203.0.113.7"]
        attack(12)
        self.assertTrue(team.wait(cards, 60), "CrowdSec's alert did not become a card")
        time.sleep(6)
        first, = cards()
        self.assertEqual(len(self.seen(first["title"])), 1, self.seen(first["title"]))
        attack(200)
        self.assertTrue(team.wait(lambda: cards()[0]["count"] > first["count"], 60), "it does not count up")
        time.sleep(6)
        self.assertEqual((len(cards()), len(self.seen(first["title"]))), (1, 1))
        self.assertEqual(cards(self.bo)[0]["count"], cards(self.bot)[0]["count"])


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

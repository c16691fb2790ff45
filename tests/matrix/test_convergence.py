#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three nodes, each on a bad road of its own to a real Synapse, under random operations and restarts; in the end they
hold the same state to the byte, and so does whoever replays an export, and whoever comes late and reads it all from
the server's history. WARDROOM_SEED decides what is done; WARDROOM_OPERATIONS how much of it."""
import collections
import contextlib
import http.client
import json
import os
import random
import shutil
import subprocess
import threading
import time
import unittest

import team
import vectors

ROOMS = ["security-ops", "it-handover"]  # and an incident's, opened below
ACTORS = 4
COUNT = int(os.environ.get("WARDROOM_OPERATIONS") or (2000 if "WARDROOM_FULL" in os.environ else 60))
SEED = os.environ.get("WARDROOM_SEED") or str(random.SystemRandom().randrange(1, 2**31))


class Story:
    """What was tried and what was promised, by all threads together."""

    def __init__(self, count):
        self.lock = threading.Lock()
        self.share = (count + ACTORS - 1) // ACTORS  # of each, or the quickest would do nearly all
        self.left = collections.Counter()
        self.done = collections.Counter()
        self.tried = {}      # text -> room
        self.promised = {}   # text -> (room, entry)
        self.asked = []      # {"op", "word", "room", "by"}
        self.words = set()
        self.trouble = []

    def take(self, actor):
        with self.lock:
            self.left[actor] += 1
            return self.left[actor] <= self.share

    def note(self, what, is_done=True):
        with self.lock:
            self.done[what if is_done else what + ", refused"] += 1


class Actor(threading.Thread):
    """Does one thing after another until all are done."""

    def __init__(self, name, story, crew):
        super().__init__(name=name)
        self.story, self.team = story, crew
        self.random = random.Random(f"{SEED} {name}")
        self.number = 0

    def run(self):
        names = [what for what, share in self.SHARES.items() for _ in range(share)]
        while self.story.take(self.name):
            what = self.random.choice(names)
            try:
                self.story.note(what, getattr(self, what)() is not False)
            except Exception as trouble:  # pylint: disable=broad-exception-caught
                self.story.trouble.append(f"{self.name} {what}: {type(trouble).__name__} {trouble}")

    def text(self):
        self.number += 1
        return f"{self.name}-{self.number:04}"

    def room(self):
        return self.random.choice(ROOMS)

    def some_operation(self):
        with self.story.lock:
            recent = self.story.asked[-12:]
        return self.random.choice(recent) if recent else None


class Desk(Actor):
    """Somebody with a shell, whose engine is ended and killed now and then."""
    SHARES = {"say": 22, "note": 7, "status": 3, "severity": 2, "task": 4, "read": 4, "change": 12, "approve": 16,
              "decline": 2, "cancel": 2, "claim": 3, "resolve": 3, "restart": 2, "killed": 2, "alone": 1, "policy": 2}

    def __init__(self, desk, story, crew):
        super().__init__(desk.name, story, crew)
        self.desk = desk

    def told(self, *words):
        try:
            return self.desk.json(*words, code=None, seconds=300)
        except subprocess.TimeoutExpired as late:
            how = "its engine" if self.desk.engine else "itself"
            self.story.trouble.append(f"{self.name}, by {how}: no answer to {' '.join(words)}, but {late.stdout!r}; "
                                      f"{team.outbox(self.desk)}")
            return team.Said(subprocess.CompletedProcess(words, 99, "", ""))

    def say(self):
        text, room = self.text(), self.room()
        self.story.tried[text] = room
        said = self.told("say", room, text)
        if said.code == 0:
            self.story.promised[text] = room, said.json()["entry"]
        return said.code == 0

    def command(self, words):
        return self.told("say", self.room(), words).code == 0

    def note(self):
        return self.command("/note add " + self.text())

    def status(self):
        return self.command("/incident status " + self.random.choice(["triaged", "containing", "eradicated", "recovered"]))

    def severity(self):
        return self.command(f"/incident severity {self.random.randint(1, 4)} " + self.text())

    def task(self):
        return self.command("/task add " + self.text())

    def read(self):
        return self.command("/host status this-machine")

    def change(self):
        word, room = self.text(), self.room()
        self.story.words.add(word)
        said = self.told("say", room, f"/tally add box {word}")
        if said.code == 0 and said.json().get("op"):
            with self.story.lock:
                self.story.asked.append({"op": said.json()["op"], "word": word, "room": room, "by": self.name})
        return said.code == 0

    def decide(self, *words):
        one = self.some_operation()
        return bool(one) and self.told(words[0], one["op"], *words[1:]).code == 0

    def approve(self):
        return self.decide("approve")

    def decline(self):
        return self.decide("decline", "--reason", "not now")

    def cancel(self):
        return self.decide("cancel", "--reason", "not needed")

    def alert(self, *words):
        said = self.told("alert", "list")
        found = [one["id"] for one in said.lines()] if said.code == 0 else []
        return bool(found) and self.told("alert", words[0], self.random.choice(found), *words[1:]).code == 0

    def claim(self):
        return self.alert("claim", "that was me")

    def resolve(self):
        return self.alert("resolve", self.random.choice(["true", "false", "benign"]))

    def policy(self):
        if self.name != "ana":
            return self.note()
        team.write(self.desk.home + "/policy.json", json.dumps({"acknowledgeWithin": 600 + self.number}), 0o600)
        self.number += 1
        return self.told("policy", "propose", self.desk.home + "/policy.json").code == 0

    def restart(self):
        self.desk.stop()
        team.bring_back(self.desk)

    def killed(self):
        self.desk.kill()
        team.bring_back(self.desk)

    def alone(self):
        """The shell does the work itself where no engine runs."""
        self.desk.stop()
        try:
            return self.say()
        finally:
            team.bring_back(self.desk)


class Refused(Exception):
    """By the server, for good."""


class Phone(Actor):
    """People's chat apps: words, edits, deletions, also of what Wardroom said for them, replies and reactions."""
    SHARES = {"say": 8, "edit": 6, "delete": 6, "approve": 10, "react": 6, "unreact": 4, "ask": 4, "spoil": 2,
              "redact": 3, "alert": 8}

    def __init__(self, crew, story):
        super().__init__("cy", story, crew)
        self.own, self.thumbs = [], []

    def account(self, name="cy"):
        return self.team.accounts[name]

    def insist(self, call):
        """A phone tries again, under the same transaction or not: what is doubled is so on the server."""
        until = time.monotonic() + 240
        while True:
            try:
                return call()
            except (OSError, team.kit.Trouble) as trouble:
                if "M_DUPLICATE_ANNOTATION" in str(trouble):
                    raise Refused(str(trouble)) from trouble
                if time.monotonic() > until:
                    raise
                time.sleep(0.3)

    def say(self):
        text, room = self.text(), self.team.rooms[self.room()]
        self.own.append((room, self.insist(lambda: self.account().say(room, text))))

    def changed(self, name, room, event, text):
        words = {"msgtype": "m.text", "body": text}
        self.insist(lambda: self.account(name).send(room, {**words, "m.new_content": words, "m.relates_to": {
            "rel_type": "m.replace", "event_id": event}}))

    def edit(self):
        if self.own:
            self.changed("cy", *self.random.choice(self.own[-10:]), self.text())
        return bool(self.own)

    def delete(self):
        if self.own:
            gone = self.own.pop(self.random.randrange(len(self.own)))
            self.insist(lambda: self.account().redact(*gone))

    def code(self):
        """The room of an operation and its code. The bot may be ended while it is asked: then there is none to say."""
        one = self.some_operation()
        said = one and self.team.bot.json("operations", one["room"], code=None)
        lines = said.lines() if said and said.code == 0 else []
        codes = [line["code"] for line in lines if line["op"] == one["op"]]
        return (self.team.rooms[one["room"]], codes[0]) if codes else None

    def approve(self):
        if known := self.code():
            self.insist(lambda: self.account().say(known[0], "approve " + known[1]))
        return bool(known)

    def react(self):
        if not (known := self.code()):
            return False
        cards = [event["event_id"] for event in self.insist(lambda: self.account().messages(known[0]))
                 if event["sender"] == "@bot:localhost" and "approve " + known[1] in event["content"].get("body", "")]
        if cards:
            thumb = {"rel_type": "m.annotation", "event_id": cards[0], "key": self.random.choice("\U0001F44D\u2705")}
            with contextlib.suppress(Refused):  # the same one again
                self.thumbs.append((known[0], self.insist(
                    lambda: self.account().send(known[0], {"m.relates_to": thumb}, "m.reaction"))))
        return bool(cards)

    def unreact(self):
        if not self.thumbs:
            return False
        gone = self.thumbs.pop()
        self.insist(lambda: self.account().redact(*gone))
        return True

    def ask(self):
        self.insist(lambda: self.account().say(self.team.rooms[self.room()], "what's going on with this-machine?"))

    def some_envelope(self):
        name, room = self.random.choice(["ana", "bo"]), self.room()
        place = self.team.rooms[room]
        fits = [event["event_id"] for event, one in self.insist(lambda: self.account(name).envelopes(place))
                if event["sender"] == f"@{name}:localhost"]
        return (name, place, self.random.choice(fits)) if fits else None

    def spoil(self):
        """Somebody edits in Element what their Wardroom said."""
        if found := self.some_envelope():
            self.changed(*found, self.text())
        return bool(found)

    def redact(self):
        if found := self.some_envelope():
            self.insist(lambda: self.account(found[0]).redact(*found[1:]))
        return bool(found)

    def alert(self):
        post = json.dumps({"scenario": self.random.choice(["ssh-bf", "http-probing"]), "title": "Somebody knocks",
                           "severity": "high", "source": f"192.0.2.{self.random.randrange(4)}", "target": "box"})
        for _ in range(40):
            connection = http.client.HTTPConnection(self.team.bot.listen, timeout=30)
            try:
                connection.request("POST", "/alerts/generic", post, {"Authorization": "Bearer " + self.team.token,
                                                                     "Content-Type": "application/json"})
                if connection.getresponse().status == 200:
                    return True
            except (OSError, http.client.HTTPException):
                time.sleep(0.3)
            finally:
                connection.close()
        return False


def weather(crew, story, actors):
    """Roads end and begin again, and the server is restarted and killed."""
    chance = random.Random(f"{SEED} weather")
    while any(actor.is_alive() for actor in actors):
        time.sleep(chance.uniform(1, 4))
        if chance.random() < 0.75:
            way = crew.roads[chance.choice(sorted(crew.roads))]
            way.down(True)
            time.sleep(chance.uniform(0.1, 3))
            way.down(False)
            story.note("road cut")
        else:
            kills = chance.random() < 0.6
            crew.stop_server(kills)
            crew.server.start()
            story.note("server killed" if kills else "server restarted")


class Convergence(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("WARDROOM_SEED=" + SEED, flush=True)
        cls.team = team.Team(roads=SEED)
        cls.addClassCleanup(cls.team.close)
        if "WARDROOM_KEEP" in os.environ:  # what is left on the disk, to be looked at
            cls.addClassCleanup(lambda: shutil.copytree(cls.team.top, os.environ["WARDROOM_KEEP"], dirs_exist_ok=True))
        cls.desks = [cls.team.ana, cls.team.bo, cls.team.bot]
        cls.team.ana.ctl("room", "invite", "it-handover", "@cy:localhost")
        incident = cls.team.ana.json("incident", "open", ROOMS[0], "--title", "Many at once").json()["room"]
        cls.team.rooms[incident] = incident
        ROOMS.append(incident)
        for name in ("bo", "bot", "cy"):
            cls.team.ana.ctl("room", "invite", incident, f"@{name}:localhost")
        for room in ("it", *ROOMS):
            cls.team.accounts["cy"].join(cls.team.rooms[room])
        for desk in cls.desks:
            assert team.wait(lambda desk=desk: '"opened":true' in desk.ctl("incident", incident, code=None).out), desk.name
        cls.team.take_alerts(cls.team.bot, ROOMS[0])
        cls.team.policy(runner=cls.team.bot.node(), bots=["@bot:localhost"], reactionsFor=["change"])
        cls.story = Story(COUNT)
        for way in cls.team.roads.values():
            way.rough()
        actors = [*(Desk(desk, cls.story, cls.team) for desk in cls.desks), Phone(cls.team, cls.story)]
        began = time.monotonic()
        for actor in actors:
            actor.start()
        try:
            weather(cls.team, cls.story, actors)
        finally:
            for actor in actors:
                actor.join()
            for way in cls.team.roads.values():
                way.calm()
        counts = sum((way.counts for way in cls.team.roads.values()), collections.Counter())
        print(f"{COUNT} operations in {time.monotonic() - began:.0f} s: {dict(cls.story.done)}", flush=True)
        print("the roads:", dict(counts), flush=True)

    def texts(self, room):
        """How often the server has each text, by an account that takes part in nothing."""
        events = self.team.accounts["cy"].messages(self.team.rooms[room], pages=1000)
        said = [event["content"].get("body") for event in events if event["type"] == "m.room.message"]
        return collections.Counter(said)

    def test_1_nobody_was_left_without_an_answer(self):
        self.assertEqual(self.story.trouble, [])

    def test_1b_everything_said_was_sent(self):
        for desk in self.desks:
            self.assertTrue(team.wait(lambda desk=desk: not team.outbox(desk), 60), (desk.name, team.outbox(desk)))

    def test_2_all_three_hold_the_same_bytes(self):
        for room in (*ROOMS, self.team.control):
            agreed = team.wait(lambda room=room: settled(self.desks, room), seconds=90, pause=1)
            if not agreed:
                self.fail(difference(self.desks, room))

    def test_3_each_is_the_replay_of_anybodys_export(self):
        for room in ROOMS:
            for desk in self.desks:
                bundle = f"{self.team.top}/bundle-{desk.name}-{room}"
                desk.ctl("export", room, "--to", bundle)  # which adds an anchor to the record
                with open(bundle + "/facts.jsonl", "rb") as file:
                    lines = file.read().splitlines(keepends=True)
                random.Random(SEED).shuffle(lines)
                replayed = subprocess.run([team.BUILD + "/bin/wardroomctl", "replay", "-"], input=b"".join(lines),
                                          env=desk.env, capture_output=True, check=True, timeout=120).stdout
                replayed = vectors.canonical(json.loads(replayed)["rooms"][self.team.rooms[room]]).decode()
                state = team.wait(lambda room=room: settled(self.desks, room), seconds=30, pause=1)
                self.assertTrue(state, difference(self.desks, room))
                if state.strip() != replayed:
                    self.fail(f"{desk.name}'s export of {room}: " + parted({"replay": replayed, "incident": state}))

    def test_4_what_was_promised_is_there_once_and_nothing_twice(self):
        for room in ROOMS:
            texts = self.texts(room)
            mine = [text for text, where in self.story.tried.items() if where == room]
            # Words that somebody edited or deleted afterwards are not among these: those were a phone's own.
            lost = [text for text in mine if text in self.story.promised and texts[text] == 0]
            doubled = [text for text in mine if texts[text] > 1]
            self.assertEqual((lost, doubled), ([], []))
            for desk in self.desks:
                told = desk.json("tail", room, "--since", "0", "--no-follow").lines()
                seen = collections.Counter(one.get("text") for one in told)
                missing = [text for text in mine if seen[text] != texts[text]]
                self.assertEqual(missing, [], desk.name)

    def test_5_every_request_came_to_an_end_and_ran_at_most_once(self):
        for one in self.story.asked:
            self.assertLessEqual(self.team.tallied(one["word"]), 1, one)
            seen = self.team.ana.operation(one["op"], one["room"])
            if seen is None:  # its request was deleted in the chat, maybe before all of them had seen it
                self.assertTrue(any(desk.line_of(one["op"], one["room"]) for desk in self.desks), one)
                continue
            seen = self.team.ana.until(one["op"], lambda seen: seen["stage"] != "claimed", one["room"], seconds=60)
            if seen["stage"] == "claimed":
                self.assertTrue(self.end_was_deleted(one), f"{one} was begun and came to no end")
                continue
            if seen.get("verdict") == "verified":
                self.assertEqual(self.team.tallied(one["word"]), 1, one)
            elif self.team.tallied(one["word"]) == 1:  # what ran is not on the record as never run
                self.assertTrue("outcome" in seen or self.end_was_deleted(one), f"{one} ran, and shows as {seen}")
        for word in self.story.words:
            self.assertLessEqual(self.team.tallied(word), 1, word)

    def end_was_deleted(self, one):
        """Or its claim, by one of those that anybody deletes here meanwhile: shown as deleted, it counts no more."""
        return any(line["kind"] in ("command.finished", "command.claimed") and line.get("op") == one["op"]
                   and "deleted" in line.get("why", "") for desk in self.desks for line in desk.timeline(one["room"]))

    def test_6_who_comes_late_reads_the_same(self):
        dee = team.Desk(self.team.top, "dee")
        account = self.team.accounts["dee"] = self.team.account("dee")
        line = self.team.ana.ctl("workspace", "invite", account.id).out.strip()
        dee.ctl("workspace", "join", line, "--user", account.id, "--password-stdin", "--name", "Dee",
                given=account.password)
        dee.move(self.team.server.url())
        for room in ROOMS:
            account.join(self.team.rooms[room])
        self.team.launch(dee)
        for room in (*ROOMS, self.team.control):
            if not team.wait(lambda room=room: settled([*self.desks, dee], room), seconds=60, pause=1):
                self.fail(difference([self.desks[0], dee], room))


def settled(desks, room):
    """The one state that all hold, twice in a row."""
    first = {desk.ctl("incident", room).out for desk in desks}
    if len(first) != 1:
        return None
    time.sleep(1.5)
    return first == {desk.ctl("incident", room).out for desk in desks} and first.pop()


def difference(desks, room):
    return f"{room}: " + parted({desk.name: desk.ctl("incident", room).out for desk in desks})


def parted(states):
    """The first place where states part."""
    told = [", ".join(f"{name} {len(text)} bytes" for name, text in states.items())]
    first = sorted(states)[0]
    for name in sorted(states)[1:]:
        one, other = states[first], states[name]
        place = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        if one != other:
            shown = slice(max(0, place - 300), place + 300)
            told.append(f"{first}: …{one[shown]}\n{name}: …{other[shown]}")
    return "\n".join(told)


if __name__ == "__main__":
    os.chdir(team.HERE)
    unittest.main()

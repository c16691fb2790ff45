# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team on a real Synapse, for the suites here: the server in a folder of its own, the real programs each on a profile
of their own, accounts that speak the client-server API by hand, a phone, and a node that shares no code with Wardroom
(envelopes from src/domain/ENVELOPE.md, Ed25519 from tests/data/envelope)."""
import base64
import contextlib
import hashlib
import importlib.machinery
import importlib.util
import json
import os
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("WARDROOM_BUILD_DIR", os.path.join(TOP, "build"))
CACHE = os.environ.get("WARDROOM_CACHE") or os.path.expanduser("~/.cache/wardroom-tests")
OWNER = 61790  # as whom commands run that root starts
sys.dont_write_bytecode = True
for place in ("packaging/matrix", "tests/data/envelope"):
    sys.path.insert(0, os.path.join(TOP, place))
import ed25519  # noqa: E402  pylint: disable=wrong-import-position
import kit  # noqa: E402  pylint: disable=wrong-import-position
import road  # noqa: E402  pylint: disable=wrong-import-position
import vectors  # noqa: E402  pylint: disable=wrong-import-position

OPEN = {"per_second": 100000, "burst_count": 100000}
RATES = {"bcrypt_rounds": 4, "rc_message": OPEN, "rc_registration": OPEN, "rc_room_creation": OPEN,
         "rc_admin_redaction": OPEN, "rc_media_create": OPEN, "rc_joins_per_room": OPEN,
         "rc_login": {"address": OPEN, "account": OPEN, "failed_attempts": OPEN},
         "rc_joins": {"local": OPEN, "remote": OPEN},
         "rc_invites": {"per_room": OPEN, "per_user": OPEN, "per_issuer": OPEN}}

MANIFEST = """name: tally
version: 1.0.0
author: Somebody else
summary: {en: Counts}
commands:
  - id: tally.add
    risk: change
    summary: {en: Writes one line}
    title: {en: "Tally {word} on {host}"}
    arguments: &arguments
      - {name: host, type: host, required: true, help: {en: Where}}
      - {name: word, type: word, required: true, help: {en: What}}
    phrases: {en: ["tally {word} on {host}"]}
    sandbox: isolated
    host_access: write
    rehearse: [tally.py, rehearse]
    run: [tally.py, run]
    verify: [tally.py, verify]
    undo: [tally.py, undo]
    limits: {seconds: 20, memory_mb: 128}
  - id: tally.wipe
    risk: disrupt
    summary: {en: Writes one line that matters}
    title: {en: "Wipe {word} on {host}"}
    arguments:
      - {name: host, type: host, required: true, help: {en: Where}}
      - {name: word, type: word, required: true, help: {en: What}}
    phrases: {en: ["wipe {word} on {host}"]}
    sandbox: isolated
    host_access: write
    rehearse: [tally.py, rehearse]
    run: [tally.py, run]
    verify: [tally.py, verify]
    undo: [tally.py, undo]
    limits: {seconds: 20, memory_mb: 128}
"""
SCRIPT = """#!/usr/bin/python3 -B
import json, os, sys, time
request = json.load(sys.stdin)
word = request["args"]["word"]
path = os.path.join(request["host"]["root"], "tally")
said = open(path).read().split() if os.path.exists(path) else []
def end(summary, **data):
    print(json.dumps({"type": "result", "ok": True, "summary": summary, "data": data}), flush=True)
step = sys.argv[1]
if step == "rehearse":
    end("would write", argv=["echo", word, ">>", "/tally"], undo=["forget", word], effect="one line",
        verify="/tally is read back", before="%d lines" % said.count(word), after="one more")
elif step == "verify":
    end("read back", verdict="verified" if word in said else "not_verified", after="%d lines" % said.count(word))
else:
    if os.path.exists(path + ".slower"):
        print(json.dumps({"type": "progress", "step": 1, "of": 2, "text": "about to write " + word}), flush=True)
        time.sleep(8)
    if os.path.exists(path + ".slow"):
        time.sleep(0.3)
    with open(path, "a") as file:
        file.write(word + "\\n")
    if os.path.exists(path + ".slow"):
        time.sleep(0.3)
    end(step)
"""


def wait(what, seconds=40, pause=0.1):
    """The first true answer of what(); its last one when the time is up."""
    until = time.monotonic() + seconds
    while True:
        answer = what()
        if answer or time.monotonic() > until:
            return answer
        time.sleep(pause)


class Account:
    """Somebody's account on the server, by the bare client-server API."""

    def __init__(self, server, name, password, token=None):
        self.server, self.password, self.id = server, password, f"@{name}:localhost"
        self.token = token or server.login(self.id, password)["access_token"]

    def call(self, method, path, body=None, allow=()):
        return self.server.call(method, "/_matrix/client/v3" + path, body, self.token, allow=allow)

    def status(self, method, path, body=None):
        return self.server.once(method, "/_matrix/client/v3" + path, body, self.token, 60)

    def send(self, room, content, kind="m.room.message"):
        path = f"/rooms/{kit.quoted(room)}/send/{kind}/{secrets.token_hex(8)}"
        return self.call("PUT", path, content)["event_id"]

    def say(self, room, text, **more):
        return self.send(room, {"msgtype": "m.text", "body": text, **more})

    def member(self, room, act, user):
        return self.call("POST", f"/rooms/{kit.quoted(room)}/{act}", {"user_id": user})

    def join(self, room):
        return self.call("POST", f"/rooms/{kit.quoted(room)}/join", {})

    def redact(self, room, event):
        return self.call("PUT", f"/rooms/{kit.quoted(room)}/redact/{kit.quoted(event)}/{secrets.token_hex(8)}", {})

    def messages(self, room, pages=3):
        """The newest hundreds of events, oldest first."""
        events, start = [], ""
        for _ in range(pages):
            page = self.call("GET", f"/rooms/{kit.quoted(room)}/messages?dir=b&limit=100" + start)
            events += page["chunk"]
            if "end" not in page or not page["chunk"]:
                break
            start = "&from=" + kit.quoted(page["end"])
        return events[::-1]

    def envelopes(self, room, pages=3):
        """(event, envelope) of all that carry one."""
        found = []
        for event in self.messages(room, pages):
            text = event["content"].get("org.wardroom.envelope")
            if isinstance(text, str):
                with contextlib.suppress(ValueError):
                    found.append((event, json.loads(text)))
        return found


class Phone:
    """matrix-nio in a process of its own."""

    def __init__(self, server, account):
        loader = importlib.machinery.SourceFileLoader("judge", os.path.join(TOP, "tests/chat/nio/judge"))
        judge = importlib.util.module_from_spec(importlib.util.spec_from_loader("judge", loader))
        loader.exec_module(judge)
        os.makedirs(CACHE + "/matrix-nio", exist_ok=True)
        python = judge.venv(CACHE + "/matrix-nio")
        self.process = subprocess.Popen([python, "-B", os.path.join(HERE, "phone")], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        first = self.tell({"homeserver": server.url(), "user": account.id, "password": account.password})
        assert first["ok"], first
        self.id = account.id

    def tell(self, call):
        self.process.stdin.write(json.dumps(call) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def do(self, what, **more):
        answer = self.tell({"do": what, **more})
        assert not answer.get("error"), answer
        return answer

    def read(self, room):
        return self.do("read", room=room)["messages"]

    def say(self, room, text, reply=None):
        return self.do("say", room=room, text=text, reply=reply)["event"]

    def shown(self, room, *words, sender=None):
        """The newest message with all the words, waited for."""
        def newest():
            fits = [one for one in self.read(room) if all(word in one["text"] for word in words)
                    and (sender is None or one["sender"] == sender)]
            return fits[-1] if fits else None
        return wait(newest, pause=0.3)

    def close(self):
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


class Said:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
        self.text = done.stdout + done.stderr

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines() if line]


class Desk:
    """One person's profile and the real programs on it."""

    def __init__(self, top, name):
        self.name, self.home = name, os.path.join(top, name)
        self.profile = self.home + "/profile"
        os.makedirs(self.profile + "/plugins/tally")
        write(self.home + "/passphrase", "a passphrase for tests\n", 0o600)
        write(self.profile + "/plugins/tally/plugin.yaml", MANIFEST.replace("&arguments", ""), 0o644)
        write(self.profile + "/plugins/tally/tally.py", SCRIPT, 0o755)
        self.env = {"PATH": "/usr/bin:/bin", "HOME": self.home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                    "WARDROOM_PASSPHRASE_FILE": self.home + "/passphrase",
                    "WARDROOM_RESOURCES": TOP + "/resources"}
        self.engine = None
        self.listen = None  # ADDRESS:PORT where the engine takes alerts

    def ctl(self, *words, given="", code=0, seconds=120):
        done = subprocess.run([BUILD + "/bin/wardroomctl", "--profile", self.profile, *words], env=self.env,
                              cwd=self.home, input=given, capture_output=True, text=True, timeout=seconds, check=False)
        if code is not None and done.returncode != code:
            raise AssertionError(f"{self.name}: {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return Said(done)

    def json(self, *words, given="", code=0, seconds=120):
        return self.ctl("--json", *words, given=given, code=code, seconds=seconds)

    def start(self):
        self.log = open(self.home + "/engine.log", "a", encoding="utf-8")
        listening = ["--listen", self.listen] if self.listen else []
        self.engine = subprocess.Popen([BUILD + "/bin/wardroomd", "--profile", self.profile, *listening], env=self.env,
                                       cwd=self.home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       stderr=self.log, text=True)
        line = self.engine.stdout.readline()
        if line != "ready\n":
            self.stop()
            with open(self.home + "/engine.log", encoding="utf-8") as file:
                raise AssertionError(f"{self.name}'s engine is not ready: {line!r} {file.read()[-2000:]}")

    def stop(self):
        if self.engine:
            self.engine.terminate()
            code = self.engine.wait(20)
            self.engine.stdout.close()
            self.log.close()
            self.engine = None
            return code
        return 0

    def kill(self):
        """As when the power goes."""
        self.engine.kill()
        self.engine.wait(20)
        self.engine.stdout.close()
        self.log.close()
        self.engine = None

    def move(self, homeserver):
        """The server is reached by another address from now on; while nothing runs on the profile."""
        path = self.profile + "/profile.json"
        with open(path, encoding="utf-8") as file:
            settings = json.load(file)
        for entry in settings["workspaces"]:
            entry["homeserver"] = homeserver
        write(path, json.dumps(settings), 0o600)

    def node(self):
        return next(one["node"] for one in self.json("node", "list").lines() if one.get("mine"))

    def operations(self, room="security-ops"):
        return {one["op"]: one for one in self.json("operations", room).lines()}

    def operation(self, op, room="security-ops"):
        return self.operations(room).get(op)

    def until(self, op, test, room="security-ops", seconds=40):
        """The operation as soon as test(operation); else as it is when the time is up."""
        seen = {}

        def looked():
            seen["one"] = self.operation(op, room)
            return seen["one"] if seen["one"] and test(seen["one"]) else None
        return wait(looked, seconds) or seen["one"]

    def timeline(self, room="security-ops"):
        return self.json("timeline", room).lines()

    def line_of(self, fact, room="security-ops", flag=None):
        """The timeline's line of a fact, waited for; with flag, one that is flagged so."""
        return wait(lambda: next((one for one in self.timeline(room)
                                  if one["id"] == fact and (flag is None or one.get("flag") == flag)), None), 15)

    def ask(self, text, room="security-ops"):
        """What was asked for is in the room when this returns; the id of the operation."""
        return self.json("say", room, text).json()["op"]


class Window(Desk):
    """The desktop itself, without a display."""

    def start(self):
        self.log = open(self.home + "/engine.log", "a", encoding="utf-8")
        socket = self.profile + "/socket"
        if os.path.exists(socket):
            os.remove(socket)  # of the one that was killed
        self.engine = subprocess.Popen([BUILD + "/bin/wardroom", "--profile", self.profile],
                                       env={**self.env, "QT_QPA_PLATFORM": "offscreen"}, cwd=self.home,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, text=True)
        ready = wait(lambda: self.engine.poll() is not None
                          or (os.path.exists(socket) and self.ctl("room", "list", code=None).code == 0), 60)
        if not ready or self.engine.poll() is not None:
            self.kill()
            raise AssertionError("the window did not come up")


def write(path, text, mode):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def bring_back(desk):
    """As a service manager does: again, where a shell has taken the profile meanwhile and does the work itself."""
    for again in range(60):
        try:
            desk.start()
            return
        except AssertionError as trouble:
            taken = "is running on this profile" in str(trouble) or "did not come up" in str(trouble)
            if again == 59 or not taken:
                raise
            time.sleep(0.5)


def memory(desk):
    """MB that a desk's engine holds."""
    with open(f"/proc/{desk.engine.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) // 1024


def outbox(desk):
    """What an engine has not got rid of: (state, text, problem)."""
    base = sqlite3.connect(f"file:{desk.profile}/Team.db?mode=ro", uri=True, timeout=20)
    try:
        return base.execute("SELECT state, text, problem FROM outbox").fetchall()
    finally:
        base.close()


class Node:
    """A Wardroom that we write by hand: honest or not, its envelopes are right to the byte."""

    def __init__(self, account, workspace, control):
        self.account, self.workspace, self.control = account, workspace, control
        self.seed = secrets.token_bytes(32)
        self.key = ed25519.public(self.seed).hex()
        self.id = "n-" + secrets.token_hex(8)
        self.heads = {}
        self.policy = 1

    def sealed(self, room, kind, body, **fields):
        """The bytes of an envelope; the chain goes on only when it is said."""
        seq, prev = self.heads.get(room, (0, ""))
        envelope = {"v": 1, "id": secrets.token_hex(16), "kind": kind, "workspace": self.workspace, "room": room,
                    "at": int(time.time() * 1000), "policy": self.policy, "node": self.id, "seq": seq + 1, "body": body}
        if prev:
            envelope["prev"] = prev
        if kind == "command.requested":
            envelope["op"] = envelope["id"]
        envelope.update(fields)
        signed = vectors.canonical({key: value for key, value in envelope.items() if value != ""})
        envelope = {**json.loads(signed), "sig": ed25519.sign(self.seed, signed).hex()}
        data = vectors.canonical(envelope)
        assert len(data) <= 2048, len(data)
        return envelope, data.decode()

    def say(self, room, kind, body, by=None, text="", **fields):
        """Sends it as this node's person, or as somebody else; answers (event, envelope, its hash)."""
        envelope, data = self.sealed(room, kind, body, **fields)
        event = (by or self.account).send(room, {"msgtype": "m.text", "body": text or kind,
                                                 "org.wardroom.envelope": data,
                                                 "org.wardroom.txn": f"{self.id}:{secrets.token_hex(8)}"})
        digest = hashlib.sha256(data.encode()).hexdigest()
        self.heads[room] = (envelope["seq"], digest)
        return event, envelope, digest

    def whisper(self, room, kind, body, **fields):
        """The same without words, as an event that no chat app shows or rings for."""
        envelope, data = self.sealed(room, kind, body, **fields)
        txn = secrets.token_hex(8)
        self.account.call("PUT", f"/rooms/{kit.quoted(room)}/send/org.wardroom.fact/{txn}",
                          {"org.wardroom.envelope": data, "org.wardroom.txn": f"{self.id}:{txn}"})
        self.heads[room] = (envelope["seq"], hashlib.sha256(data.encode()).hexdigest())
        return envelope

    def enrol(self, invitation=None):
        body = {"node": self.id, "person": self.account.id, "name": self.account.id[1:4], "machine": "forge",
                "key": self.key}
        if invitation:
            packed = invitation.split(".", 1)[1]
            line = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
            once = bytes.fromhex(line["seed"])
            proof = ed25519.sign(once, vectors.canonical({"enrols": self.id, "key": self.key}))
            body["invitation"] = {"inviter": line["inviter"], "key": ed25519.public(once).hex(),
                                  "expires": line["expires"], "vouched": line["vouched"], "proof": proof.hex()}
        return self.say(self.control, "node.enrolled", body, policy=0)

    def request(self, room, host, word, plugin, command="tally.add", risk="change", needs=1, lives=600, **more):
        """A request such as Wardroom would write, with whatever is to be wrong in it."""
        body = {"command": command, "title": f"Tally {word} on {host}", "words": "by hand",
                "args": {"host": host, "word": word}, "plugin": "tally", "pluginVersion": "1.0.0",
                "pluginHash": plugin, "run": ["tally.py", "run"], "risk": risk, "host": host,
                "needs": needs, "group": "IT", "requesters": [self.account.id],
                "expires": int(time.time() * 1000) + lives * 1000, "nonce": secrets.token_hex(8),
                "plan": {"argv": ["echo", word, ">>", "/tally"], "effect": "one line", "verify": "read back"}, **more}
        return self.say(room, "command.requested", body)


class Team:
    """ana founded, bo joined by invitation, bot (the runner) too; cy has a phone. Each has a program running."""

    def __init__(self, rates=None, roads=None, disk=None, windows=()):
        """Who is named in windows has the desktop itself (or what it maps the name to), the others wardroomd. With roads, a seed: each desk reaches the server by a road of its own (road.py), calm to begin with. With
        disk, as "60m": the server's files are on a disk of that size, which ends with its process. The server's clock
        is wrong by the seconds in top/shift, when there are any."""
        self.stack = contextlib.ExitStack()
        self.rates = {**RATES, **(rates or {})}
        self.seed, self.roads, self.disk = roads, {}, disk
        self.kinds = windows if isinstance(windows, dict) else dict.fromkeys(windows, Window)
        try:
            self.found()
        except BaseException:
            self.stack.close()
            raise

    def found(self):
        kit.prepare(CACHE + "/synapse")
        self.top = self.stack.enter_context(tempfile.TemporaryDirectory(prefix="wr-story", ignore_cleanup_errors=True))
        os.chmod(self.top, 0o755)  # as root, commands run as somebody else, who has to reach the plugins
        self.serve()
        self.accounts = {name: self.account(name, name == "ana") for name in ("ana", "bo", "bot", "cy", "eve")}
        self.host("box")
        self.ana, self.bo, self.bot = (self.kinds.get(name, Desk)(self.top, name) for name in ("ana", "bo", "bot"))
        added = self.ana.json("workspace", "add", "matrix", "Team", "--homeserver", self.address(self.ana),
                              "--user", "@ana:localhost", "--password-stdin", "--name", "Ana",
                              given=self.accounts["ana"].password).json()
        self.trust = added["trust"]
        self.vet("tally")
        self.ana.move(self.address(self.ana))  # the server's own word for where it is led past the road
        self.launch(self.ana)
        for desk, name in ((self.bo, "Bo"), (self.bot, "Bot")):
            line = self.ana.ctl("workspace", "invite", f"@{desk.name}:localhost").out.strip()
            desk.ctl("workspace", "join", line, "--user", f"@{desk.name}:localhost", "--password-stdin", "--name", name,
                     given=self.accounts[desk.name].password)
            desk.move(self.address(desk))
            self.launch(desk)
        self.rooms = {one["name"]: one["id"] for one in self.ana.json("room", "list").lines()}
        self.control = next(one["id"] for one in self.ana.json("room", "list").lines() if one["purpose"] == "control")
        for user in ("@bo:localhost", "@bot:localhost", "@cy:localhost"):
            self.ana.ctl("room", "invite", "it", user)
        self.ana.ctl("room", "invite", "security-ops", "@cy:localhost")
        self.ana.ctl("inventory", "add", "box", "--root", self.top + "/box", "--nodes", "all")  # on this one machine

    def vet(self, plugin):
        """What `plugin vet` says, for one without tests of its own; founding vets none but those that ship."""
        known = self.ana.json("plugin", "check", f"{self.ana.profile}/plugins/{plugin}").json()
        vetted = self.ana.json("policy", "show").json()["vetted"]
        vetted.append({**vetted[0], "plugin": plugin, "hash": known["hash"]})
        write(self.top + "/policy.json", json.dumps({"vetted": vetted}), 0o600)
        self.ana.ctl("policy", "propose", self.top + "/policy.json")

    def address(self, desk):
        if self.seed is None:
            return self.server.url()
        if desk.name not in self.roads:
            self.roads[desk.name] = road.Road(self.server.port(), f"{self.seed} {desk.name}")
            self.stack.callback(self.roads[desk.name].close)
        return self.roads[desk.name].url()

    def serve(self):
        folder = self.top + "/server"
        os.mkdir(folder, 0o700)
        template = CACHE + "/synapse/template/homeserver.db"
        self.server = kit.Server(folder, CACHE + "/synapse")
        self.server.more = {"PYTHONPATH": HERE + "/wrongclock", "WARDROOM_TEST_SHIFT": self.top + "/shift"}
        if self.disk:
            place = folder + "/disk"
            os.mkdir(place)
            mount = (f"mount -t tmpfs -o size={self.disk} none {place} && cp {template} {place}/homeserver.db "
                     '&& exec "$@"')
            self.server.before = ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", mount, "sh"]
            self.rates["database"] = {"name": "sqlite3", "args": {"database": place + "/homeserver.db"}}
        else:
            shutil.copy(template, folder + "/homeserver.db")
        for again in (True, True, False):  # the port was free a moment ago
            self.server.configure("localhost", kit.free_port(), self.rates)
            try:
                self.server.start()
                break
            except kit.Trouble:
                if not again:
                    raise
        self.stack.callback(self.server.stop)
        # Synapse is in a session of its own; when this process is killed, somebody has to end it.
        watch = ("import os, signal, sys; sys.path.insert(0, sys.argv[1]); import kit; sys.stdin.read(); "
                 "pid = kit.Server(sys.argv[2], '').pid(); pid and os.kill(pid, signal.SIGKILL)")
        guard = subprocess.Popen([sys.executable, "-B", "-c", watch, kit.HERE, folder], stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.stack.callback(guard.wait)
        self.stack.callback(guard.stdin.close)
        self.stack.callback(guard.kill)  # first; then the server is ended in order

    def stop_server(self, kill=False):
        """kill: as when the power goes."""
        if kill and self.server.pid():
            self.server.process.kill()
            self.server.process.wait()
        else:
            self.server.stop()

    def account(self, name, is_admin=False):
        password = secrets.token_urlsafe(9)
        self.server.register(name, password, is_admin)
        return Account(self.server, name, password)

    def launch(self, desk):
        desk.start()
        self.stack.callback(desk.stop)

    def host(self, name):
        """A practice host as small as can be: a folder that commands may write into."""
        root = f"{self.top}/{name}"
        os.mkdir(root, 0o755)
        if os.geteuid() == 0:
            os.chown(root, OWNER, OWNER)

    def tallied(self, word, name="box"):
        try:
            with open(f"{self.top}/{name}/tally", encoding="utf-8") as file:
                return file.read().split().count(word)
        except FileNotFoundError:
            return 0

    def take_alerts(self, desk, room):
        """desk's engine takes posts for room from now on, at desk.listen and with self.token."""
        desk.stop()
        mapping = TOP + "/resources/mappings/generic.yaml"
        self.token = desk.json("tool", "add", "generic", "--mapping", mapping).json()["token"]
        desk.listen = f"127.0.0.1:{kit.free_port()}"
        desk.start()
        self.policy(alertRoom=self.rooms[room])

    def policy(self, **changes):
        """A new version of the policy, waited for everywhere."""
        path = self.top + "/policy.json"
        write(path, json.dumps(changes), 0o600)
        version = self.ana.json("policy", "propose", path).json()["version"]
        for desk in (self.ana, self.bo, self.bot):
            wait(lambda desk=desk: desk.json("policy", "show").json()["version"] == version)
        return version

    def phone(self, name="cy"):
        phone = Phone(self.server, self.accounts[name])
        self.stack.callback(phone.close)
        return phone

    def close(self):
        self.stack.close()

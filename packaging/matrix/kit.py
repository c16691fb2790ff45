# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Synapse in a folder: its programs in a Python venv, its settings, its process, its people. Used by
packaging/matrix/prepare and packaging/matrix/start; the tests take the prepared programs and settings.json as well.

Nothing here touches a Synapse that the system runs: all is in folders of its own and on loopback."""
import base64
import contextlib
import fcntl
import hashlib
import hmac
import http.client
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = os.path.dirname(os.path.realpath(__file__))
REQUIREMENTS = os.path.join(HERE, "requirements.txt")
OLDEST = (3, 10)  # of Python, for this Synapse


class Trouble(Exception):
    """What a person must read; the text is the whole message."""


def cache():
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "wardroom", "synapse")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    """Whole or not at all, and nobody else can read it, whatever the umask."""
    place = tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=os.path.dirname(path), delete=False)
    with place as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(place.name, path)


def tool(argv, seconds, what):
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=seconds, check=False)
    if done.returncode != 0:
        raise Trouble(f"{what} (exit code {done.returncode}):\n{done.stdout.strip()[-1500:]}")
    return done.stdout


# ---- the programs ----------------------------------------------------------------------------------------------------

def fingerprint():
    """Of what would be installed: other requirements or another Python mean a new venv. Not Python's last number: that
    changes with every update of the system, and between two of them on one machine."""
    text = read(REQUIREMENTS) + f"{sys.version_info[0]}.{sys.version_info[1]}\n"
    return hashlib.sha256(text.encode()).hexdigest()


def is_prepared(into):
    try:
        return read(os.path.join(into, ".prepared")).strip() == fingerprint()
    except OSError:
        return False


def python_of(into):
    return os.path.join(into, "venv", "bin", "python")


def prepare(into, say=lambda text: None):
    """The venv and an empty database to copy from; once, also when several ask at the same time."""
    os.makedirs(into, mode=0o700, exist_ok=True)
    with open(os.path.join(into, ".lock"), "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_prepared(into):
            return
        if sys.version_info < OLDEST:
            raise Trouble(f"Synapse needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {sys.version.split()[0]}.")
        if os.path.exists(os.path.join(into, "venv")) and not os.path.exists(os.path.join(into, ".ours")):
            raise Trouble(f"{into}/venv was not made by this script. Choose another folder.")
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(into, ".prepared"))
        write(os.path.join(into, ".ours"), "made by packaging/matrix\n")
        say("Getting Synapse from PyPI (60 MB, once).")
        venv = os.path.join(into, "venv")
        shutil.rmtree(venv, ignore_errors=True)
        shutil.rmtree(os.path.join(into, "template"), ignore_errors=True)
        try:
            tool([sys.executable, "-m", "venv", venv], 300,
                 "Python could not make a venv. On Debian: apt-get install python3-venv")
            # Wheels only: a build from source needs compilers and takes very long.
            tool([venv + "/bin/python", "-m", "pip", "install", "--disable-pip-version-check", "--no-input",
                  "--only-binary", ":all:", "-r", REQUIREMENTS], 1800,
                 "pip could not install Synapse from PyPI. Is this machine on the network?")
            make_template(into)
        except subprocess.TimeoutExpired as late:
            raise Trouble(f"{os.path.basename(late.cmd[0])} took longer than {late.timeout:.0f} s.") from late
        write(os.path.join(into, ".prepared"), fingerprint() + "\n")


def make_template(into):
    """An empty database with its tables, so that a test's server need not make them."""
    made = os.path.join(into, "template.new")
    shutil.rmtree(made, ignore_errors=True)
    os.makedirs(made, mode=0o700)
    server = Server(made, into)
    server.configure("localhost", free_port(), {})
    server.start()
    server.stop()
    template = os.path.join(into, "template")
    os.makedirs(template, mode=0o700, exist_ok=True)
    os.replace(made + "/homeserver.db", template + "/homeserver.db")
    shutil.rmtree(made)


# ---- a server --------------------------------------------------------------------------------------------------------

def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    with socket.socket() as probe:  # and nobody on every address, whom a bind to one would not meet
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def signing_key():
    return "ed25519 a_" + secrets.token_hex(2) + " " + base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=") + "\n"


class Server:
    """One Synapse in one folder."""

    def __init__(self, folder, programs):
        self.folder = folder
        self.programs = programs
        self.config = os.path.join(folder, "homeserver.yaml")
        self.process = None  # when this very run started it
        self.before = []     # words in front of Synapse's own, for tests of bad days
        self.more = {}       # to its environment

    def configure(self, name, port, more):
        """Writes homeserver.yaml (JSON, which is YAML); secrets and the signing key are made here, once."""
        settings = json.loads(read(os.path.join(HERE, "settings.json")))
        settings.update(
            server_name=name, public_baseurl=f"http://127.0.0.1:{port}/", pid_file=self.folder + "/homeserver.pid",
            listeners=[{"port": port, "type": "http", "tls": False, "x_forwarded": False,
                        "bind_addresses": ["127.0.0.1"], "resources": [{"names": ["client"], "compress": False}]}],
            media_store_path=self.folder + "/media", signing_key_path=self.folder + "/signing.key",
            log_config=self.folder + "/log.yaml",
            **{secret: secrets.token_urlsafe(32)
               for secret in ("registration_shared_secret", "macaroon_secret_key", "form_secret")})
        settings["database"]["args"] = {"database": self.folder + "/homeserver.db"}
        settings.update(more)
        write(os.path.join(self.folder, "signing.key"), signing_key())
        write(os.path.join(self.folder, "log.yaml"), json.dumps({
            "version": 1, "disable_existing_loggers": False,
            "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"file": {"class": "logging.handlers.RotatingFileHandler", "formatter": "plain",
                                  "filename": self.folder + "/homeserver.log", "maxBytes": 5_000_000,
                                  "backupCount": 2, "encoding": "utf-8"}},
            "root": {"level": "WARNING", "handlers": ["file"]}}, indent=1))
        write(self.config, json.dumps(settings, indent=1) + "\n")

    def settings(self):
        return json.loads(read(self.config))

    def port(self):
        return self.settings()["listeners"][0]["port"]

    def url(self):
        return f"http://127.0.0.1:{self.port()}"

    def pid(self):
        """Of our own running process; nothing when it is gone or when the number now means another program."""
        try:
            number = int(read(os.path.join(self.folder, "wardroom.pid")))
            with open(f"/proc/{number}/cmdline", "rb") as file:
                words = file.read().split(b"\0")
        except (OSError, ValueError):
            return None
        return number if self.config.encode() in words and b"synapse.app.homeserver" in words else None

    def start(self, seconds=180):
        """Answers when it answers. In its own session, so that closing the terminal does not end it."""
        argv = [*self.before, python_of(self.programs), "-m", "synapse.app.homeserver", "--config-path", self.config]
        with open(os.path.join(self.folder, "start.log"), "wb") as log:
            process = subprocess.Popen(argv, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log,
                                       stderr=subprocess.STDOUT, start_new_session=True, umask=0o077,
                                       env={**os.environ, **self.more})
        self.process = process
        write(os.path.join(self.folder, "wardroom.pid"), f"{process.pid}\n")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if process.poll() is not None:
                raise Trouble(f"Synapse ended at once (exit code {process.returncode}):\n"
                              + read(os.path.join(self.folder, "start.log")).strip()[-1500:])
            if self.answers():
                return
            time.sleep(0.1)
        process.kill()
        raise Trouble(f"Synapse did not answer within {seconds} s; its log is {self.folder}/homeserver.log")

    def answers(self):
        try:
            return "versions" in self.call("GET", "/_matrix/client/versions", seconds=2)
        except (Trouble, OSError):
            return False

    def stop(self, seconds=30):
        """True when there was one to stop."""
        number = self.pid()
        if number is None:
            return False
        os.kill(number, signal.SIGTERM)
        until = time.monotonic() + seconds
        while self.pid() is not None:
            if self.process:
                self.process.poll()
            if time.monotonic() > until:
                raise Trouble(f"Synapse (process {number}) did not end within {seconds} s.")
            time.sleep(0.05)
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(self.folder, "wardroom.pid"))
        return True

    def call(self, method, path, body=None, token=None, seconds=30, allow=()):
        """One request; a refusal whose errcode is not in allow is Trouble. Waits where the server says so."""
        for _ in range(5):
            status, answer = self.once(method, path, body, token, seconds)
            if status != 429:
                break
            time.sleep(min(30, answer.get("retry_after_ms", 1000) / 1000 + 0.1))
        if status >= 300 and answer.get("errcode") not in allow:
            raise Trouble(f"{method} {path.split('?')[0]}: {status} {answer.get('errcode')} {answer.get('error')}")
        return answer

    def once(self, method, path, body, token, seconds):
        connection = http.client.HTTPConnection("127.0.0.1", self.port(), timeout=seconds)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            reply = connection.getresponse()
            return reply.status, json.loads(reply.read() or b"{}")
        except (http.client.HTTPException, ValueError) as trouble:
            raise Trouble(f"{method} {path.split('?')[0]}: {trouble}") from trouble
        finally:
            connection.close()

    def register(self, name, password, is_admin=False):
        """By the shared secret of homeserver.yaml; nothing happens when there is such a person already."""
        place = "/_synapse/admin/v1/register"
        nonce = self.call("GET", place)["nonce"]
        role = "admin" if is_admin else "notadmin"
        mac = hmac.new(self.settings()["registration_shared_secret"].encode(),
                       "\0".join((nonce, name, password, role)).encode(), hashlib.sha1).hexdigest()
        return self.call("POST", place, {"nonce": nonce, "username": name, "password": password, "admin": is_admin,
                                         "mac": mac, "inhibit_login": True}, allow=("M_USER_IN_USE",))

    def login(self, name, password):
        return self.call("POST", "/_matrix/client/v3/login", {
            "type": "m.login.password", "identifier": {"type": "m.id.user", "user": name}, "password": password,
            "device_id": "WARDROOMSETUP", "initial_device_display_name": "packaging/matrix/start"})


def quoted(text):
    return urllib.parse.quote(text, safe="")

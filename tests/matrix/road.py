# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad road to a server: an HTTP relay on a loopback port that the system chose, in a thread of its own, that delays,
drops, doubles, cuts and answers for the server by a seeded plan. What tests/support/faultproxy.h is for the C++ suites.
What happens to a request depends on the seed, its method and path, and how often it came. One request a connection."""
import asyncio
import collections
import contextlib
import hashlib
import json
import threading

# In thousandths of all requests; what is left is let through.
ROUGH = {"delay": 60, "drop": 25, "lost reply": 30, "cut": 15, "double": 30, "429": 10, "429 mute": 5, "429 body": 10,
         "502": 20, "html": 10, "401 html": 3, "403 html": 3, "404 html": 3}
WAIT = b'{"errcode":"M_LIMIT_EXCEEDED","error":"Too Many Requests"%s}'


def answer(status, kind, body, more=""):
    head = (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"Connection: close\r\n{more}\r\n")
    return head.encode() + body


ANSWERS = {"429": answer("429 Too Many Requests", "application/json", WAIT % b"", "Retry-After: 1\r\n"),
           "429 mute": answer("429 Too Many Requests", "application/json", WAIT % b""),
           "429 body": answer("429 Too Many Requests", "application/json", WAIT % b',"retry_after_ms":200'),
           "429 long": answer("429 Too Many Requests", "application/json", WAIT % b"", "Retry-After: 5\r\n"),
           "413": answer("413 Content Too Large", "text/html", b"<html><body><h1>413</h1></body></html>"),
           "502": answer("502 Bad Gateway", "text/html", b"<html><body><h1>502 Bad Gateway</h1></body></html>"),
           "401 html": answer("401 Unauthorized", "text/html", b"<html><body><h1>Who are you?</h1></body></html>"),
           "403 html": answer("403 Forbidden", "text/html", b"<html><body><h1>Blocked by policy</h1></body></html>"),
           "404 html": answer("404 Not Found", "text/html", b"<html><body><h1>404 Not Found</h1></body></html>"),
           "html": answer("200 OK", "text/html", b"<!doctype html><title>Welcome to our wireless network</title>")}


class Road:
    """From url to the server's port, until close()."""

    def __init__(self, port, seed=0):
        self.port, self.seed, self.plan = port, seed, {}
        self.counts = collections.Counter()    # of what happened to requests
        self.statuses = collections.Counter()  # (method and kind of path, status) of the server's own answers
        self.seen = collections.Counter()
        self.open = set()
        self.is_down = False
        self.refused = None   # (method, path) -> True: the server never hears of it, and the connection breaks
        self.instead = None   # (method, path) -> what of ANSWERS somebody on the way says in the server's place
        self.slow = None      # (method, path) -> seconds for which it is kept waiting
        self.hidden = set()   # events that the server keeps from whoever is on this road
        self.here = 0
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.listener = self.do(self.listen())

    def do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    def url(self):
        return f"http://127.0.0.1:{self.here}"

    async def listen(self):
        listener = await asyncio.start_server(self.take, "127.0.0.1", self.here)
        self.here = listener.sockets[0].getsockname()[1]
        return listener

    def rough(self, scale=1.0):
        self.plan = {what: share * scale for what, share in ROUGH.items()}

    def calm(self):
        self.plan = {}
        self.down(False)

    def down(self, is_down):
        """True: every connection is broken, and so is each new one; False: as before."""
        self.is_down = is_down
        if is_down:
            self.do(self.break_all())

    async def break_all(self):
        for task in list(self.open):
            task.cancel()

    def close(self):
        self.down(True)
        self.loop.call_soon_threadsafe(self.listener.close)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(20)
        self.loop.close()

    def drawn(self, method, path):
        self.seen[method + path] += 1
        told = f"{self.seed}\n{method}\n{path}\n{self.seen[method + path]}".encode()
        place = int.from_bytes(hashlib.sha256(told).digest()[:4], "big") % 1000
        for what, share in self.plan.items():
            if place < share:
                return what
            place -= share
        return "none"

    async def take(self, reader, writer):
        self.open.add(task := asyncio.current_task())
        try:
            if not self.is_down:
                await self.relay(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass
        finally:
            self.open.discard(task)
            writer.transport.abort() if self.is_down else writer.close()

    async def relay(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        lines = [line for line in head.decode("latin-1").split("\r\n")[:-2]
                 if line.split(":")[0].lower() not in ("connection", "keep-alive")]
        length = next((int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length:")), 0)
        body = await reader.readexactly(length)
        request = ("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode("latin-1") + body
        method, path = lines[0].split(" ")[0], lines[0].split(" ")[1].split("?")[0]
        if self.refused and self.refused(method, path):
            self.counts["refused"] += 1
            return writer.transport.abort()
        fault = self.instead and self.instead(method, path) or self.drawn(method, path)
        self.counts[fault] += 1
        if self.slow:
            await asyncio.sleep(self.slow(method, path))
        if fault == "drop":
            return writer.transport.abort()
        if fault in ANSWERS:
            writer.write(ANSWERS[fault])
            return await writer.drain()
        if fault == "delay":
            await asyncio.sleep(0.4 * (hashlib.sha256(request).digest()[0] / 255))
        if fault == "double":
            await self.asked(request)
        said = without(await self.asked(request), self.hidden)
        self.statuses[method + " " + kind_of(path), said[9:12].decode("latin-1")] += 1
        if fault == "lost reply":
            return writer.transport.abort()
        writer.write(said[:len(said) // 2] if fault == "cut" else said)
        await writer.drain()
        return None

    async def asked(self, request):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            await writer.drain()
            return await reader.read(-1)
        finally:
            with contextlib.suppress(OSError):
                writer.close()


def without(said, hidden):
    """An answer as a server gives it that keeps some events to itself."""
    if not any(event.encode() in said for event in hidden):
        return said
    head, body = said.split(b"\r\n\r\n", 1)
    lines = head.split(b"\r\n")
    if any(line.lower().startswith(b"transfer-encoding: chunked") for line in lines):
        body = unchunked(body)

    def strip(value):
        if isinstance(value, dict):
            return {key: strip(each) for key, each in value.items()}
        if isinstance(value, list):
            return [strip(each) for each in value if not (isinstance(each, dict) and each.get("event_id") in hidden)]
        return value
    body = json.dumps(strip(json.loads(body))).encode()
    kept = [line for line in lines if line.split(b":")[0].lower() not in (b"content-length", b"transfer-encoding")]
    return b"\r\n".join(kept + [b"Content-Length: %d" % len(body)]) + b"\r\n\r\n" + body


def unchunked(body):
    whole = b""
    while body:
        size, body = body.split(b"\r\n", 1)
        length = int(size.split(b";")[0], 16)
        whole += body[:length]
        body = body[length + 2:]
        if length == 0:
            break
    return whole


def kind_of(path):
    """send, sync, messages, … of /_matrix/client/v3/rooms/!a/send/m.room.message/txn."""
    words = path.strip("/").split("/")
    return words[5] if len(words) > 5 and words[3] == "rooms" else words[3] if len(words) > 3 else path

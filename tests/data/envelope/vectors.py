#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the envelope vectors from ENVELOPE.md alone, sharing no code with Wardroom.

    vectors.py           compares with vectors.json beside it: exit code 1 and the name when one differs
    vectors.py --write   writes it
"""
import base64
import hashlib
import json
import pathlib
import sys

import ed25519

FILE = pathlib.Path(__file__).with_name("vectors.json")
ID = "0123456789abcdef0123456789abcdef"
LONGEST = 2048


def sha(data):
    return hashlib.sha256(data).hexdigest()


def derived(cause):
    """The id of a fact that several may say and that counts once."""
    return sha(b"wardroom fact\n" + cause.encode())[:32]


def seed_of(name):
    return hashlib.sha256(b"wardroom vector " + name.encode()).digest()


FOUNDER, GUEST, ONCE = seed_of("founder"), seed_of("guest"), seed_of("once")
WORKSPACE = sha(ed25519.public(FOUNDER))


def canonical(value):
    """RFC 8785 for integers, text, lists and objects: keys by UTF-16 code units, shortest escapes, no spaces."""
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(k) + b":" + canonical(v) for k, v in pairs) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(canonical(v) for v in value) + b"]"
    if isinstance(value, float):
        raise ValueError("no floats")
    return json.dumps(value, ensure_ascii=False).encode()


def seal(fields, seed=FOUNDER):
    envelope = {"v": 1, "workspace": WORKSPACE, "room": "room-7", "at": 1790000000000, "policy": 1, "node": "node-a"}
    envelope.update(fields)
    spilled = b""
    for attempt in (0, 1):
        signed = canonical(envelope)
        sig = ed25519.sign(seed, signed)
        data = canonical({**envelope, "sig": sig.hex()})
        if len(data) <= LONGEST:
            break
        spilled = canonical(envelope["body"])
        envelope["body"] = {"spilled": sha(spilled)}
    assert ed25519.verifies(ed25519.public(seed), signed, sig)
    return {"body": fields["body"], "fields": {k: v for k, v in envelope.items() if k not in ("body", "v")},
            "signed": signed.decode(), "sig": sig.hex(), "bytes": data.decode(), "hash": sha(data),
            "spilledBody": spilled.decode()}


def note(text):
    return {"kind": "note.added", "body": {"text": text}}


def good():
    cases = {}
    cases["first in a room"] = seal({"id": ID, "seq": 1, **note("hello")})
    first = cases["first in a room"]["hash"]
    cases["follows another"] = seal({"id": "1" * 32, "seq": 2, "prev": first, **note("again")})
    cases["escapes and other scripts"] = seal(
        {"id": "2" * 32, "seq": 1, **note('看看日志 €$\u000f\nA\'B"\\\\"/\u007f\u2028😀 \u202eevil')})
    cases["an approval names its operation and cause"] = seal(
        {"id": "3" * 32, "op": ID, "cause": ID, "seq": 3, "prev": sha(b"before"), "kind": "approval.given",
         "body": {"request": first, "reason": "looks right", "from": "window"}})
    cases["largest numbers, before 1970"] = seal(
        {"id": "4" * 32, "at": -1, "policy": 0, "seq": 2**53 - 1, "prev": sha(b"before"), **note("late")})
    cases["spilled to an attachment"] = seal({"id": "5" * 32, "seq": 1, **note("long " * 600)})
    room_left = LONGEST - len(seal({"id": "6" * 32, "seq": 1, **note("")})["bytes"])
    cases["exactly 2048 bytes"] = seal({"id": "6" * 32, "seq": 1, **note("x" * room_left)})
    cases["2049 bytes spill"] = seal({"id": "6" * 32, "seq": 1, **note("x" * (room_left + 1))})
    cases["unknown kind"] = seal(
        {"id": "7" * 32, "seq": 1, "kind": "weather.seen",
         "body": {"sky": None, "wet": True, "list": [1, "zwei", {"\ufb33": 3, "😀": 2, "\u20ac": 1}]}})
    return cases


def bad():
    text = seal({"id": ID, "seq": 1, **note("hello")})["bytes"]
    envelope = json.loads(text)
    prev = sha(b"before")

    def changed(**fields):
        merged = {k: v for k, v in {**envelope, **fields}.items() if v is not None}
        return canonical(merged).decode()

    parse = {
        "nothing": ("", "not a JSON object"),
        "a list": ("[]", "not a JSON object"),
        "cut off": (text[:-1], "not a JSON object"),
        "a space": (text.replace('":', '": ', 1), "not in canonical form"),
        "a line break behind": (text + "\n", "not in canonical form"),
        "a byte order mark": ("\ufeff" + text, "not in canonical form"),
        "another order": ("{" + '"zz":1,' + text[1:], "not in canonical form"),
        "a key twice": (text.replace('"at":', '"at":1,"at":', 1), "not in canonical form"),
        "another escape": (text.replace("hello", "h\\u0065llo"), "not in canonical form"),
        "a slash escaped": (text.replace("hello", "h\\/llo"), "not in canonical form"),
        "an integer with a fraction": (text.replace('"seq":1', '"seq":1.0'), "not in canonical form"),
        "an exponent": (text.replace('"seq":1', '"seq":1e0'), "not in canonical form"),
        "a float": (text.replace('"at":1790000000000', '"at":1.5'), "only whole numbers"),
        "a number above 2^53-1": (text.replace('"at":1790000000000', '"at":9007199254740992'), "only whole numbers"),
        "a lone surrogate": (text.replace("hello", "\\ud800"), ""),
        "an unknown field": (changed(extra=1), '"extra"'),
        "no room": (changed(room=None), '"room"'),
        "no signature": (changed(sig=None), '"sig"'),
        "an empty op": (changed(op=""), '"op"'),
        "seq as text": (changed(seq="1"), '"seq"'),
        "body as a list": (changed(body=[]), '"body"'),
        "version 2": (changed(v=2), "version"),
        "an id that is too short": (changed(id="abc"), "id, seq or prev"),
        "an id in capitals": (changed(id=ID.upper()), "id, seq or prev"),
        "seq 0": (changed(seq=0), "id, seq or prev"),
        "seq 2 without prev": (changed(seq=2), "id, seq or prev"),
        "seq 1 with prev": (changed(prev=prev), "id, seq or prev"),
        "prev in capitals": (changed(seq=2, prev=prev.upper()), ""),
        "signature in capitals": (changed(sig=envelope["sig"].upper()), "hexadecimal"),
        "2049 bytes": (changed(body={"text": "x" * (LONGEST + 1 - len(changed(body={"text": ""})))}), "larger than"),
    }
    cases = {name: {"bytes": data, "at": "parse", "reason": why} for name, (data, why) in parse.items()}
    signature = {
        "another text": changed(body={"text": "Hello"}),
        "another time": changed(at=1790000000001),
        "another room": changed(room="room-8"),
        "a signature of zeros": changed(sig="00" * 64),
        "a short signature": changed(sig=envelope["sig"][:-2]),
    }
    for name, data in signature.items():
        cases["signature: " + name] = {"bytes": data, "at": "signature", "reason": "the signature does not fit"}
    return cases


def invitation():
    founder_key, guest_key, once_key = (ed25519.public(s).hex() for s in (FOUNDER, GUEST, ONCE))
    expires = 1790086400000
    vouched = canonical({"invites": once_key, "workspace": WORKSPACE, "expires": expires})
    proof = canonical({"enrols": "node-b", "key": guest_key})
    text = canonical({"workspace": WORKSPACE, "name": "Ops", "place": "/srv/ops", "inviter": "node-a",
                      "expires": expires, "vouched": ed25519.sign(FOUNDER, vouched).hex(), "seed": ONCE.hex()})
    line = "wardroom-invitation-1." + base64.urlsafe_b64encode(text).decode().rstrip("=")
    return {"text": line, "vouchedBytes": vouched.decode(), "vouched": ed25519.sign(FOUNDER, vouched).hex(),
            "node": "node-b", "nodeKey": guest_key, "inviterKey": founder_key, "key": once_key, "expires": expires,
            "proofBytes": proof.decode(), "proof": ed25519.sign(ONCE, proof).hex()}


def make():
    cases = good()
    hashes = [case["hash"] for case in cases.values()]
    causes = ["", "crowdsec/203.0.113.7/ssh-bf", "看"]
    return {"about": "Made by vectors.py from src/domain/ENVELOPE.md; read by tests/domain.",
            "workspace": WORKSPACE,
            "keys": [{"name": name, "seed": seed.hex(), "public": ed25519.public(seed).hex(),
                      "fingerprint": sha(ed25519.public(seed))}
                     for name, seed in (("founder", FOUNDER), ("guest", GUEST), ("once", ONCE))],
            "good": [{"name": name, **case} for name, case in cases.items()],
            "bad": [{"name": name, **case} for name, case in bad().items()],
            "derived": [{"cause": cause, "id": derived(cause)} for cause in causes],
            "anchor": {"hashes": hashes, "digest": sha(b"".join(bytes.fromhex(h) for h in hashes))},
            "invitation": invitation()}


def main():
    made = make()
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(made, ensure_ascii=True, indent=1) + "\n")
        return 0
    there = json.loads(FILE.read_text())
    for part in made:
        if made[part] != there.get(part):
            print("differs:", part, file=sys.stderr)
            return 1
    print(len(made["good"]), "good,", len(made["bad"]), "bad")
    return 0 if made == there else 1


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What practice hosts without packages of their own share: accounts, a service that only listens, lines of sshd."""
from datetime import timedelta

SERVICE = '''#!/usr/bin/python3
"""{name}: listens on a loopback port that the system chooses, and answers one line."""
import json, socket
server = socket.create_server(("127.0.0.1", 0))
print(json.dumps({{"port": server.getsockname()[1], "packages": {{}}}}), flush=True)
while True:
    client, _ = server.accept()
    with client:
        client.settimeout(2)
        try:
            client.sendall({banner!r})
        except OSError:
            pass
'''


def passwd(users):
    return "".join(f"{name}:x:{uid}:{uid}::{home}:{shell}\n" for name, uid, home, shell in users)


def shadow(users, with_password):
    """Nobody's real password: the hash is of a form that nothing matches."""
    return "".join(f"{name}:{'$y$j9T$practice$' + 'x' * 43 if name in with_password else '!'}:20000:0:99999:7:::\n" for name, *_ in users)


def service(name, banner):
    return SERVICE.format(name=name, banner=banner)


def exposure(english, chinese, owner_english, owner_chinese, public, address):
    return {"exposure": "public" if public else "internal", "address": address, "text": {"en": english, "zh": chinese},
            "owner": {"en": owner_english, "zh": owner_chinese}, "source": "etc/wardroom/exposure.json"}


def sign_in(name, now, ago, user, source, how="publickey", pid=4100):
    """sshd's line of somebody who got in; `ago` is a timedelta."""
    stamp = (now - ago).isoformat(timespec="microseconds")
    key = " ED25519 SHA256:Kq0wZb" if how == "publickey" else ""
    return f"{stamp} {name} sshd[{pid}]: Accepted {how} for {user} from {source} port {40000 + pid % 9000} ssh2{':' + key if key else ''}\n"


def failed(name, now, ago, user, source, known, pid=4700):
    stamp = (now - ago).isoformat(timespec="microseconds")
    return f"{stamp} {name} sshd[{pid}]: Failed password for {'' if known else 'invalid user '}{user} from {source} port {50000 + pid % 9000} ssh2\n"


def hours(count):
    return timedelta(hours=count)


def furnish(root, name, users, with_password, services, exposed, log):
    """Everything but what makes the host the one it is."""
    root.write("etc/passwd", passwd(users))
    root.write("etc/shadow", shadow(users, with_password))
    root.write("etc/hostname", name + "\n")
    root.write("etc/os-release", 'PRETTY_NAME="Wardroom practice host (Debian 12 packages)"\nID=debian\n')
    root.write("var/log/auth.log", log)
    root.write_json("etc/wardroom/services.json", services)
    root.write_json("etc/wardroom/exposure.json", exposed)
    root.write_json("etc/wardroom/checks.json", {})

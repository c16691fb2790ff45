#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inside a sandbox with declared network: carries what comes to 127.0.0.1:3128 to Wardroom's gate, and starts the
script. It decides nothing: who may be reached is judged outside, where the script has no say."""
import errno
import os
import select
import socket
import sys

GATE, PORT, BLOCK = "/run/wardroom-gate", 3128, 65536


def carry(listener):
    other, waiting = {}, {}

    def drop(end):
        far = other.pop(end, None)
        waiting.pop(end, None)
        end.close()
        if far is not None and far in other:
            other[far] = None
            if not waiting[far]:
                drop(far)

    while True:
        readers = [listener] + [end for end, far in other.items() if far is not None and len(waiting[far]) < 4 * BLOCK]
        ready, writable, _ = select.select(readers, [end for end, left in waiting.items() if left], [])
        for end in writable:
            if end in other:
                try:
                    del waiting[end][:end.send(waiting[end])]
                except OSError:
                    drop(end)
                    continue
                if other[end] is None and not waiting[end]:
                    drop(end)
        for end in ready:
            if end is listener:
                near, _ = listener.accept()
                far = socket.socket(socket.AF_UNIX)
                try:
                    far.connect(GATE)
                except OSError:
                    near.close()
                    continue
                for one, two in ((near, far), (far, near)):
                    one.setblocking(False)
                    other[one], waiting[one] = two, bytearray()
            elif end in other:
                try:
                    block = end.recv(BLOCK)
                except OSError:
                    block = b""
                if block:
                    waiting[other[end]] += block
                else:
                    drop(end)


def main():
    listener = socket.create_server(("127.0.0.1", PORT))
    if os.fork() == 0:
        # Not the script's child: it waits for its own children only. What it was handed stays with the script.
        if os.fork() != 0:
            os._exit(0)
        keep = os.dup2(listener.fileno(), 1000)
        os.closerange(0, keep)
        os.closerange(keep + 1, 4096)
        carry(socket.socket(fileno=keep))
    os.wait()
    listener.close()
    argv = sys.argv[1:]
    try:
        os.execv(argv[0], argv)
    except OSError as error:
        if error.errno == errno.ENOEXEC:
            os.execv("/bin/sh", ["/bin/sh", *argv])
        raise


main()

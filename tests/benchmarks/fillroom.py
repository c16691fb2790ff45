#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/benchmarks/fillroom.py DATABASE ROOM < LINES: gives a room of a stopped Synapse a past, as if it had been sent.

A hundred thousand messages would take an hour to send. Each line of stdin is {"sender", "content"}; the events are
made by Synapse's own code (its hashes, its event ids) and written into its own tables behind the last message of that
sender, which has to be there. Run with the Python of Synapse's venv. For measuring only."""
import hashlib
import json
import sqlite3
import sys

from synapse.api.room_versions import KNOWN_ROOM_VERSIONS
from synapse.crypto.event_signing import compute_content_hash
from synapse.events import make_event_from_dict
from unpaddedbase64 import encode_base64


def row_of(database, table, event):
    cursor = database.execute(f"SELECT * FROM {table} WHERE event_id = ?", (event,))
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone()))


def insert(database, table, row):
    columns = ", ".join(f'"{name}"' for name in row)
    database.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def template(database, room, sender):
    """The last message of a sender, in every table that a reader of the timeline looks into."""
    event = database.execute("SELECT event_id FROM events WHERE room_id = ? AND sender = ? AND type = 'm.room.message'"
                             " ORDER BY stream_ordering DESC LIMIT 1", (room, sender)).fetchone()[0]
    return {table: row_of(database, table, event) for table in ("events", "event_json", "event_to_state_groups")}


def main():
    path, room = sys.argv[1:]
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("BEGIN")
    version = KNOWN_ROOM_VERSIONS[database.execute("SELECT room_version FROM rooms WHERE room_id = ?", (room,)).fetchone()[0]]
    stream = database.execute("SELECT MAX(stream_ordering) FROM events").fetchone()[0]
    depth, at = database.execute("SELECT MAX(depth), MAX(origin_server_ts) FROM events WHERE room_id = ?", (room,)).fetchone()
    last = database.execute("SELECT event_id FROM event_forward_extremities WHERE room_id = ?", (room,)).fetchone()[0]
    templates, count = {}, 0
    for line in sys.stdin:
        said = json.loads(line)
        if said["sender"] not in templates:
            templates[said["sender"]] = template(database, room, said["sender"])
        rows = templates[said["sender"]]
        count += 1
        event = json.loads(rows["event_json"]["json"])
        event.update(content=said["content"], prev_events=[last], depth=depth + count, origin_server_ts=at + count)
        event.pop("hashes")
        name, digest = compute_content_hash(event, hashlib.sha256)
        event["hashes"] = {name: encode_base64(digest)}
        last = make_event_from_dict(event, version).event_id
        insert(database, "events", {**rows["events"], "event_id": last, "stream_ordering": stream + count,
                                    "topological_ordering": depth + count, "depth": depth + count,
                                    "origin_server_ts": at + count, "received_ts": at + count})
        insert(database, "event_json", {**rows["event_json"], "event_id": last, "json": json.dumps(event),
                                        "internal_metadata": json.dumps({"stream_ordering": stream + count})})
        insert(database, "event_to_state_groups", {**rows["event_to_state_groups"], "event_id": last})
    database.execute("UPDATE event_forward_extremities SET event_id = ? WHERE room_id = ?", (last, room))
    database.execute("COMMIT")
    database.execute("ANALYZE")  # or SQLite plans as for the empty room, and a page takes seconds
    print(count)


if __name__ == "__main__":
    main()

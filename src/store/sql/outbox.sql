-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: outbox_add
INSERT INTO outbox(txn, room, text, envelope, display, reply_to, attachments, state, problem, queued_at, thread)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT(txn) DO NOTHING;

-- name: outbox_by_txn
SELECT id, txn, room, text, envelope, display, reply_to, attachments, state, problem, queued_at, thread
FROM outbox WHERE txn = ?1;

-- name: outbox_state
UPDATE outbox SET state = ?2, problem = ?3 WHERE id = ?1;

-- name: outbox_drop
DELETE FROM outbox WHERE id = ?1;

-- name: outbox_open
SELECT id, txn, room, text, envelope, display, reply_to, attachments, state, problem, queued_at, thread
FROM outbox WHERE state <> 4 ORDER BY id;

-- name: outbox_after_restart
UPDATE outbox SET state = 2 WHERE state = 1;

-- name: outbox_forget_sent
DELETE FROM outbox WHERE state = 4 AND id < ?1 - 10000;

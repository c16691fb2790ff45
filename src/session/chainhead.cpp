// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chainhead.h"

namespace wardroom::session {

ChainHead chainHead(const RoomBook &book, const RoomId &room, const domain::NodeId &node)
{
    ChainHead head;
    const domain::Chain chain = book.admission(room).chains.value(node);
    if (!chain.seen.isEmpty())
        head = {chain.seen.lastKey(), chain.seen.last()};
    const domain::Node *known = book.workspace().node(node);
    const domain::RoomFold *fold = book.fold(room);
    if (!known || (!fold && !book.isControl(room)))
        return head;
    const PublicKey key = PublicKey::fromHex(known->key);
    const QList<domain::ReadEntry> &entries = book.isControl(room) ? book.control().entries() : fold->entries();
    for (const domain::ReadEntry &read : entries) {
        if (!read.isRemoved() || !read.envelope || read.envelope->node != node || read.envelope->seq <= head.seq)
            continue;
        const domain::Envelope &envelope = *read.envelope;
        // Anybody can write an envelope in another's name, with any number.
        if (envelope.room == room && envelope.workspace == book.workspace().workspace &&
            read.entry.sender == known->person && key.verifies(domain::signedPart(read.entry.envelope), envelope.sig))
            head = {envelope.seq, read.hash};
    }
    return head;
}

} // namespace wardroom::session

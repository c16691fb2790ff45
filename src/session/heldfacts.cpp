// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/heldfacts.h"

namespace wardroom::session {

qsizetype HeldFacts::known(const RoomId &room) const
{
    const domain::RoomFold *fold = m_book.fold(room);
    return fold ? fold->entries().size() : 0;
}

bool HeldFacts::isHistory(const domain::Entry &entry) const
{
    // The other rooms are judged by the control room, so that one never waits.
    if (entry.envelope.isEmpty() || m_book.isControl(entry.room) || known(entry.room) == 0)
        return false;
    return entry.position < m_book.fold(entry.room)->entries().last().entry.position;
}

TakenEntries HeldFacts::sift(TakenEntries taken)
{
    TakenEntries now;
    for (domain::Entry &entry : taken.entries)
        (isHistory(entry) ? m_held[entry.room].entries : now.entries).append(std::move(entry));
    for (store::StoredEntry &one : taken.stored)
        (isHistory(one.entry) ? m_held[one.entry.room].stored : now.stored).append(std::move(one));
    for (auto it = m_held.begin(); it != m_held.end();) {
        if (it->second.entries.size() < known(it->first)) {
            ++it;
            continue;
        }
        now.entries.append(std::move(it->second.entries));
        now.stored.append(std::move(it->second.stored));
        it = m_held.erase(it);
    }
    return now;
}

TakenEntries HeldFacts::release()
{
    TakenEntries all;
    for (auto &[room, held] : std::exchange(m_held, {})) {
        all.entries.append(std::move(held.entries));
        all.stored.append(std::move(held.stored));
    }
    return all;
}

} // namespace wardroom::session

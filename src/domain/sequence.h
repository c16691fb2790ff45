// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

#include <functional>
#include <set>

namespace wardroom::domain {

//! One room's envelope entries sorted by position. Whatever order copies of an entry arrive in, what is kept is the
//! same: an edit or a deletion is never taken back, and the envelope of a copy that was not changed wins over one
//! that was. Where no such copy is here, what a record.kept brings stands in the place of the message that is gone.
class Sequence
{
public:
    //! Answers the first index at which something is different now, or -1.
    qsizetype place(const QList<Entry> &arrived);
    const QList<ReadEntry> &entries() const { return m_entries; }
    //! False: nothing here was edited or deleted in the chat.
    bool hasRemoved() const { return !m_marks.isEmpty(); }
    //! Of several copies that were kept of one message, whoever folds takes the first that \a fits: what anybody else
    //! brings as a copy shadows none.
    void settle(qsizetype index, const std::function<bool(const ReadEntry &)> &fits);

private:
    //! Bytes of an envelope and of its attachment.
    using Copy = std::pair<QByteArray, QByteArray>;

    QList<ReadEntry>::iterator find(const Position &position);
    qsizetype insert(QList<ReadEntry> fresh);
    //! An edit or deletion holds for the entry whenever that comes, also if it came without the envelope.
    qsizetype mark(const Entry &entry);
    //! Remembers what \a read keeps or is of a message that is gone. Answers that message, or none.
    EntryId keep(const ReadEntry &read);
    //! Puts what was kept of \a entry in its place. Answers the index, or -1 where nothing is different.
    qsizetype restore(const EntryId &entry);

    QList<ReadEntry> m_entries;
    QHash<EntryId, Entry> m_marks; //!< what the platform says of messages that were changed: place, sender, how
    QHash<EntryId, std::set<Copy>> m_kept;
};

} // namespace wardroom::domain

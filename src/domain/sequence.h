// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

#include <functional>
#include <set>

namespace wardroom::domain {

//! One room's envelope entries sorted by position. Whatever order copies of an entry arrive in, what is kept is the
//! same: an edit or a deletion is never taken back, and the envelope of a copy that was not changed wins over one
//! that was. What a record.kept brings comes in only where it is needed, see settle(); and where it stands must not
//! depend on what was told first, see mayChooseAnew().
class Sequence
{
public:
    //! Answers the first index at which something is different now, or -1.
    qsizetype place(const QList<Entry> &arrived);
    const QList<ReadEntry> &entries() const { return m_entries; }
    //! False: nothing here was edited or deleted in the chat.
    bool hasRemoved() const { return !m_marks.isEmpty(); }
    //! Puts what was kept of a deleted message in its place, if a copy of the fact \a wanted \a fits what the entry at
    //! \a index waits for; of several places the one before that, nearest to its sender's clock. The same copy is put
    //! in once: what is not taken there is taken nowhere.
    void settle(qsizetype index, const FactId &wanted, const std::function<bool(const ReadEntry &)> &fits);
    //! Something came since the last unsettle() because of which settle() could choose otherwise: another copy or its
    //! deletion, an entry before others, one beside a copy in its node's chain, or a change of one that was here.
    bool mayChooseAnew() const { return m_mayChooseAnew; }
    bool hasSettled() const { return !m_settled.isEmpty(); }
    //! Takes out again what settle() put in. Answers the first index at which something is different now, which may be
    //! the end, or -1.
    qsizetype unsettle();

private:
    //! The place that is told, and the bytes of an envelope and of its attachment.
    using Copy = std::tuple<EntryId, QByteArray, QByteArray>;
    using ChainPlace = std::pair<NodeId, qint64>;

    QList<ReadEntry>::iterator find(const Position &position);
    qsizetype insert(QList<ReadEntry> fresh);
    //! An edit or deletion holds for the entry whenever that comes, also if it came without the envelope.
    qsizetype mark(const Entry &entry);
    //! Remembers what \a read keeps of a message that is gone.
    void keep(const ReadEntry &read);
    void noteWhatTouchesCopies(const ReadEntry &read);

    QList<ReadEntry> m_entries;
    QHash<EntryId, Entry> m_marks; //!< what the platform says of messages that were changed: place, sender, how
    QHash<FactId, std::set<Copy>> m_kept;
    QSet<EntryId> m_toldPlaces;      //!< of all copies
    QSet<ChainPlace> m_besideCopies; //!< places of the chains by which a copy is judged: its own and the one before
    QSet<Sha256> m_settled;          //!< what settle() put in
    bool m_mayChooseAnew = false;
};

} // namespace wardroom::domain

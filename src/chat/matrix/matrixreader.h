// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixevents.h"
#include "chat/matrix/matrixrequests.h"

#include <QCache>

namespace wardroom::chat {

//! Makes entries of events, whichever way those came: an edit or a redaction changes the entry it names, which is
//! looked up at the server when it is not remembered. The newest edit by position stands, so that live, back-filled
//! and first reading end alike.
class MatrixReader final : public QObject
{
    Q_OBJECT

public:
    explicit MatrixReader(MatrixRequests &requests) : m_requests(requests) {}

    //! \a events as they happened. Each entry once, as it stands after all of them. An error: nothing was read, ask
    //! again.
    QCoro::Task<Result<QList<domain::Entry>>> read(RoomId room, QJsonArray events);
    //! What became of \a entry, which was told as leftOpen(); nothing when there is none that one may see.
    QCoro::Task<Result<std::optional<domain::Entry>>> lookAgain(RoomId room, EntryId entry);

Q_SIGNALS:
    //! Something was told about \a entry, and the server would not say how it stands now; told before read() answers
    //! without it.
    void leftOpen(const wardroom::domain::RoomId &room, const wardroom::domain::EntryId &entry);
    //! What a message says about where attachments are.
    void placesSeen(const QJsonObject &places);

private:
    struct Batch
    {
        QList<EntryId> order;
        QHash<EntryId, MatrixEntry> entries;
    };
    void put(Batch &batch, const MatrixEntry &entry);
    bool givesUp(const EntryId &entry, ErrorKind kind);
    //! The entry as the server has it now; nothing when there is none that one may see.
    QCoro::Task<Result<std::optional<MatrixEntry>>> lookUp(RoomId room, EntryId id);

    MatrixRequests &m_requests;
    QCache<EntryId, MatrixEntry> m_recent{4000};
    QHash<EntryId, int> m_failed; //!< how often the server did not say how it stands
};

} // namespace wardroom::chat

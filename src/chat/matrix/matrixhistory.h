// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixreader.h"

#include <QCache>

namespace wardroom::chat {

//! A room's past, page by page backwards (Matrix 1.11, GET /rooms/{}/messages). Where a page ended is remembered, so
//! that paging on costs one call; elsewhere the server is asked where an entry stands.
class MatrixHistory final : public QObject
{
    Q_OBJECT

public:
    MatrixHistory(MatrixRequests &requests, MatrixReader &reader) : m_requests(requests), m_reader(reader) {}

    QCoro::Task<Result<Page>> read(RoomId room, domain::Position before, int limit);

private:
    struct Place
    {
        QString token;              //!< empty with `begun`: nothing older
        QList<domain::Entry> ahead; //!< read already, older than the page; oldest first
        bool begun = false;
    };
    QCoro::Task<Result<Place>> placeOf(RoomId room, domain::Position before);

    MatrixRequests &m_requests;
    MatrixReader &m_reader;
    QCache<QString, Place> m_places{64};
};

} // namespace wardroom::chat

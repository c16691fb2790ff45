// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QJsonObject>
#include <QList>
#include <optional>

namespace wardroom::chat {

//! What a room's part of a /sync answer says that is no event of its timeline (Matrix 1.11, "Typing Notifications",
//! "Receipts", "Fully read markers"), as far as this person is shown it.
struct MatrixMarks
{
    //! This person has read up to here, on some device.
    struct Read
    {
        domain::EntryId entry;
        qint64 at = 0; //!< ms by the server; 0: a marker, which has no time
    };

    std::optional<QList<domain::PersonId>> typing; //!< the others; nothing: it does not say
    QList<Read> read;
};

//! Of however much there is: at most twenty who type, one receipt and one marker.
MatrixMarks marksIn(const QJsonObject &room, const domain::PersonId &self);

} // namespace wardroom::chat

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"

#include <QSet>

namespace wardroom::test {

//! What an application keeps of what arrives: entries by id, in the order of first arrival, and the cursor that came
//! with them.
class Listener final : public QObject
{
    Q_OBJECT

public:
    explicit Listener(chat::ChatPlatform &platform);

    //! Listens to a platform that came in place of the one before; what was kept stays.
    void follow(chat::ChatPlatform &platform);
    //! What history() gave counts as seen as well.
    void learn(const QList<domain::Entry> &entries);

    bool has(const domain::EntryId &entry) const { return m_byId.contains(entry); }
    bool hasAll(const QList<domain::EntryId> &entries) const;
    domain::Entry entry(const domain::EntryId &id) const { return m_byId.value(id); }
    //! Ids of a room's entries as their positions say.
    QList<domain::EntryId> inOrder(const domain::RoomId &room) const;
    const QList<domain::EntryId> &asTheyCame() const { return m_came; }
    const QByteArray &cursor() const { return m_cursor; }
    //! Arrivals, doubles counted.
    int arrivals() const { return m_arrivals; }

private:
    QHash<domain::EntryId, domain::Entry> m_byId;
    QList<domain::EntryId> m_came;
    QByteArray m_cursor;
    int m_arrivals = 0;
};

} // namespace wardroom::test

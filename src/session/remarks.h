// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace wardroom::session {

class Engine;

//! What stands beside the messages of a room: what they answer, what they said before, and who reacted how.
class Remarks final : public QObject
{
    Q_OBJECT

public:
    Remarks(Engine &engine, RoomId room);

    //! Everything that is loaded. Bounded by the caller.
    void read(const QList<store::StoredEntry> &loaded);
    //! A reaction, or one that was taken back: no row of its own.
    bool hides(const domain::Entry &entry) const;
    void decorate(ConversationRow &row, const domain::Entry &entry) const;

Q_SIGNALS:
    void changed(); //!< rows look different from now on

private:
    QCoro::Task<void> readEarlier(EntryId entry);
    QString quoteOf(const domain::Entry &entry) const;

    Engine &m_engine;
    RoomId m_room;
    QHash<EntryId, domain::Entry> m_answered;                  //!< what somebody answered
    QHash<EntryId, QMap<QString, QSet<PersonId>>> m_reactions; //!< by the entry reacted to
    QSet<EntryId> m_takenBack;
    QHash<EntryId, QStringList> m_before;
    QHash<EntryId, QString> m_asked; //!< what it said when its earlier words were asked for
};

} // namespace wardroom::session

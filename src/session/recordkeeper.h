// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Says record.kept for messages that were edited or deleted in the chat while something that counts rests on them: who
//! joins later could not prove it otherwise, nor know of a revocation. One node does it, the runner if it is there; the
//! others wait their turn. Kept in rooms and in the control room alike.
class RecordKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit RecordKeeper(Engine &engine);

Q_SIGNALS:
    void troubled(const QString &sentence);

private:
    void lookEverywhere();
    void consider();
    bool considerRoom(const domain::RoomId &room);
    void keep(const domain::RoomId &room, const domain::Entry &entry, int times);
    std::chrono::milliseconds patience() const;

    Engine &m_engine;
    QSet<domain::RoomId> m_changed;
    QHash<domain::FactId, QDeadlineTimer> m_due; //!< by the record.kept that it will be
    QSet<domain::FactId> m_said;
    QTimer m_soon;
};

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>

namespace wardroom::session {

class Engine;

//! Says record.kept for messages that were deleted in the chat while something that counts rests on them: who joins
//! later could not prove it otherwise. One node does it, the runner if it is there; the others wait their turn. In the
//! control room it keeps what a published version rests on; what else has to hold there Governance says again. What
//! this node itself told of the end of a run and somebody deleted, it says again.
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
    bool considerAll(const domain::RoomId &room, const QList<domain::Entry> &gone,
                     const std::function<bool(const domain::RecordKept &)> &isThere);
    void keep(const domain::RoomId &room, const domain::RecordKept &kept, const QString &place);
    void sayEndsAgain(const domain::RoomId &room);
    std::chrono::milliseconds patience() const;

    Engine &m_engine;
    QSet<domain::RoomId> m_changed;
    QSet<domain::RoomId> m_spoilt;        //!< where something was edited or deleted, or may have been
    QSet<domain::FactId> m_again;         //!< ends that this run said again
    QHash<QString, QDeadlineTimer> m_due; //!< by room and message
    QSet<QString> m_saying;
    QHash<QString, int> m_times; //!< how often this node said each
    QTimer m_soon;
};

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/character.h"
#include "session/views.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace wardroom::session {

class Engine;

//! What the bot says unasked to the one who asked for something, once that is over: what could come next, and, the
//! first time a person used a command and it went well, another way to say it. Not in the hours of silence, but for
//! what comes next after trouble: that is said plainly and at any time.
class Coach final : public QObject
{
    Q_OBJECT

public:
    explicit Coach(Engine &engine);

    Character &character() { return m_character; }
    void setManners(const Manners &manners) { m_character.setManners(manners); }
    //! Something is burning in \a room, so the bot is plain there.
    bool isUrgent(const RoomId &room) const;
    //! \a op was asked for here, with \a words.
    void expect(const RoomId &room, const OpId &op, const QString &words);
    //! A command that only says a fact was said.
    void noteDone(const RoomId &room, const QString &command, const QJsonObject &args, const QString &words);

Q_SIGNALS:
    void advised(const wardroom::session::Advice &advice);

private:
    struct Waiting
    {
        RoomId room;
        QString words;
    };

    void onFolded(const RoomId &room);
    void noteTrouble(const RoomId &room, const domain::OperationState &operation);
    QCoro::Task<void> advise(RoomId room, QString command, QJsonObject args, QString words);
    QCoro::Task<bool> isFirst(QString command);

    Engine &m_engine;
    Character m_character;
    QHash<OpId, Waiting> m_waiting;
    QSet<QString> m_used; //!< commands this person was told about
};

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/workfacts.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>
#include <QQueue>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Who is called also gets a message of their own: at night, a phone is silent about a room full of alerts. It comes
//! from the node that first said the call in words, so from exactly one, and goes through the outbox, so also when the
//! server is away or this program restarts. Only where people have accounts and so may have nothing but a phone.
class Ringer final : public QObject
{
    Q_OBJECT

public:
    explicit Ringer(Engine &engine);
    //! What was called for lately, after a start.
    void look();

private:
    struct Call
    {
        RoomId room;
        FactId fact;
        domain::ResponderCalled called;
    };
    void lookIn(const RoomId &room);
    QCoro::Task<void> ringAll();
    QCoro::Task<Result<void>> ring(Call call);
    QCoro::Task<Result<void>> ringOne(PersonId person, QString words, QString flag);
    QCoro::Task<Result<QList<PersonId>>> peopleOf(Call call);
    QCoro::Task<Result<RoomId>> roomWith(PersonId person);
    bool isOnItsWay(const RoomId &room, const QString &words) const;
    QString wordsFor(const Call &call) const;

    Engine &m_engine;
    QSet<FactId> m_seen;
    QQueue<Call> m_calls;
    QTimer m_again;
    bool m_ringing = false;
};

} // namespace wardroom::session

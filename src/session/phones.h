// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/approvals.h"
#include "session/phonequestions.h"
#include "store/store.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! Reads people on phones and answers for them, on the one node that the policy names as runner: cards that show what
//! waits for approval with a code to answer with, decisions by reply or reaction, and questions in plain words. All
//! that follows from one message has ids made from it, so that reading it twice says nothing twice.
class Phones final : public QObject
{
    Q_OBJECT

public:
    explicit Phones(Engine &engine);

    //! Looks again at what was said lately: what came in just before the program ended was not answered yet.
    QCoro::Task<void> start();

private:
    bool isRunner() const;
    void take(const QList<store::StoredEntry> &entries);
    QCoro::Task<void> read(domain::Entry entry);
    QCoro::Task<void> react(domain::Entry entry);
    QCoro::Task<void> decide(domain::Entry entry, PhoneDecision decision, OpId op);
    QCoro::Task<void> act(domain::Entry entry);
    QCoro::Task<void> onAlert(domain::Entry entry, QString action, QJsonObject args);
    void takeBack(const domain::Entry &entry);
    void answer(const domain::Entry &entry, const QString &text);
    void say(const domain::Entry &entry, const OpId &op, const domain::Fact &fact);
    void showCards(const RoomId &room);
    QString cardFor(const RoomId &room, const domain::OperationState &operation) const;

    Engine &m_engine;
    Approvals m_approvals;
    PhoneQuestions m_questions;
    QHash<OpId, QString> m_cards; //!< what each card says now
};

} // namespace wardroom::session

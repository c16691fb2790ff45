// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! What somebody wants run, before it is a fact.
struct Wish
{
    RoomId room;
    QString command;
    QJsonObject args;
    QString words; //!< as typed
    QString reason;
    OpId undoes;
    std::optional<domain::PlatformWord> platform = {}; //!< asked for from a phone: by whom
    OpId id = {};                                      //!< empty: a new one
    FactId playbook = {};                              //!< the run that asks, and which of its steps this is
    QString step = {};
    QList<PersonId> alsoRequesters = {}; //!< who started and who published the playbook
};

//! Makes requests: rehearses what changes something, so that the request says exactly what will run.
class Commands final : public QObject
{
    Q_OBJECT

public:
    Commands(Engine &engine, bot::StepRunner &steps);

    //! Answers the operation's id once the request is safely in the outbox.
    QCoro::Task<Result<OpId>> request(Wish wish);
    //! What request() would ask for, and what would run: rehearsed where it changes something. Says nothing.
    QCoro::Task<Result<domain::CommandRequested>> rehearse(Wish wish);

private:
    Result<domain::CommandRequested> draft(const Wish &wish) const;
    QCoro::Task<Result<domain::Plan>> planFor(Wish wish, domain::CommandRequested request);
    domain::Plan undoPlan(const domain::OperationState &undone) const;

    Engine &m_engine;
    bot::StepRunner &m_steps;
};

} // namespace wardroom::session

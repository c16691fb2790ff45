// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! What people do about incidents: facts in the room, no approval needed.
class Incidents final : public QObject
{
    Q_OBJECT

public:
    explicit Incidents(Engine &engine);

    QCoro::Task<Result<FactId>> setStatus(RoomId room, domain::IncidentStatus status);
    QCoro::Task<Result<FactId>> setSeverity(RoomId room, qint64 severity, QString reason);
    QCoro::Task<Result<FactId>> setTlp(RoomId room, domain::Tlp tlp, QString reason);
    QCoro::Task<Result<FactId>> setLead(RoomId room, PersonId person);
    QCoro::Task<Result<FactId>> summarise(RoomId room, QString text);
    QCoro::Task<Result<FactId>> promiseUpdate(RoomId room, qint64 due);
    QCoro::Task<Result<FactId>> close(RoomId room, QString summary);
    QCoro::Task<Result<FactId>> reopen(RoomId room, QString reason);
    QCoro::Task<Result<FactId>> addTask(RoomId room, QString title, PersonId assignee);
    QCoro::Task<Result<FactId>> finishTask(RoomId room, FactId task);
    QCoro::Task<Result<FactId>> addNote(RoomId room, QString text);

private:
    Engine &m_engine;
};

} // namespace wardroom::session

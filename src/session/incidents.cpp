// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/incidents.h"

#include "session/actions.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

Incidents::Incidents(Engine &engine) : m_engine(engine) {}

QCoro::Task<Result<FactId>> Incidents::setStatus(RoomId room, domain::IncidentStatus status)
{
    return sayFact(m_engine, room, domain::IncidentStatusSet{status, m_engine.book().state(room).incident.statusFact});
}

QCoro::Task<Result<FactId>> Incidents::setSeverity(RoomId room, qint64 severity, QString reason)
{
    return sayFact(m_engine, room, domain::IncidentSeveritySet{severity, reason});
}

QCoro::Task<Result<FactId>> Incidents::setTlp(RoomId room, domain::Tlp tlp, QString reason)
{
    return sayFact(m_engine, room, domain::IncidentTlpSet{tlp, reason});
}

QCoro::Task<Result<FactId>> Incidents::setLead(RoomId room, PersonId person)
{
    return sayFact(m_engine, room, domain::IncidentRoleSet{u"lead"_s, person});
}

QCoro::Task<Result<FactId>> Incidents::summarise(RoomId room, QString text)
{
    return sayFact(m_engine, room, domain::IncidentSummary{text});
}

QCoro::Task<Result<FactId>> Incidents::promiseUpdate(RoomId room, qint64 due)
{
    return sayFact(m_engine, room, domain::IncidentNextUpdate{due});
}

QCoro::Task<Result<FactId>> Incidents::close(RoomId room, QString summary)
{
    if (summary.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("Say in a sentence how it ended: people read it later."));
    const domain::Fact fact = domain::IncidentClosed{summary};
    co_return co_await sayFact(m_engine, room, fact);
}

QCoro::Task<Result<FactId>> Incidents::reopen(RoomId room, QString reason)
{
    return sayFact(m_engine, room, domain::IncidentReopened{reason});
}

QCoro::Task<Result<FactId>> Incidents::addTask(RoomId room, QString title, PersonId assignee)
{
    return sayFact(m_engine, room, domain::TaskAdded{title, assignee});
}

QCoro::Task<Result<FactId>> Incidents::finishTask(RoomId room, FactId task)
{
    return sayFact(m_engine, room, domain::TaskDone{task});
}

QCoro::Task<Result<FactId>> Incidents::addNote(RoomId room, QString text)
{
    return sayFact(m_engine, room, domain::NoteAdded{text});
}

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomcommands.h"

#include "session/actions.h"
#include "session/engine.h"
#include "session/roomfacts.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

RoomCommands::RoomCommands(Engine &engine, Alerts &alerts, Incidents &incidents)
    : m_engine(engine)
    , m_alerts(alerts)
    , m_incidents(incidents)
{}

QCoro::Task<Result<FactId>> RoomCommands::run(RoomId room, QString action, QJsonObject args)
{
    if (action == u"incident.open")
        return openIncident(room, args);
    if (action.startsWith(u"alert."))
        return onAlert(room, action, args);
    if (action == u"task.done")
        return finishTask(room, args);
    return onIncident(room, action, args);
}

//! The n-th task of the room in the order they were handed out, as lists number them; nothing where it is done.
FactId RoomCommands::taskNumbered(const RoomId &room, const QString &words) const
{
    bool isNumber = false;
    const int wanted = words.trimmed().toInt(&isNumber);
    QList<domain::TaskState> tasks = m_engine.book().state(room).tasks.values();
    if (!isNumber || wanted < 1 || wanted > tasks.size())
        return {};
    std::stable_sort(tasks.begin(), tasks.end(), [](const auto &a, const auto &b) { return a.said.at < b.said.at; });
    const domain::TaskState &task = tasks.at(wanted - 1);
    return task.done ? FactId() : task.id;
}

Result<FactId> RoomCommands::alertNamed(const RoomId &room, const QString &words) const
{
    const auto &alerts = m_engine.book().state(room).alerts;
    FactId newest;
    qint64 at = -1;
    for (auto it = alerts.cbegin(); it != alerts.cend(); ++it) {
        const bool named =
            words.isEmpty() ? !it->resolved : it.key().text().startsWith(words) || it->raised.source == words;
        if (named && it->said.at >= at) {
            newest = it.key();
            at = it->said.at;
        }
    }
    if (newest.isEmpty())
        return fail(ErrorKind::notFound, words.isEmpty() ? tr("There is no open alert in this room.")
                                                         : tr("There is no alert %1 in this room.").arg(words));
    return newest;
}

QCoro::Task<Result<FactId>> RoomCommands::openIncident(RoomId room, QJsonObject args)
{
    const QPointer<RoomCommands> self(this);
    const Result<FactId> alert = alertNamed(room, argumentText(args, u"alert"_s));
    const FactId from = alert ? *alert : FactId();
    const Result<RoomId> opened =
        co_await m_alerts.openIncident(room, from, argumentText(args, u"title"_s),
                                       argumentNumber(args, u"severity"_s, 3), PersonId(argumentText(args, u"lead"_s)));
    if (!opened)
        co_return tl::unexpected(opened.error());
    co_return FactId(opened->text());
}

QCoro::Task<Result<FactId>> RoomCommands::onAlert(RoomId room, QString action, QJsonObject args)
{
    const Result<FactId> alert = alertNamed(room, argumentText(args, u"alert"_s));
    if (!alert)
        co_return tl::unexpected(alert.error());
    if (action == u"alert.ack")
        co_return co_await m_alerts.acknowledge(room, *alert);
    if (action == u"alert.claim")
        co_return co_await m_alerts.claim(room, *alert, argumentText(args, u"words"_s));
    const std::optional<domain::Resolution> as =
        domain::fromWord<domain::Resolution>(argumentText(args, u"as"_s).toLower());
    if (!as)
        co_return fail(ErrorKind::invalid, tr("Say how it turned out: true, false or benign."));
    co_return co_await m_alerts.resolve(room, *alert, *as, argumentText(args, u"note"_s));
}

QCoro::Task<Result<FactId>> RoomCommands::finishTask(RoomId room, QJsonObject args)
{
    const QString words = argumentText(args, u"task"_s);
    if (const FactId numbered = taskNumbered(room, words); !numbered.isEmpty())
        co_return co_await m_incidents.finishTask(room, numbered);
    for (const domain::TaskState &task : m_engine.book().state(room).tasks)
        if (!task.done && (task.id.text().startsWith(words) || task.title.contains(words, Qt::CaseInsensitive)))
            co_return co_await m_incidents.finishTask(room, task.id);
    co_return fail(ErrorKind::notFound, tr("There is no open task like “%1” in this room.").arg(words));
}

QCoro::Task<Result<FactId>> RoomCommands::onIncident(RoomId room, QString action, QJsonObject args)
{
    const bool needsIncident = action.startsWith(u"incident.") && action != u"incident.page";
    if (needsIncident && !m_engine.book().state(room).incident.opened)
        co_return fail(ErrorKind::invalid, tr("There is no incident in this room, so nothing was changed. Go to the "
                                              "incident's own room, or open one: /incident open \"WHAT HAPPENED\""));
    if (action == u"incident.lead")
        co_return co_await m_incidents.setLead(room, PersonId(argumentText(args, u"person"_s)));
    if (action == u"incident.close")
        co_return co_await m_incidents.close(room, argumentText(args, u"summary"_s));
    if (action == u"incident.reopen")
        co_return co_await m_incidents.reopen(room, argumentText(args, u"reason"_s));
    const Result<domain::Fact> fact = roomFactOf(m_engine, room, action, args);
    if (!fact)
        co_return tl::unexpected(fact.error());
    co_return co_await sayFact(m_engine, room, *fact);
}

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomcommands.h"

#include "session/actions.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject &args, const QString &name)
{
    return args.value(name).toString();
}

qint64 number(const QJsonObject &args, const QString &name, qint64 otherwise)
{
    const QJsonValue value = args.value(name);
    if (value.isDouble())
        return value.toInteger();
    bool ok = false;
    const qint64 parsed = value.toString().toLongLong(&ok);
    return ok ? parsed : otherwise;
}

//! "4h", "30m", "2d", "90s" in milliseconds; 0 for anything else.
qint64 millisecondsOf(const QString &duration)
{
    static const QMap<QChar, qint64> units{{u's', 1000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}};
    bool ok = false;
    const qint64 count = duration.chopped(duration.isEmpty() ? 0 : 1).toLongLong(&ok);
    return ok ? count * units.value(duration.back(), 0) : 0;
}

} // namespace

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
    if (action == u"room.remind")
        return remind(room, args);
    if (action == u"incident.page")
        return page(room, args);
    if (action.startsWith(u"task.") || action == u"note.add")
        return onTask(room, action, args);
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
    const Result<FactId> alert = alertNamed(room, text(args, u"alert"_s));
    const FactId from = alert ? *alert : FactId();
    const Result<RoomId> opened = co_await m_alerts.openIncident(
        room, from, text(args, u"title"_s), number(args, u"severity"_s, 3), PersonId(text(args, u"lead"_s)));
    if (!opened)
        co_return tl::unexpected(opened.error());
    co_return FactId(opened->text());
}

QCoro::Task<Result<FactId>> RoomCommands::onAlert(RoomId room, QString action, QJsonObject args)
{
    const Result<FactId> alert = alertNamed(room, text(args, u"alert"_s));
    if (!alert)
        co_return tl::unexpected(alert.error());
    if (action == u"alert.ack")
        co_return co_await m_alerts.acknowledge(room, *alert);
    if (action == u"alert.claim")
        co_return co_await m_alerts.claim(room, *alert, text(args, u"words"_s));
    const std::optional<domain::Resolution> as = domain::fromWord<domain::Resolution>(text(args, u"as"_s).toLower());
    if (!as)
        co_return fail(ErrorKind::invalid, tr("Say how it turned out: true, false or benign."));
    co_return co_await m_alerts.resolve(room, *alert, *as, text(args, u"note"_s));
}

QCoro::Task<Result<FactId>> RoomCommands::remind(RoomId room, QJsonObject args)
{
    const qint64 wait = millisecondsOf(text(args, u"due"_s));
    if (wait <= 0)
        co_return fail(ErrorKind::invalid, tr("Say when, such as in 30m."));
    // A deadline like others: it is on the record, every node sees it, and one of them rings (Escalation).
    const domain::Fact fact =
        domain::DeadlineStarted{kReminder, text(args, u"text"_s), m_engine.clock().nowMs() + wait};
    co_return co_await sayFact(m_engine, room, fact);
}

QCoro::Task<Result<FactId>> RoomCommands::page(RoomId room, QJsonObject args)
{
    PersonId person(text(args, u"person"_s));
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (person.isEmpty() && policy && !policy->rota.isEmpty())
        person = policy->rota.first();
    if (person.isEmpty())
        co_return fail(ErrorKind::notFound, tr("Nobody is on call: say whom to page."));
    domain::ResponderCalled called;
    called.person = person;
    called.reason = text(args, u"reason"_s);
    const domain::Fact fact = called;
    co_return co_await sayFact(m_engine, room, fact);
}

QCoro::Task<Result<FactId>> RoomCommands::onTask(RoomId room, QString action, QJsonObject args)
{
    if (action == u"note.add")
        co_return co_await m_incidents.addNote(room, text(args, u"text"_s));
    if (action == u"task.add")
        co_return co_await m_incidents.addTask(room, text(args, u"title"_s), PersonId(text(args, u"assignee"_s)));
    const QString words = text(args, u"task"_s);
    if (const FactId numbered = taskNumbered(room, words); !numbered.isEmpty())
        co_return co_await m_incidents.finishTask(room, numbered);
    for (const domain::TaskState &task : m_engine.book().state(room).tasks)
        if (!task.done && (task.id.text().startsWith(words) || task.title.contains(words, Qt::CaseInsensitive)))
            co_return co_await m_incidents.finishTask(room, task.id);
    co_return fail(ErrorKind::notFound, tr("There is no open task like “%1” in this room.").arg(words));
}

QCoro::Task<Result<FactId>> RoomCommands::onIncident(RoomId room, QString action, QJsonObject args)
{
    if (action == u"incident.status") {
        const auto status = domain::fromWord<domain::IncidentStatus>(text(args, u"status"_s).toLower());
        if (!status)
            co_return fail(ErrorKind::invalid,
                           tr("The status is one of detected, triaged, containing, eradicated, recovered, reviewed."));
        co_return co_await m_incidents.setStatus(room, *status);
    }
    if (action == u"incident.severity")
        co_return co_await m_incidents.setSeverity(room, number(args, u"severity"_s, 3), text(args, u"reason"_s));
    if (action == u"incident.lead")
        co_return co_await m_incidents.setLead(room, PersonId(text(args, u"person"_s)));
    if (action == u"incident.summary")
        co_return co_await m_incidents.summarise(room, text(args, u"text"_s));
    if (action == u"incident.update")
        co_return co_await m_incidents.promiseUpdate(room,
                                                     m_engine.clock().nowMs() + millisecondsOf(text(args, u"due"_s)));
    if (action == u"incident.close")
        co_return co_await m_incidents.close(room, text(args, u"summary"_s));
    if (action == u"incident.reopen")
        co_return co_await m_incidents.reopen(room, text(args, u"reason"_s));
    co_return fail(ErrorKind::unsupported, tr("This version does not know how to do %1.").arg(action));
}

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomfacts.h"

#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoomCommands", text);
}

//! "4h", "30m", "2d", "90s" in milliseconds; 0 for anything else.
qint64 millisecondsOf(const QString &duration)
{
    static const QMap<QChar, qint64> units{{u's', 1000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}};
    bool ok = false;
    const qint64 count = duration.chopped(duration.isEmpty() ? 0 : 1).toLongLong(&ok);
    return ok ? count * units.value(duration.back(), 0) : 0;
}

//! A deadline like others: it is on the record, every node sees it, and one of them rings (Escalation).
Result<domain::Fact> reminder(const Engine &engine, const QJsonObject &args)
{
    const qint64 wait = millisecondsOf(argumentText(args, u"due"_s));
    if (wait <= 0)
        return fail(ErrorKind::invalid, tr("Say when, such as in 30m."));
    return domain::DeadlineStarted{kReminder, argumentText(args, u"text"_s), engine.clock().nowMs() + wait};
}

Result<domain::Fact> page(const Engine &engine, const QJsonObject &args)
{
    domain::ResponderCalled called;
    called.person = domain::PersonId(argumentText(args, u"person"_s));
    const domain::Policy *policy = engine.book().workspace().policy();
    if (called.person.isEmpty() && policy && !policy->rota.isEmpty())
        called.person = policy->rota.first();
    if (called.person.isEmpty())
        return fail(ErrorKind::notFound, tr("Nobody is on call: say whom to page."));
    called.reason = argumentText(args, u"reason"_s);
    return called;
}

Result<domain::Fact> status(const Engine &engine, const domain::RoomId &room, const QJsonObject &args)
{
    const auto wanted = domain::fromWord<domain::IncidentStatus>(argumentText(args, u"status"_s).toLower());
    if (!wanted)
        return fail(ErrorKind::invalid,
                    tr("The status is one of detected, triaged, containing, eradicated, recovered, reviewed."));
    return domain::IncidentStatusSet{*wanted, engine.book().state(room).incident.statusFact};
}

} // namespace

QString argumentText(const QJsonObject &args, const QString &name)
{
    return args.value(name).toString();
}

qint64 argumentNumber(const QJsonObject &args, const QString &name, qint64 otherwise)
{
    const QJsonValue value = args.value(name);
    if (value.isDouble())
        return value.toInteger();
    bool ok = false;
    const qint64 parsed = value.toString().toLongLong(&ok);
    return ok ? parsed : otherwise;
}

Result<domain::Fact> roomFactOf(const Engine &engine, const domain::RoomId &room, const QString &action,
                                const QJsonObject &args)
{
    if (action == u"note.add")
        return domain::NoteAdded{argumentText(args, u"text"_s)};
    if (action == u"task.add")
        return domain::TaskAdded{argumentText(args, u"title"_s), domain::PersonId(argumentText(args, u"assignee"_s))};
    if (action == u"room.remind")
        return reminder(engine, args);
    if (action == u"incident.page")
        return page(engine, args);
    if (action == u"incident.status")
        return status(engine, room, args);
    if (action == u"incident.severity")
        return domain::IncidentSeveritySet{argumentNumber(args, u"severity"_s, 3), argumentText(args, u"reason"_s)};
    if (action == u"incident.summary")
        return domain::IncidentSummary{argumentText(args, u"text"_s)};
    if (action == u"incident.update")
        return domain::IncidentNextUpdate{engine.clock().nowMs() + millisecondsOf(argumentText(args, u"due"_s))};
    return fail(ErrorKind::unsupported, tr("This version does not know how to do %1.").arg(action));
}

} // namespace wardroom::session

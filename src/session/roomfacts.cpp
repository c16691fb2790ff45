// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomfacts.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoomCommands", text);
}

//! When "30m" and "2d" from now are, "14:30" on this machine's clock, today or, where that is past, tomorrow, and
//! "tomorrow-09:00"; 0 for anything else, and for "today-14:30" once that is past.
qint64 momentOf(const QString &due, qint64 nowMs)
{
    static const QMap<QChar, qint64> units{{u's', 1000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}};
    const bool tomorrow = due.startsWith("tomorrow-"_L1);
    if (const QTime time = QTime::fromString(due.sliced(due.indexOf(u'-') + 1), u"HH:mm"_s); time.isValid()) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
        const qint64 then = QDateTime(today.addDays(tomorrow ? 1 : 0), time).toMSecsSinceEpoch();
        if (then <= nowMs && due.startsWith("today-"_L1))
            return 0;
        return then > nowMs ? then : QDateTime(today.addDays(1), time).toMSecsSinceEpoch();
    }
    bool ok = false;
    const qint64 count = due.chopped(due.isEmpty() ? 0 : 1).toLongLong(&ok);
    const qint64 wait = ok ? count * units.value(due.back(), 0) : 0;
    return wait > 0 ? nowMs + wait : 0;
}

//! A deadline like others: it is on the record, every node sees it, and one of them rings (Escalation).
Result<domain::Fact> reminder(const Engine &engine, const QJsonObject &args)
{
    const qint64 due = momentOf(argumentText(args, u"due"_s), engine.clock().nowMs());
    if (due <= 0)
        return fail(ErrorKind::invalid, tr("Say when, such as in 30m or at 14:30."));
    return domain::DeadlineStarted{kReminder, argumentText(args, u"text"_s), due};
}

Result<domain::Fact> nextUpdate(const Engine &engine, const QJsonObject &args)
{
    const qint64 due = momentOf(argumentText(args, u"due"_s), engine.clock().nowMs());
    if (due <= 0)
        return fail(ErrorKind::invalid, tr("Say when, such as in 30m or at 14:30."));
    return domain::IncidentNextUpdate{due};
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

//! What people call a stage that has another name here; where it would say more than they did, it is asked back.
QString stageCalled(const QString &word)
{
    static const QMap<QString, QString> others{{u"contained"_s, u"containing"_s},
                                               {u"containment"_s, u"containing"_s},
                                               {u"investigating"_s, u"triaged"_s},
                                               {u"triage"_s, u"triaged"_s}};
    return others.value(word, word);
}

Result<domain::Fact> status(const Engine &engine, const domain::RoomId &room, const QJsonObject &args)
{
    const QString word = argumentText(args, u"status"_s).toLower();
    const auto wanted = domain::fromWord<domain::IncidentStatus>(stageCalled(word));
    if (!wanted)
        return fail(ErrorKind::invalid,
                    tr("“%1” is no stage of an incident, so nothing was changed. Say one of these: /incident status "
                       "detected, triaged, containing, eradicated, recovered or reviewed.")
                        .arg(shownPlainly(word, 40)));
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
        return nextUpdate(engine, args);
    return fail(ErrorKind::unsupported, tr("This version does not know how to do %1.").arg(action));
}

} // namespace wardroom::session

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wordingvisitors.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString textOf(const QString &text)
{
    return shownPlainly(text.trimmed(), 2000);
}

} // namespace

QString Namer::with(const QString &words, const QString &what)
{
    return what.isEmpty() ? words : translate("wording", "%1: %2").arg(words, what);
}

QString Namer::person(const PersonId &id) const
{
    return id.isEmpty() ? translate("wording", "somebody") : line(m_context.workspace.nameOf(id), 80);
}

QString Namer::node(const NodeId &id) const
{
    const Node *known = m_context.workspace.node(id);
    if (!known)
        return line(id.text(), 40);
    return translate("wording", "%1 (%2)").arg(person(known->person), line(known->machine, 60));
}

QString Namer::operation() const
{
    const OperationState *known = m_context.room ? m_context.room->operation(m_context.op) : nullptr;
    return known ? line(known->request.title) : QString();
}

QString Namer::alert(const FactId &id) const
{
    if (!m_context.room || !m_context.room->alerts.contains(id))
        return {};
    return line(m_context.room->alerts.value(id).raised.title);
}

QString Namer::task(const FactId &id) const
{
    return m_context.room ? line(m_context.room->tasks.value(id).title) : QString();
}

WordedFact IncidentWords::operator()(const AlertRaised &fact) const
{
    const QString title = line(fact.title);
    const QString what = fact.source.isEmpty() || fact.title.contains(fact.source)
                             ? title
                             : translate("wording", "%1 from %2").arg(title, line(fact.source, 80));
    QStringList detail{translate("wording", "severity %1").arg(severityName(fact.severity))};
    if (!fact.target.isEmpty())
        detail << translate("wording", "aimed at %1").arg(line(fact.target, 80));
    detail << translate("wording", "seen by %1").arg(line(fact.tool, 80));
    if (fact.count > 1)
        detail << translate("wording", "%1 times").arg(fact.count);
    QString words = detail.join(u", "_s);
    if (!fact.detail.isEmpty())
        words += u"\n"_s + textOf(fact.detail);
    return {with(translate("wording", "Alert"), what), words};
}

WordedFact IncidentWords::operator()(const AlertGrouped &fact) const
{
    return {with(translate("wording", "Seen %1 times by now").arg(fact.count), alert(fact.alert)),
            fact.last > 0 ? translate("wording", "last at %1").arg(timeWords(fact.last)) : QString()};
}

WordedFact IncidentWords::operator()(const AlertAcknowledged &fact) const
{
    return {with(translate("wording", "%1 takes the alert").arg(by()), alert(fact.alert)),
            fact.incident.isEmpty() ? QString() : translate("wording", "an incident room was opened for it")};
}

WordedFact IncidentWords::operator()(const AlertClaimed &fact) const
{
    return {with(translate("wording", "%1 says: that was me").arg(by()), alert(fact.alert)), textOf(fact.words)};
}

WordedFact IncidentWords::operator()(const AlertResolved &fact) const
{
    return {with(translate("wording", "Alert resolved as %1").arg(resolutionName(fact.as)), alert(fact.alert)),
            textOf(fact.note)};
}

WordedFact IncidentWords::operator()(const IncidentOpened &fact) const
{
    return {with(translate("wording", "Incident opened"), line(fact.title)),
            translate("wording", "severity %1, led by %2").arg(QString::number(fact.severity), person(fact.lead))};
}

WordedFact IncidentWords::operator()(const IncidentStatusSet &fact) const
{
    return {translate("wording", "Status: %1").arg(statusName(fact.status)), {}};
}

WordedFact IncidentWords::operator()(const IncidentSeveritySet &fact) const
{
    return {translate("wording", "Severity: %1").arg(fact.severity), textOf(fact.reason)};
}

WordedFact IncidentWords::operator()(const IncidentTlpSet &fact) const
{
    // FIRST asks for the label as it is, in capitals and in no other language.
    return {translate("wording", "May be shared as %1").arg(u"TLP:"_s + domain::wordOf(fact.tlp).toUpper()),
            textOf(fact.reason)};
}

WordedFact IncidentWords::operator()(const IncidentRoleSet &fact) const
{
    if (fact.role == "lead"_L1)
        return {translate("wording", "%1 leads now").arg(person(fact.person)), {}};
    return {translate("wording", "%1 is now: %2").arg(person(fact.person), line(fact.role, 60)), {}};
}

WordedFact IncidentWords::operator()(const IncidentSummary &fact) const
{
    return {translate("wording", "Summary written"), textOf(fact.text)};
}

WordedFact IncidentWords::operator()(const IncidentNextUpdate &fact) const
{
    return {translate("wording", "Next update by %1").arg(timeWords(fact.due)), {}};
}

WordedFact IncidentWords::operator()(const IncidentClosed &fact) const
{
    return {translate("wording", "Incident closed"), textOf(fact.summary)};
}

WordedFact IncidentWords::operator()(const IncidentReopened &fact) const
{
    return {translate("wording", "Incident reopened"), textOf(fact.reason)};
}

WordedFact IncidentWords::operator()(const ResponderCalled &fact) const
{
    const QString who = fact.person.isEmpty() ? translate("wording", "Everybody was called")
                                              : translate("wording", "%1 was called").arg(person(fact.person));
    return {with(who, alert(fact.alert)), textOf(fact.reason)};
}

WordedFact IncidentWords::operator()(const ResponderJoined &fact) const
{
    return {translate("wording", "%1 joined").arg(person(fact.person)), {}};
}

WordedFact IncidentWords::operator()(const TaskAdded &fact) const
{
    return {with(translate("wording", "Task"), line(fact.title)),
            fact.assignee.isEmpty() ? QString() : translate("wording", "for %1").arg(person(fact.assignee))};
}

WordedFact IncidentWords::operator()(const TaskAssigned &fact) const
{
    return {with(translate("wording", "Task handed to %1").arg(person(fact.assignee)), task(fact.task)), {}};
}

WordedFact IncidentWords::operator()(const TaskDone &fact) const
{
    return {with(translate("wording", "Task done"), task(fact.task)), {}};
}

WordedFact IncidentWords::operator()(const EvidenceAdded &fact) const
{
    const QString size = translate("wording", "%1 bytes, SHA-256 %2").arg(QString::number(fact.size), fact.hash.hex());
    return {with(translate("wording", "Evidence"), line(fact.name)),
            fact.note.isEmpty() ? size : textOf(fact.note) + u"\n"_s + size};
}

WordedFact IncidentWords::operator()(const NoteAdded &fact) const
{
    const QString first = fact.text.trimmed().section(u'\n', 0, 0);
    const QString title = with(translate("wording", "Note"), line(first, 140));
    return {title, first.size() <= 140 && first == fact.text.trimmed() ? QString() : textOf(fact.text)};
}

WordedFact IncidentWords::operator()(const DeadlineStarted &fact) const
{
    if (fact.regime == u"reminder")
        return {with(translate("wording", "Reminder set"), line(fact.name)),
                translate("wording", "rings at %1").arg(timeWords(fact.due))};
    return {with(translate("wording", "Deadline started"), line(fact.name)),
            translate("wording", "%1, due by %2").arg(line(fact.regime, 80), timeWords(fact.due))};
}

WordedFact IncidentWords::operator()(const DeadlineMet &fact) const
{
    const domain::DeadlineStarted started =
        m_context.room ? m_context.room->deadlines.value(fact.deadline).started : DeadlineStarted();
    if (started.regime == u"reminder")
        return {with(translate("wording", "Reminder"), line(started.name)), QString()};
    return {with(translate("wording", "Deadline met"), line(started.name)), textOf(fact.note)};
}

} // namespace wardroom::report

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wordingvisitors.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString stateName(PlaybookStepState state)
{
    switch (state) {
    case PlaybookStepState::waiting: return translate("wording", "waits");
    case PlaybookStepState::asking: return translate("wording", "asks");
    case PlaybookStepState::skipped: return translate("wording", "left out");
    case PlaybookStepState::passed: return translate("wording", "done");
    case PlaybookStepState::failed: return translate("wording", "failed");
    }
    return {};
}

} // namespace

//! Its name in that run; foreign text like any other.
QString PlaybookWords::playbook(const FactId &run) const
{
    const QString name = m_context.room ? m_context.room->playbooks.value(run).started.playbook : QString();
    return name.isEmpty() ? translate("wording", "playbook") : line(name, 80);
}

WordedFact PlaybookWords::operator()(const PlaybookPublished &fact) const
{
    const QString name = line(fact.playbook, 80);
    if (fact.file.isNull())
        return {translate("wording", "Playbook %1 taken back").arg(name), {}};
    return {translate("wording", "Playbook %1 published").arg(name),
            translate("wording", "version %1, SHA-256 %2").arg(line(fact.version, 40), fact.file.hex())};
}

WordedFact PlaybookWords::operator()(const PlaybookStarted &fact) const
{
    const QString name = line(fact.playbook, 80);
    QString why = translate("wording", "started by %1").arg(by());
    if (fact.trigger == PlaybookTrigger::alert)
        why = translate("wording", "set off by an alert");
    else if (fact.trigger == PlaybookTrigger::schedule)
        why = translate("wording", "set off by its schedule");
    QStringList inputs;
    for (auto it = fact.inputs.begin(); it != fact.inputs.end(); ++it)
        inputs << line(it.key(), 40) + u'=' + line(it.value().toVariant().toString(), 120);
    return {translate("wording", "Playbook %1 started").arg(name),
            inputs.isEmpty() ? why : why + u" · "_s + inputs.join(u", "_s)};
}

WordedFact PlaybookWords::operator()(const PlaybookStep &fact) const
{
    const QString name = playbook(fact.run);
    if (fact.state == PlaybookStepState::asking)
        return {
            with(translate("wording", "%1 asks").arg(name), line(fact.question, 300)),
            translate("wording", "%1 · until %2").arg(line(fact.options.join(u" / "_s), 300), timeWords(fact.until))};
    const QString what = fact.choice.isEmpty() ? line(fact.note, 300) : line(fact.choice, 80);
    return {with(translate("wording", "%1, step %2: %3").arg(name, line(fact.step, 60), stateName(fact.state)), what),
            fact.state == PlaybookStepState::waiting ? translate("wording", "until %1").arg(timeWords(fact.until))
                                                     : QString()};
}

WordedFact PlaybookWords::operator()(const PlaybookDecided &fact) const
{
    return {with(translate("wording", "%1 decided in %2").arg(by(), playbook(fact.run)), line(fact.choice, 80)),
            line(fact.reason, 300)};
}

WordedFact PlaybookWords::operator()(const PlaybookEnded &fact) const
{
    const QString name = playbook(fact.run);
    const QString why = line(fact.reason, 300);
    switch (fact.outcome) {
    case PlaybookOutcome::done: return {translate("wording", "Playbook %1 went through").arg(name), why};
    case PlaybookOutcome::failed: return {translate("wording", "Playbook %1 failed").arg(name), why};
    case PlaybookOutcome::stopped: break;
    }
    return {translate("wording", "Playbook %1 was stopped by %2").arg(name, by()), why};
}

} // namespace wardroom::report

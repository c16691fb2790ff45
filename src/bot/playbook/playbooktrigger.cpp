// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbooktrigger.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400'000;
constexpr qint64 kLateness = 10 * 60'000; //!< a slot that nobody was there for is not made up

//! * stands for anything, also nothing. Walks once and goes back to the last * only: no pattern is slow.
bool fits(QStringView pattern, QStringView text)
{
    qsizetype p = 0, t = 0, star = -1, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern.at(p) == u'*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern.at(p).toCaseFolded() == text.at(t).toCaseFolded()) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == u'*')
        ++p;
    return p == pattern.size();
}

QString fieldOf(const domain::AlertRaised &alert, const QString &field)
{
    if (field == "source"_L1)
        return alert.source;
    if (field == "target"_L1)
        return alert.target;
    if (field == "scenario"_L1)
        return alert.scenario;
    if (field == "title"_L1)
        return alert.title;
    if (field == "tool"_L1)
        return alert.tool;
    return field == "severity"_L1 ? domain::wordOf(alert.severity) : QString();
}

//! Fills in what has a default; the error names what nobody gave.
Result<QJsonObject> completed(const Playbook &playbook, QJsonObject typed, const Vocabulary &vocabulary)
{
    for (const PlaybookInput &input : playbook.inputs) {
        const Argument &argument = input.argument;
        if (typed.contains(argument.name))
            continue;
        if (argument.fallback.isEmpty() && argument.required)
            return fail(ErrorKind::invalid, Text::tr("%1 needs %2=…").arg(playbook.name, argument.name));
        if (argument.fallback.isEmpty())
            continue;
        const auto value = typedValue(argument, argument.fallback, vocabulary);
        if (!value)
            return tl::unexpected(value.error());
        typed.insert(argument.name, *value);
    }
    return typed;
}

} // namespace

bool matches(const AlertTrigger &trigger, const domain::AlertRaised &alert)
{
    const auto any = [](const QString &pattern, const QString &text) {
        return pattern.isEmpty() || fits(pattern, text);
    };
    return alert.severity >= trigger.least && any(trigger.source, alert.source) && any(trigger.target, alert.target) &&
           any(trigger.scenario, alert.scenario) && any(trigger.tool, alert.tool);
}

Result<QJsonObject> inputsSaid(const Playbook &playbook, const QJsonObject &said, const Vocabulary &vocabulary)
{
    QJsonObject typed;
    QStringList names;
    for (const PlaybookInput &input : playbook.inputs) {
        names << input.argument.name;
        if (!said.contains(input.argument.name))
            continue;
        const auto value = typedValue(input.argument, said.value(input.argument.name).toString(), vocabulary);
        if (!value)
            return tl::unexpected(value.error());
        typed.insert(input.argument.name, *value);
    }
    for (const QString &name : said.keys())
        if (!names.contains(name))
            return fail(ErrorKind::invalid, Text::tr("%1 has no input “%2”%3 It takes: %4")
                                                .arg(playbook.name, shownPlainly(name, 40), didYouMean(name, names),
                                                     names.isEmpty() ? Text::tr("nothing") : names.join(u", "_s)));
    return completed(playbook, typed, vocabulary);
}

Result<QJsonObject> inputsFrom(const Playbook &playbook, const domain::AlertRaised &alert, const Vocabulary &vocabulary)
{
    QJsonObject typed;
    for (const PlaybookInput &input : playbook.inputs) {
        const QString field = fieldOf(alert, input.fromAlert);
        if (input.fromAlert.isEmpty() || field.isEmpty())
            continue;
        if (const auto value = typedValue(input.argument, field, vocabulary))
            typed.insert(input.argument.name, *value);
    }
    return completed(playbook, typed, vocabulary);
}

qint64 dueSlot(const PlaybookSchedule &schedule, qint64 sinceMs, qint64 nowMs)
{
    qint64 slot = 0;
    if (schedule.every > 0) {
        slot = nowMs / schedule.every * schedule.every;
    } else {
        slot = nowMs / kDay * kDay + schedule.daily * 60'000;
        slot -= slot > nowMs ? kDay : 0;
    }
    return slot > sinceMs && nowMs - slot < kLateness ? slot : 0;
}

domain::FactId runOfAlert(const Sha256 &file, const domain::FactId &alert)
{
    return domain::derivedFactId(u"playbook/%1/alert/%2"_s.arg(file.hex(), alert.text()));
}

domain::FactId runOfSlot(const Sha256 &file, qint64 slotMs)
{
    return domain::derivedFactId(u"playbook/%1/slot/%2"_s.arg(file.hex()).arg(slotMs));
}

} // namespace wardroom::bot

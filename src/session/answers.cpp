// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/answers.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "report/catchup.h"
#include "session/engine.h"

#include <QRegularExpression>
#include <cmath>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFound = 3;
constexpr double kLeastScore = 1.0;

//! Words of a question as they count: small letters, without the ones every question has; Chinese by pairs of signs.
QSet<QString> wordsOf(const QString &text)
{
    static const QSet<QString> common{u"how"_s, u"can"_s,  u"the"_s,  u"what"_s, u"who"_s, u"you"_s,  u"and"_s, u"for"_s,
                                      u"with"_s, u"this"_s, u"that"_s, u"does"_s, u"one"_s, u"want"_s, u"need"_s, u"see"_s};
    static const QRegularExpression word(u"[a-z][a-z0-9-]{2,}"_s);
    QSet<QString> words;
    const QString folded = text.toCaseFolded();
    for (auto each = word.globalMatch(folded); each.hasNext();) {
        QString found = each.next().captured();
        if (common.contains(found))
            continue;
        words.insert(found.endsWith(u's') && found.size() > 4 ? found.chopped(1) : found);
    }
    for (qsizetype i = 0; i + 1 < folded.size(); ++i)
        if (folded.at(i).script() == QChar::Script_Han && folded.at(i + 1).script() == QChar::Script_Han)
            words.insert(folded.sliced(i, 2));
    return words;
}

QSet<QString> wordsOf(const bot::Command &command)
{
    static const QRegularExpression placeholder(u"\\{[^}]*\\}"_s);
    QString text = QString(command.id).replace(u'.', u' ');
    for (const QString &language : {u"en"_s, u"zh"_s})
        text += u' ' + command.summary.in(language);
    for (const QStringList &phrases : command.phrases)
        text += u' ' + phrases.join(u' ');
    return wordsOf(text.replace(placeholder, u" "_s));
}

//! The commands a question is about, the likeliest first. A word that few commands have says more.
QList<const bot::Command *> found(const QString &question, const bot::Catalogue &catalogue)
{
    QList<std::pair<const bot::Command *, QSet<QString>>> known;
    QHash<QString, int> spread;
    for (const bot::Plugin &plugin : catalogue.plugins())
        for (const bot::Command &command : plugin.commands) {
            known.append({&command, wordsOf(command)});
            for (const QString &word : std::as_const(known.last().second))
                ++spread[word];
        }
    QList<std::pair<double, const bot::Command *>> scored;
    const QSet<QString> asked = wordsOf(question);
    for (const auto &[command, words] : std::as_const(known)) {
        double score = 0;
        for (const QString &word : asked)
            if (words.contains(word))
                score += std::log(1.0 + static_cast<double>(known.size()) / spread.value(word)) *
                    (command->id.contains(word) ? 1.5 : 1.0);
        if (score >= kLeastScore)
            scored.append({score, command});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<const bot::Command *> best;
    for (const auto &[score, command] : std::as_const(scored))
        if (best.size() < kMostFound && score >= scored.first().first * 0.6)
            best.append(command);
    return best;
}

} // namespace

std::optional<QString> Answers::to(const QString &action, const RoomId &room, const QJsonObject &args) const
{
    if (action == u"room.catchup")
        return report::catchUp(m_engine.book().state(room), m_engine.book().workspace(), m_engine.clock().nowMs())
            .lines()
            .join(u'\n');
    if (action == u"bot.help")
        return help(args.value(u"question"_s).toString());
    if (action == u"bot.learn")
        return lesson(args.value(u"topic"_s).toString());
    if (action == u"incident.lead" && args.value(u"person"_s).toString().isEmpty())
        return lead(room);
    return std::nullopt;
}

QString Answers::exampleOf(const bot::Command &command) const
{
    QString example = command.examples.value(0, bot::usageOf(command, m_engine.language()));
    const QList<domain::Host> &hosts = m_engine.book().workspace().inventory().hosts;
    if (!hosts.isEmpty())
        example.replace(u"practice-01"_s, hosts.first().name);
    return example;
}

QString Answers::permission(const bot::Command &command) const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (command.risk == domain::Risk::read)
        return tr("only reads");
    if (command.risk == domain::Risk::room)
        return tr("goes on the record");
    const domain::ApprovalRule *rule = policy ? policy->ruleFor(command.risk) : nullptr;
    if (!rule)
        return tr("nobody may, as the policy is");
    return tr("needs %n approval(s) of %1", nullptr, static_cast<int>(rule->count)).arg(shownPlainly(rule->group, 60));
}

QString Answers::about(const bot::Command &command) const
{
    return tr("%1\n  say: %2\n  %3").arg(command.summary.in(m_engine.language()), exampleOf(command), permission(command));
}

QString Answers::overview() const
{
    QStringList lines{tr("Say it in your own words, or type / for the list. A few to begin with:")};
    for (const QString &id : {u"host.status"_s, u"alert.list"_s, u"log.search"_s, u"ip.lookup"_s, u"room.catchup"_s})
        if (const bot::Command *command = m_engine.catalogue().command(id))
            lines << u"  %1 — %2"_s.arg(exampleOf(*command), command->summary.in(m_engine.language()));
    lines << tr("Ask “how do I …?” for anything else. What changes something is shown first, and others approve it.");
    return lines.join(u'\n');
}

QString Answers::help(const QString &question) const
{
    if (question.trimmed().isEmpty())
        return overview();
    QStringList answers;
    for (const bot::Command *command : found(question, m_engine.catalogue()))
        answers << about(*command);
    return answers.isEmpty() ? tr("I know no command for that.") + u'\n' + overview() : answers.join(u'\n');
}

QString Answers::lesson(const QString &topic) const
{
    static const QStringList path{u"host.status"_s, u"host.logins"_s,   u"log.search"_s, u"ip.lookup"_s, u"indicator.search"_s,
                                  u"note.add"_s,    u"incident.open"_s, u"ip.block"_s};
    QList<const bot::Command *> steps;
    if (topic.trimmed().isEmpty()) {
        for (const QString &id : path)
            if (const bot::Command *command = m_engine.catalogue().command(id))
                steps << command;
    } else {
        steps = found(topic, m_engine.catalogue());
    }
    if (steps.isEmpty())
        return tr("There is no lesson about “%1”. Try hosts, logs, addresses, files, incidents or alerts.")
            .arg(shownPlainly(topic, 60));
    QStringList lines{tr("Try these one after another; the first ones only read.")};
    int number = 0;
    for (const bot::Command *command : std::as_const(steps)) {
        const QString plain = command->phrases.value(m_engine.language()).value(0);
        lines << tr("%1. %2\n   type: %3 (%4)").arg(++number).arg(command->summary.in(m_engine.language()),
                                                                  exampleOf(*command), permission(*command));
        if (!plain.isEmpty())
            lines << tr("   or say it like: %1").arg(plain);
    }
    return lines.join(u'\n');
}

QString Answers::lead(const RoomId &room) const
{
    const domain::IncidentCore &core = m_engine.book().state(room).incident;
    if (!core.opened)
        return tr("There is no incident in this room.");
    if (core.lead.isEmpty())
        return tr("Nobody leads this incident. Say /incident lead @NAME.");
    return tr("%1 leads this incident.").arg(shownPlainly(m_engine.book().workspace().nameOf(core.lead), 80));
}

} // namespace wardroom::session

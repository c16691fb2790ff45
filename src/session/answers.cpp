// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/answers.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "report/catchup.h"
#include "session/coach.h"
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
    static const QSet<QString> common{u"how"_s, u"can"_s,  u"the"_s,  u"what"_s, u"who"_s,  u"you"_s,
                                      u"and"_s, u"for"_s,  u"with"_s, u"this"_s, u"that"_s, u"does"_s,
                                      u"one"_s, u"want"_s, u"need"_s, u"see"_s};
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

//! What "how do I block an address?" or "help me with logs" asks about; empty where it asks for help as such.
QString questionIn(const QString &words)
{
    static const QRegularExpression asked(
        u"\\b(?:how (?:do|can|could|would|should|may) (?:i|we|you|one|somebody) |how to |(?:a|any) (?:command|way) "
        u"(?:to|for) |"
        "help (?:me |us )?(?:with|to|on) |help (?!me\\b|us\\b|please\\b)|explain )(.+)$|(?:怎么|如何|怎样|怎麼)(.+)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = asked.match(words.simplified());
    return match.captured(1) + match.captured(2);
}

} // namespace

std::optional<Advice> Answers::to(const QString &action, const RoomId &room, const QJsonObject &args) const
{
    if (action == u"room.catchup")
        return Advice{
            room, tr("What happened here"),
            report::catchUp(m_engine.book().state(room), m_engine.book().workspace(), m_engine.clock().nowMs())
                .lines()
                .join(u'\n'),
            m_guide.after(u"room.catchup"_s, args)};
    if (action == u"bot.help")
        return help(room, args.value(u"question"_s).toString());
    if (action == u"bot.learn")
        return lesson(room, args.value(u"topic"_s).toString());
    if (action == u"incident.lead" && args.value(u"person"_s).toString().isEmpty())
        return Advice{room, tr("Lead"), lead(room)};
    return std::nullopt;
}

QString Answers::say(Saying saying, const QString &plain, const RoomId &room) const
{
    return m_coach ? m_coach->character().say(saying, plain, m_coach->isUrgent(room)) : plain;
}

QString Answers::about(const bot::Command &command) const
{
    return tr("%1\n  say: %2\n  %3")
        .arg(command.summary.in(m_engine.language()), m_guide.exampleOf(command), m_guide.permission(command));
}

void Answers::suggest(Advice &advice, const bot::Command &command) const
{
    constexpr qsizetype most = 3;
    if (advice.next.size() < most && m_guide.whyNot(command).isEmpty())
        advice.next.append({m_guide.exampleOf(command), command.summary.in(m_engine.language())});
}

//! What is here but not for this person now, a line for each reason.
QStringList Answers::notForYou() const
{
    QMap<QString, QStringList> byReason;
    for (const bot::Plugin &plugin : m_engine.catalogue().plugins())
        for (const bot::Command &command : plugin.commands)
            if (const QString reason = m_guide.whyNot(command); !reason.isEmpty())
                byReason[reason] << u'/' + QString(command.id).replace(u'.', u' ');
    QStringList lines;
    for (auto it = byReason.cbegin(); it != byReason.cend(); ++it)
        lines << tr("Not for you now: %1. %2").arg(it->join(u", "_s), it.key());
    return lines;
}

void Answers::overview(Advice &advice) const
{
    static const QStringList reading{u"host.status"_s, u"alert.list"_s, u"log.search"_s, u"ip.lookup"_s,
                                     u"room.catchup"_s};
    static const QStringList changing{u"patch.apply"_s, u"ip.block"_s, u"host.isolate"_s};
    QStringList lines{
        say(Saying::help, tr("Say it in your own words, or type / for the list. A few to begin with:"), advice.room)};
    for (const QStringList &ids : {reading, changing})
        for (const QString &id : ids) {
            const bot::Command *command = m_engine.catalogue().command(id);
            if (!command || !m_guide.whyNot(*command).isEmpty())
                continue;
            const QString summary = command->summary.in(m_engine.language());
            lines << (command->risk == domain::Risk::read
                          ? u"  %1 — %2"_s.arg(m_guide.exampleOf(*command), summary)
                          : u"  %1 — %2 · %3"_s.arg(m_guide.exampleOf(*command), summary,
                                                    m_guide.permission(*command)));
            suggest(advice, *command);
        }
    lines << tr("Ask “how do I …?” for anything else, and /explain with a line says what it would do. What changes "
                "something is shown "
                "first, and others approve it.");
    lines << notForYou();
    advice.text += (advice.text.isEmpty() ? QString() : u"\n"_s) + lines.join(u'\n');
}

Advice Answers::help(const RoomId &room, const QString &question) const
{
    Advice advice{room, tr("Help"), {}};
    QStringList answers;
    if (!question.trimmed().isEmpty()) {
        for (const bot::Command *command : found(question, m_engine.catalogue())) {
            answers << about(*command);
            suggest(advice, *command);
        }
        advice.text = answers.isEmpty() ? say(Saying::nothingFound, tr("I know no command for that."), room)
                                        : answers.join(u'\n');
    }
    if (answers.isEmpty())
        overview(advice);
    return advice;
}

//! "/help host.status" is about one, "/host help" about all that begin so.
Advice Answers::helpWith(const RoomId &room, const domain::Understanding &meant, const QString &words) const
{
    const QString question = meant.args.value(u"question"_s).toString();
    if (meant.command.isEmpty() || meant.command == u"bot.help")
        return help(room, question.isEmpty() ? questionIn(words) : question);
    Advice advice{room, tr("Help"), {}};
    if (const bot::Command *command = m_engine.catalogue().command(meant.command)) {
        advice.text = bot::helpOf(*command, m_engine.language()) + u'\n' +
                      tr("Here: %1").arg(m_guide.exampleOf(*command)) + u'\n' +
                      tr("For you: %1").arg(m_guide.permission(*command));
        suggest(advice, *command);
        return advice;
    }
    QStringList lines;
    for (const QString &id : m_engine.catalogue().commandIds())
        if (const bot::Command *command = m_engine.catalogue().command(id); id.section(u'.', 0, 0) == meant.command) {
            lines << about(*command);
            suggest(advice, *command);
        }
    advice.text = lines.join(u'\n');
    return advice;
}

Advice Answers::lesson(const RoomId &room, const QString &topic) const
{
    static const QStringList path{u"host.status"_s,      u"host.logins"_s, u"log.search"_s,    u"ip.lookup"_s,
                                  u"indicator.search"_s, u"note.add"_s,    u"incident.open"_s, u"ip.block"_s};
    Advice advice{room, tr("Lesson"), {}};
    QList<const bot::Command *> steps;
    for (const QString &id : topic.trimmed().isEmpty() ? path : QStringList())
        if (const bot::Command *command = m_engine.catalogue().command(id))
            steps << command;
    if (!topic.trimmed().isEmpty())
        steps = found(topic, m_engine.catalogue());
    if (steps.isEmpty()) {
        advice.text = tr("There is no lesson about “%1”. Try hosts, logs, addresses, files, incidents or alerts.")
                          .arg(shownPlainly(topic, 60));
        return advice;
    }
    QStringList lines{say(Saying::lesson, tr("Try these one after another; the first ones only read."), room)};
    int number = 0;
    for (const bot::Command *command : std::as_const(steps)) {
        const QString plain = m_guide.spokenExampleOf(*command);
        lines << tr("%1. %2\n   type: %3 (%4)")
                     .arg(++number)
                     .arg(command->summary.in(m_engine.language()), m_guide.exampleOf(*command),
                          m_guide.permission(*command));
        if (!plain.isEmpty())
            lines << tr("   or say it like: %1").arg(plain);
        suggest(advice, *command);
    }
    advice.text = lines.join(u'\n');
    return advice;
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

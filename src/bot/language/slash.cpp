// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/slash.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/language/lineparser.h"
#include "bot/language/options.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr qsizetype kMostSuggested = 3;

Understanding clarify(const QString &command, const QString &question, const QStringList &options = {})
{
    return {IntentKind::clarify, command, {}, 100, question, options};
}

QStringList secondWords(const Catalogue &catalogue, const QString &first)
{
    QStringList words;
    const QStringList ids = catalogue.commandIds();
    for (const QString &id : ids)
        if (id.section(u'.', 0, 0) == first)
            words << id.section(u'.', 1);
    return words;
}

//! "/block 203.0.113.7", "/isolte web-01": the commands whose second word that is, or nearly is; at most three.
QStringList commandsEndingIn(const QString &word, const QStringList &ids)
{
    QStringList seconds;
    for (const QString &id : ids)
        seconds << id.section(u'.', 1);
    const QString meant = seconds.contains(word) ? word : nearest(word, seconds);
    QStringList found;
    for (const QString &id : ids)
        if (!meant.isEmpty() && id.section(u'.', 1) == meant && found.size() < kMostSuggested)
            found << QString(id).replace(u'.', u' ');
    return found;
}

//! What stands behind "/FIRST" and is no command.
Understanding unknownCommand(const QString &first, const QString &second, const QString &rest,
                             const Catalogue &catalogue)
{
    const QStringList ids = catalogue.commandIds();
    QStringList known{u"help"_s};
    for (const QString &id : ids)
        known << QString(id).replace(u'.', u' ');
    const QString both = second.isEmpty() ? first : first + u' ' + second;
    const auto refused = [](const QString &said, const QStringList &meant, const QString &behind) {
        QStringList lines;
        for (const QString &each : meant)
            lines << u'/' + each + behind;
        return clarify(
            {},
            Text::tr("There is no command /%1. Did you mean /%2?").arg(shownPlainly(said, 60), meant.join(u", /"_s)),
            lines);
    };
    if (const QString meant = nearest(both, known); !meant.isEmpty())
        return refused(both, {meant}, rest);
    const QString behind = second.isEmpty() ? rest : u' ' + second + rest;
    if (const QStringList meant = commandsEndingIn(first, ids); !meant.isEmpty())
        return refused(first, meant, behind);
    if (const QString meant = nearest(first, known); !meant.isEmpty())
        return refused(first, {meant}, behind);
    return clarify({}, Text::tr("There is no command /%1. /help lists what there is.").arg(shownPlainly(first, 60)));
}

Understanding help(const QString &id)
{
    return {IntentKind::help, id, {}, 100, {}};
}

//! "/ip block 203.0.113.7 fro 4h": the line with the keyword that a word is a slip of, where that makes it whole.
QStringList withKeywords(const Command &command, const QString &rest, const Vocabulary &vocabulary)
{
    QStringList keywords;
    for (const Argument &each : command.arguments)
        if (!each.keyword.isEmpty())
            keywords << each.keyword;
    const QList<LineWord> words = lineWords(rest);
    for (const LineWord &word : words) {
        const QString meant = word.quoted || keywords.contains(word.text) ? QString() : nearest(word.text, keywords);
        if (meant.isEmpty())
            continue;
        const auto given = givenArguments(command, rest.first(word.start) + meant + rest.sliced(word.end), vocabulary);
        if (const auto typed = given ? typedArguments(command, *given, vocabulary) : tl::unexpected(given.error());
            typed)
            return {spokenForm(command, *typed)};
    }
    return {};
}

Understanding understandArguments(const Command &command, const QString &rest, const Vocabulary &vocabulary)
{
    const auto given = givenArguments(command, rest, vocabulary);
    if (!given) {
        const QStringList meant = withKeywords(command, rest, vocabulary);
        return clarify(command.id,
                       meant.isEmpty() ? given.error().message : Text::tr("Did you mean %1?").arg(meant.first()),
                       meant);
    }
    const auto typed = typedArguments(command, *given, vocabulary);
    if (!typed)
        return clarify(command.id, typed.error().message, optionsFor(command, *given, vocabulary));
    return {IntentKind::command, command.id, *typed, 100, {}};
}

Understanding understandHelp(const QList<LineWord> &words, const Catalogue &catalogue)
{
    QStringList asked;
    for (const LineWord &each : words.mid(1, 2))
        asked << each.text.toCaseFolded();
    QString id = asked.join(u'.');
    if (id.startsWith(u'/'))
        id.remove(0, 1);
    if (id.isEmpty() || catalogue.command(id) != nullptr || !secondWords(catalogue, id).isEmpty())
        return help(id);
    return unknownCommand(id.section(u'.', 0, 0), id.section(u'.', 1), {}, catalogue);
}

} // namespace

QList<LineWord> lineWords(const QString &line)
{
    QList<LineWord> words;
    qsizetype i = 0;
    while (i < line.size()) {
        if (line.at(i).isSpace()) {
            ++i;
            continue;
        }
        LineWord word{{}, i, i, false};
        while (i < line.size() && !line.at(i).isSpace()) {
            const QChar open = line.at(i);
            if (open != u'"' && open != u'“' && open != u'”') {
                word.text += open;
                ++i;
                continue;
            }
            qsizetype close = i + 1;
            while (close < line.size() && line.at(close) != u'"' && line.at(close) != u'“' && line.at(close) != u'”')
                ++close;
            close = close < line.size() ? close : -1;
            const qsizetype end = close < 0 ? line.size() : close;
            word.quoted = word.quoted || word.text.isEmpty();
            word.text += line.sliced(i + 1, end - i - 1);
            i = std::min(end + 1, line.size());
        }
        word.end = i;
        words.append(word);
    }
    return words;
}

bool isSlashLine(const QString &text)
{
    if (!text.startsWith(u'/'))
        return false;
    const auto isInside = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    qsizetype dots = 0;
    for (qsizetype i = 1; i < text.size() && !text.at(i).isSpace(); ++i) {
        const QChar c = text.at(i);
        if (c == u'?' && i == 1)
            return text.size() == 2 || text.at(2).isSpace();
        const bool dot = c == u'.' && i > 1 && ++dots == 1 && i + 1 < text.size() && isInside(text.at(i + 1));
        if (i == 1 ? !c.isLetter() : !isInside(c) && !dot)
            return false;
    }
    return true;
}

Understanding understandSlash(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary)
{
    if (text.size() > 8000)
        return clarify({}, Text::tr("This line is too long for a command."));
    const QList<LineWord> words = lineWords(text);
    const QString first = words.isEmpty() ? QString() : words.first().text.sliced(1).toCaseFolded();
    if (first.isEmpty() || first == "?"_L1 || first == "help"_L1)
        return understandHelp(words, catalogue);
    const QString second = words.size() > 1 ? words.at(1).text.toCaseFolded() : QString();
    if (const Command *command = catalogue.command(first))
        return understandArguments(*command, text.sliced(words.first().end), vocabulary);
    if (const Command *command = catalogue.command(first + u'.' + second))
        return understandArguments(*command, text.sliced(words.at(1).end), vocabulary);
    const QStringList follow = secondWords(catalogue, first);
    if (follow.isEmpty())
        return unknownCommand(QString(first).replace(u'.', u' '), second,
                              second.isEmpty() ? QString() : text.sliced(words.at(1).end), catalogue);
    if (second == "help"_L1 || second == "?"_L1)
        return help(first);
    if (second.isEmpty())
        return clarify({}, Text::tr("/%1 what? One of: %2").arg(first, follow.join(u", "_s)));
    const QString meant = nearest(second, follow);
    const QStringList options =
        meant.isEmpty() ? QStringList() : QStringList{u'/' + first + u' ' + meant + text.sliced(words.at(1).end)};
    return clarify({},
                   Text::tr("/%1 has no “%2”%3 There is: %4")
                       .arg(first, shownPlainly(second, 40), didYouMean(second, follow), follow.join(u", "_s)),
                   options);
}

} // namespace wardroom::bot

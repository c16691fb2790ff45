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

//! \a rest: what stands behind it in the line.
Understanding unknownCommand(const QString &said, const QString &rest, const Catalogue &catalogue)
{
    QStringList known;
    const QStringList ids = catalogue.commandIds();
    for (const QString &id : ids)
        known << QString(id).replace(u'.', u' ');
    const QString meant = nearest(said, known);
    if (!meant.isEmpty())
        return clarify({}, Text::tr("There is no command /%1. Did you mean /%2?").arg(shownPlainly(said, 60), meant),
                       {u'/' + meant + rest});
    return clarify({}, Text::tr("There is no command /%1. /help lists what there is.").arg(shownPlainly(said, 60)));
}

Understanding help(const QString &id)
{
    return {IntentKind::help, id, {}, 100, {}};
}

Understanding understandArguments(const Command &command, const QString &rest, const Vocabulary &vocabulary)
{
    const auto given = givenArguments(command, rest, vocabulary);
    if (!given)
        return clarify(command.id, given.error().message);
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
    return unknownCommand(QString(id).replace(u'.', u' '), {}, catalogue);
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
        return second.isEmpty() ? unknownCommand(QString(first).replace(u'.', u' '), {}, catalogue)
                                : unknownCommand(first + u' ' + second, text.sliced(words.at(1).end), catalogue);
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

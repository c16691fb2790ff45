// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/argumentfinder.h"

#include "bot/language/frames.h"
#include "bot/language/narrowed.h"
#include "bot/language/shapes.h"
#include "bot/language/spoken.h"
#include "bot/language/tagger.h"
#include "bot/language/texts.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

#include <QRegularExpression>
#include <QSet>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString said(const Heard &heard, qsizetype i)
{
    return heard.text.sliced(heard.tokens.at(i).start, heard.tokens.at(i).end - heard.tokens.at(i).start);
}

//! As it was written, so that Xorg stays Xorg; but "deploy's" is deploy.
QString asWritten(const Heard &heard, qsizetype i)
{
    const QString text = said(heard, i);
    const QString &word = heard.tokens.at(i).word;
    return text.compare(word, Qt::CaseInsensitive) == 0 ? text : word;
}

bool tellsItself(ArgumentType type)
{
    using enum ArgumentType;
    return type == host || type == address || type == cve || type == person || type == hash || type == duration ||
           type == ArgumentType::time;
}

//! "sev 1", "sev1", "1 级": a number alone is no severity.
bool isSeverityAt(const Heard &heard, qsizetype i)
{
    if ((heard.fits.at(i) & bitOf(ArgumentType::severity)) == 0)
        return false;
    const bool before =
        i > 0 &&
        (heard.tokens.at(i - 1).key == "#severity"_L1 || heard.tokens.at(i - 1).word == "to"_L1 ||
         heard.tokens.at(i - 1).word == QStringView(u"为") || heard.tokens.at(i - 1).word == QStringView(u"到"));
    const bool after = i + 1 < heard.tokens.size() && heard.tokens.at(i + 1).word == QStringView(u"级");
    return before || after || heard.tokens.at(i).word.size() > 1;
}

//! A colon that a text follows; "web-01: isolate" has none.
bool opensText(const Heard &heard, qsizetype at)
{
    const QString &first = heard.tags.first();
    return heard.tokens.at(at).colonAfter &&
           !(at == 0 && (first == "<host>"_L1 || first == "<ip>"_L1 || first == "<cve>"_L1));
}

//! What stands behind a colon, or nothing.
QString behindColon(const Heard &heard)
{
    for (qsizetype i = 0; i + 1 < heard.tokens.size() && i < 10; ++i)
        if (opensText(heard, i))
            return heard.text.sliced(heard.tokens.at(i + 1).start).trimmed();
    return {};
}

//! The value that an argument's name promises: a path or an indicator.
QString namedValue(const QString &name, const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &tag = heard.tags.at(i);
        if (name == "path"_L1 && tag == "<path>"_L1)
            return said(heard, i);
        if (name == "indicator"_L1 &&
            (tag == "<hash>"_L1 || tag == "<domain>"_L1 || tag == "<ip>"_L1 || tag == "<path>"_L1))
            return heard.tokens.at(i).word;
    }
    return {};
}

//! "keep 10.0.0.5": an address is kept only where that is said.
bool saysKeep(const Heard &heard)
{
    return std::any_of(heard.tokens.begin(), heard.tokens.end(), [](const Token &token) {
        return token.word == "keep"_L1 || token.word == "except"_L1 || token.word == QStringView(u"保") ||
               token.word == "allow"_L1;
    });
}

bool isTo(const Token &token)
{
    return token.word == "to"_L1 || token.word == QStringView(u"到") || token.word == QStringView(u"为");
}

//! A value that is told by its kind: the first word of that kind.
QString typedWord(const Argument &argument, const Heard &heard)
{
    if (argument.name == "keep"_L1 && !saysKeep(heard))
        return {};
    // "from sev 3 to sev 2": the second.
    for (qsizetype i = heard.tokens.size() - 1; argument.type == ArgumentType::severity && i > 1; --i)
        if (isSeverityAt(heard, i) && (isTo(heard.tokens.at(i - 1)) || isTo(heard.tokens.at(i - 2))))
            return heard.tokens.at(i).word;
    // The clause that asks first: "my shift ends in ten minutes, block it |for 4h|".
    for (qsizetype turn = 0; turn < heard.tokens.size() + heard.to - heard.from; ++turn) {
        const qsizetype asking = heard.from + turn;
        const qsizetype i = asking < heard.to ? asking : asking - heard.to;
        const bool fits = (heard.fits.at(i) & bitOf(argument.type)) != 0;
        if ((tellsItself(argument.type) && fits) || (argument.type == ArgumentType::severity && isSeverityAt(heard, i)))
            return heard.tokens.at(i).word;
    }
    // A machine's name that nobody knows is still meant as one: the answer is what hosts there are.
    for (qsizetype i = 0; argument.type == ArgumentType::host && argument.required && i < heard.tokens.size(); ++i)
        if (heard.tags.at(i) == "<host?>"_L1)
            return heard.tokens.at(i).word;
    return {};
}

bool isBecause(const QList<Token> &tokens, qsizetype i)
{
    const QString &word = tokens.at(i).word;
    return word == "because"_L1 ||
           (word == QStringView(u"因") && i + 1 < tokens.size() && tokens.at(i + 1).word == QStringView(u"为"));
}

//! What stands behind "because".
QString reasonIn(const Heard &heard)
{
    for (qsizetype i = 1; i + 2 < heard.tokens.size(); ++i)
        if (isBecause(heard.tokens, i))
            return heard.text.sliced(heard.tokens.at(i + (isHan(heard.tokens.at(i).word.front()) ? 2 : 1)).start)
                .trimmed();
    return {};
}

//! "declare an incident, |customer data leak|": what follows a comma and is not about the asking itself.
QString behindComma(const Heard &heard)
{
    for (qsizetype i = 2; i + 1 < heard.tokens.size(); ++i) {
        if (!heard.tokens.at(i).pauseBefore)
            continue;
        static const QString about = u" #incident one it this please that 开 建 它 "_s;
        const bool isAbout = std::any_of(heard.tokens.begin() + i, heard.tokens.end(), [&](const Token &token) {
            return about.contains(u' ' + token.key + u' ') || token.form == u'v';
        });
        return isAbout ? QString() : heard.text.sliced(heard.tokens.at(i).start).trimmed();
    }
    return {};
}

//! "an incident for |the phishing wave|", "about |leaked keys|"; "for this" names nothing.
QString behindIncident(const Heard &heard)
{
    static const QString about = u" for about on because regarding called named titled "_s;
    static const QString nothing = u" this that it us me here now them everyone "_s;
    qsizetype i = 0;
    while (i < heard.tokens.size() && heard.tokens.at(i).key != "#incident"_L1)
        ++i;
    if (++i + 1 >= heard.tokens.size() || !about.contains(u' ' + heard.tokens.at(i).word + u' '))
        return {};
    i += heard.tokens.at(i + 1).word == "of"_L1 ? 2 : 1;
    if (i >= heard.tokens.size() || nothing.contains(u' ' + heard.tokens.at(i).word + u' '))
        return {};
    return heard.text.sliced(heard.tokens.at(i).start).trimmed();
}

//! 严, 高: a word of a severity that was cut.
QString severityOfHan(const QString &value)
{
    static const QString all = u"严高中低"_s;
    const qsizetype at = value.isEmpty() ? -1 : all.indexOf(value.front());
    return at < 0 ? value : QString::number(at + 1);
}

//! The words that the tagger gives to an argument: one for a word, all that belong together for a text.
QString taggedValue(const Command &command, const Argument &argument, const Heard &heard, const QStringList &tags)
{
    const qsizetype found = tags.indexOf(argument.name);
    if (found < 0)
        return {};
    const bool isCount = argument.name == "task"_L1 && heard.tokens.at(found).word.front().isDigit();
    if (argument.type != ArgumentType::text || isCount)
        return asWritten(heard, found);
    const qsizetype first = firstOfText(command, heard, tags, found);
    const qsizetype last = lastOfText(command, argument, heard, tags, first);
    const qsizetype from = heard.tokens.at(first).start;
    const bool open = last + 1 == tags.size() && command.risk != domain::Risk::read;
    return heard.text.sliced(from, (open ? heard.text.size() : heard.tokens.at(last).end) - from).trimmed();
}

//! What an alias decides, and whether it was said whole: then it is not for the sentence to change.
struct AliasSaid
{
    QJsonObject set;
    bool isWhole = false;
};

bool saysAllOf(const Phrase &phrase, const Heard &heard)
{
    return std::all_of(phrase.needed.begin(), phrase.needed.end(), [&](const QString &key) {
        return std::any_of(heard.tokens.begin(), heard.tokens.end(), [&](const Token &t) { return t.key == key; });
    });
}

bool asksForOneOf(const Phrase &phrase, const QJsonObject &set)
{
    return std::any_of(phrase.parts.begin(), phrase.parts.end(), [&](const PhrasePart &part) {
        return part.argument >= 0 && set.contains(phrase.command->arguments.at(part.argument).name);
    });
}

//! The one more of whose own words were said. Its own are those that no other phrase has.
AliasSaid aliasOf(const Heard &heard, const QList<const Phrase *> &phrases)
{
    QSet<QString> common;
    for (const Phrase *phrase : phrases)
        if (phrase->set.isEmpty())
            common.unite(QSet<QString>(phrase->needed.begin(), phrase->needed.end()));
    AliasSaid best;
    qsizetype most = 0;
    for (const Phrase *phrase : phrases) {
        qsizetype own = 0;
        for (const Token &token : heard.tokens)
            own += !common.contains(token.key) && phrase->needed.contains(token.key) ? 1 : 0;
        if (!phrase->set.isEmpty() && own > most) {
            most = own;
            best = {phrase->set, false};
        }
    }
    bool isChosen = false;
    for (const Phrase *phrase : phrases) {
        if (best.set.isEmpty() || phrase->needed.isEmpty() || !saysAllOf(*phrase, heard))
            continue;
        best.isWhole = best.isWhole || phrase->set == best.set;
        // "search for errors about disk": who says the words that ask for an argument chooses it.
        isChosen = isChosen || (phrase->set.isEmpty() && asksForOneOf(*phrase, best.set));
    }
    best.isWhole = best.isWhole && !isChosen;
    return best;
}

Tidying tidyingOf(const Command &command)
{
    return command.risk == domain::Risk::read ? Tidying::lookedFor : Tidying::noted;
}

} // namespace

qsizetype endOfAsking(const Heard &heard)
{
    const qsizetype count = heard.tokens.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (i < 10 && opensText(heard, i) && count - i > 2)
            return i + 1;
        if (i > 1 && isBecause(heard.tokens, i))
            return i + 1;
    }
    return count;
}

QJsonObject findValues(const Command &command, const Heard &heard, const PhraseBook &book)
{
    QJsonObject given;
    const QStringList tags = Tagger::learnt().tag(heard, command);
    QString behind = behindColon(heard);
    for (const Argument &argument : command.arguments) {
        QString value = namedValue(argument.name, heard);
        if (value.isEmpty())
            value = typedWord(argument, heard);
        if (value.isEmpty())
            value = spokenValue(command, argument, heard);
        const bool isText = argument.type == ArgumentType::text && argument.name != "path"_L1;
        if (value.isEmpty() && isText && !behind.isEmpty())
            value = std::exchange(behind, {});
        if (value.isEmpty() && isText)
            value = framedText(command, argument, heard.text);
        if (value.isEmpty())
            value = taggedValue(command, argument, heard, tags);
        if (argument.type == ArgumentType::severity)
            value = severityOfHan(value);
        if (value.isEmpty() && argument.name == "title"_L1)
            value = behindIncident(heard);
        if (value.isEmpty() && argument.name == "title"_L1)
            value = behindComma(heard);
        if (argument.name == "title"_L1 && command.id == "task.add"_L1 &&
            !given.value(u"assignee"_s).toString().isEmpty())
            value = withoutOwner(value);
        if (isText)
            value =
                withoutFrame(command, tidied(value, argument.name == "task"_L1 ? Tidying::task : tidyingOf(command)));
        if (!value.isEmpty())
            given.insert(argument.name, value);
    }
    const bool named = std::any_of(command.arguments.begin(), command.arguments.end(),
                                   [](const Argument &each) { return each.name == "reason"_L1; });
    if (const QString reason = reasonIn(heard);
        !reason.isEmpty() && (takesReason(command) || (named && !given.contains(u"reason"_s))))
        given.insert(u"reason"_s, reason.startsWith("of "_L1) && named ? reason.sliced(3) : reason);
    const AliasSaid alias = aliasOf(heard, book.phrasesOf(command));
    for (auto it = alias.set.begin(); it != alias.set.end(); ++it)
        if (alias.isWhole || !given.contains(it.key()))
            given.insert(it.key(), it.value());
    narrowToNamed(given, command, heard);
    return given;
}

} // namespace wardroom::bot

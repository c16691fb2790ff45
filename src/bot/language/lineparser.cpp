// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/lineparser.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/language/clocktimes.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! Walks the words of one line and hands each to the argument it belongs to.
class LineParser
{
public:
    LineParser(const Command &command, const QString &rest, const Vocabulary &vocabulary)
        : m_command(command)
        , m_rest(rest)
        , m_vocabulary(vocabulary)
        , m_words(lineWords(rest))
    {}

    Result<QJsonObject> run()
    {
        while (m_next < m_words.size()) {
            if (auto done = takeWord(); !done)
                return tl::unexpected(done.error());
        }
        return m_given;
    }

private:
    Result<void> takeWord()
    {
        const LineWord word = m_words.at(m_next);
        const Argument *position = nextByPosition(word.text);
        if (!word.quoted) {
            if (isReason(word.text))
                return takeReasonText();
            if (const Argument *keyed = byKeyword(m_next))
                return takeKeyed(*keyed);
            const qsizetype equals = word.text.indexOf(u'=');
            if (equals > 0 && (position == nullptr || byName(word.text.first(equals)) != nullptr))
                return takeNamed(word, equals);
        }
        if (position == nullptr)
            return leftOver(word);
        return position->type == ArgumentType::text ? takeText(*position) : put(*position, word.text);
    }

    bool isReason(const QString &word) const
    {
        const QString folded = word.toCaseFolded();
        return takesReason(m_command) && (folded == "because"_L1 || folded == QStringView(u"因为")) &&
               !m_given.contains(u"reason"_s);
    }

    Result<void> takeReasonText()
    {
        const QString reason = m_rest.sliced(m_words.at(m_next).end).trimmed();
        m_next = m_words.size();
        if (reason.isEmpty())
            return fail(ErrorKind::invalid, Text::tr("Because what? Say the reason behind “because”."));
        m_given.insert(u"reason"_s, unquoted(reason));
        return {};
    }

    Result<void> takeKeyed(const Argument &argument)
    {
        ++m_next;
        if (m_next >= m_words.size())
            return fail(ErrorKind::invalid,
                        Text::tr("“%1” needs a value behind it. Say it like: %2").arg(argument.keyword, usage()));
        return argument.type == ArgumentType::text ? takeText(argument) : put(argument, m_words.at(m_next).text);
    }

    Result<void> takeNamed(const LineWord &word, qsizetype equals)
    {
        const QString name = word.text.first(equals).toCaseFolded();
        const QString value = word.text.sliced(equals + 1);
        if (name == "reason"_L1 && takesReason(m_command)) {
            m_given.insert(name, value);
            ++m_next;
            return {};
        }
        const Argument *argument = byName(name);
        if (argument == nullptr) {
            QStringList names;
            for (const Argument &each : m_command.arguments)
                names << each.name;
            return fail(ErrorKind::invalid, Text::tr("There is no “%1” here%2 Say it like: %3")
                                                .arg(shownPlainly(name, 40), didYouMean(name, names), usage()));
        }
        return put(*argument, value);
    }

    //! A text goes on to the end of the line, but leaves "KEYWORD VALUE" pairs that stand there.
    Result<void> takeText(const Argument &argument)
    {
        qsizetype last = m_words.size();
        while (last - m_next > 2) {
            const Argument *keyed = m_words.at(last - 2).quoted ? nullptr : byKeyword(last - 2);
            if (keyed == nullptr || keyed->name == argument.name || keyed->type == ArgumentType::text ||
                !(fitsType(keyed->type, m_words.at(last - 1).text, m_vocabulary) || isClockAt(*keyed, last - 1)))
                break;
            m_given.insert(keyed->name, m_words.at(last - 1).text);
            last -= 2;
        }
        const qsizetype start = m_words.at(m_next).start;
        const QString text = m_rest.sliced(start, m_words.at(last - 1).end - start);
        m_next = m_words.size();
        m_given.insert(argument.name, unquoted(text));
        return {};
    }

    static QString unquoted(const QString &text)
    {
        const QList<LineWord> words = lineWords(text);
        return words.size() == 1 && words.first().quoted ? words.first().text : text;
    }

    Result<void> put(const Argument &argument, const QString &value)
    {
        ++m_next;
        if (m_given.contains(argument.name))
            return fail(ErrorKind::invalid,
                        Text::tr("“%1” is there twice. Say it like: %2").arg(argument.name, usage()));
        m_given.insert(argument.name, value);
        return {};
    }

    Result<void> leftOver(const LineWord &word)
    {
        return fail(ErrorKind::invalid,
                    Text::tr("“%1” is too much here. Say it like: %2").arg(shownPlainly(word.text, 60), usage()));
    }

    const Argument *byName(const QString &name) const
    {
        for (const Argument &each : m_command.arguments)
            if (each.name == name.toCaseFolded())
                return &each;
        return nullptr;
    }

    //! What the word \a at announces: by its own keyword, and "at" before a time of day in the place of "in".
    const Argument *byKeyword(qsizetype at) const
    {
        const QString word = m_words.at(at).text.toCaseFolded();
        for (const Argument &each : m_command.arguments)
            if (!each.keyword.isEmpty() && !m_given.contains(each.name) &&
                (each.keyword == word || (word == "at"_L1 && isClockAt(each, at + 1))))
                return &each;
        return nullptr;
    }

    bool isClockAt(const Argument &argument, qsizetype at) const
    {
        return isFromNow(argument) && at < m_words.size() && !clockTime(m_words.at(at).text).isEmpty();
    }

    //! The next argument without a word; an optional one is passed over when its value fits a later one only. At last
    //! one with a keyword whose value speaks for itself, so that "/ip block 203.0.113.7 4h" is understood.
    const Argument *nextByPosition(const QString &word) const
    {
        const Argument *first = nullptr;
        for (const Argument &each : m_command.arguments) {
            if (!each.keyword.isEmpty() || m_given.contains(each.name))
                continue;
            if (each.required || fitsType(each.type, word, m_vocabulary))
                return first != nullptr && each.required ? first : &each;
            first = first == nullptr ? &each : first;
        }
        for (const Argument &each : m_command.arguments)
            if (!each.keyword.isEmpty() && each.type != ArgumentType::text && each.type != ArgumentType::word &&
                !m_given.contains(each.name) && fitsType(each.type, word, m_vocabulary))
                return &each;
        return first;
    }

    QString usage() const { return usageOf(m_command, u"en"_s); }

    const Command &m_command;
    const QString &m_rest;
    const Vocabulary &m_vocabulary;
    QList<LineWord> m_words;
    qsizetype m_next = 0;
    QJsonObject m_given;
};

} // namespace

Result<QJsonObject> givenArguments(const Command &command, const QString &rest, const Vocabulary &vocabulary)
{
    return LineParser(command, rest, vocabulary).run();
}

} // namespace wardroom::bot

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/plainslash.h"

#include "bot/language/values.h"

#include <array>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr size_t mostWords = 10;
constexpr size_t mostArguments = 8;
constexpr qsizetype longestId = 64;
constexpr qsizetype longestLine = 400;

struct Words
{
    std::array<QStringView, mostWords> list;
    size_t count = 0;
};

//! Words of letters, digits and signs that mean nothing here; false for any other line.
bool cut(QStringView line, Words &words)
{
    qsizetype start = -1;
    for (qsizetype i = 1; i <= line.size(); ++i) {
        const char16_t c = i < line.size() ? line.at(i).unicode() : u' ';
        if (c >= 0x7F || c < 0x20 || c == u'"' || c == u'=')
            return false;
        if (c != u' ' && start < 0) {
            start = i;
        } else if (c == u' ' && start >= 0) {
            if (words.count == mostWords)
                return false;
            words.list[words.count++] = line.sliced(start, i - start);
            start = -1;
        }
    }
    return words.count > 0;
}

bool isSame(QStringView word, const QString &small)
{
    return word.size() == small.size() && word.compare(small, Qt::CaseInsensitive) == 0;
}

//! "host status" is host.status; \a used is how many words that took.
const Command *commandOf(const Words &words, const Catalogue &catalogue, size_t &used)
{
    std::array<QChar, longestId> id;
    qsizetype size = 0;
    for (used = 0; used < std::min<size_t>(words.count, 2);) {
        const QStringView word = words.list[used++];
        if (size + word.size() + 1 > longestId)
            return nullptr;
        if (size > 0)
            id[size_t(size++)] = u'.';
        for (const QChar c : word)
            id[size_t(size++)] = c.toLower();
        if (const Command *command = catalogue.command(QString::fromRawData(id.data(), size)))
            return command;
    }
    return nullptr;
}

//! Which value each argument was given.
class Given
{
public:
    explicit Given(const Command &command) : m_command(command) {}

    bool take(const Words &words, size_t next)
    {
        if (m_command.arguments.size() > qsizetype(mostArguments))
            return false;
        for (; next < words.count; ++next) {
            qsizetype at = byKeyword(words.list[next]);
            if (at >= 0 && ++next == words.count)
                return false;
            at = at < 0 ? byPosition() : at;
            if (at < 0 || m_command.arguments.at(at).type == ArgumentType::text)
                return false;
            m_said[size_t(at)] = words.list[next];
        }
        return true;
    }

    std::optional<QJsonObject> typed(const Vocabulary &vocabulary) const
    {
        QJsonObject typed;
        for (qsizetype i = 0; i < m_command.arguments.size(); ++i) {
            const Argument &argument = m_command.arguments.at(i);
            const QStringView said = m_said[size_t(i)];
            if (said.isEmpty() && argument.fallback.isEmpty()) {
                if (argument.required)
                    return std::nullopt;
                continue;
            }
            auto value = typedValue(argument, said.isEmpty() ? argument.fallback : said.toString(), vocabulary);
            if (!value)
                return std::nullopt;
            typed.insert(argument.name, *std::move(value));
        }
        return typed;
    }

private:
    qsizetype byKeyword(QStringView word) const
    {
        for (qsizetype i = 0; i < m_command.arguments.size(); ++i)
            if (const Argument &each = m_command.arguments.at(i);
                !each.keyword.isEmpty() && m_said[size_t(i)].isEmpty() && isSame(word, each.keyword))
                return i;
        return -1;
    }

    //! The next one without a keyword, where it must be given: then nothing else can be meant.
    qsizetype byPosition() const
    {
        for (qsizetype i = 0; i < m_command.arguments.size(); ++i)
            if (const Argument &each = m_command.arguments.at(i); each.keyword.isEmpty() && m_said[size_t(i)].isEmpty())
                return each.required ? i : -1;
        return -1;
    }

    const Command &m_command;
    std::array<QStringView, mostArguments> m_said;
};

} // namespace

std::optional<Understanding> understandPlainSlash(const QString &line, const Catalogue &catalogue,
                                                  const Vocabulary &vocabulary)
{
    static const QString because = u"because"_s;
    static const QString help = u"help"_s;
    Words words;
    size_t used = 0;
    if (line.size() > longestLine || !cut(line, words) || isSame(words.list[0], help))
        return std::nullopt;
    const Command *command = commandOf(words, catalogue, used);
    if (command == nullptr)
        return std::nullopt;
    for (size_t i = used; i < words.count; ++i)
        if (isSame(words.list[i], because))
            return std::nullopt;
    Given given(*command);
    if (!given.take(words, used))
        return std::nullopt;
    auto typed = given.typed(vocabulary);
    if (!typed)
        return std::nullopt;
    return Understanding{IntentKind::command, command->id, *std::move(typed), 100, {}};
}

} // namespace wardroom::bot

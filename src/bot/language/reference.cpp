// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/reference.h"

#include "bot/language/names.h"
#include "bot/language/shapes.h"
#include "bot/language/words.h"

#include <QSet>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype farthest = 3; //!< cards back that "it" may mean

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Mention mentionOf(const QString &name, const QString &value, const Argument *argument, const Names &names)
{
    using enum ArgumentType;
    Mention made{name, value, shapesOf(value), {}};
    if (names.host(value.toCaseFolded()) != nullptr || (argument != nullptr && argument->type == host) ||
        name == "host"_L1) {
        made.types = bitOf(host);
        made.tag = u"<host>"_s;
    } else if ((made.types & bitOf(address)) != 0) {
        made.tag = u"<ip>"_s;
    } else if ((made.types & bitOf(cve)) != 0) {
        made.tag = u"<cve>"_s;
    } else if ((made.types & bitOf(hash)) != 0) {
        made.tag = u"<hash>"_s;
    } else if (looksLikePath(value)) {
        made.tag = u"<path>"_s;
    } else if (argument != nullptr && argument->type == person) {
        made.types = bitOf(person);
        made.tag = u"<person>"_s;
    } else {
        made.tag = value.toCaseFolded();
    }
    return made;
}

const Argument *argumentOf(const Command *command, const QString &name)
{
    if (command != nullptr)
        for (const Argument &each : command->arguments)
            if (each.name == name)
                return &each;
    return nullptr;
}

} // namespace

Named namedIn(const Heard &heard)
{
    Named named;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        if (heard.tags.at(i) == "<host>"_L1)
            named.hosts.append(heard.tokens.at(i).word);
        else if (heard.tags.at(i) == "<ip>"_L1)
            named.addresses.append(heard.tokens.at(i).word);
    }
    return named;
}

QJsonObject saidBeside(const QList<Named> &sentences, qsizetype at)
{
    if (at < sentences.size() && !(sentences.at(at).hosts.isEmpty() && sentences.at(at).addresses.isEmpty()))
        return {};
    QSet<QString> hosts;
    QSet<QString> addresses;
    for (const Named &each : sentences) {
        hosts.unite({each.hosts.begin(), each.hosts.end()});
        addresses.unite({each.addresses.begin(), each.addresses.end()});
    }
    QJsonObject said;
    if (hosts.size() == 1)
        said.insert(u"host"_s, *hosts.begin());
    if (addresses.size() == 1)
        said.insert(u"address"_s, *addresses.begin());
    return said;
}

QList<Mention> mentionsOf(const QList<Shown> &after, const Catalogue &catalogue, const Vocabulary &vocabulary)
{
    const auto names = Names::of(vocabulary);
    QList<Mention> all;
    QSet<QString> seen;
    for (qsizetype back = 1; back <= std::min(farthest, after.size()); ++back) {
        const Shown &card = after.at(after.size() - back);
        const Command *command = catalogue.command(card.command);
        for (auto it = card.args.begin(); it != card.args.end(); ++it) {
            const Argument *argument = argumentOf(command, it.key());
            const QString value = textOf(it.value());
            const bool minor = argument != nullptr &&
                               (argument->type == ArgumentType::duration || argument->type == ArgumentType::time ||
                                argument->type == ArgumentType::severity);
            if (value.isEmpty() || value.size() > 200 || minor || seen.contains(value))
                continue;
            seen.insert(value);
            all.append(mentionOf(it.key(), value, argument, *names));
        }
    }
    return all;
}

qsizetype pronounIn(const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &word = heard.tokens.at(i).word;
        if (isAnyOf(word, u" it that this them him her 它 他 她 "))
            return i;
        const QString next = i + 1 < heard.tokens.size() ? heard.tokens.at(i + 1).word : QString();
        if ((word == QStringView(u"这") || word == QStringView(u"那")) && isAnyOf(next, u" 个 台 "))
            return i;
    }
    return -1;
}

bool mayMean(const Heard &heard, qsizetype pronoun, const Mention &mention)
{
    qsizetype at = pronoun + 1;
    while (at < heard.tokens.size() && isAnyOf(heard.tokens.at(at).word, u" same very 个 条 些 位 "))
        ++at;
    const QString noun = at < heard.tokens.size() ? heard.tokens.at(at).word : QString();
    static const QList<std::pair<QString, QString>> kinds{
        {u" host machine box server 台 主机 机器 服务器 "_s, u"<host>"_s},
        {u" address ip ips 地址 "_s, u"<ip>"_s},
        {u" hash checksum digest 哈希 散列 "_s, u"<hash>"_s},
        {u" cve vulnerability vuln advisory 漏洞 "_s, u"<cve>"_s},
        {u" alert alerts alarm alarms 告警 警报 报警 "_s, u"alert"_s},
        {u" incident incidents case ticket event 事件 事故 工单 "_s, u"incident"_s}};
    for (const auto &[nouns, kind] : kinds) {
        if (noun.isEmpty() || !isIn(noun, nouns))
            continue;
        const bool isTag = kind.startsWith(u'<');
        while (at + 1 < heard.tokens.size() && isIn(heard.tokens.at(at + 1).word, nouns))
            ++at;
        const Token &last = heard.tokens.at(at);
        const bool isNamed = at + 1 < heard.tokens.size() && heard.tags.at(at + 1) == kind &&
                             (!last.pauseAfter || last.colonAfter); // "this host web-02"
        return isTag ? mention.tag == kind && !isNamed : mention.name == kind;
    }
    return true;
}

bool isSaidBeside(const Heard &heard, const Mention &mention)
{
    return mention.tag.startsWith(u'<') && heard.tags.contains(mention.tag);
}

bool isOnlySaid(const Heard &heard)
{
    static const QStringList said{u"look at this"_s,
                                  u"look at that"_s,
                                  u"check this out"_s,
                                  u"check that out"_s,
                                  u"check it out"_s,
                                  u"is it ok"_s,
                                  u"is this ok"_s,
                                  u"is that ok"_s,
                                  u"is it okay"_s,
                                  u"is this okay"_s,
                                  u"is that okay"_s,
                                  u"is it alright"_s,
                                  u"is that so"_s,
                                  u"is that right"_s,
                                  u"is this right"_s,
                                  u"is it true"_s,
                                  u"is that true"_s,
                                  u"what is this"_s,
                                  u"what is that"_s,
                                  u"how does this work"_s,
                                  u"how does it work"_s,
                                  u"have you seen this"_s,
                                  u"have you seen that"_s,
                                  u"did you see this"_s,
                                  u"did you see that"_s,
                                  u"see this"_s,
                                  u"look this"_s,
                                  u"看看这个"_s,
                                  u"看一下这个"_s,
                                  u"看下这个"_s,
                                  u"看这个"_s,
                                  u"看看那个"_s,
                                  u"这个怎么用"_s,
                                  u"这个怎么弄"_s,
                                  u"这个好吗"_s,
                                  u"这个行吗"_s,
                                  u"这个可以吗"_s,
                                  u"这个对吗"_s,
                                  u"这个怎么样"_s,
                                  u"这个是什么"_s,
                                  u"那个是什么"_s};
    QString all;
    for (const Token &token : heard.tokens) {
        if (token.types != 0 || heard.tokens.size() > 6)
            return false;
        if (token.filler && !isHan(token.word.front()))
            continue;
        all += all.isEmpty() || isHan(token.word.front()) ? token.word : u' ' + token.word;
    }
    return said.contains(all);
}

Heard withMention(const Heard &heard, qsizetype at, const Mention &mention)
{
    Heard made = heard;
    // "that host", "this one", "那台机器": the noun goes with the pronoun.
    const auto isNoun = [&](qsizetype i) {
        return i < made.tokens.size() &&
               (made.tokens.at(i).filler ||
                isAnyOf(made.tokens.at(i).word,
                        u" one host machine box server address ip account user file process guy hash "
                        u"domain 个 台 主机 地址 账号 用户 文件 进程 家伙 "));
    };
    while (isNoun(at + 1)) {
        made.tokens.remove(at + 1);
        made.fits.remove(at + 1);
        made.spelling.remove(at + 1);
        made.tags.remove(at + 1);
        made.begs -= at + 1 < made.begs ? 1 : 0;
        made.begged -= at + 1 < made.begged ? 1 : 0;
        made.from -= at + 1 < made.from ? 1 : 0;
        made.to -= at + 1 < made.to ? 1 : 0;
    }
    Token &token = made.tokens[at];
    token.word = mention.value;
    token.key = mention.value;
    token.flags = 0;
    token.filler = false;
    made.fits[at] = mention.types;
    made.spelling[at] = mention.value;
    made.tags[at] = mention.tag;
    return made;
}

std::optional<Shown> sameAgain(const Heard &heard, const QList<Shown> &after, const Catalogue &catalogue)
{
    if (after.isEmpty())
        return std::nullopt;
    Shown made = after.last();
    const Command *command = catalogue.command(made.command);
    if (command == nullptr || heard.tokens.size() > 8)
        return std::nullopt;
    int values = 0;
    int words = 0;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const Token &token = heard.tokens.at(i);
        const bool small =
            isAnyOf(token.word, u" and what how about on for also same as well too with of from since the 那 呢 也 还 "
                                u"有 再 同 样 上 和 以 来 在 ");
        if (small || token.filler) {
            words += small ? 1 : 0;
            continue;
        }
        const Argument *place = nullptr;
        for (const Argument &each : command->arguments) {
            const bool told = each.type != ArgumentType::word && each.type != ArgumentType::text &&
                              each.type != ArgumentType::package && each.type != ArgumentType::number;
            if (place == nullptr && told && (heard.fits.at(i) & bitOf(each.type)) != 0)
                place = &each;
        }
        if (place == nullptr)
            return std::nullopt;
        made.args.insert(place->name, token.word);
        ++values;
    }
    return values > 0 && (words > 0 || heard.question) ? std::optional(made) : std::nullopt;
}

} // namespace wardroom::bot

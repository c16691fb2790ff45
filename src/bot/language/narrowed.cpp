// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/narrowed.h"

#include "bot/language/usualnames.h"
#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

bool isAccountWord(const QString &word)
{
    return isAnyOf(word, u" user account username login user's accounts users ");
}

//! What a log search of its own name looks for: "failed |sign-ins|", "|sudo| commands".
bool isLookedFor(const QString &word)
{
    return isAnyOf(word, u" sign-ins sign-in signins signin logins login logons logon log-ins log-in ins in passwords "
                         u"password authentications authentication auth attempts attempt failures failure sudo "
                         u"commands command used run ran ");
}

//! A name that hardly is anything else; one that nobody knows is one only where names stand.
bool isSurelyName(const Heard &heard, qsizetype at)
{
    const Token &token = heard.tokens.at(at);
    return !isHan(token.word.front()) && (isUsualName(token.word) || heard.tags.at(at) == "<ip>"_L1);
}

bool mayBeName(const Heard &heard, qsizetype at)
{
    const Token &token = heard.tokens.at(at);
    const QString &tag = heard.tags.at(at);
    if (isSurelyName(heard, at))
        return true;
    if (isHan(token.word.front()) || token.types != 0 || token.word.startsWith(u'@'))
        return false;
    // An account may look like a machine, once the machine itself was named.
    return tag == "<person>"_L1 || (tag == "<host?>"_L1 && heard.tags.contains(u"<host>"_s)) ||
           (!tag.startsWith(u'<') && !isKnownWord(token));
}

//! Behind a name comes where or when, or nothing more: "for payroll servers" names no account.
bool endsThere(const Heard &heard, qsizetype at)
{
    qsizetype next = at + 1;
    if (next < heard.tokens.size() && !heard.tokens.at(at).pauseAfter && isAccountWord(heard.tokens.at(next).word))
        ++next;
    if (next >= heard.tokens.size() || heard.tokens.at(next).pauseBefore || heard.tokens.at(next - 1).pauseAfter)
        return true;
    const Token &token = heard.tokens.at(next);
    return token.filler || token.types != 0 || (token.flags & prepositionWord) != 0 ||
           heard.tags.at(next) == "<host>"_L1 ||
           isAnyOf(token.word, u" since on at in over during within from between last today yesterday and or ");
}

//! Whether "for" at \a at follows what is looked for, with at most the host and the time between them.
bool followsLookedFor(const Heard &heard, qsizetype at, bool &isNear)
{
    isNear = true;
    for (qsizetype i = at - 1; i >= 0 && !heard.tokens.at(i).pauseAfter; --i) {
        const Token &token = heard.tokens.at(i);
        const bool lookedFor = isLookedFor(token.word);
        if (lookedFor && !(token.word == "in"_L1 && i + 1 < at))
            return true;
        const bool between =
            token.filler || token.types != 0 || heard.tags.at(i) == "<host>"_L1 || (token.flags & prepositionWord) != 0;
        if (!between)
            return false;
        isNear = isNear && token.filler;
    }
    return false;
}

//! "for root", "by the user deploy", "from 203.0.113.7": where the name stands, or -1.
qsizetype namedBehind(const Heard &heard, qsizetype at)
{
    const QString &word = heard.tokens.at(at).word;
    const bool isSource = word == "from"_L1;
    bool isNear = true;
    if ((!isSource && !isAnyOf(word, u" for of by as against with ")) || !followsLookedFor(heard, at, isNear))
        return -1;
    qsizetype name = at + 1;
    bool isAccount = false;
    while (name < heard.tokens.size() && !heard.tokens.at(name - 1).pauseAfter &&
           (heard.tokens.at(name).filler || isAccountWord(heard.tokens.at(name).word))) {
        isAccount = isAccount || isAccountWord(heard.tokens.at(name).word);
        ++name;
    }
    if (name >= heard.tokens.size() || heard.tokens.at(name - 1).pauseAfter || !endsThere(heard, name))
        return -1;
    if (isSource)
        return heard.tags.at(name) == "<ip>"_L1 ? name : -1;
    return (isNear || isAccount ? mayBeName(heard, name) : isSurelyName(heard, name)) ? name : -1;
}

//! "failed |root| logins", "|root|'s failed logins".
qsizetype namedBefore(const Heard &heard, qsizetype at)
{
    const auto wordAt = [&](qsizetype i) {
        return i >= 0 && i < heard.tokens.size() ? heard.tokens.at(i).word : QString();
    };
    const Token &token = heard.tokens.at(at);
    const QStringView said = QStringView(heard.text).sliced(token.start, token.end - token.start);
    static constexpr AnyOf bad(u" failed bad wrong unsuccessful rejected denied ");
    if (said.endsWith("'s"_L1))
        return mayBeName(heard, at) && (isAnyOf(wordAt(at + 1), bad) || isLookedFor(wordAt(at + 1))) ? at : -1;
    const bool between = isAnyOf(wordAt(at - 1), bad) && isLookedFor(wordAt(at + 1)) && wordAt(at + 1) != "in"_L1;
    return between && isSurelyName(heard, at) && heard.tags.at(at) != "<ip>"_L1 ? at : -1;
}

//! "bastion-2 最近一小时 |root| 的登录失败".
qsizetype namedInHan(const Heard &heard)
{
    static const QRegularExpression form(u"(?:^|[^\\w.-])([A-Za-z_][\\w.-]{1,31}|\\d+(?:\\.\\d+){3})\\s*(?:用户|账号|"
                                         u"账户)?\\s*(?:在[^，。,]{1,40}?)?的?\\s*"
                                         "(?:登[录陆]失败|失败的?登[录陆]|sudo)"_s);
    for (auto each = form.globalMatch(heard.text); each.hasNext();) {
        const auto match = each.next();
        for (qsizetype i = 0; i < heard.tokens.size(); ++i)
            if (heard.tokens.at(i).start == match.capturedStart(1) && mayBeName(heard, i))
                return i;
    }
    return -1;
}

qsizetype named(const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        if (const qsizetype at = namedBehind(heard, i); at >= 0)
            return at;
        if (const qsizetype at = namedBefore(heard, i); at >= 0)
            return at;
    }
    const bool isInHan = std::any_of(heard.tokens.begin(), heard.tokens.end(),
                                     [](const Token &each) { return isHan(each.word.front()); });
    return isInHan ? namedInHan(heard) : -1;
}

} // namespace

void narrowToNamed(QJsonObject &args, const Command &command, const Heard &heard)
{
    if (command.id != "log.search"_L1)
        return;
    const QString text = args.value(u"text"_s).toString();
    if (text != "failed sign-ins"_L1 && text != "sudo"_L1)
        return;
    const qsizetype at = named(heard);
    if (at < 0)
        return;
    const Token &token = heard.tokens.at(at);
    QString said = heard.text.sliced(token.start, token.end - token.start);
    if (said.endsWith("'s"_L1, Qt::CaseInsensitive))
        said.chop(2);
    args.insert(u"text"_s, text + (heard.tags.at(at) == "<ip>"_L1 ? u" from "_s : u" for "_s) + said);
}

} // namespace wardroom::bot

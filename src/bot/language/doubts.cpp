// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/doubts.h"

#include "bot/language/heldback.h"
#include "bot/language/polarity.h"
#include "bot/language/tagger.h"
#include "bot/language/tails.h"
#include "bot/language/topics.h"
#include "bot/language/words.h"

#include <QHash>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

bool hasSlip(const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i)
        if (!heard.spelling.at(i).isEmpty() && heard.spelling.at(i) != heard.tokens.at(i).word)
            return true;
    return false;
}

//! What a change is always said with: without one of these words it is offered at most.
bool saysSo(const Command &command, const Heard &heard)
{
    static const QHash<QString, QString> words{{u"ip.block"_s, u"block isolate blocked drop kick keep"_s},
                                               {u"ip.unblock"_s, u"block unblock let blocked"_s},
                                               {u"host.isolate"_s, u"isolate quarantine network blocked yank"_s},
                                               {u"host.release"_s, u"isolate release quarantine network blocked"_s},
                                               {u"file.quarantine"_s, u"quarantine isolate malware"_s},
                                               {u"file.restore"_s, u"quarantine unquarantine release isolate let"_s},
                                               {u"user.lock"_s, u"lock block blocked account"_s},
                                               {u"user.unlock"_s, u"unlock unquarantine lock account login let"_s},
                                               {u"process.stop"_s, u"kill process malware"_s},
                                               {u"patch.apply"_s, u"patch patches blocked"_s}};
    const auto found = words.constFind(command.id);
    if (found == words.cend())
        return true;
    const QList<int> topics = topicsOf(heard, 0, heard.tokens.size());
    const QStringList wanted = found->split(u' ');
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        const WordFacts *facts = factsOf(word);
        return facts != nullptr && topics.contains(facts->topic);
    });
}

//! An order begins with what is to be done, with what it is done to, or with a wish; anything else is rather told.
bool beginsLikeAnOrder(const Heard &heard)
{
    const bool ordersLater =
        heard.from > 0 && (heard.tokens.at(heard.from).form == u'v' || isHan(heard.tokens.at(heard.from).word.front()));
    if (heard.polite || heard.wish || heard.addressed || ordersLater)
        return true;
    const Token &first = heard.tokens.first();
    const QChar form = first.form;
    if (form == u'p' && heard.tags.size() > 1 && heard.tags.at(1).startsWith(u'<'))
        return true; // "on db-02 terminate process 4242"
    return isHan(first.word.front()) || heard.tags.first().startsWith(u'<') || form == u'v' || form.isNull() ||
           isOwnTopic(first.topic);
}

//! "allow deploy back onto web-01" is not about web-01 alone: a host's command that leaves somebody's name out.
bool leavesNameOut(const Command &command, const Heard &heard)
{
    if (command.id != "host.isolate"_L1 && command.id != "host.release"_L1)
        return false;
    for (qsizetype i = 0; i + 2 < heard.tokens.size(); ++i) {
        const Token &token = heard.tokens.at(i);
        const bool let = i > 0 && isAnyOf(heard.tokens.at(i - 1).word, u" allow let permit kick ");
        const bool name =
            (let || !isKnownWord(token)) && !heard.tags.at(i).startsWith(u'<') && !isHan(token.word.front());
        const qsizetype host = heard.tags.indexOf(u"<host>"_s, i + 2);
        if (name && host >= 0 && host <= i + 3 && (heard.tokens.at(host - 1).flags & prepositionWord) != 0)
            return true;
    }
    return false;
}

//! "db-01 openssl 更新" may tell as well.
bool isPatchHeading(const Command &command, const Heard &heard)
{
    return command.id == "patch.apply"_L1 && !heard.polite && !heard.wish && heard.tokens.size() <= 3 &&
           heard.tags.first().startsWith(u'<') && heard.tokens.last().key == "#patch"_L1;
}

//! "libssl3 version on db-01": a patch, and nobody says that it is to be put on.
bool ordersNoPatch(const Command &command, const Heard &heard)
{
    if (command.id != "patch.apply"_L1 || heard.polite || heard.wish)
        return false;
    return std::none_of(heard.tokens.begin(), heard.tokens.end(),
                        [](const Token &token) { return token.form == u'v' || isHan(token.word.front()); });
}

} // namespace

bool asksAnybody(const Heard &heard)
{
    return std::any_of(heard.tokens.begin() + heard.begs, heard.tokens.begin() + heard.begged,
                       [](const Token &token) { return isAnyOf(token.word, u" someone somebody anyone anybody "); });
}

bool isDoubtful(const Command &command, const QJsonObject &given, const Heard &heard, int share)
{
    if (Tagger::learnt().isGuessed(heard, command) && isOddlyNamed(command, given, heard))
        return true;
    if (hasSlip(heard) || isPatchHeading(command, heard) || namesAnother(command, given, heard))
        return true;
    if (trailsOff(heard, given))
        return true;
    if (share >= verySure)
        return false;
    if ((heard.question && !heard.polite) || ordersNoPatch(command, heard) || isOddlyNamed(command, given, heard) ||
        !beginsLikeAnOrder(heard))
        return true;
    return share < quiteSure && (!saysSo(command, heard) || leavesNameOut(command, heard) || asksAnybody(heard) ||
                                 (!oppositeOf(command.id).isEmpty() && polarityOf(heard) == Polarity::unclear));
}

} // namespace wardroom::bot

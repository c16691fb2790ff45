// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/weighing.h"

#include "bot/catalogue/text.h"
#include "bot/language/argumentfinder.h"
#include "bot/language/names.h"
#include "bot/language/reference.h"
#include "bot/language/shapes.h"
#include "bot/language/topics.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

#include <QHash>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Risk;
using domain::Understanding;

namespace {

//! Thousandths from which a reading is acted on, and from which it is at least offered.
int sureFrom(Risk risk)
{
    return risk == Risk::read ? 500 : (risk == Risk::room ? 550 : 600);
}
constexpr int offeredFrom = 400;
constexpr int certain = 930;   //!< from here a change needs no word that is always said with it
constexpr int closeCall = 250; //!< the second reading is as good when it has this much

bool hasText(const Command &command)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const Argument &each) { return each.type == ArgumentType::text; });
}

Understanding clarify(const Command &command, int confidence, const QString &question, const QJsonObject &args = {})
{
    return {IntentKind::clarify, command.id, args, confidence, question};
}

bool isAnyOf(const QString &word, const QString &list)
{
    return list.contains(u' ' + word + u' ');
}

//! "I wonder who logged in", "no idea what runs there", "不知道谁登录过": about knowing, not asking.
bool isMusing(const Heard &heard)
{
    const auto word = [&](qsizetype i) { return i < heard.tokens.size() ? heard.tokens.at(i).word : QString(); };
    const QString first = word(0);
    const bool self = isAnyOf(first, u" i we he she they nobody somebody someone "_s);
    if (self && isAnyOf(word(1),
                        u" wonder think thought guess know see saw checked looked am was were had did asked told heard "
                        u"searched ran read found blocked isolated patched killed locked scanned hashed restarted "
                        u"rebooted logged already just also will "_s))
        return word(2) != "joined"_L1;
    if (first == "let"_L1 && (word(1) == "me"_L1 || word(1) == "us"_L1) &&
        isAnyOf(word(2), u" check see look think ask try get go "_s))
        return true;
    const bool whoever = isAnyOf(word(1), u" anyone anybody someone somebody everyone everybody "_s);
    if (whoever && isAnyOf(first, u" can could does would will should "_s))
        return true;
    if (first == "see"_L1 && heard.tags.size() > 1 && heard.tags.at(1).startsWith(u'<'))
        return true;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const bool no = word(i) == "not"_L1 || word(i) == "no"_L1 || word(i) == "nobody"_L1 ||
                        word(i) == QStringView(u"不") || word(i) == QStringView(u"没");
        if (no && isAnyOf(word(i + 1), u" know knows sure tell idea remember clue 知 清 确 记 "_s))
            return true;
    }
    return false;
}

//! Two addresses or two hosts: which one is meant is not for the bot to choose.
bool isVague(const Heard &heard, qsizetype end)
{
    const auto count = [&](const QString &tag) {
        return std::count(heard.tags.begin(), heard.tags.begin() + end, tag);
    };
    return count(u"<host>"_s) > 1 || count(u"<ip>"_s) > 1;
}

//! "is web-01 isolated", "who blocked it", "封了吗": asks about it, and not for it.
bool asksAbout(const Heard &heard)
{
    if (heard.polite || heard.wish || heard.tokens.isEmpty())
        return false;
    const QChar form = heard.tokens.first().form;
    const bool han = std::any_of(heard.tokens.begin(), heard.tokens.end(),
                                 [](const Token &token) { return isAnyOf(token.word, u" 吗 谁 什 哪 怎 何 呢 "_s); });
    return form == u'w' || form == u'a' || han;
}

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
    const QList<int> topics = topicsOf(heard, heard.tokens.size());
    const QStringList wanted = found->split(u' ');
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        const WordFacts *facts = factsOf(word);
        return facts != nullptr && topics.contains(facts->topic);
    });
}

//! Block and unblock are said with the same words but for one: "undo", "lift", "back", 取消. That one decides.
QString turned(const QString &command, const Heard &heard)
{
    static const QList<std::pair<QString, QString>> pairs{{u"ip.block"_s, u"ip.unblock"_s},
                                                          {u"host.isolate"_s, u"host.release"_s},
                                                          {u"file.quarantine"_s, u"file.restore"_s},
                                                          {u"user.lock"_s, u"user.unlock"_s}};
    const auto says = [&](const QString &words) {
        return std::any_of(heard.tokens.begin(), heard.tokens.end(),
                           [&](const Token &token) { return isAnyOf(token.word, words) || isAnyOf(token.key, words); });
    };
    const bool back =
        says(
            u" undo lift remove unblock unban #unblock unlock #unlock unisolate un-isolate unquarantine release "
            u"restore "
            u"#restore reconnect back clear delete allow reverse revert cancel 取 消 解 除 撤 恢复 还原 放 #fixes "_s) &&
        !says(u" 放进 进 到 入 "_s);
    const bool maybe = says(
        u" take off out stop end #kill let drop enable reenable re-enable reactivate unsuspend bring return give "
        u"whitelist unfreeze again free reactivate pardon finish restored -u open 启 放 移 出 接 联 连 让 去 重 复 开 能 "_s);
    static const QStringList intos{u"到隔离"_s,          u"进隔离"_s,        u"入隔离"_s,
                                   u"into quarantine"_s, u"to quarantine"_s, u"in quarantine"_s};
    const bool into =
        std::any_of(intos.begin(), intos.end(), [&](const QString &each) { return heard.text.contains(each); });
    if (into && command == "file.restore"_L1)
        return u"file.quarantine"_s;
    for (const auto &[forth, other] : pairs) {
        const bool leaves = says(u" remove "_s) && says(u" network lan "_s); // "remove web-01 from the network"
        if (command == forth)
            return back && !leaves ? other : command;
        if (command == other)
            return back || maybe ? command : forth;
    }
    return command;
}

QString spokenId(const QString &id)
{
    return u'/' + QString(id).replace(u'.', u' ');
}

} // namespace

bool holdsBack(const Heard &heard)
{
    // What was, behind a comma, is why: "unblock it, it was ours".
    static const QString past = u" was were had has have been did ago earlier 过 已 曾 "_s;
    const qsizetype end = endOfAsking(heard);
    if (heard.tokens.isEmpty())
        return false;
    // "updated openssl on web-01", 封禁 203.0.113.7 了: it is done.
    const QString &first = heard.tokens.first().word;
    const bool done = first.size() > 4 && first.endsWith("ed"_L1) && hasTopic(first) && !heard.wish && !heard.polite;
    const bool hanDone = end > 1 && heard.tokens.last().word == QStringView(u"了") &&
                         heard.tags.at(heard.tags.size() - 2).startsWith(u'<');
    if (done || hanDone)
        return true;
    bool told = false;
    for (qsizetype i = 0; i < end; ++i) {
        const Token &token = heard.tokens.at(i);
        told = told || (i > 1 && token.pauseBefore);
        // 没问题, 没事: nothing is denied.
        const QString next = i + 1 < heard.tokens.size() ? heard.tokens.at(i + 1).word : QString();
        const bool harmless = token.word == QStringView(u"没") && isAnyOf(next, u" 问 事 毒 "_s);
        if ((token.flags & hardWord) != 0 && !harmless && !(told && isAnyOf(token.word, past)))
            return true;
    }
    return false;
}

void Weighing::fillFromCards(const Command &command, QJsonObject &given) const
{
    const QList<Mention> mentions = mentionsOf(m_after, m_catalogue, m_vocabulary);
    for (const Argument &argument : command.arguments) {
        if (!argument.required || given.contains(argument.name) || argument.type == ArgumentType::text)
            continue;
        for (const Mention &mention : mentions) {
            const bool told = argument.type != ArgumentType::word && argument.type != ArgumentType::package &&
                              (mention.types & bitOf(argument.type)) != 0;
            if (mention.name != argument.name && !told)
                continue;
            given.insert(argument.name, mention.value);
            break;
        }
    }
}

Understanding Weighing::about(const Heard &heard, const Reading &best, const Reading &next, bool doubted,
                              bool pointed) const
{
    const Command *command = m_catalogue.command(best.command);
    if (command == nullptr || best.share < offeredFrom)
        return {};
    const bool changes = command->risk == Risk::change || command->risk == Risk::disrupt;
    // What would change something is not even offered where the sentence says not, if, already or would.
    if (changes && (holdsBack(heard) || doubted || isMusing(heard) || asksAbout(heard)))
        return {};
    if (command->risk == Risk::room && !hasText(*command) && (holdsBack(heard) || doubted) && !asksAbout(heard))
        return {};
    const int confidence = std::min(99, best.share / 10);
    const bool sure = best.share >= sureFrom(command->risk);
    // Nobody who only tells something is asked back.
    if (!sure && !heard.addressed && !heard.polite && !heard.wish && !heard.question && heard.leads == 0)
        return {};
    if (changes && isVague(heard, endOfAsking(heard)))
        return sure ? clarify(*command, confidence, Text::tr("One at a time, please: which one?")) : Understanding{};
    QJsonObject given = findValues(*command, heard, *m_catalogue.phrases());
    fillFromCards(*command, given);
    const auto typed = typedArguments(*command, given, m_vocabulary);
    if (!typed) {
        const bool aimless = pronounIn(heard) >= 0 && !pointed && changes;
        return sure && !aimless ? clarify(*command, confidence, typed.error().message) : Understanding{};
    }
    const QString line = spokenForm(*command, *typed);
    const Command *rival =
        next.share >= closeCall && !next.command.isEmpty() ? m_catalogue.command(next.command) : nullptr;
    if (rival != nullptr && best.share - next.share < 2 * closeCall / 3)
        return clarify(*command, confidence, Text::tr("Did you mean %1, or %2?").arg(line, spokenId(rival->id)),
                       *typed);
    const bool asked = heard.question && !heard.polite;
    const bool loose = best.share < certain && !saysSo(*command, heard);
    const bool doubtful = asked || hasSlip(heard) || loose || turned(command->id, heard) != command->id;
    if (sure && !(changes && doubtful))
        return {IntentKind::command, command->id, *typed, confidence, {}};
    return clarify(*command, confidence, Text::tr("Shall I run %1?").arg(line), *typed);
}

Understanding Weighing::weigh(const Heard &heard, const QList<Reading> &readings, bool doubted) const
{
    if (heard.tokens.isEmpty() || readings.size() < 2)
        return {};
    const bool quoted =
        std::any_of(heard.tokens.begin(), heard.tokens.end(), [](const Token &token) { return token.word == "\""_L1; });
    if (heard.toSomebody || quoted)
        return {};
    const qsizetype pronoun = pronounIn(heard);
    if (pronoun >= 0 && !m_after.isEmpty()) {
        Understanding found;
        int share = 0;
        const QList<Mention> mentions = mentionsOf(m_after, m_catalogue, m_vocabulary);
        for (const Mention &mention : mentions) {
            const Heard pointed = withMention(heard, pronoun, mention);
            const QList<Reading> again = Model::learnt().read(pointed);
            if (again.first().command.isEmpty() || again.first().share <= share)
                continue;
            const Understanding meant = about(pointed, again.at(0), again.at(1), doubted, true);
            if (meant.intent == IntentKind::chatter ||
                (meant.intent == IntentKind::clarify && found.intent == IntentKind::command))
                continue;
            found = meant;
            share = again.first().share;
        }
        if (found.intent != IntentKind::chatter)
            return found;
    }
    return readings.first().command.isEmpty() ? Understanding{}
                                              : about(heard, readings.at(0), readings.at(1), doubted, false);
}

} // namespace wardroom::bot

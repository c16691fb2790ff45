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
constexpr int closeCall = 250; //!< the second reading is as good when it has this much

bool hasText(const Command &command)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const Argument &each) { return each.type == ArgumentType::text; });
}

Understanding clarify(const Command &command, int confidence, const QString &question)
{
    return {IntentKind::clarify, command.id, {}, confidence, question};
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
    if (self && isAnyOf(word(1), u" wonder think thought guess know see saw checked looked am was were had did asked told heard "
                                 u"searched ran read found blocked isolated patched killed locked scanned hashed restarted "
                                 u"rebooted logged already just also will "_s))
        return word(2) != "joined"_L1;
    if (first == "let"_L1 && (word(1) == "me"_L1 || word(1) == "us"_L1) && isAnyOf(word(2), u" check see look think ask try get go "_s))
        return true;
    const bool whoever = isAnyOf(word(1), u" anyone anybody someone somebody everyone everybody "_s);
    if (whoever && isAnyOf(first, u" can could does would will should "_s))
        return true;
    if (first == "see"_L1 && heard.tags.size() > 1 && heard.tags.at(1).startsWith(u'<'))
        return true;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const bool no = word(i) == "not"_L1 || word(i) == "no"_L1 || word(i) == "nobody"_L1 || word(i) == QStringView(u"不") || word(i) == QStringView(u"没");
        if (no && isAnyOf(word(i + 1), u" know knows sure tell idea remember clue 知 清 确 记 "_s))
            return true;
    }
    return false;
}

//! "web-01 is fine", "the login was mine", "解封它是个错误": somebody tells, and asks for nothing.
bool isStatement(const Heard &heard)
{
    static const QString copulas = u" is are was were has had looks seems needs runs belongs affects came got will 是 已 又 很 "_s;
    static const QString asking = u" what which who whose where when how why if whether 吗 谁 什 哪 怎 多 几 呢 么 please "_s;
    if (heard.question || heard.polite || heard.tokens.isEmpty())
        return false;
    bool copula = false;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &word = heard.tokens.at(i).word;
        if (isAnyOf(word, asking) || heard.tokens.at(i).colonAfter)
            return false;
        copula = copula || (i > 0 && isAnyOf(word, copulas));
    }
    const QString &first = heard.tokens.first().word;
    const bool ordered = isAnyOf(first, u" is are was were has had have do does did any anything 有 是 把 给 请 让 将 "_s) || heard.leads > 0 ||
                         (hasTopic(first) && heard.tokens.size() > 1 && heard.tags.at(1).startsWith(u'<') && !isHan(first.front()));
    return copula && !ordered;
}

//! Two addresses, two hosts, "everything": which one is meant is not for the bot to choose. 封禁…了: it is done.
bool isVagueOrDone(const Heard &heard)
{
    int hosts = 0;
    int addresses = 0;
    bool done = false;
    bool ordered = false;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &word = heard.tokens.at(i).word;
        hosts += heard.tags.at(i) == "<host>"_L1 ? 1 : 0;
        addresses += heard.tags.at(i) == "<ip>"_L1 ? 1 : 0;
        if (isAnyOf(word, u" 谁 who everything all something anything stuff things everyone "_s))
            return true;
        done = done || word == QStringView(u"了");
        ordered = ordered || isAnyOf(word, u" 把 给 将 "_s);
    }
    return hosts > 1 || addresses > 1 || (done && !ordered);
}

bool hasSlip(const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i)
        if (!heard.spelling.at(i).isEmpty() && heard.spelling.at(i) != heard.tokens.at(i).word)
            return true;
    return false;
}

//! "let web-01 onto the network again" must never become its opposite.
bool speaksOfReturn(const Command &command, const Heard &heard)
{
    if (!isAnyOf(command.id, u" ip.block host.isolate file.quarantine user.lock "_s))
        return false;
    return std::any_of(heard.tokens.begin(), heard.tokens.end(),
                       [](const Token &token) { return isAnyOf(token.word, u" let bring return again allow onto "_s); });
}

//! What a change is always said with: without one of these words it is offered at most.
bool saysSo(const Command &command, const Heard &heard)
{
    static const QHash<QString, QString> words{
        {u"ip.block"_s, u"block isolate"_s},       {u"ip.unblock"_s, u"block unblock"_s},
        {u"host.isolate"_s, u"isolate quarantine network"_s}, {u"host.release"_s, u"isolate release quarantine network"_s},
        {u"file.quarantine"_s, u"quarantine isolate"_s}, {u"file.restore"_s, u"quarantine unquarantine release isolate"_s},
        {u"user.lock"_s, u"lock block"_s},          {u"user.unlock"_s, u"unlock unquarantine lock account"_s},
        {u"process.stop"_s, u"kill"_s},             {u"patch.apply"_s, u"patch patches"_s}};
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

//! "close enough" closes no incident, "open the window" opens none.
bool namesItsThing(const Command &command, const Heard &heard)
{
    if (command.id != "incident.close"_L1 && command.id != "incident.open"_L1 && command.id != "incident.reopen"_L1)
        return true;
    return std::any_of(heard.tokens.begin(), heard.tokens.end(), [](const Token &token) {
        return token.key == "#incident"_L1 || token.key == "#severity"_L1 || token.word == "it"_L1 || token.word == "this"_L1 ||
               token.colonAfter || token.word.startsWith("sev"_L1) || token.word.startsWith(u"事");
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
    const bool back = says(u" undo lift remove unblock unban #unblock unlock #unlock unisolate un-isolate unquarantine release restore "
                           u"#restore reconnect back clear delete allow reverse revert cancel 取 消 解 除 撤 恢复 还原 放 #fixes "_s) &&
                      !says(u" 放进 进 "_s);
    const bool maybe = says(u" take off out stop end #kill let drop enable reenable re-enable reactivate unsuspend bring return give "
                            u"whitelist unfreeze again 启 放 移 接 联 让 "_s);
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
    return std::any_of(heard.tokens.begin(), heard.tokens.end(),
                       [](const Token &token) { return (token.flags & hardWord) != 0; });
}

int Weighing::chatterShare(const QList<Reading> &readings)
{
    for (const Reading &each : readings)
        if (each.command.isEmpty())
            return each.share;
    return 0;
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

Understanding Weighing::about(const Heard &heard, const Reading &best, const Reading &next, bool doubted, bool pointed) const
{
    const Command *command = m_catalogue.command(turned(best.command, heard));
    if (command == nullptr || best.share < offeredFrom)
        return {};
    const bool changes = command->risk == Risk::change || command->risk == Risk::disrupt;
    // What would change something is not even offered where the sentence says not, if, already or would.
    if ((changes || (command->risk == Risk::room && !hasText(*command))) && (holdsBack(heard) || doubted))
        return {};
    if (command->risk != Risk::room && isStatement(heard))
        return {};
    const int confidence = std::min(99, best.share / 10);
    const bool sure = best.share >= sureFrom(command->risk);
    const Found values = findValues(*command, heard, *m_catalogue.phrases());
    if ((changes && (values.strange > 3 || isVagueOrDone(heard))) || !namesItsThing(*command, heard))
        return {};
    QJsonObject given = values.given;
    fillFromCards(*command, given);
    const auto typed = typedArguments(*command, given, m_vocabulary);
    if (!typed) {
        const bool aimless = pronounIn(heard) >= 0 && !pointed && changes;
        return sure && !aimless ? clarify(*command, confidence, typed.error().message) : Understanding{};
    }
    const QString line = spokenForm(*command, *typed);
    const Command *rival = next.share >= closeCall && !next.command.isEmpty() ? m_catalogue.command(next.command) : nullptr;
    if (rival != nullptr && best.share - next.share < 2 * closeCall / 3)
        return clarify(*command, confidence, Text::tr("Did you mean %1, or %2?").arg(line, spokenId(rival->id)));
    const bool asked = heard.question && !heard.polite && command->risk != Risk::read;
    if (sure && !(changes && (asked || hasSlip(heard) || !saysSo(*command, heard) || speaksOfReturn(*command, heard))))
        return {IntentKind::command, command->id, *typed, confidence, {}};
    return clarify(*command, confidence, Text::tr("Shall I run %1?").arg(line));
}

Understanding Weighing::weigh(const Heard &heard, const QList<Reading> &readings, bool doubted) const
{
    if (heard.tokens.isEmpty() || readings.size() < 2)
        return {};
    const bool quoted = std::any_of(heard.tokens.begin(), heard.tokens.end(),
                                    [](const Token &token) { return token.word == "\""_L1; });
    if (heard.toSomebody || quoted || isMusing(heard))
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
            if (meant.intent == IntentKind::chatter || (meant.intent == IntentKind::clarify && found.intent == IntentKind::command))
                continue;
            found = meant;
            share = again.first().share;
        }
        if (found.intent != IntentKind::chatter)
            return found;
    }
    return readings.first().command.isEmpty() ? Understanding{} : about(heard, readings.at(0), readings.at(1), doubted, false);
}

} // namespace wardroom::bot

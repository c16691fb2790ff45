// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/spoken.h"

#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! Words of one value, the value first.
using Said = QList<QStringList>;

QString valueOf(const Said &said, const QString &word)
{
    for (const QStringList &each : said)
        if (each.contains(word))
            return each.first();
    return {};
}

//! The last one: "from high down to |low|". Where it need not be said, only beside a word for it: "a |critical|
//! incident".
QString severityIn(const Heard &heard, bool required)
{
    static const Said said{{u"1"_s, u"critical"_s, u"crit"_s, u"severe"_s, u"严重"_s, u"紧急"_s, u"致命"_s},
                           {u"2"_s, u"high"_s, u"major"_s, u"高"_s},
                           {u"3"_s, u"medium"_s, u"moderate"_s, u"mid"_s, u"中"_s},
                           {u"4"_s, u"low"_s, u"minor"_s, u"低"_s}};
    for (qsizetype i = heard.tokens.size() - 1; i >= 0; --i) {
        const QString value = valueOf(said, heard.tokens.at(i).word);
        const auto isNear = [&](qsizetype k) {
            return k >= 0 && k < heard.tokens.size() &&
                   isAnyOf(heard.tags.at(k), u" #severity #incident priority prio rated ");
        };
        if (!value.isEmpty() && !isHan(heard.tokens.at(i).word.front()) &&
            (required || isNear(i - 1) || isNear(i + 1) || isNear(i + 2)))
            return value;
    }
    static const QRegularExpression behind(
        u"(?:级别|等级|严重程度|严重性|优先级|级|定|改成|调成|调到|提到|升到|降到|调整为|改为|定为|设为|调为|降成|升成|降为|升为|定|按)(?:为|成|到|定)?\\s*(严重|紧急|致命|高|中|低)"_s);
    static const QRegularExpression before(u"(严重|紧急|致命|高|中|低)(?:级别?|危|等级|优先级|的?事件)"_s);
    for (const QRegularExpression &each : {behind, before})
        if (const auto match = each.match(heard.text); match.hasMatch())
            return valueOf(said, match.captured(1));
    return {};
}

QString statusIn(const Heard &heard)
{
    static const QStringList all{u"triaged"_s,    u"investigating"_s, u"containing"_s, u"contained"_s,
                                 u"eradicated"_s, u"recovering"_s,    u"recovered"_s};
    for (const Token &token : heard.tokens)
        if (all.contains(token.word))
            return token.word;
    static const Said said{{u"containing"_s, u"遏制中"_s, u"正在遏制"_s, u"控制中"_s, u"处置中"_s},
                           {u"recovering"_s, u"恢复中"_s, u"正在恢复"_s, u"恢复阶段"_s},
                           {u"contained"_s, u"遏制"_s, u"控制住"_s, u"已控制"_s},
                           {u"eradicated"_s, u"根除"_s, u"已清除"_s, u"清除完"_s},
                           {u"recovered"_s, u"已恢复"_s, u"恢复完"_s, u"恢复了"_s},
                           {u"triaged"_s, u"分诊"_s, u"研判"_s},
                           {u"investigating"_s, u"调查"_s, u"investigation"_s}};
    for (const QStringList &each : said)
        for (const QString &word : each.mid(1))
            if (heard.text.contains(word))
                return each.first();
    return {};
}

//! 3.0.11, 9.6p1, 1.24.0-2: the only word of such a shape, and no address.
QString versionIn(const Heard &heard)
{
    static const QRegularExpression version(u"^v?[0-9]+(?:[.:][0-9]+)+[0-9a-z.+~-]*$"_s);
    for (qsizetype i = 0; i < heard.tokens.size(); ++i)
        if (!heard.tags.at(i).startsWith(u"<ip"_s) && heard.tokens.at(i).types == 0 &&
            version.match(heard.tokens.at(i).word).hasMatch())
            return heard.tokens.at(i).word;
    return {};
}

} // namespace

QString spokenValue(const Command &command, const Argument &argument, const Heard &heard)
{
    if (argument.type == ArgumentType::severity)
        return severityIn(heard, argument.required);
    if (argument.name == "version"_L1)
        return versionIn(heard);
    return command.id == "incident.status"_L1 && argument.name == "status"_L1 ? statusIn(heard) : QString();
}

} // namespace wardroom::bot

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/answertoalert.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 500;

//! The words after a claim; nothing where the line is none. A question, a denial and "that was me who asked" are none.
std::optional<QString> claimIn(const QString &line)
{
    static const QRegularExpression english(
        u"^(?:(?:hey|hi|ah|oh|oops|sorry|ok|okay|yes|yep|yeah)[\\s,.!]+)*(?:that|it|this)(?:['’]s|\\s+was|\\s+is)"
        "\\s+(?:just\\s+|only\\s+|probably\\s+)?me(?![\\w'’])(?!\\s+(?:who|that|asking))[\\s,.:;!–—-]*(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression chinese(
        u"^(?:(?:不好意思|抱歉|哦|啊)[，,。\\s]*)*(?:那个?|这个?|刚才|刚刚)?(?:就)?是我(?:自己|本人)?"
        "(?:登录|操作|干|做|弄|搞|触发)?的?(?=$|[，,。.!！\\s])[，,。.!！\\s]*(.*)$"_s);
    for (const QRegularExpression *form : {&english, &chinese})
        if (const auto match = form->match(line); match.hasMatch())
            return match.captured(1).trimmed();
    return std::nullopt;
}

bool takesIt(const QString &line)
{
    static const QRegularExpression form(
        u"^(?:(?:ok|okay|yes|yep)[\\s,.!]+)*(?:(?:i['’]?m|i\\s+am)\\s+)?(?:on\\s+it|taking\\s+(?:it|this)(?:\\s+one)?|"
        "i(?:['’]?ll|\\s+will)\\s+take\\s+(?:it|this)(?:\\s+one)?|i(?:['’]?ve)?\\s+got\\s+(?:it|this)|"
        "(?:please\\s+)?ack(?:nowledge)?\\s+(?:the|this|that)\\s+alert|(?:the|this|that)\\s+alert\\s+is\\s+mine|"
        "确认(?:这个)?告警|这个告警我来|我来看这个告警|这个我负责看|我来(?:处理|看看|看一下|跟进)?|我接了?|交给我)[\\s.!。！]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(line).hasMatch();
}

} // namespace

std::optional<domain::Understanding> answerToAlert(const QString &plain, const QList<Shown> &after,
                                                   const Catalogue &catalogue)
{
    const QString line = plain.trimmed();
    if (after.isEmpty() || !after.last().command.startsWith("alert"_L1) || line.size() > kLongest)
        return std::nullopt;
    if (line.endsWith(u'?') || line.endsWith(u'？'))
        return std::nullopt;
    const auto words = claimIn(line);
    const QString command = words ? u"alert.claim"_s : takesIt(line) ? u"alert.ack"_s : QString();
    if (command.isEmpty() || catalogue.command(command) == nullptr)
        return std::nullopt;
    QJsonObject arguments;
    if (words && !words->isEmpty())
        arguments.insert(u"words"_s, *words);
    return domain::Understanding{domain::IntentKind::command, command, arguments, 95, {}};
}

std::optional<domain::Understanding> judgementOfAlert(const QString &plain, const QList<Shown> &after,
                                                      const Catalogue &catalogue)
{
    if (plain.size() > kLongest || (!plain.contains("alert"_L1, Qt::CaseInsensitive) && !plain.contains(u"告警"_s)) ||
        catalogue.command(u"alert.resolve"_s) == nullptr)
        return std::nullopt;
    static const QString as =
        u"(?:an?\\s+)?(true positive|true|false positive|false alarm|false|benign|误报|属实|无害|真实攻击)"_s;
    static const QString rest = u"(?:\\s*[:,;：，；]\\s*(?<note>.+?))?[\\s.!。！]*$"_s;
    static const auto form = [](const QString &text) {
        return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression ordered = form(
        u"^(?:please\\s+)?(?:resolve|mark|close|call|judge|set)\\s+(?:the|this|that)\\s+alert(?:\\s+as|\\s+to\\s+be|\\s*[,;:]\\s*(?:it|that|this)\\s+(?:was|is))?\\s+"_s +
        as + rest);
    static const QRegularExpression told = form(u"^(?:the|this|that)\\s+alert\\s+(?:was|is)\\s+"_s + as + rest);
    static const QRegularExpression han =
        form(u"^(?:请|麻烦)?[把将]?[这那该]?个?告警(?:判定为|标记为|判为)\\s*"_s + as + rest);
    static const QRegularExpression closed =
        form(u"^(?:请|麻烦)?以\\s*"_s + as + u"\\s*关闭[这那该]?个?告警[。！\\s]*$"_s);
    static const QRegularExpression toldInHan = form(u"^[这那该]?个?告警(?:是|属于)\\s*"_s + as + rest);
    const bool nearAlert =
        std::any_of(after.begin(), after.end(), [](const Shown &card) { return card.command.startsWith("alert"_L1); });
    const QString line = plain.trimmed();
    QRegularExpressionMatch match;
    for (const QRegularExpression *each : {&ordered, &han, &closed, &told, &toldInHan})
        if ((nearAlert || (each != &told && each != &toldInHan)) && !match.hasMatch())
            match = each->match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = match.captured(1).toLower();
    const bool isTrue = word.startsWith("true"_L1) || word == u"属实"_s || word == u"真实攻击"_s;
    const bool isFalse = word.startsWith("false"_L1) || word == u"误报"_s;
    QJsonObject arguments{{u"as"_s, isTrue ? u"true"_s : isFalse ? u"false"_s : u"benign"_s}};
    if (const QString note = match.captured(u"note"_s); !note.isEmpty())
        arguments.insert(u"note"_s, note);
    return domain::Understanding{domain::IntentKind::command, u"alert.resolve"_s, arguments, 95, {}};
}

bool isAnswerToAlert(const Command &command, const Heard &heard)
{
    if (command.id != "alert.ack"_L1 && command.id != "alert.claim"_L1)
        return false;
    return std::none_of(heard.tags.begin(), heard.tags.end(), [](const QString &tag) { return tag == "#alerts"_L1; });
}

} // namespace wardroom::bot

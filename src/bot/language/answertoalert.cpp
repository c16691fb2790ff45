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
        "我来(?:处理|看看|看一下|跟进)?|我接了?|交给我)[\\s.!。！]*$"_s,
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

bool isAnswerToAlert(const Command &command, const Heard &heard)
{
    if (command.id != "alert.ack"_L1 && command.id != "alert.claim"_L1)
        return false;
    return std::none_of(heard.tags.begin(), heard.tags.end(), [](const QString &tag) { return tag == "#alerts"_L1; });
}

} // namespace wardroom::bot

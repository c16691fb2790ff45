// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/unmeant.h"

#include "bot/catalogue/text.h"
#include "bot/language/polarity.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Risk;
using domain::Understanding;

namespace {

//! "everything except web-01", "all but db-01", 除了 web-01 以外的: what is named is what is left out.
bool leavesOut(const QString &text)
{
    static const QRegularExpression words(
        u"\\b(?:except(?:ing|ion)?|excluding|exclude|exempt|barring|apart\\s+from|aside\\s+from|other\\s+than|"
        u"save\\s+for|leav(?:e|ing)\\s+out|(?:every(?:thing|one|body)?|any(?:thing|one|body)?|all|each)(?:\\s+\\S+){0,"
        u"2}?"
        u"\\s+(?:bar|save|minus|besides|but\\s+(?!(?:it|i|we|he|she|they|that|this|there|now|still|please)\\b))|"
        u"(?:isolate|contain|block|ban|lock|disable|patch|update|upgrade|quarantine|kill|stop|release|unblock|unlock|"
        u"restore)\\s+(?:all\\s+)?(?:of\\s+)?(?:the\\s+)?(?:rest|others?|remaining|(?:every|any)(?:thing|one|body)\\s+"
        u"else))\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression han(
        u"(?<![解删清移消拆免去排])除(?:了|开|去|却|.{1,40}?(?:[以之]外|外))|[以之]外的|"
        u"排除|剔除|(?<![跟与和从同])(?:其[他它余]|另外的|别的)"_s);
    return words.match(text).hasMatch() || han.match(text).hasMatch();
}

//! 甭隔离, 莫封, 覅, 唔好, 无须: negations of a few regions and of offices. \a back: of a command that takes one back,
//! of which "no isolation any more" speaks as well.
bool denies(const QString &text, bool back)
{
    const auto denying = [](const QString &verbs) {
        return QRegularExpression(
            u"(?:[甭莫毋咪覅嫑]|唔(?![该該])|休[要得想]|无[须需]|不[必得准许]|严禁|禁止|"
            u"别(?:把|去|再|给|先|急着|随便|乱|瞎|直接|动手|忙着))[^，,。.;；!！?？]{0,24}?(?:%1)"_s.arg(verbs));
    };
    static const QRegularExpression bare(u"[甭莫毋咪覅嫑]"_s);
    static const QRegularExpression doing =
        denying(u"封|隔离|锁|禁用|停|杀|断|屏蔽|拉黑|升级|更新|修补|打补丁|放行|解|恢复|还原"_s);
    static const QRegularExpression undoing = denying(u"解|放|恢复|还原|取消|启用"_s);
    return back ? undoing.match(text).hasMatch() : bare.match(text).hasMatch() || doing.match(text).hasMatch();
}

//! "1. isolate web-01", "b) block …", "- …", 第一步：…, "Plan: …": something to be done is written down.
bool isListed(const QString &text)
{
    static const QRegularExpression item(
        u"^\\s*(?:[-*•·‣▪◦–—]\\s+|\\[[ xX]?\\]|[(（]?#?\\d{1,3}\\s*[.)、．）](?!\\d)|#?\\d{1,3}\\s*[-–—/:：]\\s+|"
        u"[(（]?[a-zA-Z][.)）]\\s|[(（]?(?:i{1,3}|iv|v)[.)）]\\s|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[、.．)）]|"
        u"第[一二三四五六七八九十\\d]+[步条项点]|(?:step|item|point)\\s+\\w+\\s*[-:.)]|"
        u"(?:to-?do|actions?(?: items?)?|plan|runbook|playbook|checklist|next steps?|example|待办|步骤|计划|预案)"
        u"\\s*\\d*\\s*[:：])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return item.match(text).hasMatch();
}

bool takesText(const Command &command)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const Argument &each) { return each.type == ArgumentType::text; });
}

} // namespace

Understanding onlyWhatIsMeant(Understanding meant, const QString &text, const Catalogue &catalogue)
{
    if (meant.intent != IntentKind::command && meant.intent != IntentKind::clarify)
        return meant;
    const Command *command = catalogue.command(meant.command);
    if (command != nullptr && command->risk == Risk::read)
        return meant;
    const bool changes = command == nullptr || command->risk == Risk::change || command->risk == Risk::disrupt;
    if (!changes && takesText(*command))
        return meant; // "note that everything except web-01 is back"
    const bool back = command != nullptr && !oppositeOf(command->id).isEmpty() && !goesForth(command->id);
    if (denies(text, back) || isListed(text))
        return {};
    if (!leavesOut(text))
        return meant;
    if (command == nullptr)
        return {};
    return {IntentKind::clarify,
            meant.command,
            {},
            std::min(meant.confidence, 60),
            Text::tr("What is left out does not tell me what is meant. Name each one, please, one at a time."),
            {u'/' + QString(meant.command).replace(u'.', u' ') + u' '}};
}

} // namespace wardroom::bot

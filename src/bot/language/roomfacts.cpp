// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/roomfacts.h"

#include "bot/catalogue/text.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

bool says(const QString &text, const QRegularExpression &form)
{
    return form.match(text).hasMatch();
}

bool namesIncident(const QString &text)
{
    static const QRegularExpression form(
        u"\\b(?:incidents?|case|sev(?:erity)?)\\b|事件|事故|案|这事|这件事|关单|归档"_s,
        QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

//! "reopen, the attacker is back", "close it: all patched", 重新打开: an order with nothing else to be done to.
bool isPlainOrder(const QString &text)
{
    static const QRegularExpression form(u"(?:\\bre-?open(?:ed)?|\\bunclose|重开|重新打开|再打开|再开|重启调查)(?:\\s*("
                                         u"?:it|this|that|now|please|pls|thanks|again|"
                                         u"一下|吧|了))*"
                                         "\\s*(?:$|[,.:;!，。；：！–—-]|because\\b)|\\b(?:close|wrap)\\s+(?:it|this)(?:"
                                         "\\s+(?:out|up)\\s*[,:：]|\\s*[:：]|"
                                         "\\s+with\\s+the\\s+(?:words?|summary)|\\s+up\\s+and\\s+close)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

//! "收尾：all patched": what stands behind a colon was said as the words to close or reopen it with.
bool isSaidBehindColon(const QString &text, const QJsonObject &args)
{
    return std::any_of(args.begin(), args.end(), [&](const QJsonValue &each) {
        const qsizetype at = each.toString().isEmpty() ? -1 : text.indexOf(each.toString());
        const QString before = at > 0 ? text.first(at).trimmed() : QString();
        return before.endsWith(u':') || before.endsWith(u'：');
    });
}

bool namesAlert(const QString &text)
{
    static const QRegularExpression form(u"\\b(?:alerts?|(?<!false )alarms?)\\b|告警|警报|报警"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

bool pointsAt(const QString &text)
{
    static const QRegularExpression form(u"\\b(?:it|this|that|one|things?)\\b|这个|它"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

//! "this is a sev 1 headache": of what kind something is.
bool likensToSeverity(const QString &text)
{
    static const QRegularExpression form(
        u"\\b(?:is|was|such|like|feels|looks)\\b[^,.;]{0,12}\\bsev(?:erity)?[\\s-]*\\d\\s+"
        "(?!incident|now|then|please|pls|at|for|because|since|as|so|and|if|in|on|right|already|from|thanks)[a-z]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

//! The task, or that it is done; "check 3" may be anything.
bool namesTask(const QString &text)
{
    static const QRegularExpression form(
        u"\\b(?:tasks?|to-?dos?|action[\\s-]items?|done|tick|mark|finish(?:ed)?|"
        "completed?|cross|scratch|strike|check(?:ed)?\\s+off|taken\\s+care)\\b|任务|待办|#\\d|划|勾|完成|做完|搞定|弄完|办完"_s,
        QRegularExpression::CaseInsensitiveOption);
    return says(text, form);
}

//! \a whole: with its values, where those were said as such.
Understanding offered(const Understanding &meant, const Command &command, bool whole)
{
    const QString line = whole ? spokenForm(command, meant.args) : u'/' + QString(command.id).replace(u'.', u' ');
    return {IntentKind::clarify,
            command.id,
            whole ? meant.args : QJsonObject(),
            std::min(meant.confidence, 60),
            Text::tr("Did you mean %1?").arg(line),
            {whole ? line : line + u' '}};
}

//! "I'll take the lead", "let me lead", 我来负责: a clause of its own, and nobody is asked who does, nor told when.
bool takesLead(const QString &text)
{
    static const QRegularExpression form(
        u"(?:^|[,.;:!–—-]\\s*|\\b(?:ok|okay|so|then|and|bot|wardroom|hey|yes|fine|right|sure)[, ]+)"
        "(?:i'?ll|i will|i can|i'?m|i am|i'd like to|let me|i)\\s+(?:gladly |happily |just |now )?"
        "(?:(?:take|taking)(?: over)?(?: the)?(?: incident)? (?:lead|command|charge)|(?:take|taking) over|"
        "be(?: the)?(?: incident)? (?:lead|ic|commander)|be in charge|in charge|lead|leading|the(?: incident)? (?:lead|"
        "ic))"
        "(?: (?:now|here|then|this|it|this one|this incident|the incident|on this|on this one|on it|for this|for this "
        "one|of this|of this one|from here|please|everyone|folks))*\\s*(?=[,.;:!–—-]|$)|"
        "(?:^|[，。；：！,:;.!\\s])(?:请帮我|帮我|请|好的?|那|行|这次|这起)?(?:由|让|就)?我来?(?:接手|牵头|指挥|负责|"
        "(?:担任|当|做|是)(?:负责人|指挥|牵头人|IC))(?:这个|这次|这起|本次|事件|吧|了|哈|啦)*(?=[，。；！,;.!\\s]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression otherwise(
        u"[?？]|\\b(?:who|whom|whose|whoever|if|unless|until|when|whether|not|never|no|cannot|\\w+n't|tomorrow|tonight|"
        u"later|next|yesterday|would|could|should|might|may|hand|handing|give|giving|pass|passing|step|stepping)\\b|"
        "谁|哪位|吗|明天|今晚|下次|之后|以后|如果|要是|不|没|别|昨|交给|转给"_s,
        QRegularExpression::CaseInsensitiveOption);
    return says(text, form) && !says(text, otherwise);
}

} // namespace

Understanding ledBySpeaker(Understanding meant, const QString &text)
{
    const QString person = u"person"_s;
    if (meant.command == "incident.lead"_L1 && meant.intent == IntentKind::command && !meant.args.contains(person) &&
        takesLead(text))
        meant.args.insert(person, speakerWord);
    return meant;
}

Understanding spokenBy(Understanding meant, const QString &speaker)
{
    for (auto it = meant.args.begin(); meant.command == "incident.lead"_L1 && it != meant.args.end(); ++it)
        if (it.value().toString() == speakerWord)
            it.value() = speaker;
    return meant;
}

Understanding onlyWhatIsNamed(Understanding meant, const QString &text, const Catalogue &catalogue)
{
    const Command *command = meant.intent == IntentKind::command ? catalogue.command(meant.command) : nullptr;
    if (command == nullptr || command->risk != domain::Risk::room)
        return meant;
    if (command->id == "incident.severity"_L1)
        return likensToSeverity(text) ? offered(meant, *command, true) : meant;
    if (command->id == "task.done"_L1) {
        bool isNumber = false;
        meant.args.value(u"task"_s).toString().toInt(&isNumber);
        return isNumber && !namesTask(text) ? offered(meant, *command, true) : meant;
    }
    if (command->id != "incident.close"_L1 && command->id != "incident.reopen"_L1)
        return meant;
    const bool isClose = command->id == "incident.close"_L1;
    const bool isOrder = isPlainOrder(text) || isSaidBehindColon(text, meant.args);
    if (namesIncident(text) || (isOrder && !(isClose && namesAlert(text))))
        return meant;
    if (isClose && namesAlert(text))
        return {IntentKind::clarify,
                u"alert.resolve"_s,
                {},
                60,
                Text::tr("What was the alert: true, false or benign?"),
                {u"/alert resolve true"_s, u"/alert resolve false"_s, u"/alert resolve benign"_s}};
    const bool isShort = text.size() <= (text.front().unicode() > 0x2E80 ? 6 : 20); // "close the window", 关闭窗口
    return pointsAt(text) || !isShort ? offered(meant, *command, false) : Understanding{};
}

} // namespace wardroom::bot

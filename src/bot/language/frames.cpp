// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/frames.h"

#include <QHash>
#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! What recurs in the frames, by the letter that stands for it behind a per cent sign.
QString spelt(QString frame)
{
    static const QList<std::pair<QString, QString>> parts{
        {u"%B"_s,
         u"(?:^|.*[,.;:!?，。；！ -]\\s*|(?:so|and|but|then) )(?:(?:so|and|but|then|please|pls|kindly|just|now) )*"_s},
        {u"%E"_s, u"(?:[ ,，]+(?:please|pls|thanks|thx|thank you|谢谢|now|for me|for us|吧|一下|哈|啊))*[.!。！]?$"_s},
        {u"%J"_s,
         u"(?:\\s*[,;.，；。-]+\\s*(?:so |and )?|\\s+-+\\s+)(?:(?:please|pls|kindly|can you|could you|just) )*"_s},
        {u"%K"_s, u"\\s*[,，;；。 ]\\s*(?:请|麻烦|帮我|帮忙|给我|你)*"_s},
        {u"%C"_s, u"(?:[,:：，;-]|\\s)+"_s},
        {u"%D"_s, u"(?:(?:in|after) (?:about )?(?:an?|half "
                  u"an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|\\d+) ?"
                  u"(?:minutes?|mins?|hours?|hrs?|days?|h|m|d|hour)\\b)"_s},
        {u"%Z"_s, u"(?:[0-9一二三四五六七八九十两半]+ ?个?(?:半)?(?:分钟|小时|天|钟头|h|m)(?:之后|以后|后)?)"_s},
        {u"%R"_s,
         u"(?:the |our )?(?:record|records|notes?|timeline|incident log|incident notes?|incident record|log of the incident|incident timeline|log)"_s},
        {u"%L"_s, u"(?:the|our|my) (?:task list|tasks|to-?do list|to-?dos|list of tasks|list)"_s},
        {u"%H"_s, u"(?:事件)?(?:的)?(?:摘要|总结|概述|概要|简介|summary)"_s}};
    for (const auto &[letter, part] : parts)
        frame.replace(letter, part);
    return frame;
}

using Frames = QList<QRegularExpression>;

Frames framesOf(const QStringList &all)
{
    Frames made;
    for (const QString &each : all)
        made << QRegularExpression(spelt(each), QRegularExpression::CaseInsensitiveOption |
                                                    QRegularExpression::UseUnicodePropertiesOption);
    return made;
}

Frames noteFrames()
{
    return framesOf(
        {u"^(.+?)%J(?:note|write|jot|record|log|put|add) (?:that|this|it|these)(?: down)?(?: (?:as|in) a note| (?:in|on|to|into|for) %R)*%E"_s,
         u"%B(?:note|jot|write) down(?: that)?%C?(.+?)%E"_s,
         u"%B(?:can you |could you )?(?:add|make|write|put|leave|take) (?:a|another) (?:short |quick )?note(?: on (?:this|the incident))?(?: that| saying(?: that)?| to say|[:,])? (.+?)%E"_s,
         u"%B(?:can you |could you )?(?:add|put|write|log|record) (?:it )?(?:to|in|into|on) %R(?: that|[:,])? (.+?)%E"_s,
         u"%B(?:put|add|write|log|get|enter) (.+?) (?:to|in|into|on) %R%E"_s, u"%Bnote that (.+?)%E"_s,
         u"%Blet the record show (?:that )?(.+?)%E"_s,
         u"%Bmake a note (?:of this|for the (?:incident|record))(?:[,:]| that)+ (.+?)%E"_s,
         u"%B(?:please )?document (?:that )(.+?)%E"_s,
         u"^(.+?)%K(?:把)?(?:这个|这点|这条|这事)(?:也)?(?:给)?(?:记|写|加)(?:到|进|入)(?:事件)?(?:记录|备注|时间线|日志|事件)(?:里|中|上)?%E"_s,
         u"%K(?:先)?(?:记录|记)(?:一笔|一下|一句|一条|上)[：:，, ]*(.+?)%E"_s,
         u"^(?:先)?(?:备注|记录里写上|备个注)[：:，, ]*(.+?)%E"_s,
         u"^(.+?)%K(?:记下来?|记一下|记一笔|写下来|(?:写|记|加)(?:到|进|入)(?:事件)?(?:记录|备注|时间线|日志)(?:里|中|上)?)%E"_s,
         u"把 ?(.+?) ?(?:写|记|加)(?:到|进|入)(?:事件)?(?:的)?(?:记录|备注|时间线|日志)(?:里|中|上)?%E"_s,
         u"(?:加|添加|补|写|记|做)(?:一)?(?:个|条|笔)?(?:备注|笔记|记录)[：:，, ]*(.+?)%E"_s,
         u"(?:写|记|加)(?:到|进|入)(?:事件)?(?:记录|备注|时间线)(?:里|中|上)?[：:，, ]+(.+?)%E"_s,
         u"时间线(?:里|上)?(?:再)?(?:加|补|记)(?:一)?(?:条|笔|个)[：:，, ]*(.+?)%E"_s});
}

Frames taskFrames()
{
    return framesOf(
        {u"\\b(?:task|to-?do|action item) (?:for @?|to @)\\w+(?: [A-Z]\\w+)?(?:,| to|:) (?:to )?(.+?)%E"_s,
         u"^(.+?) as a (?:new )?(?:task|to-?do) for @?\\w+%E"_s,
         u"^(?:(?:somebody|someone|we) (?:has|have|needs?) to )?(.+?)%J(?:add|make|track|put|file|log|note|take|set|record) (?:that |this |it )?(?:down )?(?:as )?(?:a |an |to |on |onto )(?:new )?(?:task|to-?do|action item|%L)(?: list)?%E"_s,
         u"%B(?:can you |could you )?(?:add|create|make|new|open|file|log|put in|set up) (?:a |an |another |new )*(?:task|to-?do|action item)s?(?: for (?:us|me))?(?:[:,]| to| called| named| titled)? (.+?)%E"_s,
         u"%B(?:can you |could you )?(?:add|put|stick|pop|get|write) (.+?) (?:to|on|onto|in|into) %L%E"_s,
         u"%B(?:add|put|write) (?:on |to |onto |in )%L[:,]? (.+?)%E"_s, u"^(.+?) should (?:be|become) a task%E"_s,
         u"^(.+?) (?:should|must|needs to|has to) go on(?:to)? %L%E"_s,
         u"%B(?:put|add|write) (?:on |to |onto |in )%L that we (.+?)%E"_s,
         u"^(.+?)[ ，,]*(?:把)?(?:这个|这项|这条)(?:加到|加进|记成|建成|列为|加入|放进|列入|记到)(?:一个|一条)?(?:任务|待办)(?:列表|清单)?(?:里|中)?%E"_s,
         u"(?:任务|待办)(?:里|清单里|列表里)(?:记|加|写)(?:上|一条|个)[：:，, ]*(.+?)%E"_s,
         u"^(.+?)%K(?:加到|加进|记成|建成|列为|加入|放进|列入|记到|作为|建个|加个)(?:一个|一条)?(?:个)?(?:任务|待办)(?:列表|清单)?(?:里|中)?%E"_s,
         u"(?:任务|待办)(?:给|交给|派给) ?@?\\w+[，,：: ]+(.+?)%E"_s,
         u"^(.+?)[ ，,]*(?:这件事|这事|这条)(?:加到|加进|记成|建成|列为|加入|放进|列入|记到|挂成|列成)(?:一个|一条)?(?:任务|待办)(?:列表|清单)?(?:里|中)?%E"_s,
         u"把 ?(.+?) ?(?:加到|加进|记成|建成|列为|加入|放进|列入|记到|挂成|列成)(?:一个|一条)?(?:任务|待办)(?:列表|清单)?(?:里|中)?%E"_s,
         u"(?:加|建|新增|新建|创建|添加|记|开|立)(?:一)?(?:个|条|项)?(?:新)?(?:任务|待办)吧?[：:，, ]*(.+?)%E"_s,
         u"(?:待办|任务)(?:里)?(?:加|记|添)(?:一)?(?:条|个|项)[：:，, ]*(.+?)%E"_s});
}

Frames remindFrames()
{
    return framesOf(
        {u"^don'?t let (?:me|us) forget to (.+?)[,，]? (?:nudge|ping|poke|tell|remind) (?:me|us)\\b.*$"_s,
         u"^(?:.*don't let (?:me|us) forget to )?(.+?)%J(?:so )?remind (?:me|us|the team)(?: (?:of|about) (?:that|this|it))?(?: %D)?%E"_s,
         u"%B%D[,:]? (?:please )?remind (?:me|us|the team) (?:to|that|about) (.+?)%E"_s,
         u"^%D[,:] ?(.+?), remind me%E"_s,
         u"remind (?:me|us|the team)(?: again)?(?: %D)? (?:to|that|about) (.+?)(?: %D)?%E"_s,
         u"reminder (?:to|for|that|about) (.+?) %D(?:,.*)?$"_s,
         u"^(?:别让我忘了)?(.+?)%K%Z(?:再)?(?:提醒|叫|喊)(?:我|我们|大家|一下|一声)*%E"_s,
         u"%Z[，, ]*(?:再)?(?:被)?(?:提醒|叫|喊|戳|ping|通知(?=一下|一声|我|大家|团队))(?:一下|一声)?(?:我们|我|大家|团队)?(?:一下|一声)?[：:，, ]*(?:我要|我得|要|得|去)?[：:，, ]*(.+?)(?:[，,]到点提醒我|[，,]别让我忘了|好吗|可以吗)?%E"_s,
         u"(?:提醒)(?:我|我们|大家|团队)?(?:在)?%Z(?:去|要)?[：:，, ]*(.+?)%E"_s});
}

Frames summaryFrames()
{
    return framesOf(
        {u"\\b(?:summary|it) should (?:say|read) (.+?)%E"_s,
         u"\\bsummary says (.+?)%E"_s,
         u"\\bsummary to be (.+?)%E"_s,
         u"(?:摘要|总结)[，, ]*(?:帮我|请|麻烦)?(?:填成|写成|填上|写上|填|写)[：:，, ]*(.+?)%E"_s,
         u"\\bsummary is (?:wrong|outdated|out of date|old|stale)[,;.]? (?:so )?(?:it should be|it should say|make it|change it to|set it to) (.+?)%E"_s,
         u"\\b(?:let|make|have|change|update|set) the (?:incident )?summary (?:to )?(?:read|say) (.+?)%E"_s,
         u"\\breplace the (?:incident )?summary (?:with|by) (.+?)%E"_s,
         u"%Bwrite (.+?) as the summary(?: of (?:the|this) incident)?%E"_s,
         u"\\bsummary of (?:the|this) incident (?:shall|should|must|is to) (?:read|say|be)[:,]? (.+?)%E"_s,
         u"^(.+?) goes into the (?:incident )?summary%E"_s,
         u"^(.+?)%J(?:make|set|put|use|take) (?:that|this|it)(?: in)?(?: as)? (?:the|our) (?:incident )?summary%E"_s,
         u"^(.+?)%J(?:that|this) is (?:the|our) (?:incident )?summary\\b.*$"_s,
         u"\\b(?:set|change|update|put) (?:the|our) (?:incident )?summary (?:with|to) (.+?)%E"_s,
         u"%B(?:can you |could you )?(?:put|use|set|write|take) (.+?) as (?:the|our) (?:incident )?summary%E"_s,
         u"\\bsummari[sz]e (?:it|this|the incident) as (.+?)(?: in the incident summary)?%E"_s,
         u"\\b(?:incident )?summary(?: text| line)?(?: (?:to(?: read| say)?|as|is|should be|should read|should say|ought to read|now reads|reads)|[:,])+ (.+?)%E"_s,
         u"\\b(?:make|set|write|change|update)(?: in)? (?:the|our) (?:incident )?summary (.+?)%E"_s,
         u"^(.+?)%K(?:把)?(?:这句|这个|这段|这条)(?:话)?(?:设|作|当|做|写)(?:成|为|作|进)?%H%E"_s,
         u"把 ?(.+?) ?(?:设|写|作|当|填)(?:成|为|进)%H%E"_s,
         u"用 ?(.+?) ?(?:做|作为|当|当作|作)%H%E"_s,
         u"%H(?:那栏|一栏)?(?:摘要)?(?:就|内容)?(?:设成|设为|改成|改为|更新为|更新成|更新到|换成|写成|写上|写|填上|填|是|为|设做|用)[：:，, ]*(.+?)%E"_s});
}

Frames openFrames()
{
    return framesOf(
        {u"\\b(?:called|named|titled|with the title|entitled|title:?|name it|call it) (.+?)(?: (?:with|at|as) .{0,12}severity.*|,? sev(?:erity)? ?[1-4])?%E"_s,
         u"(?:open|raise|declare|create|start|file|log) an? (?:new )?(?:incident|sev ?[1-4])(?: at severity [1-4]| with (?:low|medium|high|critical) severity)? (?:for|about|on) (.+?)%E"_s,
         u"(?:标题|名字|名称|题目)(?:写|叫|是|为|就叫|用)?[：:，, ]*(.+?)(?:[，, ]*级别 ?[1-4一二三四高中低]+)?%E"_s,
         u"(?:就叫|叫做|叫|命名为)[ ：:]*(.+?)%E"_s,
         u"(?:开|建|新建|创建|立|提)(?:一)?个?(?:新)?事件[，,：: ]+(.+?)(?:[，, ]*级别 ?[1-4一二三四高中低]+)?%E"_s,
         u"^(.+?)%K(?:为这个|按这个)(?:开|建)(?:一)?个?事件%E"_s});
}

Frames closeFrames()
{
    return framesOf({u"\\b(?:with the (?:summary|text|note|words|conclusion)|summary|conclusion)(?: is|:|,)? (.+?)%E"_s,
                     u"close (?:the|this|our) incident (?:with|as|:) (.+?)%E"_s,
                     u"(?:结论|总结|摘要|结语|备注)(?:就)?(?:写|是|为|填)?[：:，, ]*(.+?)%E"_s});
}

Frames reopenFrames()
{
    return framesOf(
        {u"\\b(?:reason(?: is|:|,)?|on the grounds? that|because|since) (.+?)%E"_s,
         u"^(.+?)%J(?:we (?:have|need) to |you (?:can|may) )?re-?open (?:the |this |our )?(?:incident|it)%E"_s,
         u"(?:原因|理由)(?:是|写|为)?[：:，, ]*(.+?)%E"_s,
         u"^(?:因为)?(.+?)%K(?:把)?事件(?:需要)?(?:重新打开|重开)%E"_s});
}

} // namespace

QString framedText(const Command &command, const Argument &argument, const QString &said)
{
    static const QRegularExpression called(
        u"^(?:(?:hey|hi|hello|ok|please|pls)[ ,，]+(?:bot|wardroom)?[ ,，]*|(?:@?wardroom|bot)[ ,，]+|机器人[ ,，]*|(?:请帮我|帮我|麻烦|请)(?=\\p{Han})[ ,，]*)+"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString line = QString(said).remove(called);
    static const QHash<QString, Frames> all{
        {u"note.add text"_s, noteFrames()},           {u"task.add title"_s, taskFrames()},
        {u"remind text"_s, remindFrames()},           {u"incident.summary text"_s, summaryFrames()},
        {u"incident.open title"_s, openFrames()},     {u"incident.close summary"_s, closeFrames()},
        {u"incident.reopen reason"_s, reopenFrames()}};
    const auto frames = all.constFind(command.id + u' ' + argument.name);
    if (frames == all.cend())
        return {};
    for (const QRegularExpression &frame : *frames)
        if (const auto match = frame.match(line); match.hasMatch() && match.capturedLength(1) > 1)
            return match.captured(1).trimmed();
    return {};
}

} // namespace wardroom::bot

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/timevalue.h"

#include "base/plaintext.h"
#include "bot/catalogue/text.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QString> &knownWords()
{
    static const QHash<QString, QString> words{{u"now"_s, u"now"_s},
                                               {u"midnight"_s, u"midnight"_s},
                                               {u"noon"_s, u"noon"_s},
                                               {u"today"_s, u"today"_s},
                                               {u"yesterday"_s, u"yesterday"_s},
                                               {u"before-yesterday"_s, u"before-yesterday"_s},
                                               {u"last-night"_s, u"last-night"_s},
                                               {u"lastnight"_s, u"last-night"_s},
                                               {u"tonight"_s, u"today"_s},
                                               {u"monday"_s, u"monday"_s},
                                               {u"tuesday"_s, u"tuesday"_s},
                                               {u"wednesday"_s, u"wednesday"_s},
                                               {u"thursday"_s, u"thursday"_s},
                                               {u"friday"_s, u"friday"_s},
                                               {u"saturday"_s, u"saturday"_s},
                                               {u"sunday"_s, u"sunday"_s},
                                               {u"mon"_s, u"monday"_s},
                                               {u"tue"_s, u"tuesday"_s},
                                               {u"wed"_s, u"wednesday"_s},
                                               {u"thu"_s, u"thursday"_s},
                                               {u"fri"_s, u"friday"_s},
                                               {u"sat"_s, u"saturday"_s},
                                               {u"sun"_s, u"sunday"_s},
                                               {u"现在"_s, u"now"_s},
                                               {u"午夜"_s, u"midnight"_s},
                                               {u"零点"_s, u"midnight"_s},
                                               {u"凌晨"_s, u"midnight"_s},
                                               {u"中午"_s, u"noon"_s},
                                               {u"今天"_s, u"today"_s},
                                               {u"今早"_s, u"today"_s},
                                               {u"昨天"_s, u"yesterday"_s},
                                               {u"前天"_s, u"before-yesterday"_s},
                                               {u"昨晚"_s, u"last-night"_s},
                                               {u"昨夜"_s, u"last-night"_s},
                                               {u"周一"_s, u"monday"_s},
                                               {u"周二"_s, u"tuesday"_s},
                                               {u"周三"_s, u"wednesday"_s},
                                               {u"周四"_s, u"thursday"_s},
                                               {u"周五"_s, u"friday"_s},
                                               {u"周六"_s, u"saturday"_s},
                                               {u"周日"_s, u"sunday"_s},
                                               {u"星期一"_s, u"monday"_s},
                                               {u"星期二"_s, u"tuesday"_s},
                                               {u"星期三"_s, u"wednesday"_s},
                                               {u"星期四"_s, u"thursday"_s},
                                               {u"星期五"_s, u"friday"_s},
                                               {u"星期六"_s, u"saturday"_s},
                                               {u"星期日"_s, u"sunday"_s},
                                               {u"星期天"_s, u"sunday"_s}};
    return words;
}

} // namespace

Result<QString> timeWord(const QString &said)
{
    const QString word = said.trimmed().toLower();
    if (const auto known = knownWords().constFind(word); known != knownWords().cend())
        return *known;
    static const QRegularExpression ago(u"^[1-9][0-9]{0,3}[mhd]$"_s);
    static const QRegularExpression clock(u"^([01]?[0-9]|2[0-3]):([0-5][0-9])$"_s);
    static const QRegularExpression date(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}(t[0-9]{2}:[0-9]{2})?$"_s);
    static const QRegularExpression ofDay(u"^((?:before-)?yesterday|[a-z]+day)-([01]?[0-9]|2[0-3]):([0-5][0-9])$"_s);
    static const QRegularExpression dayOfYear(u"^[0-9]{2}-[0-9]{2}(t[0-9]{2}:[0-9]{2})?$"_s);
    if (const auto match = ofDay.match(word); match.hasMatch() && knownWords().contains(match.captured(1)))
        return match.captured(1) + u'-' + match.captured(2).rightJustified(2, u'0') + u':' + match.captured(3);
    if (dayOfYear.match(word).hasMatch() &&
        QDateTime::fromString(u"2024-"_s + word.toUpper(), Qt::ISODate).isValid()) // a leap year: 02-29 is a day
        return word.toUpper();
    if (ago.match(word).hasMatch())
        return word;
    if (const auto match = clock.match(word); match.hasMatch())
        return match.captured(1).rightJustified(2, u'0') + u':' + match.captured(2);
    if (date.match(word).hasMatch() && QDateTime::fromString(word.toUpper(), Qt::ISODate).isValid())
        return word.toUpper();
    return fail(ErrorKind::invalid, Text::tr("“%1” is not a time; say one like midnight, yesterday, tuesday, 14:30, 2h "
                                             "(ago) or 2026-11-22T14:30")
                                        .arg(shownPlainly(said, 60)));
}

} // namespace wardroom::bot

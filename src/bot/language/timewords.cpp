// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/timewords.h"

#include <QStringList>

#include <array>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QHash<QString, TimePart> makeParts()
{
    QHash<QString, TimePart> made;
    const QStringList numbers{u"one"_s,   u"two"_s,   u"three"_s, u"four"_s, u"five"_s,   u"six"_s,
                              u"seven"_s, u"eight"_s, u"nine"_s,  u"ten"_s,  u"eleven"_s, u"twelve"_s};
    for (int i = 0; i < int(numbers.size()); ++i)
        made.insert(numbers.at(i), {TimePart::number, i + 1, {}, {}});
    const QString han = u"一二三四五六七八九十"_s;
    for (int i = 0; i < int(han.size()); ++i)
        made.insert(QString(han.at(i)), {TimePart::number, i + 1, {}, {}});
    made.insert(u"两"_s, {TimePart::number, 2, {}, {}});
    const QList<std::pair<QString, int>> others{{u"fifteen"_s, 15}, {u"twenty"_s, 20},     {u"thirty"_s, 30},
                                                {u"forty"_s, 40},   {u"forty-five"_s, 45}, {u"fifty"_s, 50},
                                                {u"sixty"_s, 60},   {u"ninety"_s, 90}};
    for (const auto &[word, value] : others)
        made.insert(word, {TimePart::number, value, {}, {}});
    const auto unit = [&](const QString &words, QChar letter, int times) {
        const QStringList each = words.split(u' ');
        for (const QString &word : each)
            made.insert(word, {TimePart::unit, times, letter, {}});
    };
    unit(u"minute minutes min mins"_s, u'm', 1);
    unit(u"hour hours hrs hr h"_s, u'h', 1);
    unit(u"day days 天 日"_s, u'd', 1);
    unit(u"week weeks 周"_s, u'd', 7);
    unit(u"month months"_s, u'd', 30);
    unit(u"fortnight"_s, u'd', 14);
    for (const QString &word : {u"midnight"_s, u"noon"_s, u"today"_s, u"yesterday"_s, u"monday"_s, u"tuesday"_s,
                                u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s})
        made.insert(word, {TimePart::day, 0, {}, word});
    for (const QString &word : {u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s})
        for (const qsizetype length : {3, 4, 5})
            if (const QString shorter = word.first(length); shorter != "wedn"_L1 && shorter != "wedne"_L1 &&
                                                            shorter != "frid"_L1 && shorter != "frida"_L1 &&
                                                            shorter != "mond"_L1 && shorter != "monda"_L1)
                made.insert(shorter, {TimePart::day, 0, {}, word});
    made.insert(u"overnight"_s, {TimePart::day, 0, {}, u"last-night"_s});
    for (const QString &word : {u"last"_s, u"past"_s, u"previous"_s, u"this"_s})
        made.insert(word, {TimePart::lead, 0, {}, {}});
    const QStringList months{u"january jan"_s, u"february feb"_s, u"march mar"_s,
                             u"april apr"_s,   u"may"_s,          u"june jun"_s,
                             u"july jul"_s,    u"august aug"_s,   u"september sept sep"_s,
                             u"october oct"_s, u"november nov"_s, u"december dec"_s};
    for (int i = 0; i < int(months.size()); ++i) {
        const QStringList each = months.at(i).split(u' ');
        for (const QString &word : each)
            made.insert(word, {TimePart::month, i + 1, {}, {}});
    }
    made.insert(u"weekend"_s, {TimePart::day, 0, {}, u"saturday"_s});
    return made;
}

const QHash<QString, TimePart> &parts()
{
    static const QHash<QString, TimePart> all = makeParts();
    return all;
}

//! Whether a word may be one of those: hardly one is, and how it begins and how long it is mostly says so.
bool mayBePart(const QString &word)
{
    static const std::array<quint32, 128> lengths = [] {
        std::array<quint32, 128> made{};
        for (auto it = parts().cbegin(); it != parts().cend(); ++it)
            made[it.key().front().unicode() % 128] |= 1u << std::min<qsizetype>(it.key().size(), 31);
        return made;
    }();
    return !word.isEmpty() && (lengths[word.front().unicode() % 128] >> std::min<qsizetype>(word.size(), 31) & 1) != 0;
}

QHash<QChar, QList<HanTime>> makeHanTimes()
{
    QHash<QChar, QList<HanTime>> made;
    const QStringList days{u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s, u"六"_s, u"日"_s, u"天"_s};
    const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                            u"friday"_s, u"saturday"_s, u"sunday"_s,    u"sunday"_s};
    QList<HanTime> list{{u"昨天晚上"_s, u"last-night"_s},
                        {u"今天早上"_s, u"today"_s},
                        {u"今天凌晨"_s, u"midnight"_s},
                        {u"今天上午"_s, u"today"_s},
                        {u"昨晚"_s, u"last-night"_s},
                        {u"周末"_s, u"saturday"_s},
                        {u"到明天"_s, u"1d"_s},
                        {u"至明天"_s, u"1d"_s},
                        {u"昨夜"_s, u"last-night"_s},
                        {u"昨天"_s, u"yesterday"_s},
                        {u"今天"_s, u"today"_s},
                        {u"今早"_s, u"today"_s},
                        {u"今晨"_s, u"today"_s},
                        {u"早上"_s, u"today"_s},
                        {u"今日"_s, u"today"_s},
                        {u"午夜"_s, u"midnight"_s},
                        {u"半夜"_s, u"midnight"_s},
                        {u"零点"_s, u"midnight"_s},
                        {u"前天"_s, u"before-yesterday"_s},
                        {u"大前天"_s, u"3d"_s},
                        {u"这几天"_s, u"3d"_s},
                        {u"这两天"_s, u"2d"_s},
                        {u"上个月"_s, u"30d"_s},
                        {u"上午"_s, u"today"_s},
                        {u"昨日"_s, u"yesterday"_s},
                        {u"凌晨"_s, u"midnight"_s},
                        {u"中午"_s, u"noon"_s},
                        {u"半个小时"_s, u"30m"_s},
                        {u"半小时"_s, u"30m"_s},
                        {u"半天"_s, u"12h"_s},
                        {u"上一周"_s, u"7d"_s},
                        {u"一刻钟"_s, u"15m"_s}};
    for (int i = 0; i < int(days.size()); ++i)
        for (const QString &before : {u"上周"_s, u"本周"_s, u"这周"_s, u"星期"_s, u"礼拜"_s, u"周"_s})
            list.append({before + days.at(i), names.at(i)});
    list.append({u"上周"_s, u"7d"_s});
    list.append({u"本周"_s, u"monday"_s});
    list.append({u"这周"_s, u"monday"_s});
    std::stable_sort(list.begin(), list.end(),
                     [](const HanTime &a, const HanTime &b) { return a.said.size() > b.said.size(); });
    for (const HanTime &each : std::as_const(list))
        made[each.said.front()].append(each);
    return made;
}

} // namespace

const TimePart &timePartOf(const QString &word)
{
    static const TimePart nothing;
    if (!mayBePart(word))
        return nothing;
    const auto found = parts().constFind(word);
    return found == parts().cend() ? nothing : *found;
}

const QList<HanTime> &hanTimes(QChar first)
{
    static const QList<HanTime> none;
    static const QHash<QChar, QList<HanTime>> all = makeHanTimes();
    const auto found = all.constFind(first);
    return found == all.cend() ? none : *found;
}

} // namespace wardroom::bot

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/times.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace wardroom::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000, hour = 60 * minute, day = 24 * hour;

QString tr(const char *text)
{
    return QCoreApplication::translate("Times", text);
}

} // namespace

QString clockText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(u"HH:mm"_s);
}

QString momentText(qint64 at)
{
    //: A day of the month and a time, as in "23 Nov 01:33".
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), tr("d MMM HH:mm"));
}

QString clockSeconds(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(u"HH:mm:ss"_s);
}

QString shortAge(qint64 duration)
{
    const qint64 d = std::max<qint64>(0, duration);
    if (d < hour)
        return u"0:%1"_s.arg(d / minute, 2, 10, QChar(u'0'));
    return d < day ? tr("%1 h").arg(d / hour) : tr("%1 d").arg(d / day);
}

QString durationText(qint64 duration)
{
    const qint64 d = std::max<qint64>(0, duration);
    if (d < minute)
        return tr("%1 s").arg(d / 1000);
    if (d < hour)
        return tr("%1 min").arg(d / minute);
    if (d < day) {
        const qint64 minutes = (d % hour) / minute;
        return minutes == 0 ? tr("%1 h").arg(d / hour) : tr("%1 h %2 min").arg(d / hour).arg(minutes);
    }
    return tr("%1 d").arg(d / day);
}

QString longDuration(qint64 duration)
{
    const qint64 d = std::max<qint64>(0, duration);
    if (d < 3 * day && d >= day)
        return tr("%1 h %2 min").arg(d / hour).arg((d % hour) / minute);
    if (d < day)
        return d < minute ? tr("under a minute") : durationText(d);
    const qint64 hours = (d % day) / hour;
    return hours == 0 ? tr("%1 d").arg(d / day) : tr("%1 d %2 h").arg(d / day).arg(hours);
}

QString countdownText(qint64 duration)
{
    const qint64 seconds = std::max<qint64>(0, duration) / 1000;
    const QChar zero(u'0');
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg((seconds % 3600) / 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
}

QString dayText(qint64 at, qint64 now)
{
    const QDate then = QDateTime::fromMSecsSinceEpoch(at).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    if (then == today)
        return tr("Today");
    if (then.addDays(1) == today)
        return tr("Yesterday");
    return QLocale().toString(then, QLocale::LongFormat);
}

bool sameDay(qint64 one, qint64 other)
{
    return QDateTime::fromMSecsSinceEpoch(one).date() == QDateTime::fromMSecsSinceEpoch(other).date();
}

} // namespace wardroom::models

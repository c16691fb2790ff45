// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

//! Times as people read them. All arguments are milliseconds; moments since 1970 UTC are shown in local time.
namespace wardroom::models {

QString clockText(qint64 at);           //!< "01:33"
QString momentText(qint64 at);          //!< "23 Nov 01:33": where the day is not known from around it
QString clockSeconds(qint64 at);        //!< "02:14:07"
QString shortAge(qint64 duration);      //!< "0:41", "3 h", "1 d": a column in a list
QString durationText(qint64 duration);  //!< "41 min", "1 h 52 min", "3 d"
QString longDuration(qint64 duration);  //!< "47 min", "71 h 12 min", "29 d 3 h": what is left of a legal clock
QString countdownText(qint64 duration); //!< "14:32", "1:04:32"; never below "0:00"
QString dayText(qint64 at, qint64 now); //!< "Today", "Yesterday", "Monday, 23 November 2026"
bool sameDay(qint64 one, qint64 other);

} // namespace wardroom::models

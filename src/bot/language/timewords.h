// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QString>

namespace wardroom::bot {

//! What a word says of a length or a point of time; numbers from words are in \a value.
struct TimePart
{
    enum Kind : char { none, number, unit, day, lead, month } kind = none;
    int value = 0; //!< a number, how many of the unit's letter, or which month
    QChar letter;  //!< of a unit
    QString point; //!< of a day: what timeWord() takes
};

//! Of a word in small letters; of no kind where it says nothing of a time.
const TimePart &timePartOf(const QString &word);

//! A day or a length that Chinese says in two or three characters.
struct HanTime
{
    QString said;
    QString point; //!< what timeWord() takes, or a length
};

//! Those that begin with \a first, the longer ones first.
const QList<HanTime> &hanTimes(QChar first);

} // namespace wardroom::bot

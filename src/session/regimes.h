// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QList>
#include <QMap>

namespace wardroom::session {

//! One report that a law wants, and by when.
struct LegalClock
{
    QString id;
    QMap<QString, QString> names; //!< by language
    int hours = 0;
    int months = 0; //!< of the calendar, UTC
    QString after;  //!< counts from when this other clock of the regime was met; empty: from the regime's trigger

    qint64 dueFrom(qint64 start) const; //!< both ms since 1970
};

//! A law with its clocks, as `resources/regimes/*.yaml` says. Whether it applies is for a person to decide.
struct Regime
{
    QString id;
    QString law; //!< "NIS2 Art. 23(4)", in every language
    QMap<QString, QString> names;
    QMap<QString, QString> triggers; //!< the question whose answer starts the clocks
    QMap<QString, QString> remarks;
    QList<LegalClock> clocks;

    const LegalClock *clockCalled(const QString &name) const; //!< in any language; null when there is none
};

//! \a language's text, else the English one.
QString inLanguage(const QMap<QString, QString> &texts, const QString &language);

//! Every regime of \a folder, by file name. A file that is not understood is an error that names it.
Result<QList<Regime>> loadRegimes(const QString &folder);

} // namespace wardroom::session

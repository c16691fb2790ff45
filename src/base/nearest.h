// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace wardroom {

//! How many letters have to be changed, added, dropped or swapped with their neighbour to make \a b of \a a;
//! \a limit + 1 as soon as it is more than \a limit.
int editDistance(QStringView a, QStringView b, int limit);

//! The candidate that was most likely meant by \a word, or empty: one slip in a short word, two in a long one.
//! The first of equals wins, so the answer depends on the order of \a candidates only.
QString nearest(const QString &word, const QStringList &candidates);

//! " — did you mean “x”?" or empty.
QString didYouMean(const QString &word, const QStringList &candidates);

} // namespace wardroom

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest.h"

#include <QCoreApplication>

#include <array>

namespace wardroom {

int editDistance(QStringView a, QStringView b, int limit)
{
    constexpr qsizetype longest = 64;
    if (a.size() > longest || b.size() > longest || std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::array<std::array<int, longest + 1>, 3> rows{};
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][size_t(j)] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &now = rows[size_t(i % 3)];
        const auto &before = rows[size_t((i + 2) % 3)];
        const auto &earlier = rows[size_t((i + 1) % 3)];
        now[0] = int(i);
        int best = now[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t at = size_t(j);
            const int change = before[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[at] = std::min({change, before[at] + 1, now[at - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], earlier[at - 2] + 1);
            best = std::min(best, now[at]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(rows[size_t(a.size() % 3)][size_t(b.size())], limit + 1);
}

QString nearest(const QString &word, const QStringList &candidates)
{
    const QString folded = word.toCaseFolded();
    int best = word.size() < 5 ? 1 : 2;
    QString found;
    for (const QString &each : candidates) {
        const int distance = editDistance(folded, each.toCaseFolded(), best);
        if (distance < best || (distance == best && found.isEmpty())) {
            best = distance;
            found = each;
        }
    }
    return found;
}

QString didYouMean(const QString &word, const QStringList &candidates)
{
    const QString found = nearest(word, candidates);
    return found.isEmpty() ? QString() : QCoreApplication::translate("Nearest", " — did you mean “%1”?").arg(found);
}

} // namespace wardroom

// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"

#include "bot/language/learnt.h"

#include <array>
#include <cmath>

namespace wardroom::bot {

namespace {
constexpr double nothing = 12; //!< so many steps of a logarithm behind, a reading has no share
}

const Model &Model::learnt()
{
    static const Model model(learntModel());
    return model;
}

QList<Reading> Model::read(const Heard &heard) const
{
    const QStringList &labels = m_network.labels();
    if (labels.isEmpty())
        return {};
    const Weights::Sums sums = m_network.read(featuresOf(heard));
    std::array<qsizetype, 3> first{-1, -1, -1}; // the first of equals is the best of them
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto isMore = [&](qsizetype than) { return than < 0 || sums[size_t(i)] > sums[size_t(than)]; };
        if (!isMore(first[2]))
            continue;
        const size_t rank = isMore(first[0]) ? 0 : (isMore(first[1]) ? 1 : 2);
        std::move_backward(first.begin() + rank, first.end() - 1, first.end());
        first[rank] = i;
    }
    const int most = sums[size_t(first[0])];
    const int least = most - int(nothing * m_network.scale());
    double all = 0;
    for (qsizetype i = 0; i < labels.size(); ++i)
        if (sums[size_t(i)] > least)
            all += std::exp((sums[size_t(i)] - most) / m_network.scale());
    QList<Reading> best;
    best.reserve(qsizetype(first.size()));
    for (const qsizetype i : first)
        if (i >= 0)
            best.append({labels.at(i), int(1000 * std::exp((sums[size_t(i)] - most) / m_network.scale()) / all)});
    return best;
}

} // namespace wardroom::bot

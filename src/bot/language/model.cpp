// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"

#include "bot/language/learnt.h"

#include <cmath>
#include <limits>

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
    Weights::Sums sums = m_network.read(featuresOf(heard));
    const auto end = sums.begin() + labels.size();
    const int most = *std::max_element(sums.begin(), end);
    double all = 0;
    for (auto it = sums.begin(); it != end; ++it)
        all += (*it - most) > -nothing * m_network.scale() ? std::exp((*it - most) / m_network.scale()) : 0;
    QList<Reading> best;
    for (int rank = 0; rank < 3 && rank < labels.size(); ++rank) {
        const auto it = std::max_element(sums.begin(), end);
        best.append({labels.at(it - sums.begin()), int(1000 * std::exp((*it - most) / m_network.scale()) / all)});
        *it = std::numeric_limits<int>::min();
    }
    return best;
}

} // namespace wardroom::bot

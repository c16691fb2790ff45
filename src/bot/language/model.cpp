// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"

#include <cmath>

namespace wardroom::bot {

namespace {
constexpr int nothing = 300; //!< this far behind, a reading has no share
}

const Model &Model::learnt()
{
    static const Model model(learntWeights(QStringLiteral("model")));
    return model;
}

QList<Reading> Model::read(const Heard &heard) const
{
    const QStringList &labels = m_weights.labels();
    if (labels.isEmpty())
        return {};
    Weights::Sums sums{};
    m_weights.add(featuresOf(heard), sums);
    const auto end = sums.begin() + labels.size();
    const int most = *std::max_element(sums.begin(), end);
    double all = 0;
    for (auto it = sums.begin(); it != end; ++it)
        all += *it - most > -nothing ? std::exp((*it - most) / m_weights.scale()) : 0;
    QList<Reading> best;
    for (int rank = 0; rank < 3 && rank < labels.size(); ++rank) {
        const auto it = std::max_element(sums.begin(), end);
        best.append({labels.at(it - sums.begin()), int(1000 * std::exp((*it - most) / m_weights.scale()) / all)});
        *it = -1'000'000;
    }
    return best;
}

} // namespace wardroom::bot
